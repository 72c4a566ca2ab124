"""Words that stand for one another in what is said of people: groups, slurs for them, deeds, organs, kin, and roles."""

# ruff: noqa: E501 (a kind is read in one piece)

from types import MappingProxyType
from typing import Final

_KINDS = {
    "<group>": "jew jews jewish muslim muslims islam islamic christian christians hindu hindus sikh sikhs buddhist catholics black blacks brown asian asians arab arabs mexican mexicans latino latinos latina hispanic hispanics immigrant immigrants migrant migrants refugee refugees foreigner foreigners gay gays lesbian lesbians trans transgender transgenders transsexuals homosexual homosexuals homos queer queers bisexual bisexuals bi women woman female females girls feminist feminists indian indians chinese japanese koreans korean vietnamese african africans gypsy gypsies roma romani disabled disability cripples poles polish turks turkish pakistani pakistanis bangladeshi somali somalis nigerian nigerians romanian romanians albanian albanians syrian syrians afghan afghans iraqi iraqis iranian palestinians palestinian israelis israeli ethnic minorities minority aboriginals aborigines natives indigenous travellers elderly autistic autistics asylum seekers lgbt lgbtq",
    "<slur>": "nigger niggers nigga niggas nigs negro negroes coon coons kike kikes yid yids faggot faggots fag fags dyke dykes tranny trannies shemale spic spics wetback wetbacks beaner beaners chink chinks gook gooks paki pakis raghead ragheads towelhead towelheads muzzie muzzies muzrat muzrats mudslime retard retards retarded mongoloid spastic spaz gyppo pikey pikeys wog wogs jap japs sandnigger goyim feminazi feminazis femoid femoids foid foids thot thots",
    "<kill>": "kill kills killed killing murder murders murdered murdering shoot shoots shot shooting stab stabs stabbed stabbing strangle strangled strangling behead beheaded slaughter slaughtered lynch lynched execute executed exterminate exterminated eradicate eradicated hang hanged gas gassed burn burned burnt torture tortured choke choked drown drowned butcher butchered assassinate massacre massacred bomb bombed poison poisoned \U0001f52a \U0001f52b \U0001f5e1 \U0001f4a3 gut gutted butchering beheading lynching hanging gassing burning torturing choking drowning slaughtering executing exterminating smother smothered suffocate maim cripple throttle bury buried shank shanked beheads decapitate decapitated dismember skin skinned scalp scalped impale impaled crucify crucified disembowel bludgeon bludgeoned hack hacked stone stoned sterilise sterilised castrate castrated deport purge cleanse liquidate eliminate nuke annihilate erase slay snipe knife knifed kidnap kidnapped abduct torch firebomb molest detonate ambush shooter gunman hitman assassin killer killers murderer shootings killings beheadings executions massacres genocide",
    "<beat>": "beat beaten beating punch punched punching hit kick kicked hurt hurting smash smashed break crush attack attacked assault slap slit cut whip bash rape raped raping smack thrash batter bashed snap slapped whipped stomp stomped throttled stalk slashes slash slashed carve carved trample trampled clobber headbutt pummel strike jump blow",
    "<vermin>": "vermin rats rat cockroach cockroaches roaches scum parasites parasite animals animal pigs pig dogs dog monkeys monkey apes ape subhuman subhumans filth trash garbage insects maggots leeches snakes savages barbarians beasts swine plague cancer disease virus infestation disgusting filthy dirty \U0001f412 \U0001f435 \U0001f98d \U0001f400 \U0001f401 \U0001f437 \U0001f416 \U0001f436 \U0001f40d \U0001fab3 \U0001f4a9 \U0001f5d1 \U0001f98a \U0001f9a0 \U0001f9a7 \U0001f40a",
    "<insult>": "idiot idiots moron morons imbecile loser losers bitch bitches whore whores slut sluts cunt cunts asshole assholes bastard bastards scumbag dumbass dipshit twat wanker prick dickhead fool clown pathetic worthless stupid dumb ugly useless brainless degenerate degenerates freak freaks pervert perverts creep hag skank hoe hoes halfwit cretin nitwit dimwit simpleton numpty muppet plonker tosser bellend knobhead airhead blockhead dunce buffoon jackass shithead arsehole arse git fatty fatso lardarse tubby shorty crybaby sissy weirdo nutcase lunatic psycho troll toad hippo whale slob lump swine worm weasel coward cowardly lowlife peasant tramp witch brat runt simp cuck snowflake troglodyte dirtbag douchebag motherfucker fucker twit goon hypocrite hypocrites crone trollop tart slag bimbo lard greasy pimply wrinkly senile gormless spineless gutless hideous repugnant wretched moronic idiotic braindead inbred snivelling sniveling contemptible mouthbreather failure kys stfu turd turds wimp cow chav hick redneck buffoons imbeciles dumbasses nobody stink stinks reek reeks",
    "<organ>": "cock cocks dick dicks pussy pussies tits titties boobs breast breasts penis vagina nipple nipples clit ass asses butt balls crotch cum groin thighs cleavage erection genitals",
    "<kin>": "mother mom mum father dad sister brother son daughter wife husband boyfriend girlfriend friend cousin roommate uncle aunt niece nephew grandson partner colleague",
    "<pills>": "pill pills tablets paracetamol tylenol acetaminophen ibuprofen aspirin xanax ambien benadryl meds medication painkillers antidepressants insulin bleach antifreeze",
    "<bad>": "inferior evil lazy dangerous violent greedy repulsive sick perverted weak primitive immoral corrupt unnatural dishonest untrustworthy vile revolting retarded criminal criminals hysterical barbaric uncivilised uncivilized gross sinful insane terrorists terrorist rapists rapist thieves liars liar murderers scammers freaks pedophiles pedos groomers crooks thugs invaders beggars cowards sinners cheats molesters abomination abominations curse scourge threat menace mistake disgrace shame burden unclean unfit backward backwards savage brutal cruel hateful toxic poison poisonous rotten selfish arrogant ignorant unintelligent illiterate smelly stinking fat crazy delusional deranged psychotic mental disordered broken defective impure lesser subordinate objects property leech leeching parasitic infesting infested invading ruining destroying ruin destroy leave deported banned shit shitty crap worst horrible awful terrible nasty sneaky cunning deceitful cheap aggressive uneducated unemployed workshy entitled emotional irrational hopeless pointless wrong problem enemy enemies demons demon satan devil hell suffer rot",
    "<good>": "wonderful welcome kind equal brave beautiful talented important smart great amazing lovely friendly good nice happy proud strong funny clever loving gentle respectful successful hardworking creative valued valuable helpful honest generous inspiring awesome fantastic excellent delightful loved respected safe protected free included celebrated supported cool caring polite interesting skilled diverse human humans people neighbours neighbors friends family colleagues doctors nurses teachers artists students leaders citizens heroes scientists parents deserving capable intelligent fine okay popular elegant wise peaceful cheerful brilliant charming",
    "<sexual>": "naked nude nudes horny orgasm orgasms moan moaned moaning moans thrust thrusting thrusts erotic erotica sexy sex sexual sexually lick licked licking suck sucked sucking masturbate masturbating masturbation blowjob handjob porn porno kinky slutty naughty aroused arousal undress undressed undressing strip stripping stripped striptease panties lingerie bondage submissive fetish seduce seduced seducing caress caressed caressing grope groped penetrate penetrated penetration ejaculate hookup threesome anal oral intercourse foreplay straddled straddling whimpered panting throbbing nsfw sext sexting topless busty spank spanked hentai milf deepthroat rode",
    "<body-harm>": "blood bloody guts brains skull corpse corpses dead body bones severed dismembered mutilated gutted gore stabbing screaming screamed flesh limbs knife gun axe hammer bullet bullets bomb explosive rifle weapon noose blade razor",
    "<despair>": "suicide suicidal unalive unaliving kms overdose overdosed overdosing noose worthless numb selfharm dying die died hopeless",
}
KIND_OF: Final = MappingProxyType(
    {word: kind for kind, words in reversed(tuple(_KINDS.items())) for word in words.split()}
)

