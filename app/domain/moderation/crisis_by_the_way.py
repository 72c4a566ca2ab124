"""A death of one's own that is hinted at by the way of another matter: the money may be kept, the rope has come, the
letters are written. Words of other languages are written without accents, as plain text is.

Training does not read these; see `judge.LEARNT_WITH`.
"""

# ruff: noqa: E501 (a list of words is read in one piece)

from typing import Final

from app.domain.moderation.wording import Wordings, wordings

_AWAY = r"(?! (?:\w+ ){0,4}?(?:holidays?|vacation|abroad|travel\w*|mov(?:e|ed|ing)|away|until|till|in (?:may|june|july|august|summer)|(?:this|next) (?:week|month)|on (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b)"
_OVER = r"(?:dead(?! (?:tired|broke|meat|on my|asleep|set|serious|certain|sure|right|wrong|keen|against|in the water))|in (?:my|a|the) (?:grave|coffin|morgue|ground)|under the ground|six feet under|a corpse|buried|cremated|no longer alive|not alive|dead and buried|hanging from|hanging in|with the angels|gone from this (?:world|earth|life))"
_DEAR = r"(?:sister|brother|son|daughter|mum|mom|dad|mother|father|wife|husband|friend|girlfriend|boyfriend|flatmate|roommate|partner|cousin|niece|nephew|aunt|uncle|ex|neighbou?r|student|colleague)"

