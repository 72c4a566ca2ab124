"""What victims tell of: pictures they were sent or are pressed with, and what they were called, in ten languages.

Written without accents, as plain text is. Training does not read these; see `judge.LEARNT_WITH`.
"""

# ruff: noqa: E501 (a wording is read in one piece)

from typing import Final

from app.domain.moderation.told import NOT_AT_YOU, WHO
from app.domain.moderation.wording import Wordings

_FREE_WORD = r"(?:(?!(?:you|your|yours|u|ur|ya|i'll|i'm|i|want|wanna)\b)[\w'-]+,?)"
_BARE = r"(?:(?:naked|nude|intimate|sex|sexual|private|explicit|topless) (?:pictures?|pics?|photos?|videos?|tapes?|selfies?|images?|messages?|films?|clips?)|nudes|dick ?pics?|porn(?:ography)?|(?:pictures?|pics?|photos?|videos?) of (?:(?:his|their|a|her|my) (?:\w+ )?(?:penis|dick|cock|genitals|private parts|breasts|erection)|(?:me|us|himself|my [\w]+) (?:naked|nude|undressing|masturbating|having sex|in the shower)))\b(?: (?:of|with) (?:me|us|her|him|himself|my [\w]+))?(?![^.]{0,30}\bwant (?:to see|to buy|some|them|one)\b)"
_BARE_WORDS = "naked nude intimate sex sexual private explicit topless nudes dick dickpic* porn* penis cock genitals breasts erection undressing masturbating shower"

ENGLISH: Final[Wordings] = (
    (
        f"blackmail* extort* sextort* threat* / {_BARE_WORDS}",
        rf"\b(?:blackmail|extort|sextort|threaten)(?:s|ed|ing)\b(?: {_FREE_WORD}){{0,9}}? {_BARE}",
    ),
    (
        f"has have had got stole says claims sent send sends sending messag* mail* show* post* expos* / {_BARE_WORDS}",
        rf"\b{WHO} (?:(?:is|are|was|were|has|have|had|been|keeps?|kept|just|also|always|says (?:he|she|they)|claims to|now) ){{0,2}}(?:has|have|had|got|stole|sent|send|sends|sending|messag(?:es|ed|ing)|mail(?:s|ed|ing)|show(?:s|ed|ing)|expos(?:ed|es|ing)) (?:{_FREE_WORD} ){{0,4}}?{_BARE}",
    ),
    (
        f"sent shown / {_BARE_WORDS}",
        rf"\b(?:i|we|my [\w]+)(?:'ve|'m|'s)? (?:(?:was|were|am|are|is|have|has|had|been|being|just|also|keep|keeps|kept|got|get|getting) ){{1,3}}(?:sent|shown) (?:{_FREE_WORD} ){{0,3}}?{_BARE}",
    ),
    (
        f"received getting got / {_BARE_WORDS}",
        rf"\b(?:i|we|my [\w]+) (?:(?:keep|keeps|kept|just|have|has) )*(?:got|getting|received) (?:{_FREE_WORD} ){{0,3}}?{_BARE} (?:from|by|through)\b",
    ),
    (
        "naked nude undressed topless breasts body underwear undress strip / he she they someone",
        rf"\b(?:he|she|they|someone|somebody) (?:[\w']+ )?(?:wants?|wanted|would like|asked|tried|demanded|keeps asking) (?:to (?:see|film|photograph|touch|watch|catch) (?:me|my [\w]+|us|her|him)|(?:me|us|my [\w]+) to)(?: [\w']+){{0,3}}? (?:naked|nude|undressed|topless|breasts|body|underwear|undress|strip)\b{NOT_AT_YOU}",
    ),
    (f"with / {_BARE_WORDS}", rf"(?<=, ) ?with (?:{_FREE_WORD} ){{0,2}}?{_BARE}"),
    (
        "exposed touched touching exposes / himself",
        rf"\b{WHO} (?:[\w']+ )?(?:exposed|exposes|touched|touching|played with) himself\b",
    ),
    (
        f"posts shares leaks uploads release releases leak publish made makes / {_BARE_WORDS}",
        rf"\b(?:{WHO}|or we|we'll|they'll|or they) (?:[\w']+ ){{0,2}}?(?:posts|shares|leaks|uploads|releases?|publish(?:es)?|leak|made me|makes me|made a) (?:{_FREE_WORD} ){{0,6}}?{_BARE}",
    ),
    (
        "filmed photographed recorded / naked nude undressing shower",
        rf"\b{WHO} (?:filmed|films|photographed|recorded|secretly filmed) (?:me|us|my [\w]+|her|him)(?: \w+){{0,3}}? (?:naked|nude|undressing|shower)\b(?![^.]{{0,40}}\bwant to\b)",
    ),
    (
        "porn nudes spam / get getting got",
        r"\b(?:i|we|my \w+) (?:keep getting|keeps getting|get|gets|am getting|got) (?:porn|nudes|sexual (?:messages|spam)|dick ?pics?) (?:from|since|by)\b(?! (?:your|my match|tinder))",
    ),
    (
        "jungle country came africa / said told shouted yelled",
        rf"\b{WHO} (?:said|told|shouted|yelled)(?: (?:to|at))? (?:me|us|him|her|my \w+)(?: to)? go back to (?:the |my |your |our |his |her )?(?:jungle|country|\w+)\b",
    ),
    (
        "breasts body legs bottom chest / sexual comments jokes remarks",
        r"\b(?:stared|stares|staring|looked|commented) (?:at|on) my (?:breasts|body|legs|bottom|chest)\b(?: and (?:made|makes) sexual (?:jokes|remarks|comments))?|\b(?:made|makes|making) sexual (?:jokes|remarks|comments)\b",
    ),
    (
        "sprayed painted scratched smeared wrote / sign door wall car window shop parcel house",
        rf"\b{WHO} (?:sprayed|painted|scratched|smeared|wrote|put) (?:{_FREE_WORD} ){{1,4}}?(?:over|on|across|onto|under) (?:our|my|the) (?:\w+ )?(?:sign|door|wall|car|window|shop|parcel|house|fence|review)\b",
    ),
    (
        "message note mail voicemail letter / kill gas die shoot burn rape stab",
        rf"\b(?:i|we|she|he|they|my \w+) (?:got|received|found) an? (?:{_FREE_WORD} ){{0,2}}?(?:message|note|e-?mail|mail|voice ?mail|letter|text)(?: that| saying|,)? (?:they|he|she|someone)(?:'d| would|'ll| will) (?:kill|gas|shoot|burn|rape|stab) (?:her|him|me|us|them)\b(?: because (?:she|he|we|i)(?:'s|'m|'re| is| am| are) \w+)?",
    ),
)
_SHORT = r"(?: (?!(?:du|ihr|tu|toi|vous|voi|jij|jullie|ty|wy|voce|voces|sen|siz|je vais|ich|ik)\b)[\w'-]+,?){1,5}?"
"""A few words, in which nobody is spoken to and nobody speaks of what they will do."""
_BARE_ABROAD = r"(?:nackt\w*|penis\w*|schwanz\w*|pornos?|nude?s?|nue|nus|nues|bite|penis|sexe|sextape|porno\w*|desnud\w*|pene|polla|nud[oaie]|naakt\w*|lul|piemel\w*|nag\w+|penisa|nuas?|pau|naken\w*|ciplak\w*|cinsel\w*|intim\w*)"
_BARE_ABROAD_WORDS = "nackt* penis* schwanz* porno* nude nudes nue nus nues bite sexe sextape desnud* pene polla nudo nuda nudi naakt* lul piemel* nag* nua nuas pau naken* ciplak* cinsel* intim*"

