"""English words by what they say in a gloss: of whom, how ill or well, who does it to whom."""

# ruff: noqa: E501 (a list of words is read in one piece)


def _of(words: str) -> frozenset[str]:
    return frozenset(words.split())


GROUPS = _of(
    "jews muslims islam christians africans asians arabs turks indians immigrants migrants refugees foreigners gypsies gays lesbians trans queer bisexual women girls feminists disabled autistic ukrainians romanians mexicans latinos northerners"
)
COLOURS = _of("black white")
SLURS = _of("nigger faggot dyke kike raghead chink wog gyppo tranny retard cripples femoid")
VILE = _of(
    "bitches whore scum vermin rats cockroaches parasites animals pigs dogs monkeys insects snakes savages subhuman monsters freaks perverts pedophiles trash filth shit plague cancer disease virus disgrace threat mistake burden terrorists criminals thieves rapists liars murderers enemies invaders demons nazis idiot asshole loser stupid ugly disgusting dirty worthless inferior evil lazy dangerous violent crazy sick unnatural immoral greedy fat weak useless cheat damn fuck primitive dishonest sin abomination pest nuisance slave ruin cunt less"
)
KILL = _of("kill murder shoot stab slit behead hang burn gas exterminate execute torture poison drown strangle bomb")
HARM = KILL | _of("attack beat punch break hurt rape")
FATES = _of(
    "die dead suffer hurt disappear bleed burn hang lock locked banned deport cut throw over vomit kitchen shoot attack break destroy"
)
MILD = _of("sick dirty dangerous disease cancer virus weak fat useless mistake threat burden crazy poor")
WISHES = _of("should must will want let hope wish better deserve all i we out")
DEEDS = HARM | _of(
    "deport lock locked sterilise banned rid disappear die dead suffer bleed destroy kitchen vomit over throw cut"
)
GOOD = _of(
    "human people normal rights love respect equal good intelligent worth beautiful nice belong support same accept deserve place trust welcome vote allowed decent important marry exist live right better"
)
NOT = _of("not no never nothing nobody without")
NOBODY = _of("nobody never")
BUT = _of("but only because")
EVERYDAY = _of(
    "was were shoes clothes size colour bag parcel order delivery invoice price product app website phone battery printer machine box bra makeup parking bed table car toy game spider mite subscription refund exchange hotel flight cat food meal service bank contract book film photo room train door window key coffee milk meat card password discount gift medicine doctor pills bandage grandma restaurant toilet brochure wall till pregnant study laugh pork"
)
AGAINST = _of("racist racism sexist homophobic antisemitic hateful anti- unacceptable")
SAID = _of("say think call believe")
HATE = _of("hate despise")
YOU = _of("you your")
OWN_VOICE = _of("i we")
MINE = _of("i me my myself")
SOMEBODY = YOU | _of("him her them employee family children everyone")
OWN = _of("i we will")
TO_LIFE = _of("kill murder stab slit behead strangle poison execute exterminate rape torture shoot")
BODY = _of("bones face head mouth dead death")
TO_ME = _of("me been")
APART = _of("for with am")
NAMED = GROUPS | COLOURS
ILL = VILE | DEEDS
BE = _of("are is")
FIRE = _of("bomb burn")
PLACES = _of("shop house")
CRIES = _of("asshole whore bitches idiot loser scum trash filth monsters shit")
CONDITION = _of("if when will i we")
WISHED = _of("will must should hope wish soon want")
DYING = _of("die dead bleed grave")
ORGANS = _of("pussy dick ass tits naked wet orgasm cunt face")
ACTS = _of("suck lick fuck undress masturbate horny sex")
LEWD = _of("horny masturbate")
ASKED = _of("send show give want see")
NAMES = _of("asshole whore bitches idiot loser scum")

TELLING = GROUPS | COLOURS | SLURS | HARM | DYING | ACTS | ORGANS | LEWD | NAMES | {"nudes"}
"""Without any of these nothing is heard."""
