"""What people say of their own health, and that they will go to law, in other languages; what is bought is neither."""

# ruff: noqa: E501, RUF001 (a wording is read in one piece; a Turkish letter is meant)

from typing import Final

from app.domain.detection.led import Led
from app.domain.plain_text import normalise

# Of who works or delivers there, and of what is done there.
_AT_WORK: Final = r"(?! (?:\w{1,12} )?(?:arbeit|liefer|besch[aä]ftigt|angestellt|t[aä]tig|zum dienst|pour (?:livrer|travailler)|livrer|infirmi|m[eé]decin|trabaj|entreg|de guardia|per (?:consegn|lavor)|infermier|medic[oa]|werk|bezorg|aan het werk|na dy[zż]ur|pracuj|a trabalh|trabalh|plant[aã]o|och jobb|jobb|arbet|leverer|[cç]al[iı][sş]))"
_PETS: Final = r"hund|h[uü]ndin|katze|kater|pferd|chien|chienne|(?:mon|le|notre|un) chat|chatte|cheval|perr[oa]|gat[oa]|gatt[oa]|caballo|(?:mio|il|nostro) cane|cavallo|hond|(?:mijn|onze|de) (?:poes|kat)|paard|(?:m[oó]j|nasz) (?:pies|kot|ko[nń])|kotka|cachorr[oa]|c[aã]o|cadela|hunden|katten|k[oö]pe[gğ]im|kedim"
_ILL: Final = r"(?:diabetes|diabet|diab[eè]te|diabete|cukrzyc[eę]|c[aá]ncer|cancro|cancer|krebs|kanker|raka|nowotw[oó]r|tumor|tumore|tumeur|asthma|asthme|asma|astma|astm[eę]|epilepsi[ae]?|epilessia|[eé]pilepsie|padaczk[eę]|demenz|d[eé]mence|demencia|demenza|dementie|dem[eê]ncia|demens|alzheimer|parkinson|multiple sklerose|scl[eé]rose en plaques|esclerosis|sclerosi|depression(?:en|er)?|d[eé]pression|depresi[oó]n|depressione|depress[aã]o|depresj[eę]|hiv|vih|sida|(?:een |einen |un |en |um )?(?:herzinfarkt|schlaganfall|infarctus|avc|infarto|ictus|derrame|hartaanval|beroerte|hj[aä]rtinfarkt|stroke))"
HEALTH: Final = Led(
    normalise(
        rf"(?<![^\W_])(?:(?:(?:ich |er |sie |mutter |vater |mama |papa |mann |frau |sohn |tochter |oma |opa |kind )(?:habe|hat|hatte|leide an|leidet an)|habe) (?:leider |seit \w{{1,12}} |schwere[ns]? )?{_ILL}(?![\w-])"
        rf"|(?:sitze|sitzt|sa[sß]|bin|ist) (?:\w{{1,12}} )?im rollstuhl|bin (?:\w{{1,12}} )?behindert(?![\w-])|(?:bin|ist|war) (?:\w{{1,12}} )?(?:schwerbehindert|pflegebed[uü]rftig|diabetiker(?:in)?|krebskrank|demenzkrank|geh[oö]rlos|schwerh[oö]rig|querschnittsgel[aä]hmt|epileptiker(?:in)?|asthmatiker(?:in)?|depressiv)(?![\w-])"
        rf"|j'ai (?:un |le |une |la |du |eu un |fait un )?{_ILL}(?![\w-])|(?:m[eè]re|p[eè]re|femme|mari|fils|fille|elle|il|maman|papa) a (?:un |le |une |la |du |eu un |fait un )?{_ILL}(?![\w-])"
        rf"|(?:suis|est|[eé]tait|[eé]tais) (?:actuellement |encore |toujours |tr[eè]s |[aà] nouveau )?(?:[aà] l'h[oô]pital|aux urgences|hospitalis[eé]e?|diab[eé]tique|asthmatique|[eé]pileptique|handicap[eé]e?|en fauteuil(?: roulant)?|sourde?|aveugle|malvoyante?|malentendante?|en d[eé]pression|d[eé]pressi(?:f|ve)|en chimio)(?![\w-]){_AT_WORK}"
        rf"|(?:tengo|tiene|padezco|padece|sufro de|sufre de) (?:un |la )?{_ILL}(?![\w-])|(?:estoy|est[aá]|estaba|estuve|sigue|sigo) (?:\w{{1,10}} )?(?:ingresad[oa]|hospitalizad[oa]|en (?:el )?hospital|en urgencias|en silla de ruedas)(?![\w-]){_AT_WORK}|(?:soy|es) (?:diab[eé]tic[oa]|cel[ií]ac[oa]|asm[aá]tic[oa]|epil[eé]ptic[oa]|sord[oa]|cieg[oa]|discapacitad[oa])(?![\w-])|(?:voy|va|uso|usa) (?:en )?silla de ruedas(?! (?:el[eé]ctrica|plegable))"
        rf"|(?:sono|[eè]|era|siamo) (?:\w{{1,12}} )?(?:incinta|in ospedale|al pronto soccorso|ricoverat[oa]|diabetic[oa]|celiac[oa]|asmatic[oa]|epilettic[oa]|disabile|invalid[oa]|in sedia a rotelle|sord[oa]|cieco|cieca|depress[oa])(?![\w-]){_AT_WORK}|(?:ho|ha|soffro di|soffre di) (?:il |un |la |l'|avuto un )?{_ILL}(?![\w-])"
        rf"|(?:ben|is|was) (?:\w{{1,10}} )?(?:zwanger|slechthorend|slechtziend|gehandicapt|diabeet)(?![\w-])|(?:lig|ligt|lag|liggen) (?:\w{{1,10}} )?in het ziekenhuis|(?:ben|is|werd) opgenomen in het ziekenhuis|(?:heb|heeft|had) (?:\w{{1,10}} )?{_ILL}(?![\w-])|(?:zit|zat) in een rolstoel"
        rf"|(?:jestem|jest|by[lł]am|by[lł]a) (?:\w{{1,10}} )?(?:w ci[aą][zż]y|w szpitalu|cukrzykiem|niepe[lł]nosprawn[yae]|niewidom[yae]|g[lł]uch[yae])(?![\w-]){_AT_WORK}|(?:le[zż][eę]|le[zż]y|le[zż]a[lł]am?|trafi[lł]am?) (?:\w{{1,10}} )?(?:w|do) szpital[ua]|(?:mam|ma|choruj[eę] na|choruje na) {_ILL}(?![\w-])|(?:je[zż]d[zż][eę]|porusza si[eę]|poruszam si[eę]) na w[oó]zku"
        rf"|(?:estou|est[aá]|t[oôá]|fiquei|ficou|estava) (?:\w{{1,10}} )?(?:gr[aá]vida|internad[oa]|hospitalizad[oa]|no hospital|em cadeira de rodas|com {_ILL})(?![\w-]){_AT_WORK}|(?:sou|[eé]) (?:diab[eé]tic[oa]|cel[ií]ac[oa]|asm[aá]tic[oa]|cadeirante|surd[oa]|ceg[oa]|deficiente)(?![\w-])|(?:tenho|tem|teve|sofro de|sofre de) (?:um |a )?{_ILL}(?![\w-])"
        rf"|(?:[aä]r|blev|er) (?:\w{{1,10}} )?(?:gravid|inlagd p[aå] sjukhus(?:et)?|indlagt|innlagt)(?![\w-])|(?:ligger|l[aå]g|[aä]r) (?:inlagd )?p[aå] (?:sjukhus(?:et)?|sygehuset|sykehus(?:et)?|hospitalet)(?![\w-]){_AT_WORK}|(?:jag|hon|han|mamma|pappa|jeg|hun) har (?:haft )?{_ILL}(?![\w-])|sitter i rullstol"
        r"|hamileyi[mz]|e[sş]im hamile|hastanede (?:yat\w+|tedavi\w*)|hastaneye yat\w+|(?:[sş]eker|kanser|kalp|b[oö]brek) hastas[iı](?:y[iı]m)?(?![\w-])|tekerlekli sandalyedeyim)"
    ).text
)
LAW: Final = Led(
    normalise(
        r"(?<![^\W_])(?:verklag(?:e|en|t)(?![\w-])|(?:wir )?sehen uns vor gericht|(?:gehe|gehen|ziehe|ziehen) (?:\w{1,10} )?vor gericht|(?:gehe|gehen|geh) (?:\w{1,10} )?(?:zum|zu einem|zu meinem) (?:anwalt|rechtsanwalt)|(?:meine|unsere) (?:rechts)?anw[aä]lt(?:in|e)|(?:mein|unser)e?[nm]? (?:rechts)?anwalt(?![\w-])(?! kost[uü]m)|rechtliche schritte|rechtsweg|strafanzeige|anzeige (?:gegen sie |gegen euch )?(?:erstatten|erstatte)|sammelklage"
        r"|(?:porte|porter|portons|porterai|d[eé]pose|d[eé]poser|d[eé]poserai) (?:une )?plainte|poursuivre en justice|(?:action|actions|recours) (?:en justice|judiciaires?)|on se (?:verra|retrouvera) (?:au tribunal|devant le juge)|saisi[rs]? (?:le tribunal|la justice)|mon avocate?(?![\w-])(?! (?:est |[eé]tait )?(?:\w{1,8} )?(?:m[uû]r|pourri|vert|dur|noir|noirci))|notre avocat(?![\w-])(?! m[uû]r)"
        r"|(?:voy|vamos) a (?:demandar|denunciar)(?:l[eo]s?|os)?(?![\w-])|(?:os|les?|los|te) (?:demandar[eé]|denunciar[eé]|demando|denuncio|voy a denunciar|voy a demandar)(?![\w-])|nos vemos en (?:los tribunales|el juzgado|los juzgados|juicio)|acciones legales|(?:mi|nuestr[oa]) abogad[oa](?![\w-])|poner(?:[eé])? (?:una )?denuncia|v[ií]a judicial"
        r"|(?:vi|le|ti) (?:faccio|far[oò]|faremo) causa|(?:vi|la|ti) (?:denuncio|denuncer[oò]|querelo|quereler[oò])(?![\w-])|vie legali|(?:il mio|mio|nostro) avvocato|mia avvocata|ci vediamo in tribunale|azioni? legal[ei]"
        r"|(?:stap|stappen|ga|gaan) (?:\w{1,10} )?naar de rechter|(?:mijn|onze) (?:advocaat|advocate)(?![\w-])(?! (?:is op|fles|is te zoet))|juridische stappen|aanklagen|(?:klaag|sleep) jullie (?:aan|voor de rechter)|rechtszaak"
        r"|(?:pozw[eę]|pozwiemy|pozywam)(?![\w-])|(?:id[eę]|p[oó]jd[eę]|idziemy|oddam|podam|oddaj[eę]|kieruj[eę]|spraw[aęe]) (?:\w{1,10} ){0,2}do s[aą]du|m[oó]j (?:prawnik|adwokat)|moja (?:prawniczka|adwokatka)|kroki prawne|drog[eęa] s[aą]dow[aą]"
        r"|(?:vou|vamos|irei) (?:te |os |lhe |lhes |vos )?processar|(?:meu|o meu|nosso) advogado|minha advogada|(?:medidas|vias) (?:legais|judiciais)|a[cç][aã]o judicial|nos vemos no tribunal|vejo-vos em tribunal|entrar na justi[cç]a"
        r"|(?:jag |vi )?st[aä]mmer (?:er|dig|f[oö]retaget|butiken)|(?:min|v[aå]r) advokat(?![\w-])|r[aä]ttsliga [aå]tg[aä]rder|vi ses i (?:r[aä]tten|retten)|mahkemeye (?:ver|gid|ta[sş][iı]|ba[sş]vur)\w*|avukat[iı]m\w*|dava a[cç]\w+|mahkemede g[oö]r[uü][sş]\w+)"
    ).text
)
# Whose health it is, read right before: of an animal it is nobody's.
PETS: Final = normalise(_PETS).text
