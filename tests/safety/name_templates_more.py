"""Sentences with names behind titles and greetings, in capitals, and without any where a brand or a thing has a capital."""

# ruff: noqa: E501 (a sentence is read in one piece)
# ruff: noqa: RUF001 (other scripts are the subject)

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

# `t` is a family name behind its title, `w` a name that is a word as well.
TITLED: Final[Mapping[str, str]] = MappingProxyType(
    {
        "en": r"""
{t} called me|I spoke to {t} about the {prod}|please tell {t} that I paid|ask {t} for the key|{t} from billing was rude|Dear {t},\nI write about my {prod}.|Hello {t}, any update?|good morning {t}, it is about my {prod}|is {t} in today?|{t} and {t} both signed|the letter is from {t}|{t}'s card was declined|my doctor is {t}|put me through to {t}|cc {t} please|i talked to {t} and nothing happened|an appointment with {t} on {day}|{t} moved to {city}|thanks to {t} it works|who is {t}?|{t} wants the blue one|it was {t} who signed|I will meet {t} on {day}|a {t} took the parcel|not {t} but {t}|the invoice of {t}|{t} has ordered the {prod}
my name is {w}|My name is {w}, order {num}|my name's {w} and the {prod} is broken|this is {w}, can you help|This is {w} from flat {num}|I'm {w} and I have a question|i am {w}, a customer|{w} here, still waiting|Thanks, {w}|thanks\n{w}|Regards, {w}|regards\n{w}|Best regards,\n{w}|Kind regards\n{w}|signed, {w}|Yours sincerely,\n{w}|cheers, {w}|the name is {w}|surname: {w}|last name {w}|family name is {w}|my surname is {w}|her name is {w}|he is called {w}|the account is under {w}|booking in the name of {w}|table under {w}|reservation for {w}|Name: {w}|Customer: {w}|my maiden name is {w}|it is spelled {w}|Mr and Mrs {w}|the {w} family|Best, {w}|Sent by {w}|love, {w}|{w} again, sorry
I got it for {f} but it is too small|technician {f} came by|the plumber {f} left a leak|receptionist {f} was kind|cashier {f} forgot the receipt|waiter {f}, thank you|cheers {f}|thx {f}|pass it to {f} in sales|give it to {f} from the team|keep my data from {n}|I am asking for {n}, my neighbour|{f} cut me off|{f} will sign for it|my friend {f} sent me here|the girl {f} at the till
""",
        "de": r"""
{t} hat angerufen|Ich habe mit {t} telefoniert|Sehr geehrter {t},|Sehr geehrte {t}, vielen Dank|Guten Tag {t}|Hallo {t}, gibt es etwas Neues?|bitte an {t} weiterleiten|{t} ist im Urlaub|{t} wohnt oben|{t} wartet auf die Lieferung|frag {t}|ich war bei {t}|{t} hat bestellt|die Rechnung von {t}|der Vertrag mit {t}|{t} und {t} teilen sich das Konto|das Paket ist für {t}
Mein Name ist {w}|ich heiße {w}|hier ist {w}|hier spricht {w}|Viele Grüße, {w}|Viele Grüße\n{w}|Mit freundlichen Grüßen\n{w}|MfG {w}|LG {w}|Beste Grüße\n{w}|gez. {w}|Nachname: {w}|Familie {w}|Das Konto läuft auf {w}|Grüße {w}|Herzliche Grüße\n{w}|Danke, {w}
""",
        "fr": r"""
{t} n'a pas rappelé|J'ai parlé à {t}|Bonjour {t}, avez-vous des nouvelles ?|Cher {t},|{t} attend sa livraison|{t} a signé le reçu|le dossier de {t}|transmettez à {t}|{t} et {t} ont payé|{t} souhaite annuler
je m'appelle {w}|je suis {w}|Cordialement, {w}|Cordialement\n{w}|Bien à vous, {w}|mon nom est {w}|nom de famille : {w}|Merci, {w}|la famille {w}|au nom de {w}|Salutations\n{w}
""",
        "es": r"""
{t} llamó ayer|Hablé con {t}|Estimado {t}:|Buenos días {t}|{t} no está en casa|{t} tiene la tarjeta|la factura de {t}|dígale a {t} que pagué
me llamo {w}|soy {w}|Saludos, {w}|Saludos\n{w}|Un saludo, {w}|mi apellido es {w}|a nombre de {w}|la familia {w}|Gracias, {w}|Atentamente\n{w}
""",
        "it": r"""
{t} non risponde|Ho parlato con {t}|Gentile {t},|Buongiorno {t}|{t} aspetta il rimborso|{t} ha prenotato|la fattura di {t}
mi chiamo {w}|sono {w}|Cordiali saluti, {w}|Cordiali saluti\n{w}|Grazie, {w}|il mio cognome è {w}|a nome {w}|la famiglia {w}|Distinti saluti\n{w}
""",
        "nl": r"""
{t} heeft gebeld|Ik sprak met {t}|Geachte {t},|Beste {t},|{t} wil zijn pakket|{t} is verhuisd|de factuur van {t}|{t} belt terug
ik heet {w}|ik ben {w}|Groeten, {w}|Groetjes\n{w}|Met vriendelijke groet\n{w}|mijn achternaam is {w}|op naam van {w}|familie {w}|Bedankt, {w}|met {w}, ik heb een vraag
""",
        "sv": r"""
{t} ringde|Jag talade med {t}|Hej {t}, några nyheter?|{t} har betalat
jag heter {w}|Hälsningar {w}|Med vänlig hälsning\n{w}|Mvh {w}|Tack, {w}
""",
        "pl": r"""
{t} czeka na paczkę|Rozmawiałem z {t}|{t} dzwoniła rano|faktura dla {t}
nazywam się {w}|Pozdrawiam\n{w}|Dziękuję, {w}
""",
        "pt": r"""
{t} ligou|Falei com {t}|Prezado {t},|a fatura de {t}
chamo-me {w}|sou {w}|Atenciosamente\n{w}|Obrigada, {w}
""",
        "tr": r"""
{t} aradı|{t} ile konuştum
benim adım {w}|Saygılarımla\n{w}
""",
    }
)
TITLES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "en": "Mr Mr. Mrs Mrs. Ms Ms. Miss Mx Dr Dr. Prof Prof. Professor Doctor Sir Rev. Captain Judge Lady Nurse Officer",
        "de": "Herr Herr Frau Frau Herrn Fr. Hr. Dr. Herr_Dr. Frau_Dr. Prof. Frau_Prof.",
        "fr": "Mme Mme Mme. M. Monsieur Madame Mlle Mademoiselle Maître Dr",
        "es": "Sr. Sra. Sr Sra Señor Señora Don Doña Srta. Dr. Dra.",
        "it": "Sig. Sig.ra Signor Signora Dott. Dott.ssa Avv.",
        "nl": "Mevrouw Mevr. Mw. Meneer Dhr. De_heer Dr.",
        "sv": "Herr Fru Hr. Dr Fröken",
        "pl": "Pan Pani Pana Panem Panią Dr",
        "pt": "Sr. Sra. Senhor Senhora Dona Dr. Dra.",
        "tr": "Bay Bayan Sayın Dr.",
    }
)
# Family names that mean something, and given names that do.
WORDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "en": "Wood Woods King Young Brown Green White Black Gray Grey Long Short Small Little Rich Poor Best Good Goodman Strong Power Powers Price Prince Bishop Pope Abbott Cook Baker Butcher Carpenter Mason Miller Smith Taylor Tailor Turner Walker Hunter Fisher Shepherd Gardener Gardner Farmer Driver Carter Cooper Potter Weaver Page Parks Park Field Fields Hill Hills Lake Rivers River Brooks Stone Rock Marsh Moor Moss Ford Bridge Lane Church Chapel Temple Castle Hall House Banks Bank Cash Money Penny Bell Case Knight Winters Summers Frost Snow Rain Storm Cloud Moon Star Sun Love Hope Joy Grace Faith Rose Lily Ivy Holly Daisy Iris Dawn Eve Mark Will Bill Pat Rob Jack Frank Grant Chase Drew Ray Art Sue Dean Earl Duke Noble Sharp Swift Savage Wise Bright Fox Wolf Lamb Bird Drake Crow Finch Swan Hawk Fish Pike Bass Bush Reed Berry Apple Rice Bean Pepper Rush Bond Booth Cross Crane Dale Dell Flower Flowers Golden Silver Head Foot Hand Hardy Judge Key Major Mayor Nurse Ball Bloom Blow Burns Mills Miles Nickel Paine Pride Rule Sands Speed Steel Sterling Tune Waters Wells Womack Welsh",
        "de": "Klein Groß Lang Kurz Jung Alt Schwarz Weiß Braun Roth Grün Koch Bäcker Metzger Müller Schneider Schuster Fischer Jäger Bauer Richter König Kaiser Fürst Graf Herzog Ritter Kaufmann Zimmermann Wagner Weber Winter Sommer Herbst Frühling Vogel Fuchs Wolf Hahn Engel Stein Berg Thal Wald Busch Baum Brunner Stern Licht Blume Kraft Stark Klug Reich Haase Hase Hirsch Sturm Frost Pfeffer Sauer Fröhlich Neumann Winkler Beck Kirch Kern Kraus Krämer Lehmann Thal Hof Horn",
        "fr": "Petit Grand Legrand Blanc Leblanc Noir Roux Lenoir Roi Leroy Boulanger Berger Marchand Mercier Meunier Fontaine Rivière Dubois Dupont Fleury Lefort Bon Lebon Chevalier Moulin Colin Carpentier Boucher Lambert Martin Robert Vincent Gros Legros Joly Gentil Pain Poisson Loiseau Renard Leloup Marin Charron Barbier Page",
        "es": "Luna Reyes Rey Flores Campos Cruz Blanco Rojas Moreno Delgado Bravo Prieto Calvo Castillo Iglesias Santos Torres Ríos Vega Sierra Soto Rivera Fuentes Mercado León Lobo Caballero Guerrero Herrera Zapatero Pastor Molina Nieves Dolores Paz Rosario Consuelo Ángel",
        "it": "Rossi Bianchi Verdi Neri Conti Greco Russo Ferrari Ricci Longo Grassi Bruno Leone Gatti Villa Costa Monti Fontana Serra Bassi Forte Riva Valle Sala Testa Barbieri Sartori Marino Gallo Lupo Fiore Stella",
        "nl": "de_Wit de_Jong de_Boer de_Groot de_Vries van_Es van_Dijk van_den_Berg van_der_Meer van_Leeuwen Bakker Visser Smit Mulder Bos Kok Koning Prins Vos Haan Kuiper Brouwer Post Blom Groen",
        "sv": "Berg Lind Holm Dahl Ström Sjö Björk Ek Lund Frisk Stark Ung",
        "pl": "Wilk Zając Baran Król Kowal Wrona Sikora Lis Mróz Gołąb Kot Zima",
        "pt": "Leite Carvalho Pinheiro Pereira Coelho Lobo Ribeiro Rocha Campos Costa Reis Cruz Franco Leal",
        "tr": "Aslan Kaya Demir Yıldız Şahin Güneş Deniz Çelik Taş Kurt Öz",
    }
)
GIVEN_WORDS: Final = (
    "Will Will Mark Bill Rob Bob Pat Art Ray Guy Drew Chase Grant Dean Cliff Miles Max Gene Frank Earl Jack Dale Glen Skip Chip Don Sonny Sunny Buddy Rusty Woody Tom Jay Lee Kay Sterling Mason Hunter Tanner Cooper Reed Heath Ford Lane Clay Brook Rich Nick Pierce"  # noqa: SIM905
    " Rocky Angel Joy Hope Faith Grace Charity Patience Rose Lily Ivy Daisy Violet Iris Heather Holly Hazel Olive Poppy Rosemary Ginger Basil Sage Ruby Pearl Crystal Amber Jade Opal Jewel Dawn Eve Summer Autumn April May May June August Sky Star Robin Wren"
    " Penny Candy Cherry Sandy Misty Carol Melody Harmony Destiny Trinity Christian Major Judge King Prince Duke Royal Victor Rod Roger Bush Case Dusty Norm Mike Sue Dot Bea Fern Gale Bridge Storm Scout Rowan Harper Piper Carter Taylor Parker Jordan Morgan".split()
)
# `b` is a name of two words that both mean something else.
WORDED: Final = r"""
this is {b}|this is {b}, I wrote last week|hi this is {b}|I'm {b}|I'm {b} and I live in {city}|i am {b}|I am {b}, order {num}|my name is {b}|my name's {b}|it's {b} from {city}|It's {b}, I called on {day}|{b} speaking|{b} here|hello, {b} here, any update?|you can call me {b}|the name is {b}|{b} is my name
{b} bought the {prod}|{b} sent it back|{b} is waiting for a reply|{b} lost the receipt|{b} wrote to you on {day}|{b} got the wrong {prod}|{b} wants to change the delivery|{b} has the key|{b} owns the account|{b} picked it up|{b} said it was broken|{b} and {b} share the flat|{b} told me to wait|{b}'s invoice is wrong|{b}'s parcel came late
please refund {b}|tell {b} I called|ask {b} about it|the card of {b}|a gift for {b}|made out to {b}|registered to {b}|booked by {b}|paid by {b} on {day}|signed: {b}|Best, {b}|Thanks,\n{b}|regards {b}|Sincerely\n{b}|Name: {b}|Customer: {b}|account owner {b}|my husband {b} will be home|my sister {b} ordered it|our neighbour {b} took it|the driver was {b}|agent {b} was kind|Dear {b},|Hello {b}, thank you
""".strip()
# More of what is said of people in other languages: what stands before and behind a name.
NAMED_ABROAD: Final[Mapping[str, str]] = MappingProxyType(
    {
        "de": r"""
das Paket wurde {n} übergeben|geliefert an {n}|ich war mit {n} verabredet|ohne {n} geht nichts|für {n} war das zu teuer|{n} kam gestern vorbei|{n} will umtauschen|von {n} empfohlen|laut {n} ist alles bezahlt|neben {n} wohnt niemand|Grüßen Sie {n} von mir|Geben Sie {n} Bescheid|{n} und {n} haben unterschrieben|mein Nachbar {n} nahm es an|der Kollege {n} half mir|rufen Sie {n} an|Fragen Sie {n}|bei {n} abgegeben|{n} meint, das Gerät sei defekt|das gehört {n}|wegen {n} habe ich storniert|{f} hat mir geschrieben|mit {f} gesprochen
""",
        "fr": r"""
le colis fut remis par {n}|montrez la facture à {n}|je voyage avec {n}|sans {n} je ne peux rien faire|pour {n} c'était trop cher|{n} est passé hier|{n} veut échanger la veste|conseillé par {n}|selon {n} tout est payé|chez {n} il n'y a personne|mon voisin {n} l'a pris|ma collègue {n} m'a aidée|appelez {n}|demandez à {n}|{n} et {n} ont commandé|le dossier de {n} est bloqué|{n} pense que l'appareil est en panne|cela appartient à {n}|transmis à {n}|un cadeau de {n}|{n} a répondu|répondez à {n}|la carte de {n} est perdue|{f} m'a écrit|avec {f} tout va bien|livré à {n} par erreur|vu par {n}
""",
        "es": r"""
el paquete fue entregado a {n}|enseñe la factura a {n}|viajo con {n}|sin {n} no puedo hacer nada|para {n} era demasiado caro|{n} pasó ayer|{n} quiere cambiar la chaqueta|recomendado por {n}|según {n} está todo pagado|mi vecino {n} lo recogió|mi compañera {n} me ayudó|llamen a {n}|pregunten a {n}|{n} y {n} pidieron juntos|el expediente de {n} está parado|{n} cree que no funciona|eso es de {n}|un regalo de {n}|{n} contestó|la tarjeta de {n} se perdió|{f} me escribió|con {f} todo bien|visto por {n}|enviado por {n}|hablen con {n}
""",
        "it": r"""
il pacco fu consegnato a {n}|mostri la fattura a {n}|viaggio con {n}|senza {n} non posso fare nulla|per {n} era troppo caro|{n} è passato ieri|{n} vuole cambiare la giacca|consigliato da {n}|secondo {n} è tutto pagato|il mio vicino {n} l'ha ritirato|la collega {n} mi ha aiutata|chiamate {n}|chiedete a {n}|{n} e {n} hanno ordinato insieme|la pratica di {n} è ferma|{n} pensa che sia guasto|quello è di {n}|un regalo di {n}|{n} ha scritto|la tessera di {n} è smarrita|{f} mi ha scritto|con {f} tutto bene|visto da {n}|spedito da {n}|parlate con {n}
""",
        "nl": r"""
het pakje werd aan {n} gegeven|laat de factuur aan {n} zien|ik reis met {n}|zonder {n} kan ik niets|voor {n} was het te duur|{n} kwam gisteren langs|{n} wil de jas ruilen|aangeraden door {n}|volgens {n} is alles betaald|mijn buurman {n} nam het aan|collega {n} hielp mij|bel {n}|vraag het aan {n}|{n} en {n} bestelden samen|het dossier van {n} ligt stil|{n} denkt dat het kapot is|dat is van {n}|een cadeau van {n}|{n} antwoordde|de pas van {n} is kwijt|{f} schreef mij|met {f} gaat het goed|verstuurd door {n}|bij {n} afgegeven|praat met {n}
""",
        "pt": r"""
o pacote foi entregue a {n}|mostre a fatura a {n}|viajo com {n}|sem {n} não posso fazer nada|para {n} era caro demais|{n} passou ontem|{n} quer trocar o casaco|recomendado por {n}|segundo {n} está tudo pago|o meu vizinho {n} recebeu|a colega {n} ajudou|liguem para {n}|perguntem a {n}|{n} e {n} pediram juntos|o processo de {n} está parado|{n} acha que está avariado|isso é de {n}|um presente de {n}|{n} respondeu|o cartão de {n} perdeu-se|{f} escreveu-me|com {f} está tudo bem|enviado por {n}|visto pelo {n}|falem com {n}
""",
        "da": r"""
pakken blev givet til {n}|vis regningen til {n}|jeg rejser med {n}|uden {n} kan jeg intet|for {n} var det for dyrt|{n} kom forbi i går|{n} vil bytte jakken|anbefalet af {n}|ifølge {n} er alt betalt|min nabo {n} tog imod|kollegaen {n} hjalp mig|ring til {n}|spørg {n}|{n} og {n} bestilte sammen|sagen om {n} ligger stille|{n} tror den er i stykker|den er {n}s|en gave fra {n}|{n} svarede|{f} skrev til mig|med {f} går det godt|sendt af {n}
""",
        "sv": r"""
paketet gavs till {n}|visa fakturan för {n}|jag reser med {n}|utan {n} går det inte|för {n} var det för dyrt|{n} kom förbi igår|{n} vill byta jackan|rekommenderad av {n}|enligt {n} är allt betalt|min granne {n} tog emot|kollegan {n} hjälpte mig|ring {n}|fråga {n}|{n} och {n} beställde ihop|{n} tror att den är trasig|en present från {n}|{n} svarade|{f} skrev till mig|skickat av {n}
""",
        "pl": r"""
paczkę dostał {n}|proszę pokazać to {n}|jadę z {n}|bez {n} nic nie zrobię|wczoraj był {n}|{n} chce wymienić kurtkę|według {n} wszystko opłacone|sąsiad {n} odebrał|koleżanka {n} pomogła|zadzwońcie do {n}|prezent od {n}|{n} odpisała|wysłane przez {n}
""",
        "tr": r"""
paketi {n} aldı|faturayı {n} gördü|{n} ile geldim|{n} olmadan olmaz|{n} dün uğradı|{n} ceketi değiştirmek istiyor|{n} önerdi|komşum {n} teslim aldı|{n} bozuk diyor|{n} hediye etti|{n} yazdı bana|{n} gönderdi
""",
        "cs": r"""
balík dostal {n}|jedu s {n}|bez {n} nic nezmůžu|včera přišel {n}|{n} chce vyměnit bundu|podle {n} je zaplaceno|soused {n} to převzal|kolegyně {n} pomohla|dárek od {n}|{n} odepsala
""",
        "fi": r"""
paketin sai {n}|matkustan {n} kanssa|{n} kävi eilen|{n} haluaa vaihtaa takin|naapurini {n} otti sen|{n} auttoi minua|soittakaa {n}|lahja, jonka antoi {n}|{n} kirjoitti minulle
""",
        "ru": r"""
посылку забрал {n}|вчера заходил {n}|{n} хочет обменять куртку|сосед {n} принял|коллега {n} помогла|{n} ответил|отправил {n}
""",
        "ar": r"""
استلم {n} الطرد|مر {n} أمس|{n} يريد تبديل السترة|جاري {n} استلمه|ساعدني {n}|كتب لي {n}|أرسلها {n}
""",
        "el": r"""
το δέμα το πήρε ο {n}|χθες πέρασε η {n}|ο {n} θέλει αλλαγή|ο γείτονας {n} το παρέλαβε|με βοήθησε η {n}|μου έγραψε ο {n}
""",
    }
)
# Names as programs keep them, and such records without any.
RECORDS: Final = r"""
{n},{city},{num}|{num},{n},{city}|{num};{n};{city}|{n};{num}|"{n}","{city}","{num}"|"{n}";"{num}"|name,city\n{n},{city}\n{n},{city}|id;name;total\n{num};{n};{num}\n{num};{n};{num}|Name;City\n{n};{city}|{f},{l},{num}|{l},{f},{num}|{n}{tab}{num}{tab}{city}|{num}{tab}{n}|first_name,last_name,plan\n{f},{l},basic
{open}"name": "{n}"{close}|{open}"customer": "{n}", "order": {num{close}}|{open}"firstName":"{f}","lastName":"{l}"{close}|{open}"first_name": "{f}", "last_name": "{l}", "city": "{city}"{close}|"recipient": "{n}",|"name":"{n}"|name: {n}\ncity: {city}|customer_name: {n}|name={n}|user_name = {n}|first={f}&last={l}|NAME={n}|owner: "{n}"
<td>{n}</td>|<td>{n}</td><td>{city}</td><td>{num}</td>|<p>{n}</p>|<b>{n}</b> wrote:|<li>{n}</li>|<li>{n}</li><li>{n}</li>|<name>{n}</name>|<customer><name>{n}</name><city>{city}</city></customer>|<span>{n}</span>|<p>Hello, my name is {n}</p>|Name:&nbsp;{n}|<div>Dear {f},</div>|<a href="mailto:{mail}">{n}</a>|<h2>{n}</h2>
{bar} {n} {bar} {city} {bar} {num} {bar}\n{bar} {n} {bar} {city} {bar} {num} {bar}|{bar} {num} {bar} {n} {bar}|- {n}\n- {n}|1. {n}\n2. {n}|* {n}|"{n}" <{mail}>|From: "{n}" <{mail}>|To: {n} <{mail}>|[{n}]|({n})|{n} - {city}|{n}: {num}|> {n} wrote:
""".strip()
UNNAMED_RECORDS: Final = r"""
id,name,city\n|order_id,status,qty\n{num},open,{num}|name;price;stock\n{goods};{num};{num}|{goods},{num},{city}|{city},{num}|{open}"status": "open", "order": {num{close}}|{open}"city": "{city}", "country": "{country}"{close}|{open}"type":"object","enabled":true,"items":[]{close}|"product": "{thing} {goods}"|color: red\nsize: {num}|status=open&page={num}|MODE=debug
<td>{goods}</td><td>{num}</td>|<td>{city}</td>|<p>Hello</p>|<h1>Welcome</h1>|<li>Home</li><li>Returns</li>|<b>Total</b>: {num}|<span class="price">{num}</span>|<div class="hero">Sale</div>|<table><thead><tr><th>Item</th><th>Qty</th></tr></thead></table>|<script src="main.js" defer></script>|<input type="text" placeholder="Search">|<meta charset="utf-8"><title>Shop</title>|<button disabled>Save</button>
&nbsp;Hello&nbsp;|price&nbsp;tag|caf&eacute; &agrave; emporter|&Uuml;ber uns|&copy; {num} &reg; &trade;|&lt;br&gt;|&quot;blue&quot; jacket|&euro;{num} &mdash; &pound;{num}|&rarr; next &larr; back &hellip;|&laquo;bonjour&raquo;|&ldquo;quoted&rdquo; &lsquo;text&rsquo;|&ntilde; &ccedil; &szlig; &auml; &ouml;|font-family: {thing}, Georgia, Helvetica, Arial, sans-serif|font-family: Verdana, Tahoma, Courier|display: flex; justify-content: center|{bar} Item {bar} Status {bar}\n{bar}---{bar}---{bar}\n{bar} {goods} {bar} late {bar}|{bar} {thing} {bar} {num} {bar}|- {goods}\n- {goods}|* Returns\n* Refunds|> Where is it?|[ ] Todo|Item: {goods}|Status: open|City: {city}|Subject: {goods}
""".strip()
# `thing` is a brand, a programme, a material; `called` what is called after somebody; `maker` a brand that no list has,
# with the name of its founder, and `goods` what it makes.
UNNAMED: Final = r"""
I paid with {thing}|{thing} charged me twice|{thing} won't load|{thing} and {thing} both show a blank page|Does it work with {thing}?|My {thing} won't pair with the {thing}|The {thing} broke in {month}|my {thing} is broken|Is the {thing} one still available?|I want the {thing} in {thing}|The {thing} {thing} is too small|Can I return a {thing} bought in {city}?|{thing} keeps crashing|I use {thing} on {thing}|Is {thing} machine washable?|{thing}, {thing} or {thing}?|{thing} or {thing}, which one is better|The {thing} courier never came|{thing} left it at the {thing} in {city}|{thing} says delivered|{thing} tracking is stuck|{thing} app is down|my order from {thing}|{thing} refused my card|{thing} login fails|the {thing} never arrived|A {thing} in size {num}, please|{thing} size {num}, wrong colour|sync with {thing} is broken|{thing} export is empty|The {thing} smells|{thing} was stale|is {thing} included|we booked with {thing}|{thing} cancelled the flight to {city}|the {thing} in {city} was closed|{thing} is cheaper|{thing} gift card does not work|refund via {thing}|{thing} transfer is pending|{thing} support told me to ask you|why is {thing} not supported|got it from {thing} for Christmas|{thing} {num} is out of stock|spare part for the {thing}|the {thing} filter|{thing} battery dead|{thing}'s website|according to {thing} it was delivered|who makes {thing}?|bring back {thing}|{thing} please|{thing}|{thing} {thing}|No {thing}, thanks|with {thing} it works, without it does not|my {thing} account is locked|price in {thing}|compare {thing} with {thing}|is it {thing} or fake|THE {thing} IS BROKEN
The {called} arrived broken|my {called} order|a {called} in {thing}|{called} from {city}, wrong size|I bought {called} at {org}|{called} is out of stock|Do you sell {called}?|is {called} open on {day}|{called} gift card|the {called} leaked|{called} shirt in Red|{called} refused my transfer|{called} login fails|two {called} please|{called} cans leaking|{called}, size {num}|why is {called} so expensive|a voucher for {called}|{called} was thawed|my {called} strap broke|{called} badge did not arrive|I work for {called}
We are in {city} until {day}|I am in {city}|{city}|in {city}|from {city} to {city} in {month}|{city} is rainy|to {city} please|{city}, {country}|is {city} in your delivery area|going to {city} and {city}|{city} or {city}?|it is stuck in {city}|how far is {city}|{city} {day}|{city} airport|the {city} store|Arrives in {city} on {day}
{maker} {goods} broken|{maker} {goods} leaks|the {maker} {goods} arrived damaged|{maker} {goods}, wrong colour|my {maker} {goods} stopped working|{maker} {goods} missing from the parcel|{goods} by {maker} chipped|a {goods} from {maker}|{maker} {thing} not recognised|{thing} {maker} {goods} bent|{maker} sent the wrong {goods}|the {maker} app crashes|is the {maker} {goods} in stock|two {maker} {goods} sets|{maker} {goods} too small|spare part for a {maker} {goods}|{maker} {goods} in {thing}|which {goods} fits the {maker}|{maker} or {maker}, do you stock them|{maker} licence key invalid|{maker} gift card expired|{maker} download link|{maker} ink dried|{maker} voucher|{maker} closed in {city}|the {goods} by {maker} squeaks|{maker} {goods} stuck|{maker} {goods} smells|{maker} & {maker} {goods} cracked|{maker} tiles missing|{maker} expansion in {lang}|{maker} firmware update fails|battery of the {maker} {goods}|{maker} container delayed|{maker} lost the parcel|lunch at noon|@ noon|at noon please|the code {thing} is rejected|entrance is in {city}|branch in {city}|pickup in {city} possible?
bills of {month} and {month}|for {month}|both {month} and {month}|{month} and {month} are missing|between {month} and {month}|paid in {month} and {month}|not {month} but {month}|{month}, {month} and {month}|{day} or {day}|on {day} and {day}|since {day}
I'm Happy|I'm Angry|I'm Disappointed|I am Very Upset|This is Urgent|This is Ridiculous|This is Great|This is Wrong|It's Broken|It's Late|Thanks, Great service|Thanks, Bye|Cheers, All good|Regards, A customer|Regards, Your customer|Thank You, Have a nice day|My Name Is Wrong On The Card|my name is wrong on the ticket|my name is not on it|my name is misspelt|my name is missing|my last name changed|Name: N/A|Surname: as before|Name: same as above|Thanks,\nSent from my phone|Kind regards,\nThe team|Dear Customer|Dear Support|Hello Service|Best regards,\nSales|a mr or mrs on the form|the field mr is missing|which title, mr or ms|I am not a mr|miss the old design|I miss it|we miss you|don't miss the sale|mister, please|dr appointment|the dr said no|ms teams|ms office|ms word file|the price is high|the king size bed|young people|wood stove|rich taste|long sleeve|day pass|field is empty|page is blank|bell rings|best price|good day|power is off|winter tyres|brown shoes|green tea
Jasmine rice missing|Basil pesto|Rosemary oil|Ginger tea|Sage green|Olive oil leaked|Hazel frames|Amber light blinks|Ruby port|Pearl necklace|Coral lipstick|Crystal glass broken|Summer sale|Autumn jacket|Harmony remote|Angel wings|Ivy plant|Heather grey|Lily bulbs|Daisy chain|Iris bulbs|Violet dress|Poppy seeds|Cherry tomatoes|Victoria line|Charlotte potatoes|Georgia peaches|Virginia ham|Sydney office|Florence fennel|Jack socket|Bill payment|Mark down|Frank opinion|Grant application|Will call ticket|Art supplies|Sandy colour|Rusty screws|Dusty filter|Misty mirror|Max volume|Rich text|Penny off|Sterling silver|Christian book|Joy stick|Hope you are well|Faith school|Grace days|Lance tip|Carol singers|Gene test|Gale warning|Cliff edge|Brook trout|Clay pot|Flint stone|Jade ring|Opal ring|Garnet ring|King size bed|Major error|Judge for yourself|Page not found|Mason jar|Cooper tyres|Taylor made fit|Hunter green|Baker's dozen|Cook book|Potter's wheel|Archer game|Porter beer|Gardener gloves|Ranger boots|Piper toy|Reed diffuser|Forest green|Rowan tree|Ash tray|Willow pattern|Robin feeder|Martin house|Sunny side|Sonny side|Dolly cart|Jenny wheel|Molly bolt|Teddy bear|Bobby pins|Toby jug|Billy goat|Tom yum|Nick in the blade|Pete moss|Ray of light|Drew it wrong|Skip this|Chuck key|Buddy pass|Buster pump|Duke box|Ace bandage|Chip reader|Rod holder|Pierce the foil|Norm of the test|Miles earned|Jet lag|Ford transit|Dean of faculty|Jean jacket|Denim jean|Bell pepper|Bean bag|Rice cooker|Field test|Stone wash|Wood stain|Green bin|Brown sauce|White wine|Black tea|Gray paint|Young adult size|Long sleeve|Small print|Strong glue|Sharp knife|Swift reply|Wise choice|Noble wood|Savage storm|Bright bulb
""".strip()
UNNAMED_ABROAD: Final[Mapping[str, str]] = MappingProxyType(
    {
        "de": "bitte um Storno|Storno bitte, falsche Größe|Stornierung|Stornierung, bitte|ich möchte stornieren|Rücksendung|Reklamation|Widerruf|Kündigung|Erstattung bitte|Bitte senden Sie die Rechnung nach {city}|Die Lieferung nach {city} dauert zu lange|Lieferung nach {city} bitte|Ich wohne in {city}|Ich bin gerade in {city}|Kann ich mit {thing} zahlen?|Zahlung mit {thing} geht nicht|Der Akku vom {thing} ist leer|Der Akku hält nicht|Wo ist die Gebrauchsanweisung?|Gebrauchsanweisung für den {thing}|Ersatzteil für den {thing} gesucht|Mein Paket von {thing} fehlt|Die {thing} Düse ist verstopft|Meine Bestellung bei {thing} ist verschwunden|Das {thing} geht nicht an|Der {thing} ist undicht|Gutschein von {thing} ungültig|Der Rasenmäher springt nicht an|Das Ladekabel fehlt|Die Waschmaschine schleudert nicht|Das Netzteil brummt|Habe ich Garantie?|Der Versand kostet zu viel|Sendungsverfolgung geht nicht|Die Größe passt nicht|Farbe gefällt mir nicht|Wann kommt der Techniker?|Zählerstand melden|Mahnung erhalten|Lastschrift zurückgegeben|Ratenzahlung möglich?|Vertragsverlängerung|Rufnummernmitnahme|Passwort vergessen|Anmeldung klappt nicht|Meine Frau wartet|meine frau ist krank|der Herr am Telefon war nett|die Dame war unfreundlich|Ist der {thing} lieferbar?|Grüße aus {city}|Schöne Grüße|Danke im Voraus|Ich bin enttäuscht|ich bin sauer|Ich bin Kunde|ich bin umgezogen|Das ist Betrug|hier ist die Rechnung|Termin am {day}|Kasse meldet Fehler|Umtausch möglich?|Filiale in {city} hatte zu|Flug nach {city} gestrichen|Bahn hatte Verspätung|Der Koffer ist weg|Umtausch in der Filiale {city}|{maker} hat falsch geliefert|Abholung in {city}|Das Display der {maker} flackert|{maker} {thing} defekt|Retoure an {maker}",
        "fr": "Je suis à {city} jusqu'à {day}|Ma commande {thing} est bloquée|Commande {thing} annulée|ma commande est bloquée|Le colis est à {city}|Le paquet est bloqué à {city}|Est-ce que vous livrez en {country}?|Je pars à {city} samedi|Livraison à {city} ?|Mon {thing} ne marche plus|remboursement par {thing}|Puis-je payer avec {thing} ?|Le chargeur est cassé|Facture manquante|Résiliation|Annulation de commande|Réclamation|Retour produit|mot de passe oublié|je suis déçue|je suis cliente|je suis en retard|je suis fâché|c'est urgent|c'est une honte|Suivi de colis|Le livreur n'est pas passé|Carte bancaire refusée|Le lave-linge fuit|La taille ne va pas|Garantie expirée ?|Bonne journée|Bien cordialement|Merci d'avance|Madame, Monsieur|Bonjour Madame|Bonjour Monsieur|Messieurs|le monsieur au téléphone|la dame de l'accueil|Vol pour {city} annulé|valise perdue à {city}|réservation à {city}|le {maker} grince|{maker} n'a rien livré",
        "es": "Vivo en {city}|Estoy en {city}|El paquete está en {city}|Mi pedido de {thing} no llega|Pedido de {thing} sin llegar|¿Puedo pagar con {thing}?|Mi {thing} no carga|la cafetera {thing} pierde agua|Anulación del pedido|Devolución|Reclamación|Reembolso por favor|la talla no me va|contraseña olvidada|factura sin llegar|soy cliente|soy de {country}|estoy harto|estoy muy enfadada|señor, por favor|la señora de la tienda|Buenas tardes|Un saludo|Gracias de antemano|vuelo a {city} cancelado|maleta perdida en {city}|el mensajero no vino|garantía caducada|tarjeta rechazada",
        "it": "Vivo a {city}|Sono a {city} fino a {day}|Il pacco è fermo a {city}|Il corriere {thing} non passa|Posso pagare con {thing}?|Il mio {thing} non si accende|Annullamento ordine|Reso|Reclamo|Rimborso per favore|la taglia non va bene|password dimenticata|fattura mancante|sono cliente|sono arrabbiata|sono in ritardo|la signora del negozio|Buona giornata|Distinti saluti|Grazie in anticipo|volo per {city} cancellato|la garanzia è scaduta|carta rifiutata|spedizione a {city}",
        "nl": "Ik woon in {city}|Ik ben in {city}|De bestelling bij {thing} is weg|Bestelling bij {thing} is kapot|Kan ik met {thing} betalen?|Mijn {thing} laadt niet op|Annulering|Retour|Klacht|Terugbetaling graag|de maat past niet|wachtwoord vergeten|factuur ontbreekt|ik ben klant|ik ben boos|er is gebeld|er heeft niemand gebeld|mevrouw aan de telefoon|meneer was aardig|Fijne dag|Alvast bedankt|vlucht naar {city} geannuleerd|koffer kwijt in {city}|de koerier kwam niet|garantie verlopen",
        "pl": "Paczka jest w {city}|Jestem w {city}|Zamówienie z {thing} nie dotarło|Czy mogę płacić {thing}?|Mój {thing} nie działa|Anulowanie zamówienia|Zwrot|Reklamacja|Zwrot pieniędzy|zły rozmiar|nie pamiętam hasła|brak faktury|jestem klientem|jestem zła|pan z infolinii|pani w sklepie|Miłego dnia|Z góry dziękuję|lot do {city} odwołany|kurier nie przyjechał|karta odrzucona",
        "sv": "Jag bor i {city}|Jag är i {city}|Paketet från {thing} är borta|Kan jag betala med {thing}?|Min {thing} laddar inte|Avbeställning|Retur|Reklamation|Återbetalning tack|fel storlek|glömt lösenord|fakturan saknas|jag är kund|jag är arg|Ha en bra dag|Tack på förhand|flyget till {city} är inställt|budet kom inte|garantin gick ut",
        "pt": "Encomenda parada em {city}|encomenda parada|Estou em {city}|Moro em {city}|Posso pagar com {thing}?|Meu {thing} não liga|Cancelamento|Devolução|Reclamação|Reembolso por favor|tamanho errado|esqueci a senha|fatura em falta|Entrega em {city}|sou cliente|estou zangada|o senhor da loja|a senhora do atendimento|Tenha um bom dia|Obrigado desde já|voo para {city} cancelado|o estafeta não veio|cartão recusado",
        "tr": "{city} şehrine gönderim var mı|Kargom {city} şubesinde kaldı|{thing} ile ödeyebilir miyim?|{thing} çalışmıyor|İptal|İade|Şikayet|para iadesi istiyorum|beden olmadı|şifremi unuttum|fatura gelmedi|müşterinizim|İyi günler|Şimdiden teşekkürler|mağaza açık mı|kurye gelmedi|kartım reddedildi",
    }
)