ENGLISH: Final[Wordings] = (
    # What nobody will be there for any more.
    (
        "i'll ill i'd will / dead grave coffin morgue ground corpse buried cremated alive angels hanging gone",
        rf"\b(?:by then|by the time|when (?:it|that|this|you|he|the \w+)|before (?:it|that|this|you|he|the \w+)|tomorrow|tonight|soon|next \w+|on \w+day|past \w+)\b[^.]{{0,50}}\b(?:i'?ll|i will|i'd)(?: probably| already| long| just| have)? be {_OVER}",
    ),
    (
        "i'll ill i'd will / dead grave coffin morgue ground corpse buried cremated alive angels hanging gone",
        rf"\b(?:i'?ll|i will)(?: probably| already| long| just)? be {_OVER} (?:by (?!now)|before|when (?:it|that|this|you)|tomorrow|tonight|soon|next|on \w+day)",
    ),
    (
        "won't going gonna not never / alive breathing living earth world spend use see enjoy need care wear open read regret",
        rf"\bi(?:'m| am)? (?:won't|will not|not (?:going to|gonna)|don't plan to|'ll never) (?:be (?:alive|breathing|living|on this (?:earth|planet)|in this world)\b(?! (?:here|there|at|in (?:this|that|the) (?:house|flat|city|street|town)))|be (?:around|here|there|with you) (?:any ?more |long enough )?to (?:spend|use|see|enjoy|need|care|wear|regret|pay|find out)\b{_AWAY})",
    ),
    (
        "dead corpse corpses",
        r"\b(?:dead (?:people|men|man|women|woman|folks?|bodies|girls?|boys?)|the dead|corpses?|a corpse) (?:don't|doesn't|do not|does not|can't|can not|needs? no|have no|has no|need|won't|no longer) (?!rise|drop)\w+|\b(?:no|any|not much|little) (?:use|good|help) to (?:the dead|a corpse|a dead (?:man|woman|person))\b",
    ),
    (
        "where / need",
        r"\bwhere i(?:'m| am) (?:going|headed|off to)\b[^.]{0,20}\b(?:don't|won't|do not|no need|nobody)\b(?! (?:\w+ ){0,3}?(?:visa|passport|roaming|coat|jacket|adapter|car|winter|plug|boots|vaccin\w+)\b)|\b(?:don't|won't|no) need (?!(?:a |the |any )?(?:visa|passport|roaming|coat|jacket|adapter|car|plug)\b)(?:\w+ ){0,4}?where i(?:'m| am) (?:going|headed)\b",
    ),
    (
        "nobody no more / me left",
        r"\bthere(?:'s|'ll be| is| will be| won't be)(?: a| any)? (?:no |no more )?me (?:to|left|any ?more|tomorrow|after)\b|\bno more me\b|\b(?:nobody|no one) left (?:alive|to (?:close|charge|bill|answer|pick|pay|call|read))\b",
    ),
    (
        "last / talk speak write hear chat see",
        r"\blast (?:person|one|human|soul|voice|thing|people) (?:that )?i(?:'ll| will|'m going to| am going to|'m gonna)(?: ever)? (?:ever )?(?:talk|speak|write|hear|chat|see|message)\b",
    ),
    ("earth planet / off leaving leave", r"\b(?:off|leav(?:e|ing)) (?:of )?this (?:earth|planet)\b"),
    (
        "life / farewell checking check",
        r"\b(?:farewell from|checking out of|check out of|logging off) (?:this )?life\b",
    ),
    ("hand / own", r"\bby my own hand\b(?! (?:made|written|crafted|sewn))"),
    (
        "coming / alive ever tonight again",
        r"\bi(?:'m| am) not coming (?:home|back) (?:alive|ever again|after (?:tonight|today|this))\b(?! (?:to (?:your|this)))",
    ),
    (
        "stick sticking / around",
        r"\b(?:not|don't want|decided not|don't plan|can't|no longer)(?: to| be| going| plan)* (?:to )?stick(?:ing)? around(?: (?:any ?more|much longer|here|in this world|for (?:much longer|christmas|another)))?\b(?! (?:with|for (?:the (?:meeting|call|end)|your)|as a|on hold|in (?:the|this) (?:queue|line|shop)))",
    ),
    # What has come, been taken or been written for it.
    (
        "rope noose cord / arrived came here delivered",
        r"\b(?:rope|noose|cord)\b(?: \w+){0,3}? (?:arrived|came|is here|got here|was delivered)\b[^.]{0,40}?(?:\bit(?:'ll| will| does)? holds?(?= *(?:$|[,;]| me\b| my weight))|\b(?:strong|long|good) enough for me\b|\btime to go\b|\bgoodbye\b|\bi can go\b|\bready to (?:go|die)\b)",
    ),
    (
        "rope noose cord belt hook beam / me weight",
        r"\b(?:rope|noose|cord|belt)s?\b(?: \w+){0,4}? (?:strong enough for me|holds? me\b|hold my neck|around my neck|round my neck|for my neck)(?! (?:and (?:my|the)|while|when i climb|on the))",
    ),
    (
        "charcoal hose exhaust helium gas / asleep wake sleep over",
        r"\b(?:charcoal|exhaust|helium|gas)\b[^.]{0,60}\b(?:fall asleep and|not wake|never wake|don't wake|sleep forever|want (?:it|this) to be over|peacefully)\b",
    ),
    (
        "swallowed downed drank / everything all whole entire every",
        r"\bi(?:'ve| have)?(?: just| already)? (?:swallowed|downed|drank) (?:everything|all (?:of )?(?:it|them|the|my|these)|the whole|the entire|every)\b(?! (?:\w+ )?(?:tea|coffee|milk|beer|wine|water|juice|smoothie|sample|samples|syrup|protein|shake|soup)\b)",
    ),
    (
        "emptied poured / me",
        r"\b(?:emptied|poured) (?:the|my) (?:whole )?(?:medicine|pill|bathroom) (?:cabinet|cupboard|box|bottle|drawer) into me\b",
    ),
    (
        "blade razor knife scissors lighter / thigh thighs arm arms wrist wrists leg legs skin",
        r"\b(?:took|take|put|held|hold|holding|taking) (?:a|the|my) (?:\w+ )?(?:blade|razor|knife|scissors|lighter) to my (?:thigh|arm|wrist|leg|skin|throat|neck)s?\b",
    ),
    ("hose pipe tube / goodbye", r"\b(?:hose|pipe|tube)\b[^.]{0,40}\bexhaust\b[^.]{0,30}\bgoodbye\b"),
    (
        "insurance policy payout / myself",
        r"\b(?:insurance|policy|payout|cover|pay)\b[^.]{0,40}\b(?:if|when|once) i (?:do it|die by|end it) (?:myself|my own hand)\b",
    ),
    # Who does not want to be there, or would not be missed.
    (
        "person human alive / want be",
        r"\bdon't (?:want|wish) to be (?:a person|a human|human|alive) (?:any ?more|any longer)\b|\btired of being (?:a person|human|here on earth)\b",
    ),
    (
        "turn live see grow make / think plan expect intend want",
        r"\bi (?:don't|do not|never) (?:think|plan|expect|intend|want)(?: to| i'll| that i'll| on| i will)* (?:turn(?:ing)? (?:\d\d|eighteen|twenty|thirty|forty|fifty)|live to|be(?:ing)? alive (?:by|when|next|at|for|then)|grow(?:ing)? old\b(?! with (?:this|that|your))|see(?:ing)? (?:the (?:new year|spring|summer|morning|end of (?:the|this) (?:year|month|week))|christmas|my (?:next )?birthday|another (?:day|year|winter|spring)))\b",
    ),
    (
        "only / stayed stay alive going lived live",
        r"\b(?:died|dead|gone|lost|left|passed)\b[^.]{0,60}\bonly (?:reason|thing) (?:that |why )?(?:i(?:'m| am)? (?:still )?(?:stayed|stay|alive|live|lived|here|kept going|keep going|got up|get up)|(?:kept|keeping|keeps) me (?:alive|here|going))\b(?! (?:with (?:you|this)|at|on|as))",
    ),
    (
        "should / me",
        r"\bshould(?:'ve| have) been me (?:instead of|in that|in the (?:coffin|car|crash|grave)|who died|that died|and not|not)\b",
    ),
    (
        "hit run ran kill / van vans driver lorry bus truck car drivers",
        r"\b(?:i wish|i hope|i pray|wish|hope)(?: that)? (?:(?:your|a|the|one of your|that|some) (?:\w+ )?(?:vans?|drivers?|lorry|bus|truck|car|courier|train) (?:had |would |will |just |)(?:runs?|ran|hits?|kills?|killed|drives?|drove|flattens?)(?: over| down)? me\b|i get (?:hit|run over|killed) by)",
    ),
    (
        "waiting looking / death end dying",
        r"\b(?:waiting for|look(?:ing)? forward to)(?: \w+){0,2}? (?:is )?(?:death|dying|my death|it ending|being dead)\b(?! (?:certificate|stranding|note|metal|grip))",
    ),
    (
        "jump* / high",
        r"\b(?:is|are) the (?:balcony|bridge|roof|window|tower|cliff)(?! (?:rail|wall|door|seat|blind))(?: \w+){0,4}? high enough\b(?! (?:for (?:a|the|my)|to (?:see|keep|fit|let|stop)))|\b(?:quick|fast|painful|hurt|instant)\b[^.]{0,20}\bif (?:you|i|someone) jumps? (?:in front of|off|from|under)\b",
    ),
    (
        "over reliev* free cope better / children kids family wife husband parents",
        r"\b(?:my )?(?:children|kids|family|wife|husband|parents|mum|mom|son|daughter|they)(?:'d| would|'ll| will) (?:all )?(?:be (?:relieved|free of me|better off|glad to be rid of me)|get over (?:it|me|my death)|cope without me)\b(?! (?:if (?:you|it|the|we|this)|when (?:you|it|the|we|this)|with (?:a|the|your)|to (?:get|hear|know|have|see)|by|switching))",
    ),
    (
        "last / winter year summer christmas night week spring autumn birthday",
        r"\b(?:this|that) (?:winter|year|summer|christmas|night|week|spring|autumn|birthday) (?:will be|is|is going to be) my last\b(?! (?:with|at|in|on|order|day|year|week|as|for|before|term|season|one (?:with|at|in)))",
    ),
    (
        "nothing nobody reason / stay",
        r"\b(?:nothing|nobody|no one|no reason) (?:left )?to stay (?:for|alive for)\b(?! (?:with|at|here with))",
    ),
    (
        "favour favor better / not",
        r"\b(?:favou?r|kindness|service) (?:to \w+ )?by not being (?:here|alive|around|born)\b|\bbetter by not being (?:here|alive)\b",
    ),
    (
        "find / kids children wife husband mum mom daughter son family parents",
        r"\b(?:kids|children|wife|husband|mum|mom|daughter|son|family|parents) (?:shouldn't|should not|mustn't|must not|will|can't|won't|to|not)(?: \w+){0,4} find (?:me|my body)\b(?! (?:at|in|on|a|an|here|there|something|under))|\bthe ones? to find (?:me|my body)\b",
    ),
    (
        "before / last goodbye talk voice",
        r"\b(?:one last|say goodbye|talk to (?:someone|somebody)|hear a voice|a kind word)\b[^.]{0,40}\bbefore i (?:do it|go through with it|take them|jump|let go|leave this)\b(?! (?:myself|again))",
    ),
    (
        "tracks rails water river bridge ledge platform / step go let forward",
        r"\b(?:tracks|rails|water under|river|bridge|ledge|platform edge)\b[^.]{0,50}\b(?:(?:just )?one step|i'll go in|i want to go in|just let go|step forward|walk into it)\b",
    ),
    (
        "voice voices / says say saying tells",
        r"\b(?:a voice|voices?|the voice)(?: \w+){0,3}? (?:says?|saying|tells? me|telling me) (?:to )?(?:do it|jump|cut|die|end it)\b",
    ),
    (
        "worth good / only",
        r"\bonly thing i(?:'m| am) (?:worth|good for) is (?:my|dying|being dead|the payout)\b|\b(?:i'm|i am) (?:only )?worth more dead\b",
    ),
    (
        "customer user client buyer / kills killed kill suicide",
        r"\b(?:customer|user|client|buyer|account holder|policy holder) (?:kills|killed|has killed) (?:himself|herself|themselves)\b",
    ),
    (
        "picked chosen chose plan / bridge date means",
        r"\b(?:picked|chosen|chose|decided on) (?:the|a|my) (?:bridge|cliff|tree|roof)\b(?: and|,| already)|\b(?:a|my) plan,? (?:and )?a date,?(?: and)? (?:and )?(?:the|a) (?:means|method|place)\b",
    ),
    (
        "too well myself / stopping cancelling closing ending deleting",
        r"\b(?:i'm|i am) (?:stopping|cancelling|closing|ending|deleting|switching off)(?: myself)? (?:too|as well)\b(?=$|[,;]| and)(?<=stopping too)|\b(?:cancel|end|close|delete|stop)(?:l?ing)? (?:myself|me) (?:too|as well|with it)\b",
    ),
    (
        "dead / talking speaking writing sending chatting",
        r"\b(?:talking|speaking|writing|sending|chatting)(?: \w+){0,3}? (?:to|with) a dead (?:man|woman|person|girl|boy)\b(?! (?:walking|on))",
    ),
    (
        "checking check / out",
        r"\bchecking out for (?:good|ever)\b(?! (?:with|at the till|on your|from (?:the|this) (?:hotel|room|flat)))",
    ),
    (
        "sick tired done bored / breathing",
        r"\b(?:sick|tired|done|bored|fed up) (?:of|with) breathing\b(?! (?:in|the|this|smoke|dust|fumes|through))",
    ),
    ("deep / cut", r"\bi(?:'ve| have)? cut (?:myself )?too deep\b(?! (?:into|in) (?:the|your|this))"),
    (
        "find / me",
        r"\bwill find (?:the|my|this) (?:\w+ ){1,2}(?:and )?then me\b|\bwill find me (?:dead|hanging|in the bath|too late)\b",
    ),
    # Somebody dear, who has said goodbye.
    (
        "locked / himself herself themselves",
        r"\blocked (?:himself|herself|themselves) (?:up )?in (?:\w+ ){0,4}?with (?:a|the|his|her|my|some) (?:\w+ )?(?:knife|pills|gun|rope|razor|blade|tablets)\b",
    ),
    (
        "note letter passwords goodbye helium / sister brother son daughter mum mom dad mother father wife husband friend girlfriend boyfriend flatmate roommate partner cousin niece nephew ex neighbour neighbor student colleague",
        rf"\bmy (?:\w+ )?{_DEAR} (?:(?:\w+ ){{0,6}}?(?:left (?:us |me )?a (?:goodbye |suicide |farewell )?(?:note|letter)|(?:texted|messaged|wrote|wrote me|told|sent) (?:me |us )?(?:goodbye|(?:his|her|a) goodbye|(?:his|her) passwords))|(?:ordered|bought) (?:rope|helium|charcoal|pills|sleeping pills)\b[^.]{{0,40}}\b(?:note|goodbye|answer\w*|stop))\b(?! *:)(?! (?:for (?:the|your) (?:driver|courier|postman|delivery)|on (?:the|my) (?:door|parcel)|about))",
    ),
)
"""Wordings that decide, in English, for whatever the models make of it."""

