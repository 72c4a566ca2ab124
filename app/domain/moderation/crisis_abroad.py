"""Self-harm in other languages; written without accents, as plain text is."""

# ruff: noqa: E501, RUF001 (a wording is read in one piece; other scripts are meant)

import re
from typing import Final

from app.domain.moderation.text import plain
from app.domain.moderation.wording import Wordings, in_order

LATIN: Final[Wordings] = (
    (
        "dich mich mir sich / aufhangen das die erhangen erschiessen erschieß* ertranken etwas ritzen toten umbringen umzubringen vergiften verletzen",
        r"\b(?:mich|sich|mir|dich selbst) (?:\w+ ){0,3}?(?:umbringen|umzubringen|toten|erhangen|aufhangen|erschiessen|erschieße?n|ritzen|vergiften|ertranken|verletzen|das leben (?:zu )?nehmen|etwas an\w*|die pulsadern)\b",
    ),
    (
        "mich / erhange hasse ritze schneide tote verletze",
        r"\b(?:ritze|verletze|hasse|tote|schneide|erhange) (?:ich )?mich\b(?! (?:\w+ )?(?:aus|an(?! den (?:armen|beinen))|beim|fur|dass|wenn|wie|mit (?:der|dem|eurer|eurem))\b)",
    ),
    (
        "bring bringe bringt / mich sich",
        r"\bbring(?:e|t)? (?:ich )?(?:mich|sich) (?:\w+ ){0,2}?um\b(?! (?:\d|vor|eine?n?|zwei|drei|vier|funf|sechs|sieben|acht|neun|zehn|halb|den|die|das)\b)",
    ),
    in_order("hang hange", "mich", "auf", gap=1, unless="de[rmn]|die|das|ein"),
    in_order("schneid* ritz*", "mir", "arme arm handgelenk* unterarme beine haut adern oberschenkel pulsadern", gap=3),
    in_order("ritzen", "hilft einzige beruhigt erleichtert entspannt brauche", gap=3),
    in_order("besser wunsch* ware froh", "ich", "tot nie_geboren nicht_geboren nicht_mehr_da_ware", gap=2),
    in_order(
        "alle ganze ganzen",
        "tabletten pillen schlaftabletten schlafmittel",
        "genommen geschluckt nehmen schlucken",
        gap=2,
    ),
    in_order("tabletten pillen schlaftabletten", "vor_mir neben_mir bereit_gelegt geschluckt", gap=2),
    in_order(
        "springe spring",
        "von_der von_einer vom aus_dem vor_den vor_die",
        "brucke dach hochhaus balkon fenster klippe zug bahn",
        gap=1,
    ),
    in_order("einschlafen schlafen", "nie nicht", "aufwachen aufzuwachen", gap=2),
    in_order("halt* ertrag*", "das_leben mein_leben", "nicht_mehr nicht_langer", gap=1),
    in_order("schluss", "mit_meinem_leben mit_dem_leben", gap=1),
    in_order("weg_sein", "fur_immer", gap=0),
    ("selbst*", r"\bselbst(?:mord|totung|verletz|mord\w*)\w*"),
    ("suizid*", r"\bsuizid\w*"),
    ("freitod", r"\bfreitod\b"),
    (
        "dass nicht nie sterben tot verschwinden / einfach mochte nur will wollte wunschte wurde",
        r"\b(?:will|wollte|mochte|wurde gern|wunschte|will einfach|will nur) (?:\w+ ){0,4}?(?:sterben|tot sein|tot|nicht mehr leben|nicht mehr aufwachen|nicht mehr da sein|nicht mehr hier sein|nie wieder aufwachen|dass alles aufhort|verschwinden fur immer|nicht mehr existieren)\b",
    ),
    ("nicht / mehr", r"\bnicht mehr (?:leben|weiterleben|aufwachen|am leben sein|weiter leben|existieren)\b"),
    (
        "alles leben / beenden ein keinen nicht sinnlos",
        r"\b(?:leben (?:\w+ ){0,2}?(?:beenden|ein ende (?:setzen|machen)|nicht mehr lebenswert|keinen sinn mehr|sinnlos)|alles (?:\w+ ){0,2}?ein ende (?:setzen|machen))\b(?! (?:ha(?:ha)+|lol)\b)",
    ),
    (
        "keinen / grund lebenswillen sinn",
        r"\bkeinen (?:grund|sinn|lebenswillen) (?:\w+ )?(?:zu leben|weiterzuleben|im leben|mehr zu leben|zum leben|mehr)\b",
    ),
    ("lebensmude", r"\blebensmude\b"),
    in_order("ohne_mich", "besser glucklicher leichter", gap=3),
    in_order("niemand keiner", "vermiss* fehlen interessier* merk*", "tot sterbe weg_bin nicht_mehr_da", gap=4),
    in_order("mach mache setz setze", "dem_ganzen dem_allem allem", "ein_ende", gap=1),
    in_order(
        "arme arm handgelenke adern beine oberschenkel unterarme",
        "aufgeschnitten geritzt aufgeritzt zerschnitten aufschneiden aufritzen",
        gap=1,
    ),
    in_order("werf werfe schmeiss schmeisse sturz sturze", "mich", "vor_den vor_die vom von_der von_einer", gap=1),
    ("ohne / mich", r"\b(?:besser|glucklicher) (?:\w+ )?ohne mich\b"),
    in_order("wie_viele wieviele", "schlaftabletten", gap=0),
    in_order(
        "wie_viele wieviele welche",
        "tabletten pillen",
        "sterben todlich* umbring* tot reichen ausreichen einschlafen brauch*",
        gap=5,
    ),
    ("uberdosis", r"\buberdosis\b"),
    ("keine / lust", r"\bkeine lust mehr (?:zu leben|auf (?:das |dieses )?leben)\b"),
    ("keine / kraft", r"\bkeine kraft mehr (?:zu leben|zum leben|weiterzuleben)\b"),
    ("vom / springen*", r"\bvom (?:dach|hochhaus|balkon) springen"),
    ("von / brucke", r"\bvon (?:der|einer) brucke springen"),
    ("vor / bahn zug", r"\bvor (?:den|einen|die) (?:zug|bahn)\b"),
    ("pulsadern", r"\bpulsadern\b"),
    ("abschiedsbrief", r"\babschiedsbrief\b"),
    ("kann / nicht", r"\bkann nicht mehr leben\b"),
    (
        "suicider tuer pendre mutiler scarifier foutre faire ouvrir jeter donner scarifie mutile coupe suicide tue m'*",
        r"\b(?:me|se|te|m') ?(?:suicider|tuer|pendre|mutiler|scarifier|foutre en l'air|faire du mal|ouvrir les veines|jeter (?:sous|du|d'un|dans le vide)|donner la mort|scarifie|mutile|coupe les veines|suicide|tue)\b",
    ),
    ("m'*", r"\bm'(?:ouvrir les veines|oter la vie|enlever la vie|automutil\w+)"),
    ("auto automutil*", r"\bauto-?mutil\w*"),
    (
        "aimerais envie prefere* souhaite veut veux voudrais / crever disparaitre etre mourir ne",
        r"\b(?:veux|voudrais|envie de|prefere(?:rais)?|aimerais|veut|souhaite) (?:\w+ )?(?:mourir|crever|disparaitre pour toujours|etre mort\w*|ne plus (?:vivre|exister|etre la|me reveiller|se reveiller))\b",
    ),
    (
        "jours propre vie / en mettre",
        r"\b(?:en finir|mettre fin) (?:avec|a) (?:la|ma|sa|mes|cette) (?:vie|jours|propre vie)\b",
    ),
    in_order("veux", "en_finir", gap=1, unless="avec (?!tout|la vie|ma vie|moi)"),
    ("finir / en", r"\ben finir (?:ce soir|maintenant|pour de bon|avec tout|une fois)"),
    (
        "plus / continuer exister la vivre",
        r"\bplus (?:envie|la force|le gout|aucune raison|de raison|goute) (?:de |a )?(?:vivre|continuer a vivre|exister|la vie)\b",
    ),
    (
        "plus / peux veut veux",
        r"\b(?:ne )?(?:veux|veut|peux) plus (?:vivre|exister|etre la|continuer a vivre|me reveiller|etre en vie)\b",
    ),
    in_order("personne", "regretter* manquer* remarquer*", "mourais mort morte mourir meurs disparaissais", gap=4),
    ("pensees / suicidaires", r"\bpensees suicidaires\b"),
    ("suicid*", r"\bsuicid\w+"),
    ("sans / moi", r"\b(?:mieux|heureux) sans moi\b"),
    ("vie / aucun plus vaut", r"\bvie (?:ne vaut|n'a plus|n'a aucun)\b"),
    ("mes / jours", r"\bmes jours\b.{0,10}\bfin\b"),
    (
        "combien quelle / mortel* mourir tuer",
        r"\b(?:combien|quelle dose) (?:de |d')?(?:\w+ )?(?:medicaments|somniferes|cachets|comprimes|paracetamol|doliprane)\b.{0,30}\b(?:mourir|mortel\w*|tuer)\b",
    ),
    ("avale* / tou*", r"\bavaler? (?:tous|toute)\b"),
    in_order(
        "sauter saute sauterai jeter jette",
        "du d'un de_la par_la sous_le sous_un sous_les",
        "pont toit balcon fenetre train metro rails immeuble",
        gap=1,
    ),
    in_order(
        "me m'",
        "coupe couper taillade taillader entaille scarifie",
        "bras veines poignets peau cuisses avant-bras",
        gap=2,
    ),
    in_order("scarifier scarification mutiler", "soulage aide seule calme", gap=3),
    in_order("m'endormir dormir", "jamais plus", "reveiller", gap=2),
    in_order(
        "avale avaler",
        "tous_les tous_mes toute_la tout_le",
        "cachets comprimes medicaments somniferes tablette_de_somniferes",
        gap=3,
    ),
    in_order("aimerais voudrais aurais", "jamais_ne jamais_nee pas_ne_au jamais_exister jamais_existe", gap=2),
    in_order("quoi_bon", "vivre", gap=1),
    in_order("peux", "plus", "de_la_vie de_cette_vie de_vivre", gap=1),
    in_order("j'ai", "envie", "d'en_finir d'en_finir_avec_tout", gap=0, unless="avec (?!tout|la vie|ma vie|moi)"),
    (
        "ahorcar cortar lastimar matar morir quitar suicidar / deseo pienso quiere quiero quisiera va voy",
        r"\b(?:me|se) (?:quiero|voy a|quiere|va a|quisiera|pienso|deseo) (?:\w+ )?(?:matar|morir|suicidar|quitar la vida|cortar|ahorcar|lastimar)\b",
    ),
    (
        "deseo ganas ojala preferiria prefiero quiere quiero quisiera / acabar cortarme dejar desaparecer despertar estar existir hacerme matarme matarse morir* muera quitarme suicidarme suicidarse",
        r"\b(?:quiero|quiere|quisiera|deseo|prefiero|ganas de|preferiria|ojala) (?:\w+ )?(?:morir(?:me|se)?|matarme|matarse|suicidarme|suicidarse|quitarme la vida|desaparecer para siempre|dejar de (?:vivir|existir)|estar muert[oa]|acabar con (?:mi vida|todo)|no despertar|no existir|me muera|hacerme dano|cortarme)\b",
    ),
    (
        "despertar estar existir la mi seguir vivir / deseo encuentro le merezco puedo quedan quiere quiero tengo vale",
        r"\bno (?:quiero|quiere|puedo|deseo|tengo ganas de|tengo razones? para|tengo motivos? para|vale la pena|le veo sentido a|encuentro sentido a|merezco|me quedan ganas de) (?:\w+ )?(?:vivir|seguir viviendo|seguir vivi?o?\w*|existir|despertar|la vida|mi vida|estar (?:aqui|viv[oa])|seguir con (?:mi|esta) vida|seguir adelante)\b",
    ),
    (
        "ahorcarme autolesi* cortarme hacerme lastimarme matarme morirme quitarme suicid*",
        r"\b(?:suicid\w+|matarme|quitarme la vida|ahorcarme|cortarme las venas|autolesi\w+|lastimarme|hacerme dano|morirme ya)\b",
    ),
    in_order(
        "nadie",
        "extran* echari* llorari* importari* daria_cuenta",
        "muero muriera muerto muerta murio desaparezco",
        gap=4,
    ),
    in_order("me", "voy_a quiero", "colgar ahorcar", gap=0, unless="de_la llamada|el telefono"),
    in_order("no", "fuerzas animos ganas", "vivir", gap=2, unless="en|con"),
    ("con / vida", r"\b(?:acabar|terminar) con (?:mi|su) (?:propia )?vida\b"),
    ("mejor / sin", r"\bmejor sin mi\b"),
    ("vida / tiene vale", r"\bmi vida no (?:tiene|vale)\b"),
    (
        "cuantas",
        r"\bcuantas (?:pastillas|pildoras)\b(?! (?:trae|traen|tiene|tienen|hay|vienen|por|contiene|debo|cuesta|incluye))",
    ),
    ("sobredosis", r"\bsobredosis\b"),
    ("tirarme / al de desde por", r"\btirarme (?:de|desde|al|por) (?:un|el|la|una)\b"),
    ("estaria* / mejor", r"\bestaria(?:n)? mejor (?:muert[oa]|sin mi)\b"),
    in_order(
        "me",
        "corto corte cortar",
        "brazos venas munecas piel piernas otra_vez para_sentir cuando_estoy porque_me para_no todas_las_noches cada_noche con_cuchillas con_una_cuchilla",
        gap=2,
    ),
    in_order("cortarme", "alivia ayuda unico calma", gap=4),
    in_order(
        "tirar tirarme lanzar lanzarme saltar",
        "por_el por_la desde_el desde_un desde_la del de_un de_la al a_las",
        "balcon ventana puente azotea tejado tren metro vias edificio",
        gap=2,
    ),
    in_order("ojala desearia quisiera", "no nunca", "haber_nacido hubiera_nacido hubiese_nacido", gap=1),
    in_order("dormirme dormir", "no nunca", "despertar despertarme", gap=1),
    in_order(
        "tomarme tomado tragarme tomo tome trague",
        "todas_las un_monton_de un_frasco_de",
        "pastillas pildoras tranquilizantes",
        gap=2,
    ),
    in_order("quitarme", "de_en_medio", gap=0),
    in_order("sentido", "vivir a_la_vida a_mi_vida mi_vida seguir_viva seguir_vivo", gap=1),
    ("carta / despedida", r"\bcarta de despedida\b"),
    (
        "ammazzarmi autolesion* buttarmi farla farmi impiccarmi suicidarmi suicidars* suicidi* tagliarmi togliermi togliersi uccidermi ucciders*",
        r"\b(?:uccidermi|ammazzarmi|suicidarmi|suicidi\w*|suicidars\w+|impiccarmi|togliermi la vita|farla finita|autolesion\w*|farmi del male|ucciders\w|togliersi la vita|buttarmi (?:giu|sotto)(?: (?:un|il|dal))?|tagliarmi (?:le vene|i polsi|le braccia|la pelle|per))\b",
    ),
    (
        "essere morire morta non sparire / desidero preferirei voglia voglio vorrei vuole",
        r"\b(?:voglio|vorrei|vuole|desidero|preferirei|voglia di) (?:\w+ )?(?:morire|morta|essere mort[oa]|sparire per sempre|non svegliarmi)\b",
    ),
    (
        "non piu / andare continuare esistere svegliarmi vivere",
        r"\b(?:non|piu) (?:\w+ )?(?:voglio|vuole|riesco a|ho voglia di|ho motivo di|ho ragioni per|voglia di|merito di) (?:piu )?(?:vivere|esistere|svegliarmi|continuare a vivere|andare avanti cosi)\b",
    ),
    ("porre / fine", r"\bporre fine alla (?:mia|sua) vita\b"),
    in_order("mi", "uccido ammazzo suicido impicco", gap=0, unless="dal|di|dalle|per_questo|se_non"),
    in_order("mi_voglio", "uccidere ammazzare suicidare impiccare", gap=1),
    in_order("mi", "taglio", "vene polsi braccia pelle gambe ancora di_nuovo per_sentire quando", gap=2),
    in_order("mi", "taglio", "da_sola da_solo ogni_notte con_la_lametta", gap=0),
    in_order("mi", "taglio", "da_sola da_solo ogni_notte ogni_sera con_la_lametta", gap=0),
    in_order("tagliato tagliata", "vene polsi braccia", gap=1),
    in_order("nessuno", "mancanza piang* importerebbe accorgerebbe", "morissi muoio morto morta sparissi", gap=4),
    in_order("non", "forza voglia motivo ragione", "vivere", gap=2, unless="in|con|a"),
    in_order("tagliarmi", "aiuta solo unica sollievo", gap=3),
    in_order(
        "butto buttare buttarmi lancio lanciarmi",
        "dal dalla giu_dal sotto_un sotto_il",
        "balcone ponte finestra tetto treno palazzo",
        gap=1,
    ),
    in_order("fossi se_fossi", "mai_nato mai_nata morto morta", gap=1),
    in_order("vorrei", "non essere_mai", "nato nata", gap=3),
    in_order("addormentarmi dormire", "non", "svegliarmi risvegliarmi", gap=2),
    in_order("preso prendere ingoiato ingoiare", "tutte_le un_flacone_di", "pillole pastiglie compresse", gap=2),
    in_order("senso motivo", "vivere la_mia_vita andare_avanti_a_vivere", gap=2, unless="in|a"),
    in_order("non", "faccio riesco", "piu", "vivere", gap=2),
    ("meglio / senza", r"\bmeglio senza di me\b"),
    ("vita / non", r"\bvita non (?:ha|vale)\b"),
    (
        "quante / compresse pastiglie pillole",
        r"\bquante (?:pillole|pastiglie|compresse)\b.{0,30}\b(?:morire|uccid\w+|mortal\w)\b",
    ),
    (
        "acabar automutil* cortando cortar dar enforcar jogar machucar matar mutilar se suicidar tirar",
        r"\b(?:me matar|matar-me|me suicidar|suicidar-me|me enforcar|tirar (?:a )?(?:minha|propria|a propria|minha propria) vida|acabar com (?:a )?(?:minha|tudo|a propria) ?(?:vida)?|me cortar|me cortando|me mutilar|automutil\w+|cortar os pulsos|tirar a vida|dar um fim (?:na|a) minha vida|se matar|me jogar (?:da|de|na frente)|me machucar de proposito)\b",
    ),
    (
        "desaparecer estar morrer nao sumir / gostaria prefiro quer queria quero vontade",
        r"\b(?:quero|queria|gostaria de|vontade de|prefiro|quer) (?:\w+ )?(?:morrer|estar mort[oa]|sumir para sempre|desaparecer para sempre|nao acordar)\b",
    ),
    (
        "nao / acordar continuar estar existir vida viver",
        r"\bnao (?:quero|aguento|tenho vontade de|consigo|vejo (?:sentido|razao|motivo) (?:em|para)|tenho (?:razao|motivo|motivos) para|mereco|faz sentido|vale a pena) (?:mais )?(?:viver|existir|acordar|estar vivo|continuar viv\w+|a vida)\b",
    ),
    ("melhor / sem", r"\bmelhor sem mim\b"),
    in_order(
        "me",
        "corto cortei",
        "bracos pulsos pernas pele para_aliviar para_sentir de_novo quando todas_as_noites toda_noite com_a_lamina com_uma_lamina com_gilete",
        gap=2,
    ),
    in_order(
        "pular saltar jogar atirar",
        "da de_uma do de_um na_frente_do",
        "ponte predio janela varanda terraco trem comboio viaduto",
        gap=1,
    ),
    in_order("ninguem", "falta saudade* choraria notaria", "morresse morrer morto morta sumisse", gap=4),
    in_order("sumir desaparecer sair", "desse_mundo deste_mundo do_mundo", gap=0),
    in_order("nunca nao", "ter_nascido tivesse_nascido", gap=1),
    in_order("dormir", "nunca nao", "acordar", gap=2),
    in_order(
        "tomei tomar engoli engolir", "todos_os uma_cartela_de um_frasco_de", "remedios comprimidos calmantes", gap=2
    ),
    in_order("fim", "minha_vida propria_vida", gap=1),
    in_order("sentido", "na_vida na_minha_vida em_viver pra_viver para_viver", gap=1),
    ("minha / vida", r"\bminha vida nao\b"),
    ("quantos / comprimidos remedios", r"\bquantos (?:comprimidos|remedios)\b.{0,30}\b(?:morrer|matar|fatal)\b"),
    (
        "doden het iets op ophangen pijn snijden van vermoorden verwonden / me mezelf mijzelf zichzelf",
        r"\b(?:mezelf|me|mijzelf|zichzelf) (?:\w+ ){0,2}?(?:van kant (?:te )?maken|(?:te )?vermoorden|ophangen|op te hangen|pijn (?:te )?doen|snijden|iets aan ?(?:te )?doen|doden|verwonden|het leven benemen)\b",
    ),
    ("zelf*", r"\bzelf(?:moord|doding|beschadig|verminking)\w*"),
    (
        "liever wens wil wilde wilt wou zou / dood doodgaan er niet sterven",
        r"\b(?:wil|wou|wilde|liever|wilt|zou graag|wens) (?:\w+ ){0,3}?(?:dood|dood zijn|sterven|niet meer leven|niet meer wakker worden|niet meer bestaan|er niet meer zijn|doodgaan)\b",
    ),
    ("niet / langer meer", r"\bniet (?:meer|langer) (?:willen )?(?:leven|bestaan|wakker worden)\b"),
    ("een / eind*", r"\been eind(?:e)? (?:aan|maken aan) (?:mijn|het|zijn|haar) leven\b"),
    in_order("maak", "er_een_einde_aan er_een_eind_aan", gap=0, unless="dat|het|die|deze|mijn (?!leven)"),
    in_order("snijden krassen", "helpt enige oplucht kalmeert", gap=3, unless="snijdt"),
    in_order("snij kras", "mezelf in_mijn", gap=1, unless="aan"),
    in_order("hang", "mezelf me", "op", gap=1),
    in_order(
        "spring springen", "van_een van_de van_het voor_de voor_een", "brug dak flat balkon gebouw trein metro", gap=1
    ),
    in_order("alle hele een_doos", "pillen slaappillen tabletten", "ingenomen geslikt genomen slikken", gap=2),
    in_order("slapen inslapen", "nooit niet", "wakker", gap=2),
    in_order("wou wens had", "nooit dood", "geboren dood_was dood_ben was_dood", gap=2),
    in_order("dat_ik", "dood_was er_niet_meer_was nooit_was_geboren", gap=0),
    ("geen / reden zin", r"\bgeen (?:zin|reden) (?:meer )?(?:in het leven|om te leven|om verder te leven)\b"),
    ("beter / zonder", r"\bbeter (?:af )?zonder mij\b"),
    (
        "hoeveel / pillen slaappillen",
        r"\bhoeveel (?:pillen|slaappillen)\b(?! (?:zitten|zit|per|kosten|kost|mag|krijg))",
    ),
    ("leven / heeft niet", r"\bleven (?:heeft geen|is niet)\b"),
    (
        "ciac odebrac okalecz* pociac podciac popelnic powiesic powiesze samoboj* samookalecz* sie skonczyc targnac tne zabic zabije zrobic",
        r"\b(?:zabic sie|sie zabic|zabije sie|popelnic samobojstwo|samoboj\w+|powiesic sie|sie powiesic|powiesze sie|skonczyc ze soba|odebrac sobie zycie|targnac sie|okalecz\w+|tne sie|samookalecz\w+|podciac sobie zyly|zrobic sobie krzywde|pociac sie|ciac sie)\b",
    ),
    (
        "chce chcial* chcialabym chcialbym wole / byc nie sie skonczyc umrzec zabic zniknac",
        r"\b(?:chce|chcialbym|chcialabym|wole|chcial\w*) (?:\w+ )?(?:umrzec|nie zyc|zniknac na zawsze|zabic sie|sie zabic|sie nie obudzic|skonczyc z tym zyciem|byc martw\w+)\b",
    ),
    (
        "nie / chce mam moge warto widze",
        r"\bnie (?:chce|moge|mam ochoty|mam sily|mam po co|widze sensu|warto) (?:mi )?(?:juz )?(?:dluzej )?(?:zyc|zycia|w zyciu|istniec|sie obudzic)\b(?! (?:za|przed|o|po)\b)",
    ),
    ("zycia / chce checi powodu sensu", r"\b(?:chce|checi|sensu|powodu) (?:sie )?(?:do )?zycia\b"),
    ("nie / chce", r"\bnie chce (?:mi )?sie (?:juz )?zyc\b"),
    ("lepiej / beze", r"\blepiej beze mnie\b"),
    in_order("tne", "sie", "bo zeby zyletka znowu codziennie", gap=1),
    in_order("skocze skoczyc rzuce rzucic", "z_mostu z_dachu z_okna z_balkonu pod_pociag pod_metro", gap=1),
    in_order("wolalbym wolalabym", "nie", "urodzic zyc istniec", gap=1),
    in_order("polknal* polknel* polkne wzielam wzialem", "wszystkie cale", "tabletki leki opakowanie pigulki", gap=1),
    in_order("podetne podciac potne pociac podcinam", "zyly rece nadgarstki", gap=1),
    in_order("nikt", "tesknil* plakal* zauwazyl*", "umarl* umre zniknal* zginal*", gap=5),
    in_order("nie", "sily", "zyc", gap=1, unless="w|z"),
    in_order("zasnac", "nie nigdy", "obudzic", gap=2),
    in_order("zycie", "stracilo_sens nie_ma_sensu", gap=1),
    ("zycie / nie", r"\bzycie nie ma sensu\b"),
    ("intihar*", r"\bintihar\w*"),
    (
        "canima hayatima kendimi kendini yasamima / as* at* kes* kiy* oldur* son zarar*",
        r"\b(?:kendimi|canima|kendini|hayatima|yasamima) (?:oldur\w*|kiy\w*|as\w+|son ver\w*|kes\w+|zarar\w* ver\w*|at\w+)\b",
    ),
    (
        "geber* olmek olmeyi olsem / daha istem* istey* isti*",
        r"\b(?:olmek|olmeyi|olsem|geber\w+) (?:isti\w*|istey\w*|istem\w*|daha iyi)\b",
    ),
    (
        "hayatta yasamak yasamaya / devam gelmiyor icin istemey* istemi*",
        r"\b(?:yasamak|yasamaya|hayatta kalmak) (?:istemi\w*|istemey\w*|icin (?:bir )?(?:neden|sebep)|devam edemi\w*|gelmiyor)\b",
    ),
    ("artik / dayanamiyorum yasamak yasayamiyorum", r"\bartik (?:yasamak|yasayamiyorum|dayanamiyorum yasamaya)\b"),
    ("bensiz / daha", r"\bbensiz daha (?:iyi|mutlu)\b"),
    ("kendime / zarar", r"\bkendime zarar\b"),
    ("yasamanin / anlami", r"\byasamanin (?:bir )?anlami\b"),
    ("olmek / ist*", r"\bolmek ist\w+"),
    in_order("bilek* kollar* damarlar*", "kes* kesic* jilet*", gap=1),
    in_order("yasamak", "sebebi* nedeni* gucum", gap=2),
    in_order("olsem", "kimse", "uzulme* aglama* fark*", gap=2),
    in_order("keske", "dogmasaydim olseydim olsem dogmamis_olsaydim", gap=2),
    in_order("uyuy* uyum*", "uyanma*", gap=3),
    in_order("butun tum bir_kutu", "hap* ilac*", "ictim icecegim yuttum yutacagim", gap=1),
    in_order("kopruden catidan balkondan binadan trenin", "atla* atacagim atayim onune", gap=2),
    in_order("hayatin yasamin", "anlam*", "kalma* yok", gap=1),
    (
        "livet mit mitt / avsluta ende ta tage tar",
        r"\b(?:ta|tar|ta mitt|avsluta|ta mitt eget|tage|ende) (?:livet av mig|mitt (?:eget )?liv|livet af mig|mit (?:eget )?liv|livet mitt)\b",
    ),
    ("sjalvmord*", r"\bsjalvmord\w*"),
    ("selvmord*", r"\bselvmord\w*"),
    ("selvskad*", r"\bselvskad\w*"),
    ("sjalvskad*", r"\bsjalvskad\w*"),
    (
        "hellre onskar onsker vil vill / do doe dø* forsvinna ikke inte slippe vaere vara være",
        r"\b(?:vill|vil|onskar|onsker|hellre) (?:\w+ ){0,3}?(?:do\b|dø|doe\b|vara dod|vaere dod|være dod|inte leva|ikke leve|ikke leva|forsvinna for alltid|ikke vagne|inte vakna|slippe a leve)",
    ),
    (
        "leva leve mer vara / gidder orkar orker vil vill",
        r"\b(?:orkar|vill|vil|orker|gidder) (?:inte|ikke) (?:mer |mere |langre |langer |lenger )?(?:leva|leve|vara vid liv|mer av livet)\b",
    ),
    (
        "doda drabe drepe dræbe hanga hanger henge hænge skada skade skar skära",
        r"\b(?:doda|drepe|drabe|dræbe|hanga|hanger|henge|hænge|skada|skade) (?:mig|meg|mig selv|meg selv|mig sjalv)\b",
    ),
    in_order(
        "skar skara",
        "mig",
        "armarna armen handlederna benen pa_armarna pa_laren sjalv nar for_att_kanna",
        gap=1,
        unless="pa_burk",
    ),
    in_order("onskar hade", "aldrig", "fotts blivit_fodd", gap=2),
    in_order("ingen", "sakna saknar marka marker", "dog dor vore_dod var_dod forsvann", gap=4),
    in_order("kastar kasta slanger", "mig", "framfor fran_bron fran_taket", gap=0),
    in_order("somna", "aldrig inte", "vakna vaknar", gap=1),
    in_order("tagit svalt svalja", "alla en_hel_karta", "tabletter tabletterna piller pillren somntabletter", gap=1),
    in_order(
        "hoppar hoppa",
        "fran_en fran_bron fran_taket fran_balkongen framfor_taget framfor_ett",
        "bro tak tag tunnelbana hus",
        gap=1,
    ),
    in_order("hoppar hoppa", "fran_bron fran_taket framfor_taget framfor_tunnelbanan", gap=1),
    in_order("alla", "battre", "utan_mig", gap=2),
    in_order("livet", "ar", "meningslost vardelost inte_vart_att_leva", gap=1),
    ("battre / om utan", r"\bbattre (?:utan mig|om jag var dod)\b"),
    (
        "ingen / anledning grund mening",
        r"\bingen (?:mening|grund|anledning) (?:med|til|att|a) (?:livet|leve|leva|at leve)\b",
    ),
    (
        "en haluaisin haluan itsemur* satuttaa tapan tappaa viillella viiltely*",
        r"\b(?:itsemur\w*|tappaa itseni|tapan itseni|haluan kuolla|haluaisin kuolla|en halua (?:enaa )?elaa|satuttaa itseani|viiltely\w*|viillella itseani|en jaksa (?:enaa )?elaa)\b",
    ),
    (
        "chcem chci nechcem nechci samovrazd* se sebeposkozov* sebevrazd* zabijem zabit",
        r"\b(?:zabit se|se zabit|chci umrit|chci zemrit|sebevrazd\w*|samovrazd\w*|nechci (?:uz )?zit|nechcem (?:uz )?zit|zabijem sa|chcem zomriet|sebeposkozov\w*)\b",
    ),
    (
        "imi ma nu sa sinucid* vreau",
        r"\b(?:vreau sa mor|sa ma sinucid|sinucid\w*|nu mai vreau sa traiesc|sa ma omor|imi vine sa mor|ma omor)\b",
    ),
    (
        "meg megolom nem nincs ongyilkos*",
        r"\b(?:ongyilkos\w*|meg akarok halni|megolom magam|meg akarom olni magam|nem akarok (?:tovabb )?elni|nincs ertelme az eletem\w*)\b",
    ),
    (
        "bunuh gak ingin mau mengakhiri menyakiti pengen sayat tidak",
        r"\b(?:bunuh diri|ingin mati|mau mati|pengen mati|tidak ingin hidup|gak mau hidup|mengakhiri hidup\w*|menyakiti diri|sayat tangan)\b",
    ),
    (
        "ket khong muon tu",
        r"\b(?:tu tu|tu sat|muon chet|khong muon song|ket lieu|ket thuc cuoc doi|khong con muon song)\b",
    ),
    (
        "ayoko gusto kujiua magpakamatay nataka",
        r"\b(?:magpakamatay|gusto ko nang mamatay|ayoko nang mabuhay|kujiua|nataka kufa)\b",
    ),
    (
        "aatmahatya atmahatya jeena jina khudkushi mar marna",
        r"\b(?:khudkushi|aatmahatya|atmahatya|marna chahta|marna chahti|mar jana chahta|mar jana chahti|jeena nahi chahta|jeena nahi chahti|jina nahi)\b",
    ),
)
VEILED: Final[Wordings] = (
    in_order("wie_viele wieviele", "tabletten pillen", gap=0),
    in_order("alles", "beenden", gap=2),
    in_order("quiero queria", "acabar terminar", "con_todo", gap=1, unless="lo_de|lo que|el|la"),
    in_order("quero queria", "acabar terminar", "com_tudo", gap=1),
    in_order("voglio vorrei", "finire_tutto finirla sparire", gap=1, unless="dal|dalla|dalle|dai"),
    in_order("wil", "er_niet_meer_zijn er_een_eind_aan_maken er_een_einde_aan_maken", gap=1),
    in_order("chce", "skonczyc_z_tym ze_soba_skonczyc zniknac", gap=1, unless="z (?!tego|zycia)"),
    in_order("vill", "forsvinna avsluta_allt", gap=1, unless="fran (?:er|listan|registret)"),
    in_order("her_seyi", "bitirmek", gap=0),
)
"""What is not of a person's life where the sentence is about the business."""
HARMLESS: Final[Wordings] = (
    (
        "uberdosis overdosis surdose overdose sobredosis overdos",
        r"\b(?:uberdosis|overdosis|surdose|overdose|sobredosis|overdos) (?:de |di |d'|van |an |av )?(?:kaffee|koffie|cafe|caffe|koffein|kaffe|zucker|sucre|azucar|zucchero|werbung|reclame|publicite|publicidad|pubblicita|schokolade|chocola\w*)\b",
    ),
    ("tue tuent tuera", r"\b(?:ca|cela|qui|attendre|l'attente|ce bruit|le bruit|ces? \w+) me (?:tue|tuent|tuera)\b"),
    ("farla / con", r"\bfarla finita con (?:quest[oaie]|il|la|i|le|gli|voi|lo|l') ?(?!(?:mia )?vita\b)\w+"),
    (
        "verletze verletzt schneide / mich",
        r"\b(?:verletze|verletzt|schneide)(?: ich)? mich (?:nicht |doch |dann |schon )?(?:daran|dabei|damit|davon|beim)\b",
    ),
    (
        "lachen rire risa ridere risate lachen rir smiechu skratt",
        r"\b(?:(?:vor|dal|dalle|de|van het|ze|av) (?:lachen|rire|la risa|risa|ridere|risate|rir|smiechu|skratt) (?:\w+ ){0,1}?(?:umbringen|gestorben|sterben)|(?:umbringen|umgebracht|sterben|tot|gestorben|tuer?|mort|mourir|morir|muero|mato|matar|ammazzo|muoio|morire|dood|kapot|morri|morrer|morrendo|zabije sie|umieram|umre|dor|do|dog) (?:\w+ )?(?:vor|de|dal|dalle|van het|ze|av) (?:lachen|rire|la risa|risa|ridere|dal ridere|risate|rir|smiechu|skratt))\b",
    ),
    (
        "caldo calor chaud hitze warmte verguenza honte vergogna",
        r"\b(?:morire|morir|mourir|morrer|sterben|muero|muoio|meurs) (?:de|di|vor) (?:la |le )?(?:caldo|calor|chaud|hitze|warmte|verguenza|honte|vergogna)\b",
    ),
    (
        "prix promo chaussures zapatos precio precios scarpe prezzo prezzi sapato sapatos preco buty skor* pris* ayakkabi*",
        r"\b(?:prix|promo\w*|chaussures|zapatos|precios?|scarpe|prezz[io]|sapatos?|precos?|buty|skor\w*|pris\w*|ayakkabi\w*) (?:\w+ ){0,2}?(?:(?:me|m'|nous|mi|nos|mnie|beni) ?(?:tuent|tue|matan?|uccid(?:e|ono)|matando|zabijaj?[ae]?|oldur\w+)|tar livet av mig|matando)\b",
    ),
    (
        "leben quiero puedo veux vivere viver zyc leva vivir vivre / ruido calor frio bruit froid humidite rumore caldo larm schimmel kalte lawaai kou barulho internet wifi wlan strom",
        r"\b(?:no (?:quiero|puedo) vivir|plus vivre|vivere|viver|leben|leven) (?:mas |plus |piu |mais )?(?:con|sin|avec|sans|com|sem|mit|ohne|met|zonder) (?:\w+ )?(?:ruido|calor|frio|bruit|froid|humidite|rumore|caldo|larm|schimmel|kalte|lawaai|kou|barulho|internet|wi-?fi|wlan|strom)\b|\b(?:ohne|mit) (?:\w+ )?(?:wlan|internet|strom|larm|schimmel) (?:nicht mehr )?leben\b",
    ),
    (
        "leben vie vida vita / handy telefon kaffee portable cafe movil telefono caffe",
        r"\b(?:leben|vie|vida|vita) (?:ohne|sans|sin|senza) (?:\w+ )?(?:handy|telefon|kaffee|portable|cafe|movil|telefono|caffe)\b[^.]{0,30}",
    ),
)
_SCRIPTS: Final = (
    (
        r"[\u0400-\u04ff]",
        (
            r"(?<!\w)(?:"
            r"самоубий\w*|суицид\w*|покончить с (?:собой|жизнью)|(?:убить|убью|убиваю|повесить|резать|режу|порезать) себя|(?:хочу|хочет|хотела? бы|хочется|лучше бы|мечтаю) (?:\w+ ){0,2}?(?:умереть|сдохнуть|умер\w*|не просыпаться|исчезнуть навсегда|не жить)|не (?:хочу|хочется|могу|вижу смысла|хочет|хочу больше|могу больше) (?:больше |дальше |уже )?(?:жить|просыпаться|существовать)|(?:жить|жизни?) (?:больше )?не (?:хочу|хочется|хочет|имеет смысла|вижу)|нет смысла (?:жить|в жизни)|смысла жить|незачем жить|наложить на себя руки|повеситься|повешусь|вскрыть (?:себе )?вены|вскрыть вены|убьюсь|прыгнуть с (?:крыши|моста)|свести счеты с жизнью|причинить себе вред|селфхарм|режусь|без меня (?:\w+ )?(?:будет )?лучше|лучше без меня|сколько таблеток|смертельная доза|устала? жить|выпилиться"
            r"|самогубств\w*|(?:вбити|вб'ю|повісити|різати) себе|накласти на себе руки|(?:хочу|хочеться) (?:\w+ )?(?:померти|вмерти|не прокидатися|здохнути)|не (?:хочу|хочеться|можу|бачу сенсу) (?:більше |далі |вже )?(?:жити|прокидатися)|покінчити (?:з собою|з життям|життя)|немає сенсу жити|жити не хочу|життя не має сенсу|краще без мене|завдати собі шкоди|ріжу себе"
            r")"
        ),
    ),
    (
        r"[\u0370-\u03ff\u1f00-\u1fff]",
        r"αυτοκτον\w*|θελω να πεθανω|να σκοτωσω τον εαυτο|να αυτοκτονησω|δεν θελω να ζω|δε θελω να ζω|να τελειωσω τη ζωη|κανω κακο στον εαυτο|να πεθανω",
    ),
    (
        r"[\u0590-\u05ff]",
        r"להתאבד|התאבדות|רוצה למות|לא רוצה לחיות|להרוג את עצמי|לפגוע בעצמי|לשים סוף לחיי|חותכת את עצמי|נמאס לי לחיות|לגמור עם החיים",
    ),
    (
        r"[\u0600-\u06ff]",
        (
            r"انتحار|الانتحار|أنتحر|انتحر|انتحاري|(?:أريد|اريد|أرغب|ارغب|اتمنى|أتمنى|عايز|عايزة|بدي|ابغى|نفسي|ودي) (?:أن |ان |في |ان )?(?:أموت|اموت|الموت|أقتل نفسي|اقتل نفسي|إنهاء حياتي|انهاء حياتي|أنهي حياتي|انهي حياتي|أؤذي نفسي|اؤذي نفسي|أختفي للأبد)|(?:أقتل|اقتل|قتل|إيذاء|ايذاء|أؤذي|اجرح|جرح|أجرح|سأقتل|ساقتل|شنق) نفسي|لا (?:أريد|اريد|أرغب|استطيع|أستطيع|رغبة لي) (?:أن |ان |في |ب)?(?:أعيش|اعيش|العيش|الحياة|أكمل حياتي|الاستمرار في الحياة)|(?:إنهاء|انهاء|أنهي|انهي|سأنهي) حياتي|سئمت (?:من )?(?:الحياة|حياتي)|تعبت من الحياة|ما ابي اعيش|مش عايز اعيش|ما بدي عيش|الحياة (?:لا|ليست|ما) تستحق|أفضل بدوني|افضل بدوني|لا معنى لحياتي|جرعة قاتلة"
            r"|خودکشی"
            r"|خودكشي"
            r"|می‌خواهم بمیرم"
            r"|میخوام بمیرم"
            r"|میخواهم بمیرم"
            r"|نمی‌خواهم زنده"
            r"|نمیخوام زنده"
            r"|خودم را بکشم"
            r"|خودمو بکشم"
            r"|مرنا چاہت"
            r"|جینا نہیں چاہت"
        ),
    ),
    (
        r"[\u0900-\u0dff]",
        (
            r"आत्महत्या|खुदकुशी|ख़ुदकुशी|मरना चाहत|मर जाना चाहत|जीना नहीं चाहत|जीने का (?:मन|कोई)|जान दे(?:ना| दू)|खुद को (?:मार|नुकसान|चोट)|अपनी जान ले|ज़िंदगी खत्म|जिंदगी खत्म|जीवन समाप्त|जीने की इच्छा नहीं|मरने का (?:मन|तरीका)"
            r"|সুইসাইড"
            r"|আত্মহত্যা"
            r"|মরতে চাই"
            r"|মরে যেতে চাই"
            r"|বাঁচতে চাই না"
            r"|தற்கொலை"
            r"|சாக வேண்டும்"
            r"|ఆత్మహత్య"
            r"|चाहता हूँ मरना"
        ),
    ),
    (
        r"[\u0e00-\u0e7f]",
        r"ฆ่าตัวตาย|อยากตาย|ไม่อยากมีชีวิต|ไม่อยากอยู่แล้ว|ทำร้ายตัวเอง|จบชีวิต|กรีดแขน|อยากหายไปจากโลก",
    ),
    (
        r"[\u3040-\u30ff\u4e00-\u9fff]",
        (
            r"自杀|自殺|自尽|自尽|自残|自殘|自伤|自傷|轻生|輕生|寻死|尋死|想死|想要死|不想活|不想再活|活不下去|活着没意思|活著沒意思|活着没有意义|活著沒有意義|活够了|結束(?:我的|自己的)?生命|结束(?:我的|自己的)?生命|结束自己|結束自己|一了百了|割腕|跳楼|跳樓|上吊|杀了我自己|殺了我自己|杀死自己|殺死自己|伤害自己|傷害自己|不如死了|死了算了|去死算了|没有活下去|沒有活下去|活下去的(?:理由|意义|意義|勇气)|離開這個世界|离开这个世界|安眠药.{0,8}死|安樂死.{0,3}自己|了结(?:自己|生命)|没有我会更好|我死了.{0,6}(?:更好|好)"
            r"|死にたい|しにたい|死にたく|死のうと|死のうか|死んでしまいたい|死んだ方が|死んだほうが|死ぬ方法|死ぬしか|死なせて|消えたい|消えてしまいたい|消えてなくなりたい|自殺|自死|自傷|リストカット|リスカ|首を吊|首吊り|飛び降り(?:たい|よう|自)|生きていたくない|生きたくない|生きる意味|生きてる意味|生きている意味|生きるのが(?:つらい|辛い|疲れ)|生きるのに疲れ|命を絶|いなくなりたい|もう生き(?:て|ら)|オーバードーズ|致死量|楽に死|自分を傷つけ|殺して(?:ほしい|くれ|ください)"
        ),
    ),
    (
        r"[\u1100-\u11ff\uac00-\ud7af]",
        r"자살|죽고 ?싶|죽고싶|자해|죽어 ?버리고|죽어버릴|죽는 (?:방법|게 나)|살고 ?싶지 ?않|살기 ?싫|살 ?이유가|사라지고 ?싶|목숨을 끊|극단적 ?선택|삶을 ?(?:끝내|마감|포기)|인생을 ?끝내|목을 ?매|뛰어내리고 ?싶|손목을 ?(?:긋|그었|그)|내가 없는 게|그만 ?살고 ?싶|스스로 목숨",
    ),
)
"""A script, and the wordings in the languages that write it."""
_IN_SCRIPT: Final = tuple((re.compile(script), re.compile(plain(wordings))) for script, wordings in _SCRIPTS)


def said_in_another_script(sentence: str) -> bool:
    """Tell whether plain text in a script other than Latin speaks of self-harm."""
    return any(script.search(sentence) and wordings.search(sentence) for script, wordings in _IN_SCRIPT)