ABROAD: Final[Wordings] = (
    # What somebody was called.
    (
        "mich uns meine meinen meiner meinem sie ihn / genannt beschimpft bezeichnet",
        rf"\b(?:hat|haben|hatte|wurde|wird|werde|wurden) (?:\w+ )?(?:mich|uns|meine[nmr]? \w+|sie|ihn|von \w+ \w+)(?: \w+)?{_SHORT} (?:genannt|beschimpft|bezeichnet)\b",
    ),
    (
        "nannte nannten nennt beschimpfte beschimpft bezeichnete / mich uns meine meinen meiner meinem ihn sie",
        r"\b(?:nannte|nannten|nennt|beschimpfte|beschimpft|bezeichnete) (?:mich|uns|meine[nmr]? \w+|ihn|sie)(?: als)?(?: (?!du\b|ihr\b)\w+){1,3}",
    ),
    (
        "traite traitee traites traitees appele appelee appeles traiter / de d'un m'a m'ont m'as nous mon ma mes l'a",
        r"\b(?:m'a|m'ont|nous a|nous ont|l'a|a|ont|ete|fait|suis fait|s'est fait)(?: \w+){0,3}? (?:traiter?|traitee?s?|appele[es]*) (?:(?:mon|ma|mes|notre) \w+ )?(?:de |d')?(?:\w+ ?){1,3}",
    ),
    (
        "llamo llamaron llama llamado llamaban / me nos mi mis",
        r"\b(?:me|nos|le|la) (?:ha |han )?(?:llamo|llamaron|llama|llamado|llamaban) (?!por|para|al|a las|hoy|ayer)(?:\w+ ?){1,3}|\b(?:llamo|llamaron|llamado|llama) (?!por\b)(?:\w+ ){1,3}?a mi \w+|\b(?:llamo|llamaron|llamado) a mi(?: \w+){2,4}",
    ),
    (
        "chiamato chiamata chiamati detto dato chiamano / mi ci mia mio miei",
        r"\b(?:mi|ci|l'|lo|la) ?(?:ha|hanno|chiamano|avete) (?:chiamat[oaie]|detto|dato (?:del|della|dello)) (?!che|di|per|alle|ieri|oggi)(?:\w+ ?){1,3}|\bha (?:dato (?:del|della|dello) \w+|chiamato \w+(?: di merda)?) (?:a )?(?:mia|mio|miei) \w+|\bha chiamato (?:mia|mio) \w+ (?:\w+ ?){1,3}",
    ),
    (
        "noemde noemden noemt genoemd uitgescholden / me mij ons mijn",
        r"\b(?:noemde|noemden|noemt) (?:me|mij|ons|mijn \w+)(?: (?!jij\b|je\b)\w+){1,3}|\b(?:me|mij|ons|mijn \w+)(?: \w+){0,4}? (?:genoemd|uitgescholden)(?: voor(?: \w+){1,3})?",
    ),
    (
        "nazwal nazwala nazwali wyzwal wyzwala wyzywa wyzywal wyzywaja / mnie nas moja mojego mojej od",
        r"\b(?:nazwal\w*|wyzwal\w*|wyzywa\w*) (?:mnie|nas|moja \w+|mojego \w+|moje \w+)(?: od)?(?: \w+){1,3}",
    ),
    (
        "chamou-me chamou chamaram chamam / me minha meu preto macaco",
        r"\b(?:chamou-me|chamaram-me|me (?:chamou|chamaram|chama|chamam)|nos chamou)(?: de)? (?!para|hoje|as)(?:\w+ ?){1,3}|\bchamou (?:a |o )?(?:minha|meu) \w+(?: de)?(?: \w+){1,3}",
    ),
    (
        "kallade kallar kallat kallad / mig oss min mitt",
        r"\b(?:kallade|kallar|kallat) (?:mig|oss|min \w+|mitt \w+)(?: for)?(?: \w+){1,3}|\bblev kallad(?: \w+){1,3}",
    ),
    (
        "dedi dediler diye / bana bize kizima ogluma karima anneme",
        r"\b(?:bana|bize|kizima|ogluma|karima|anneme|esime) (?:\w+ ){1,4}?(?:dedi|dediler|diye (?:bagirdi|hitap etti|seslendi))\b",
    ),
    # What somebody is threatened to be shown with, or was sent.
    (
        f"erpress* chantage chanter chantaj* extorsion* ricatt* chant* gechanteerd szantaz* utpress* santaj* / {_BARE_ABROAD_WORDS}",
        rf"\b(?:erpress\w*|chantage|faire chanter|fait chanter|chantaj\w*|extorsion\w*|ricatt\w*|chanteer\w*|gechanteerd|szantaz\w*|utpress\w*|santaj\w*)(?: [\w'-]+){{0,7}}? {_BARE_ABROAD}(?: (?:de moi|von mir|di me|van mij|de mi|mias|minhas))?|\b{_BARE_ABROAD}(?: [\w'-]+){{0,5}}? (?:erpress\w*|santaj\w*|gechanteerd|chantag\w*)",
    ),
    (
        f"schickt schickte schicken geschickt zeigt zeigte m'envoie m'a m'ont envoie envoye montre manda mando amenazan mandado mandan envia enviado mandato invia mostra stuurt stuurde gestuurd wysyla wyslal wyslala manda-me mandou mandou-me enviou enviou-me skickar skickade gonderiyor gonderdi atiyor atti / {_BARE_ABROAD_WORDS}",
        rf"(?:\b(?:schickt|schickte|schicken|zeigt|zeigte|sendet) (?:mir|uns|meine[rmn]? \w+)|\bhat (?:mir|uns|meine[rm] \w+)|\b(?:m'envoie|m'a envoye|m'ont envoye|nous envoie|me montre|m'a montre)|\b(?:me|nos) (?:manda|mando|mandan|amenazan con (?:publicar|difundir|enviar)|envia|envio|enviaron|ha mandado|ha enviado|mandou|enviou|mostrou)|\b(?:mi|ci) (?:manda|ha mandato|invia|ha inviato|mostra)|\b(?:stuurt|stuurde|heeft) (?:me|mij|mijn \w+)|\b(?:wysyla|wyslal|wyslala|pokazal) (?:mi|nam)|\b(?:manda-me|mandou-me|enviou-me)|\b(?:skickar|skickade|visade) (?:till )?(?:mig|min \w+)|\bbana)(?: [\w'-]+){{0,5}}? {_BARE_ABROAD}(?: (?:geschickt|gestuurd|gezeigt|gonderiyor|gonderdi|atiyor|atti))?",
    ),
)
"""What each language says before, or after, what somebody was called, sent or pressed with."""