_ROLES = {
    "<here>": "here wake anymore gone longer tomorrow tonight more again",
    "<tired>": "tired alone exhausted empty sleep rest peace relief quit give stop pain",
    "<intimate>": "touching fingering fingered jerking jerk fantasies fantasy screw screwed shag shagged hump humped bang banged cumming climax climaxed wank dildo vibrator condom webcam stripper strippers hooker escort onlyfans bdsm milfs kinks kinkiest dirtiest steamy smutty smut explicit pornographic raunchy lewd lust lustful ravish nipple booty bum bulge shaft thigh bra undies underwear thong unzipped unbuttoned dripping juicy gasped whimper trembling bare swingers orgy gangbang fwb hookups bareback doggy cybersex dominatrix slave pleasuring naughtiest breed aching",
    "<harm>": "bleed bleeds bleeding pistol shotgun grenade explosives bombs bomber bombing molotov napalm ricin sarin cyanide poisons acid crossbow machete chainsaw crowbar sword dagger silencer ammo intestines entrails spleen eyeball eyeballs ribs kneecaps spine coffin grave morgue ambulance gory gruesome sadistic carnage bloodshed bloodbath gunpowder detonator thermite wound wounds torn ripped severing mutilate stab hostage hostages prisoner prisoners terror terrorism jihad infidels martyrs traitors",
    "<crisis>": "death himself herself themselves myself harm harming hurt hurting cuts cutting scars wrist wrists bleed bleeding razor blades blade purging purge starve starving starves vanish funeral coffin grave heaven goodbye farewell nothingness pain suffering suffer unbearable pointless meaningless emptiness burden ledge rooftop jumped drown drowning hang hanged hanging od swallowed tablets relapse relapsed punish painlessly painless helpline lifeline samaritans depressed depression therapist goodbyes unloved unwanted mourn worthlessness breathing breathe existing",
    "<abroad>": "sterben leben tod tot umbringen selbstmord suizid lebens schlaftabletten schmerzlos mourir vivre vie suicide suicider tuer mort pastillas vida vivir morir morirme matarme suicidarme suicidarse muerte muerto vita vivere morire morto uccidermi ammazzarmi suicidio morrer viver matar suicidar dood sterven leven zelfmoord doden mezelf umrzec zyc samobojstwo olmek yasamak intihar vill do leva livet umrit mor dieren selvmord",
    "<threat>": "hunt scared regret pray beg mercy warned warning revenge consequences punish suffer funeral cops jail fists disappear disappears dare find watch outside coming address lock finish finished bullet pay payback police numbered lesson careful safe afraid run hide prison hospital daughter",
    "<hate-word>": "slavery holocaust hitler nazi nazis aryan whites superior supremacy supremacist racial deport deported deportation shithole jungle breed breeding purity gas ovens camps invasion slaves kkk heil degenerate belong inferior genetically civilised savages",
    "<how-harm>": "untraceable undetected undetectable traceless trace illegal stolen attacks assassination sabotage tamper weapon weapons poisonings smuggle",
    "<me>": "i me my mine myself i'm i've i'd i'll",
    "<you>": "you your yours yourself you're you'll you've",
    "<they>": "they them their those these he she him her his they're themselves",
    "<we>": "we us our let's we're we'll",
    "<not>": "not never no don't doesn't didn't isn't aren't wasn't weren't can't won't shouldn't wouldn't without nobody none nothing stop",
    "<should>": "should must need needs deserve deserves ought have has had shall let",
    "<will>": "will gonna going i'll we'll would could might about",
    "<want>": "want wants wish wishes hope hopes love like would wanted need dream",
    "<hate>": "hate hates hated despise loathe detest dislike fear blame disgust disgusts disgusted sick tired can't stand",
    "<said>": "said say says saying called call calls told tell tells claims claim claiming wrote tweeted heard quoted word term",
    "<wrong>": "racist racism racists bigot bigots bigotry prejudice prejudiced sexist sexism homophobic homophobia transphobic antisemitic islamophobia hateful offensive unacceptable stereotype stereotypes wrong unfair discrimination discriminate report reported police condemn oppose against victim victims",
    "<thing>": "order orders parcel app website phone battery laptop screen server delivery service account subscription refund price prices shop store product code process task file script update wifi internet router printer car computer game level boss film movie song book series episode recipe chicken plants plant weeds ants mosquitoes bugs bug virus jeans shoes socks shirts shirt boots dress dresses hat hats coat coats pepper coffee tea paint cats dog curtains leather olives ink mould polish suits gloves bags bag sofa sofas tiles pudding beans rice bread sauce chairs chair food restaurant restaurants noodles hair sugar bear cards card weather music lights timer alarm dinner hotel flight ticket visa passport bank balance transfer pin atm meeting calendar reservation table oil traffic monday mondays team show games plot ending",
    "<all>": "all every each everyone everybody most any entire whole always",
    "<place>": "country nation world society town city school office house home europe america church mosque synagogue building street",
    "<how>": "how what where which explain describe write tell instructions guide recipe steps make build give show",
    "<life>": "life live living alive exist existing existence world forever goodbye",
    "<fuck>": "fuck fucking fucked fuckin shit damn bloody hell goddamn wtf",
    "<be>": "is are am was were be been being",
    "<past>": "was were did had died killed happened won lost scored",
    "<body>": "body hand hands arm arms leg legs throat neck face head skin back mouth lips tongue fingers hair eyes bed",
}
_OF_EACH: Final = tuple((_KINDS | _ROLES).items())
KINDS: Final = len(_OF_EACH)
"""How many kinds and roles there are."""


def _bits() -> dict[str, int]:
    found: dict[str, int] = {}
    for number, (_, words) in enumerate(_OF_EACH):
        for word in words.split():
            found[word] = found.get(word, 0) | 1 << number
    return found


_CUE_ROLES: Final = frozenset(
    {
        "<intimate>",
        "<harm>",
        "<crisis>",
        "<abroad>",
        "<threat>",
        "<hate-word>",
        "<how-harm>",
        "<hate>",
        "<fuck>",
        "<life>",
    }
)
_NO_CUE: Final = {"<kin>", "<good>", *_ROLES} - _CUE_ROLES
CUES: Final = sum(1 << number for number, (kind, _) in enumerate(_OF_EACH) if kind not in _NO_CUE)
"""The bits of kinds without any of which hardly anything is harmful."""
BITS_OF: Final = MappingProxyType(_bits())
"""Of which kinds and roles a word is, one bit each: what is said together matters more than the order of it."""