LATIN: Final[Wordings] = wordings(
    r"""
    5: bis dann vorher bald morgen freitag samstag sonntag montag lest lesen ankommt kommt / bin_ich_tot ich_tot_bin ich_schon_tot_bin tot_bin_ich lebe_ich_nicht_mehr leb_ich_nicht_mehr ich_nicht_mehr_lebe ! mude
    1: gibt_es gibts existiere existier / mich ich / nicht_mehr
    6: geld guthaben rest anzahlung / nicht_mehr_da nicht_mehr_hier ! bis|ab|am
    6: brauche brauch / nicht_mehr nix_mehr nichts_mehr / bin_tot sterbe im_grab im_himmel unter_der_erde
    6: seil strick kabel / angekommen gekommen da geliefert / mich_halten halt_mich tragt_mich mein_gewicht
    6: seil strick haken / halt tragt / mein_gewicht mich_aus ! am|an|in|beim|wenn|auf
    1: schreibe geschrieben schreib / abschiedsbriefe abschiedsbrief
    1: abschiedsbriefe abschiedsbrief abschiedsbriefen / geschrieben fertig schreibe liegt liegen
    6: tabletten pillen schlaftabletten / vor_mir neben_mir in_der_hand
    5: ohne_mich / besser leichter glucklicher
    2: niemand keiner keinem / wird_mich wurde_mich werde_ich wurde_ich / vermissen fehlen ! bei|im|in|auf|am
    2: will mochte wurde / fur_immer ewig / schlafen einschlafen verschwinden
    2: zu / meiner_frau meinem_mann meinem_sohn meiner_tochter meiner_mutter meiner_mama meinem_vater meinem_bruder / in_den_himmel im_himmel ins_grab auf_den_friedhof
    3: fahre fahr lenke lenk / gegen_einen_baum gegen_einen_bruckenpfeiler in_den_gegenverkehr gegen_die_wand gegen_eine_wand ! gefahren|gestossen
    4: wer was / wenn_ich_tot_bin / bald morgen heute
    1: werde will / nicht_mehr / erleben ! dass|wie|so
    1: nur_noch mich_nur / verabschieden / bevor ehe fur_immer
    2: von / der_welt diesem_leben / verabschieden abschied verabschiede
    3: hab habe / alles_geregelt alles_geordnet alles_verschenkt / gehen sterben tot ! in|zu|nach
    3: leg lege / mich / gleise schienen
    2: leben / interessiert_mich bedeutet_mir kummert_mich ist_mir / nicht_mehr nichts_mehr egal
    1: hasse / mein_leben mich_selbst
    3: ritze schneide kratze verletze / mich mir / seit / monaten wochen jahren tagen
    2: niemand keiner keine_sau / kommt weint wird / beerdigung begrabnis grab
    4: bin liege lieg / ich / unter_der_erde im_grab ! ist|sind
    3: will mochte geh gehe / papa mama vater mutter oma opa mann frau sohn tochter bruder schwester / in_den_himmel im_himmel
    2: fehlt habe / mut / springen sterben umzubringen abzudrucken
    3: gleis gleisen brucke dach bahnsteig klippe / will kann mag / nicht_mehr ! warten|stehen|zahlen
    1: heute_nacht heute_abend heut_nacht / mache mach is / schluss ich_schluss ! mit (?!allem|dem_leben|mir)
    3: stimmen / sagen befehlen rufen / springen umbringen sterben tun_soll spring
    1: will mochte / meine_ruhe nur_ruhe endlich_ruhe / fur_immer auf_ewig im_tod
    3: schlucke nehme nehm schluck / alle alles / tabletten pillen auf_einmal ! pro|am|taglich
    4: wo_ich_hingehe wohin_ich_gehe wo_ich_hingeh / brauche brauch braucht / kein keine nichts nicht ! visum|auto|jacke
    4: letzte letzter letztes / nachricht brief wort gruss chat / bevor ehe / springe spring gehe_fur_immer es_tue es_mache sterbe abdrucke
    6: versicherung* lebensversicherung* / besser mehr / mit_mir ohne_mich von_mir lebend tot
    4: augen / nie_mehr nie_wieder nicht_mehr nimmer / offnen aufmachen aufschlagen ! beim|wegen
    6: tabletten pillen tropfen / nicht_mehr_aufwach* nicht_aufzuwachen nicht_mehr_aufzuwachen vorbei_ist fur_immer_schlaf*
    2: falle bin / allen jedem meiner_familie meinen_kindern euch / nur_zur_last zur_last eine_last nur_eine_last
    3: nehme nehm nimm / mir / das_leben
    1: verdiene verdien / kein es / leben zu_leben weiterzuleben ! in|mit
    2: mein_leben / vorbei wertlos nichts_wert zu_ende ! lang
    3: von / allen meiner_familie meinen_kindern freunden / verabschiedet abschied ! urlaub|im
    3: verzeih verzeiht vergebt vergib / mir / ich_tue ich_tun_werde ich_vorhabe ich_jetzt_mache ich_gehe
    4: kummert kummere passt pass / um auf / wenn_ich_tot_bin wenn_ich_nicht_mehr_bin nach_meinem_tod
    1: entschieden beschlossen / zu_gehen zu_sterben aufzuhoren_zu_leben ! zu|auf|mit|in|nach
    2: pistole waffe messer klinge / am_kopf an_der_schlafe am_handgelenk an_der_kehle
    5: messer klinge rasierklinge schere cutter / meine / adern pulsadern handgelenke
    3: seit seitdem / tot gestorben weg_ist gestorben_ist / will_ich_zu will_ich_nur_zu zu_ihr_will zu_ihm_will ! hause|euch
    2: morgen dann man / findet_man_mich finden_sie_mich findet_ihr_mich wird_man_mich_finden ! unter|im|bei|am
    5: gestern letzte_nacht / versucht probiert / nicht_geklappt schiefgegangen ! ein|zu|anzu\w*
    2: vom / erdboden / verschwinden verschwinde
    6: bis wenn bevor morgen bald / lieg liege bin hang hange / sarg grab balken strick leichenhaus ! ich
    3: genug gesammelt gehortet / tabletten pillen schlaftabletten / gesammelt gehortet beisammen zusammen
    4: mein_letzter letzter / tag abend nacht / lebt_wohl leb_wohl fur_immer lebewohl
    4: tochter sohn kindern frau mann mutter familie / liebe / ich_geh_jetzt ich_gehe_jetzt verzeih verzeiht fur_immer

    5: alors avant deja bientot demain lirez lisez vendredi arrivera / je_serai_mort je_serai_morte serai_deja_mort serai_deja_morte ! de (?!toute)|pour|sans
    0: serai / mort morte / avant quand_vous quand_ca quand_il ! de
    0: je / n'existerai n'existe / plus
    1: ne_serai ne_suis / plus / de_ce_monde en_vie vivant vivante
    6: gardez l'argent garder / ne_serai_plus_la serai_plus_la ! avant|vendredi|lundi
    5: corde / arrivee livree la recue / mon_poids me_tiendra tiendra_mon tiendra_bien me_tenir
    2: ecrit ecrites ecris / lettre lettres mot / d'adieu
    5: cachets comprimes somniferes boites medicaments / devant_moi dans_la_main
    4: rejoindre retrouver / femme mari fils fille mere pere frere soeur maman papa / cimetiere ciel tombe paradis l'au-dela la-haut
    2: personne / ne / regrettera manquerai pleurera regretterait ! au|a|dans|de
    2: dormir m'endormir partir disparaitre / pour_toujours a_jamais ! avec|de|chez|dans
    2: vais veux / foncer jeter encastrer / arbre mur platane camion
    1: a_quoi_bon pourquoi / vivre continuer_a_vivre vivre_encore rester_en_vie ! ici|a|en|dans|avec
    4: qui que / quand_je_serai_mort quand_je_serai_morte / bientot demain
    2: ce_soir cette_nuit demain / fin / a_tout a_mes_jours
    3: tout_regle tout_donne mes_affaires / pour_partir je_peux_partir avant_de_partir / toujours
    1: verrai vivrai / pas / demain noel printemps ete ! la|le|ma|mon|mes
    2: vie / m'interesse m'importe me_dit / plus pas
    1: hais deteste / ma_vie moi-meme
    2: me_coupe me_taillade me_scarifie me_fais_des_coupures / depuis / mois semaines ans jours
    3: personne / viendra pleurera vient / mon_enterrement mes_obseques ma_tombe
    2: serai suis / sous_terre dans_la_tombe dans_ma_tombe six_pieds_sous_terre
    1: pars partirai m'en_vais / pour_toujours a_jamais / ce_soir cette_nuit demain
    3: manque ai / courage / sauter mourir me_tuer
    3: voix / disent ordonnent crient / sauter mourir me_tuer
    2: veux voudrais / enfin_la_paix reposer_en_paix le_repos_eternel
    2: me / reveiller / plus_jamais jamais_plus
    5: argent remboursement rien sous / la_ou_je_vais ou_je_vais
    4: la_ou_je_vais / besoin / argent d'argent rien ! de_visa
    4: dernier derniere / message lettre mot / avant_de / sauter mourir partir_pour_toujours le_faire en_finir me_pendre
    6: assurance l'assurance / mieux debarrassee debarrasses sans_moi que_moi / moi
    4: jamais plus / ouvrir rouvrir / yeux
    4: combien / cachets comprimes somniferes medicaments / ne_pas_se ne_pas_me ne_plus_se ne_plus_me / reveiller
    2: suis / poids fardeau boulet / tout_le_monde ma_famille mes_enfants les_autres tous vous_tous
    1: merite meritais / pas / de_vivre la_vie
    1: ma_vie / finie terminee foutue ne_vaut_rien n'a_plus_de_sens ne_sert_a_rien ! a|au|en
    2: dit fait / adieu adieux / tous tout_le_monde ma_famille mes_enfants
    3: pardonnez pardonne pardon / ce_que / vais_faire m'apprete_a_faire
    4: occupez-vous occupe-toi soin / quand_je_serai apres_ma_mort quand_je_ne_serai
    2: decide / de_partir_pour_toujours de_mourir d'en_finir d'arreter_de_vivre
    2: pistolet lame arme couteau / sur_la_tempe contre_ma_tempe sur_mon_poignet sur_la_gorge
    6: couteau lame rasoir cutter / mes / veines poignets
    3: depuis / morte mort partie parti / la_suivre le_suivre la_rejoindre le_rejoindre la_retrouver le_retrouver
    2: on_me ils_me elle_me / trouvera retrouvera trouveront / demain mort morte pendu pendue
    6: quand avant demain bientot / je_serai serai suis / cercueil tombe morgue
    3: assez / cachets comprimes somniferes medicaments / cote stock reserve
    4: mon_dernier / jour soir / adieu
    4: fille fils enfants femme mari mere / aime / je_m'en_vais je_pars pardon adieu

    5: entonces antes ya pronto manana lean leais lea viernes llegue / estare_muerto estare_muerta habre_muerto habre_muerta ! de
    0: estare / muerto muerta / para_entonces cuando pronto antes
    1: ya_no no / existo existire estare_vivo estare_viva estare_en_este_mundo
    6: quedense quedaos quedate dinero / ya_no_estare no_estare no_voy_a_estar ! en_casa|hasta|el|la|manana
    5: cuerda soga / llego llegado recibi recibido / mi_peso me_aguanta me_sostiene
    3: cuerda soga / aguanta aguantara sostiene soporta / mi_peso ! al|en|cuando|para
    2: escrito escribi escribiendo escribir / carta cartas nota / despedida
    4: pastillas pildoras somniferos / delante frente_a_mi en_la_mano
    3: reunirme irme ir estar / con_mi / murio muerto muerta fallecio cielo fallecido fallecida ! de|para
    2: nadie / me / echara_de_menos extranara llorara ! en|al|el|la
    2: dormir dormirme irme desaparecer / para_siempre ! en|con|de|a|mejor|bien
    2: voy quiero / estrellarme estrellar empotrarme / contra muro arbol coche
    1: para_que por_que / seguir vivir / viviendo vivo viva viviria ! aqui|en
    2: hoy esta_noche manana / acabo termino acabare terminare / con_todo con_mi_vida ! lo|el|la
    4: quien que / cuando_este_muerto cuando_este_muerta cuando_muera / pronto manana
    2: vida / me_interesa me_importa me_dice / nada mas ya
    1: vida / ya_no_me no_me / interesa importa dice_nada
    1: odio / mi_vida a_mi_misma a_mi_mismo
    1: me_corto me_hago_cortes me_rajo / desde / hace
    0: me_hago me_hice / cortes cortaduras / en
    3: nadie / vendra llorara ira viene / mi_funeral mi_entierro mi_tumba
    2: estare estoy / bajo_tierra en_la_tumba tres_metros_bajo_tierra
    1: me_voy me_ire / para_siempre / esta_noche hoy manana
    3: falta tengo / valor / saltar morir matarme tirarme
    3: voces / dicen gritan mandan / saltar saltara mate morir muera
    2: quiero / descansar_en_paz paz_eterna la_paz_eterna
    4: donde_voy a_donde_voy donde_yo_voy / no / necesito hace_falta sirve ! visa|visado|abrigo
    4: ultimo ultima / mensaje carta palabra / antes_de / saltar morir irme_para_siempre hacerlo matarme tirarme
    6: seguro / mejor / sin_mi conmigo que_yo
    4: no nunca / abrir / ojos / mas nunca
    5: cuantas / pastillas pildoras / no_despertar no_despertarme dormir_para_siempre morir
    2: soy / carga estorbo peso / todos mi_familia mis_hijos ellos
    1: no / merezco / vivir seguir_viva seguir_vivo
    1: mi_vida / se_acabo acabada terminada no_vale_nada no_tiene_sentido termino
    2: despedi despedido despidiendo / de_todos de_mi_familia de_mis_hijos
    3: perdonenme perdonadme perdoname perdon / por_lo_que / hacer
    4: cuiden cuidad cuida / cuando_yo_no cuando_ya_no_este despues_de_mi_muerte cuando_me_muera
    1: decidido decidi / morir irme_para_siempre dejar_de_vivir acabar_con_todo
    2: pistola cuchilla navaja / en_la_sien en_la_cabeza en_la_muneca en_el_cuello
    6: cuchillo cuchilla navaja / mis / venas munecas
    4: desde / murio fue muerto / irme_con_ella irme_con_el ir_con_ella ir_con_el reunirme
    2: manana / me_encontraran me_hallaran ! en (?:casa|la tienda|el local)|con
    6: cuando antes manana pronto / estare estoy / ataud tumba cajon morgue
    3: pastillas pildoras / suficientes bastantes / guardadas juntadas ahorradas
    4: mi_ultimo / dia noche / adios
    4: hija hijo hijos mujer marido madre / quiero amo / me_voy perdon adios

    5: allora prima gia presto domani leggerete leggete venerdi arriva / saro_morto saro_morta saro_gia_morto saro_gia_morta ! di
    0: saro / morto morta / prima_che quando per_allora
    1: non / esistero esisto / piu
    1: non / saro / piu_vivo piu_viva piu_al_mondo piu_in_vita
    6: tenetevi tieniti soldi / non_ci_saro non_ci_saro_piu ! fino|a|in|il|la
    5: corda / arrivata consegnata / reggera mi_regge mi_reggera mio_peso
    3: corda gancio / regge reggera tiene / mio_peso ! in|sull|al|quando|per
    2: scritto scrivo scrivendo / lettera lettere biglietto / d'addio addio
    5: pastiglie pillole compresse sonniferi / davanti_a_me in_mano
    3: raggiungere andare / mio_marito mia_moglie mio_figlio mia_figlia mia_madre mia_mamma mio_padre mio_fratello / cielo paradiso tomba cimitero morto morta
    2: nessuno / sentira / mia_mancanza
    2: dormire addormentarmi sparire andarmene / per_sempre ! in|con|da|a|bene
    1: mi / taglio / da_mesi da_anni da_settimane da_sempre ! i|il|la
    1: mi / faccio facevo / tagli dei_tagli / braccia gambe polsi cosce
    1: sto_per voglio vado_a / buttarmi lanciarmi gettarmi schiantarmi ! nel (?:mondo|lavoro|progetto)|in (?:una|questa|un)|sul (?:divano|letto)
    2: che_senso perche / continuare vivere / vivere ancora ! qui|a|in
    4: chi cosa / quando_saro_morto quando_saro_morta / presto domani
    1: vita / non_mi_interessa non_mi_importa non_mi_dice / piu nulla niente
    1: odio / la_mia_vita me_stessa me_stesso
    1: mi_taglio mi_ferisco mi_graffio / le_gambe le_braccia da / da_settimane da_mesi da_anni settimane mesi anni
    3: nessuno / verra piangera viene / mio_funerale mia_tomba
    2: saro sono / sotto_terra sottoterra nella_tomba
    1: me_ne_vado me_ne_andro / per_sempre / stasera stanotte domani
    3: manca ho / coraggio / saltare morire uccidermi buttarmi
    3: voci / dicono urlano ordinano / saltare morire ammazzarmi buttarmi
    2: voglio / riposare_in_pace pace_eterna la_pace_eterna
    4: dove_vado dove_vado_io dove_sto_andando / non / servono serve servira bisogno ! visto|macchina
    4: ultimo ultima / messaggio lettera parola / prima_di / saltare morire andarmene_per_sempre farlo uccidermi buttarmi
    6: assicurazione l'assicurazione / con_me senza_di_me di_me
    4: non mai / aprire riaprire / occhi
    5: quante / pastiglie pillole compresse / non_svegliar* dormire_per_sempre morire
    2: sono / peso zavorra / tutti mia_famiglia miei_figli voi_tutti
    1: non / merito / di_vivere di_essere_viva di_essere_vivo
    1: la_mia_vita mia_vita / finita non_vale non_ha_senso inutile
    2: detto salutato / addio / a_tutti alla_famiglia ai_miei_figli
    3: perdonatemi perdonami scusate / per_quello_che per_cio_che / fare
    4: badate prendetevi_cura prenditi_cura / quando_non_ci_saro dopo_la_mia_morte quando_saro_morto quando_saro_morta
    1: deciso / di_morire di_andarmene_per_sempre di_farla_finita di_smettere_di_vivere
    2: pistola lametta coltello / alla_tempia alla_testa al_polso alla_gola
    6: coltello lametta lama / mie miei / vene polsi
    4: da_quando / morta morto andata andato / raggiungerla raggiungerlo andare_da_lei andare_da_lui
    2: domani / mi_troveranno mi_trovano ! in (?:casa|ufficio|negozio)|a
    6: quando prima domani presto / saro sono / bara tomba obitorio
    4: messo_da_parte raccolto accumulato / abbastanza tante / pastiglie pillole sonniferi
    4: mio_ultimo / giorno / addio
    4: figlia figlio figli moglie marito madre / amo bene / me_ne_vado perdono addio

    5: dan dan_al voor tijd straks morgen vrijdag lezen leest aankomt / ben_ik_dood ik_dood_ben ben_ik_al_dood leef_ik_niet_meer ik_niet_meer_leef ! moe
    1: besta bestaan / ik / niet_meer
    5: lezen leest / ben_ik_er_niet_meer ben_ik_er_niet
    6: geld tegoed / er_niet_meer niet_meer_nodig_dood dan_toch_niet_meer ! tot|op|voor
    5: touw / aangekomen binnen bezorgd er / houdt_me mijn_gewicht draagt_me houdt_mij
    3: touw haak / houdt draagt / mijn_gewicht ! bij|aan|op|in|als
    2: afscheidsbrief afscheidsbrieven / geschreven schrijf klaar
    2: schrijf schreef geschreven / afscheidsbrief afscheidsbrieven
    3: pillen tabletten slaappillen / voor_me voor_mij in_mijn_hand ! voorgeschreven
    2: naar bij / mijn_vrouw mijn_man mijn_zoon mijn_dochter mijn_moeder mijn_vader mijn_broer mama / de_hemel het_graf hemel
    1: niemand / zal_me gaat_me zal_mij gaat_mij / missen ! op|in|bij|aan
    1: voor_altijd eeuwig / slapen inslapen weg ! van|uit
    2: rijd rij stuur / tegen_een_boom tegen_een_muur tegen_een_pijler
    0: waarom_zou_ik waarom_moet_ik waartoe / nog verder / leven
    2: vannacht vanavond vandaag morgen / maak / er_een_einde_aan er_een_eind_aan
    4: wie wat / als_ik_dood_ben / binnenkort morgen snel
    2: leven / hoeft_voor interesseert boeit betekent / niet_meer niets_meer
    1: haat / mijn_leven mezelf mijzelf
    3: kras snij snijd kerf / al / weken maanden jaren / armen benen mezelf huid ! aan
    2: snij kras / mezelf armen benen / al_weken al_maanden al_jaren
    4: alle_pillen alle_tabletten alle_slaappillen / geslikt ingenomen ! voorgeschreven
    3: niemand / komt huilt / mijn_begrafenis mijn_graf mijn_uitvaart
    2: lig ben / onder_de_grond onder_de_zoden in_mijn_graf
    1: ga / voorgoed voor_altijd / vanavond vannacht morgen ! weg_bij
    3: durf heb / springen lef_om_te_springen moed_om_te_sterven
    3: stemmen / zeggen roepen bevelen / springen dood mezelf
    2: wil / eeuwige_rust voor_altijd_rust
    4: waar_ik_heen_ga waar_ik_naartoe_ga waar_ik_naar_toe_ga / geen niet niks / geld nodig ! visum
    4: laatste / bericht brief woord chat / voordat voor / ik_spring ik_ga_springen ik_het_doe ik_doodga ik_sterf ik_voorgoed
    6: verzekering levensverzekering / dan_aan_mij dan_mij zonder_mij dan_met_mij
    4: ogen / nooit_meer niet_meer / open openen opendoen
    5: hoeveel / pillen tabletten slaappillen / niet_meer_wakker niet_wakker nooit_meer_wakker dood_te_gaan
    2: ben / iedereen mijn_gezin mijn_familie allemaal / tot_last last blok_aan_het_been
    2: ben / last / voor_iedereen voor_mijn_gezin voor_mijn_familie
    1: verdien / niet het / te_leven leven
    1: mijn_leven / voorbij waardeloos niks_waard niets_waard
    3: van / iedereen mijn_kinderen mijn_gezin / afscheid
    3: vergeef sorry / wat_ik / ga_doen
    4: zorg zorgen / als_ik_er_niet_meer na_mijn_dood als_ik_dood
    1: besloten / te_sterven dood_te_gaan te_stoppen_met_leven eruit_te_stappen
    2: pistool mes / tegen_mijn_hoofd op_mijn_pols op_mijn_keel
    6: mes mesje scheermes / mijn / polsen aderen pols
    4: sinds / dood gestorven / naar_haar naar_hem bij_haar bij_hem
    2: morgen / vinden_ze_me vindt_men_me vinden_jullie_me ! op|in|bij|thuis
    6: als voordat morgen straks / lig_ik ik_lig ben_ik / kist graf mortuarium
    3: genoeg / pillen tabletten slaappillen / gespaard verzameld bewaard
    4: mijn_laatste / dag avond / vaarwel
    4: dochter zoon kinderen vrouw man moeder / hou / ik_ga_nu vergeef vaarwel

    4: wtedy czasu zanim jutro niedlugo przeczytacie czytacie piatku / bede_martwy bede_martwa nie_bede_zyc nie_bede_zyl nie_bede_zyla nie_bede_juz_zyc umre
    0: nie_bede nie_bede_juz / zyl zyla zyc / ! w|na|z|bez|jak
    2: mnie / juz_nie_bedzie_na juz_na / swiecie
    4: jutro rano / mnie / juz_nie_bedzie nie_bedzie_na ! w|na (?!swiecie)|do
    6: pieniadze zatrzymajcie / mnie_nie_bedzie mnie_juz_nie_bedzie juz_nie_bedzie ! w|do|na
    4: lina sznur linka / przyszla przyszedl dotarla dotarl / utrzyma wytrzyma / mnie moj_ciezar ! na|w|przy
    1: lina sznur linka / przyszla przyszedl dotarla dotarl / utrzyma_mnie wytrzyma_mnie udzwignie_mnie
    2: listy list / pozegnalne pozegnalny
    3: przed_soba obok_mnie w_rece / wszystkie / tabletki leki pigulki proszki
    2: isc pojsc dolaczyc odejsc ide / do_meza do_zony do_syna do_corki do_mamy do_taty do_brata / umarl umarla nie_zyje niebie zmarl zmarla nieba
    2: nikt / nie_bedzie_za_mna nie_bedzie_po_mnie / tesknil plakal
    1: zasnac spac odejsc / na_zawsze ! z|w|od
    2: nie_mam nie_widze / po_co powodu / zyc ! w|z|bez
    1: po_co / mam / zyc dalej_zyc ! w|z|bez
    2: nie_chce / sie / obudzic ! za|przed|o|wczesnie|pozno
    3: wjade wjechac / w_drzewo w_mur w_sciane pod_tira
    2: zycie / mnie_juz juz_mnie mi_juz nic / nie_obchodzi nie_interesuje nie_znaczy nieznaczy ! was
    0: nienawidze / swojego_zycia mojego_zycia siebie
    0: tne kalecze / sie / od
    3: nikt / przyjdzie zaplacze nie_przyjdzie / moj_pogrzeb grob grobem pogrzebie
    2: bede leze / w_grobie pod_ziemia w_ziemi
    1: odchodze / na_zawsze / dzis dzisiaj jutro w_nocy ! do_innego
    3: glosy / kaza mowia / skoczyc zabic umrzec
    2: brakuje mam / odwagi odwage / skoczyc umrzec zabic
    2: chce / wiecznego_spokoju spoczac_w_pokoju wiecznie_spac
    3: tam_gdzie_ide gdzie_ide / nie / potrzebne potrzebuje potrzeba przyda ! wizy
    4: ostatnia ostatni / wiadomosc list slowo / zanim / skocze odejde_na_zawsze to_zrobie umre sie_zabije
    6: ubezpieczenie ubezpieczenia odszkodowanie / beze_mnie niz_ze_mnie niz_ja niz_ze_mna
    3: nigdy nie / otworzyc / oczu
    5: ile / tabletek lekow pigulek / nie_obudzic nie_obudzil
    5: ile / tabletek lekow pigulek / sie_nie_obudzic zasnac_na_zawsze
    1: jestem / ciezarem / dla
    1: nie / zasluguje / na_zycie zeby_zyc by_zyc
    2: moje_zycie / skonczone sie_skonczylo bezwartosciowe nic_nie_warte nie_ma_sensu
    1: pozegnalem pozegnalam / sie / ze_wszystkimi z_rodzina z_dziecmi
    3: wybaczcie wybacz przebaczcie / co / zrobie zamierzam
    4: zaopiekujcie zajmijcie opiekujcie / gdy_mnie kiedy_mnie po_mojej_smierci
    1: postanowilem postanowilam zdecydowalem zdecydowalam / umrzec odejsc_na_zawsze skonczyc_ze_soba
    2: pistolet noz zyletka zyletke / przy_skroni przy_glowie na_nadgarstku przy_gardle
    5: noz nozem zyletka / moje / zyly nadgarstki
    4: odkad od_kiedy / umarla umarl odeszla odszedl / do_niej do_niego ! zadzwonic|napisac
    1: jutro / mnie_znajda ! w|na
    6: gdy kiedy zanim jutro / bede leze / trumnie grobie kostnicy
    3: uzbieralam uzbieralem nazbieralam nazbieralem odlozylam odlozylem / dosc duzo wystarczajaco / tabletek lekow pigulek
    4: ostatni / dzien / zegnajcie
    4: corce synowi dzieciom zonie mezowi matce / kocham / odchodze wybaczcie zegnajcie
    4: kto co / kiedy_umre jak_umre / niedlugo jutro

    5: entao la antes ja breve amanha lerem sexta chegar / estarei_morto estarei_morta vou_estar_morto vou_estar_morta ! de
    0: ja / estarei / morto morta ! de
    1: ja_nao nao / existo existirei estarei_vivo estarei_viva
    6: fiquem dinheiro fica / ja_nao_vou_estar nao_vou_estar_ca nao_estarei ja_nao_estarei nao_vou_estar_aqui ! ate|na|no|em
    5: corda / chegou entregue / meu_peso me_aguenta aguenta_comigo
    3: corda gancho / aguenta aguentar segura / meu_peso ! no|na|em|quando|para
    2: escrevi escrevendo escrever / carta cartas bilhete / despedida
    4: comprimidos remedios medicamentos / minha_frente na_mao
    3: ir encontrar ter juntar-me / com_a_minha com_o_meu meu_marido minha_mae / ceu tumulo
    2: ninguem / sentir sentira / minha_falta ! no|na|em
    1: dormir sumir desaparecer / para_sempre pra_sempre ! em|com|de|bem
    1: pra_que para_que / continuar seguir viver / viver vivo viva vivendo
    2: esta_noite hoje amanha / acabo acabarei / com_tudo com_a_minha_vida ! o|a|no|na
    4: quem que / quando_eu_morrer quando_estiver_morto quando_estiver_morta / breve amanha
    1: vou quero / bater jogar atirar / arvore muro camiao caminhao
    1: vida / ja_nao_me nao_me / interessa importa diz_nada
    1: odeio / minha_vida mim_mesma mim_mesmo mim_proprio
    1: corto-me me_corto / desde ha faz
    1: corto-me me_corto / ha faz / meses semanas anos
    3: ninguem / vira vai chorar chorara / meu_funeral meu_enterro minha_campa
    2: estarei estou / debaixo_da_terra no_caixao na_cova
    1: vou-me_embora vou_embora parto / para_sempre pra_sempre / esta_noite hoje amanha
    3: falta tenho / coragem / saltar morrer me_matar pular
    3: vozes / dizem mandam gritam / saltar morrer pular matar
    2: quero / descansar_em_paz paz_eterna
    4: para_onde_vou onde_vou / nao / preciso precisarei serve ! visto
    4: ultima ultimo / mensagem carta palavra / antes_de / saltar pular morrer partir_para_sempre o_fazer me_matar
    6: seguro / melhor / sem_mim comigo do_que_eu
    4: nunca nao / abrir / olhos
    5: quantos / comprimidos remedios / nao_acordar dormir_para_sempre morrer
    2: sou / fardo peso estorvo / todos minha_familia meus_filhos toda_a_gente
    1: nao / mereco / viver estar_viva estar_vivo a_vida
    1: minha_vida / acabou nao_vale nao_tem_sentido terminou inutil
    2: despedi-me me_despedi / de_todos da_familia dos_meus_filhos de_toda
    3: perdoem-me perdoem perdoa-me desculpem / pelo_que / fazer
    4: cuidem cuida / quando_eu_ja_nao quando_eu_nao depois_da_minha_morte quando_eu_morrer
    1: decidi decidido / morrer partir_para_sempre deixar_de_viver
    2: pistola faca lamina / na_cabeca no_pulso na_garganta
    6: faca lamina navalha / minhas meus / veias pulsos
    4: desde_que / morreu partiu / ir_ter_com_ela ir_ter_com_ele ir_com_ela ir_com_ele juntar-me
    2: amanha / vao_encontrar-me encontram-me me_encontram me_encontrarao ! em|na|no
    6: quando antes amanha breve / estarei estou / caixao tumulo cova
    3: juntei guardei / comprimidos remedios / suficientes bastantes
    4: meu_ultimo / dia / adeus
    4: filha filho filhos mulher marido mae / amo / vou-me perdao adeus

    4: da nar innan imorgon morgon snart laser fredag / ar_jag_dod jag_ar_dod ar_jag_redan_dod jag_redan_ar_dod lever_jag_inte ! trott
    1: finns lever / jag / inte ! i|pa|med|kvar|hemma
    0: finns / jag / inte_langre inte_mer ! i|pa|med|hemma
    6: pengarna / inte_finnas_kvar inte_kvar inte_finnas inte_har ! forran|till|pa|i
    5: repet / kommit levererat framme / for_mig haller_mig min_vikt bar_mig
    3: repet kroken / haller bar / min_vikt ! pa|i|nar|for
    2: skrivit skriver skrev / avskedsbrev avskedsbreven
    3: tabletter tabletterna piller pillren / framfor_mig i_handen
    2: till / min_man min_fru min_son min_dotter min_mamma min_pappa min_bror / i_himlen himlen
    1: ingen / kommer_sakna kommer_att_sakna / mig ! pa|i|hos
    1: sova somna forsvinna / for_alltid for_gott ! med|i|pa|fran
    2: varfor / ska / leva leva_vidare fortsatta_leva ! med|i|pa
    2: inatt ikvall natt kvall idag / gor / slut_pa_allt slut_pa_livet
    2: kor kora / in_i_ett_trad in_i_en_vagg in_i_en_bergvagg
    4: vem vad / nar_jag_ar_dod / snart imorgon
    2: livet / betyder intresserar / inget_langre inte_langre inget_mer mig_inte
    1: hatar / mitt_liv mig_sjalv
    1: skar rispar / mig / sedan / manader veckor ar
    3: ingen / kommer grater / min_begravning min_grav
    2: ligger ar / under_jorden i_graven i_min_grav
    1: lamnar forsvinner / for_alltid for_gott / ikvall inatt imorgon
    3: vagar saknar har / hoppa modet_att_hoppa modet_att_do
    3: roster rosterna / sager skriker / hoppa do doda
    2: vill / vila_for_evigt evig_vila evig_ro
    4: dit_jag_ska dar_jag_ska dit_jag_gar / behover behovs / inga inte inget ! visum
    4: sista / meddelande meddelandet brev ord / innan / jag_hoppar jag_dor jag_gor_det jag_lamnar_livet jag_tar
    6: forsakring forsakringen livforsakring forsakringspengarna / utan_mig an_med_mig an_mig
    3: aldrig / oppna / ogonen
    5: hur_manga / tabletter piller / inte_vakna aldrig_vakna somna_for
    1: ar / borda belastning / for_alla for_familjen for_min for_er_alla
    1: fortjanar / inte / leva att_leva
    1: mitt_liv / slut over vardelost inget_vart
    2: tagit / farval avsked / av_alla av_familjen av_barnen av_min
    3: forlat / det_jag / ska_gora tanker_gora
    4: ta hand / nar_jag_inte_finns efter_min_dod nar_jag_ar_dod
    1: bestamt / att_do att_forsvinna_for att_sluta_leva
    2: pistol kniv rakblad / mot_huvudet mot_handleden mot_halsen mot_tinningen
    6: kniv kniven rakblad / mina / handleder ader pulsador
    4: sedan / dog gick_bort forsvann / till_henne till_honom ! ringa
    2: imorgon / hittar_de_mig hittar_ni_mig ! pa|i|hos
    6: nar innan imorgon snart / ligger_jag jag_ligger ar_jag / kista kistan grav
    3: sparat samlat / tillrackligt nog / tabletter piller
    4: min_sista / dag kvall / farval
    4: dotter son barn fru man mamma / alskar / jag_gar_nu forlat farval

    1: olmus / olacagim olurum ! gibi
    1: yarin cumaya haftaya / ben_yokum ben_olmayacagim hayatta_olmayacagim
    2: hayatta artik / ben / yokum olmayacagim ! evde|ofiste|sehirde|orada
    5: para parayi paralar / ben / olmayacagim yokum ! evde|sehirde
    3: ip halat / geldi ulasti / beni_tasir agirligimi beni_kaldirir
    1: veda / mektubu mektuplari mektubumu mektuplarimi mektup
    2: hap* ilac* / onumde elimde
    2: hap* ilac* / hepsini / icece* ictim yutaca* yuttum
    2: olen rahmetli / annemin babamin esimin oglumun kizimin kardesimin / yanina
    1: neden niye nicin / yasayayim yasiyorum yasamaliyim ! burada|orada|bu
    2: her_seye hersey* / son / veriyorum verecegim
    2: kimse / beni / ozlemez ozlemeyecek
    1: sonsuza / uyumak uyuyacagim uyusam
    2: agaca duvara / carpacagim surecegim carpmak
    1: hayat yasamak yasam / umurumda umrumda / degil
    0: hayatimdan kendimden / nefret
    3: aydir haftadir aylardir haftalardir yillardir / kollarimi bacaklarimi bileklerimi kendimi / kesiyorum ciziyorum
    2: kimse / cenazeme mezarima / gelmez gelmeyecek aglamaz
    1: mezarda topragin_altinda / olacagim yatacagim
    1: sonsuza / kadar / gidiyorum dinlenmek
    2: yarin bir_daha artik sabah / uyanmak / istemiyorum ! erken
    2: sesler / atla oldur kes olmemi
    2: atlamaya olmeye / cesaretim
    3: gidecegim_yerde gittigim_yerde / gerek ihtiyac / yok kalmadi
    3: atlamadan olmeden gitmeden / once onceki / son / mesajim sozum
    5: sigorta* / benden bensiz / iyi daha
    3: gozlerimi / bir_daha hic asla / acmamak
    3: uyanmamak olmek / kac / hap ilac
    3: kac / hap ilac / uyanmamak
    1: herkese aileme cocuklarima / yukum yuk
    1: yasamayi / hak / etmiyorum
    1: hayatim / bitti degersiz anlamsiz
    2: herkesle ailemle cocuklarimla / vedalastim
    3: yapacagim yapacaklarim / icin / affedin affet bagislayin
    3: ben_olunce ben_gidince olumumden / bakin bak sahip
    1: olmeye / karar / verdim
    2: silah bicak jilet / sakagima kafama bilegime bogazima
    5: bicak jilet / bileklerim* damarlarim* bileklerime
    4: oldugunden olunce_beri oleli / yanina / gitmek
    2: yarin / beni_bulurlar beni_bulacaklar ! evde|ofiste
    5: geldiginde gelince gelene_kadar yarin / tabutta mezarda / olacagim
    3: yeterince yeteri_kadar / hap ilac / biriktirdim topladim
    4: son / gunum gecem / elveda hoscakalin
    """
)
"""Wordings that decide, in other languages."""
