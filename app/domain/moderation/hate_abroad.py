"""Hate in other languages; written without accents, as plain text is."""

# ruff: noqa: E501 (a list of words is read in one piece)

from typing import Final, NamedTuple

from app.domain.moderation.wording import Wordings, in_order, wordings


class _Tongue(NamedTuple):
    """What hate is made of in a language."""

    groups: str
    colours: str
    """Groups that are named as shoes are."""
    are: str
    vermin: str
    must: str
    gone: str
    """What a group is wished, after `must`."""
    hate: str
    all_of: str
    destroy: str
    dirty: str
    slurs: str


_GERMAN: Final = _Tongue(
    groups="auslander* muslim* moslem* jude juden turken araber* afghanen syrer* afrikaner* zigeuner* fluchtlinge* asylanten asylbewerber* migranten einwanderer* schwule* lesben homos homosexuelle* transen frauen weiber behinderte* polen russen roma sinti albaner* rumanen christen hindus inder serben griechen ukrainer* iraker* iraner* vietnamesen italiener*",
    colours="schwarze schwarzen",
    are="sind",
    vermin="abschaum ungeziefer parasiten tiere ratten affen schweine dreck mull abfall untermenschen minderwertig* abartig* widerlich* ekelhaft* pest krebsgeschwur unwert* lebensunwert* verbrecher terroristen vergewaltiger schmarotzer unser_ungluck diebe pack gesindel dumm kakerlaken krank pervers* viecher schadlinge",
    must="gehoren sollen sollte sollten mussen musste mussten verdienen verdient darf durfen",
    gone="abgeschoben vergast erschossen eingesperrt sterben verrecken raus weg ausgerottet vernichtet verbrannt kastriert aufgehangt gehangt an_die_wand ins_lager ins_gas in_die_kuche keine_rechte den_tod getotet verboten",
    hate="hasse hass verabscheue verachte",
    all_of="alle diese* die",
    destroy="vergasen ausrotten vernichten erschiessen abschieben verbrennen abknallen umbringen aufhangen einsperren kastrieren an_die_wand",
    dirty="scheiss scheisse drecks dreckig* verdammt* stinkend* faule widerlich* verfluchte*",
    slurs="neger* muselmann* muselpack kanake* kanaken* judensau judenpack schwuchtel* kameltreiber* zigeunerpack schlitzauge* turkenpack auslanderpack scheissauslander* drecksauslander* scheissjude* scheissturke* drecksturke* drecksjude* untermensch* tunte tunten fluchtlingspack negerpack spasti",
)
_FRENCH: Final = _Tongue(
    groups="arabes musulmans juifs pedes youpins gays homosexuels lesbiennes immigres migrants etrangers refugies gitans roms femmes africains turcs handicapes trans asiatiques chretiens algeriens marocains roumains",
    colours="noirs noires",
    are="sont c'est seront",
    vermin="parasites vermine racaille ordures merde* rats singes animaux sous-hommes inferieur* inferieures voleurs terroristes cafards dechets chiens porcs betes degenere* malades dangereux violeurs pourriture fleau cancer nuisibles sales",
    must="doivent devraient meritent faut doit",
    gone="mourir crever etre_pendus etre_brules etre_tues etre_extermines etre_expulses etre_gazes disparaitre degager rester_a_la_cuisine de_mourir pendus brules gazes elimines extermines expulses enfermes vires fusilles",
    hate="deteste hais hair execre meprise",
    all_of="tous_les toutes_les les ces",
    destroy="eliminer exterminer bruler gazer expulser tuer pendre fusiller virer deporter eradiquer massacrer",
    dirty="sale sales putain_de putains_d salete_de enculed_de maudits dehors",
    slurs="youpins bougnoule* negre* bicot* tafiole* tarlouze* gouine* chinetoque* niakoue* crouille* enturbanne* romanichel*",
)
_SPANISH: Final = _Tongue(
    groups="inmigrantes musulmanes judios gitanos gays homosexuales lesbianas extranjeros refugiados mujeres arabes africanos moros latinos trans discapacitados migrantes asiaticos rumanos venezolanos catolicos",
    colours="negros negras",
    are="son sois seran",
    vermin="escoria basura ratas parasitos monos animales mierda ladrones terroristas inferiores enfermos cancer plaga cucarachas alimanas perros cerdos degenerados asquerosos subhumanos violadores peligrosos delincuentes bestias pervertidos",
    must="deben deberian merecen hay tienen",
    gone="morir ser_exterminados ser_quemados ser_expulsados que_matarlos que_exterminarlos que_encerrarlos que_quemarlos que_echarlos desaparecer que_morir estar_en_la_cocina que_expulsarlos",
    hate="odio odiamos detesto desprecio",
    all_of="a_los a_las a_todos_los a_todas_las todos_los",
    destroy="exterminar matar quemar gasear deportar expulsar fusilar eliminar echar encerrar erradicar",
    dirty="putos putas sucios sucias malditos malditas asquerosos jodidos fuera",
    slurs="sudaca* maricon maricones maricona* marica maricas moros_de_mierda negrata* bolleras sidoso* gitano_de_mierda",
)
_ITALIAN: Final = _Tongue(
    groups="immigrati musulmani ebrei zingari gay omosessuali lesbiche stranieri rifugiati profughi donne africani arabi rom trans disabili migranti albanesi rumeni extracomunitari marocchini",
    colours="negri neri",
    are="sono fanno siete",
    vermin="feccia spazzatura ratti topi parassiti scimmie animali merda ladri terroristi inferiori malati cancro piaga scarafaggi cani maiali bestie schifo subumani delinquenti stupratori pericolosi pervertiti rifiuti",
    must="devono dovrebbero meritano bisogna vanno",
    gone="morire essere_bruciati essere_sterminati essere_espulsi sparire tornare_in_africa sterminati bruciati impiccati di_morire stare_in_cucina affogare annegare crepare cacciati eliminati",
    hate="odio odiamo detesto disprezzo",
    all_of="tutti_i tutti_gli tutte_le i gli le",
    destroy="bruciare sterminare uccidere gasare deportare ammazzare eliminare cacciare impiccare fucilare",
    dirty="sporchi sporche sporco maledetti schifosi luridi fottuti bastardi fuori",
    slurs="froci* frocio finocchi_di_merda negri_di_merda negro_di_merda terrone* terroni muso_giallo ricchione* recchione* culattone* checche zingaraccia* zingaracci handicappato_di_merda mongoloide marocchino_di_merda",
)
_DUTCH: Final = _Tongue(
    groups="buitenlanders moslims joden marokkanen turken zigeuners homo's homos lesbiennes vrouwen vluchtelingen asielzoekers immigranten migranten arabieren afrikanen polen gehandicapten allochtonen christenen roma",
    colours="zwarten zwartjes",
    are="zijn is",
    vermin="tuig uitschot ongedierte parasieten apen ratten beesten dieren vuil minderwaardig* inferieur terroristen dieven kanker schorem varkens honden afval ziek viezeriken verkrachters pest kakkerlakken smeerlappen achterlijk*",
    must="moeten horen verdienen zouden mogen",
    gone="dood vergast opgesloten opgehangen sterven weg oprotten verbrand uitgeroeid afgemaakt doodgeschoten eruit het_land_uit uitgezet in_de_keuken",
    hate="haat verafschuw veracht",
    all_of="alle die deze al_die de",
    destroy="vergassen uitroeien verbranden doden afmaken ophangen deporteren opsluiten afschieten",
    dirty="vieze vuile kut kanker smerige tering stinkende rot_op flikker_op",
    slurs="kutmarokka* kutturk* kankermarokka* kankerjood* kankerturk* kutjood* neger negers nikker* flikker flikkers mocro_tuig roetmop* jodentuig geitenneuker* kankerhomo* kuthomo* spleetoog spleetogen mongool",
)
_PORTUGUESE: Final = _Tongue(
    groups="imigrantes judeus muculmanos ciganos gays homossexuais lesbicas estrangeiros refugiados mulheres arabes africanos nordestinos brasileiros indios haitianos bolivianos angolanos venezuelanos travestis migrantes deficientes ucranianos evangelicos",
    colours="pretos negros",
    are="sao e serao",
    vermin="lixo macacos ratos parasitas animais ladroes terroristas inferiores doentes escoria praga cancer baratas caes porcos nojentos bestas bandidos merda criminosos vagabundos pervertidos vermes",
    must="deviam devem deveriam merecem tem precisam",
    gone="morrer que_morrer ser_mortos que_ser_mortos ser_expulsos ser_queimados exterminados desaparecer que_apanhar ficar_na_cozinha",
    hate="odeio odiamos detesto desprezo",
    all_of="todos_os todas_as os as esses",
    destroy="exterminar matar queimar expulsar deportar eliminar fuzilar enforcar gasear",
    dirty="malditos nojentos sujos putos imundos fora",
    slurs="viado* monhes pra_senzala viadinho* bicha_nojenta fufas macaco_preto preto_nojento preta_nojenta preto_imundo pretinho_imundo ciganada traveco* mongoloide judeuzinho* paraiba_burro boiola*",
)
_POLISH: Final = _Tongue(
    groups="zydzi zydow zydami muzulmanie muzulmanow cyganie cyganow geje gejow homoseksualisci uchodzcy uchodzcow imigranci imigrantow ukraincy ukraincow arabowie arabow kobiety baby murzyni murzynow niemcy turcy lesbijki niepelnosprawni",
    colours="pedaly pedalow czarni czarnych czarnuchy",
    are="to sa",
    vermin="pasozyty smiecie smieci malpy bydlo robactwo zlodzieje swinie terrorysci szczury zwierzeta podludzie scierwo zaraza rak gowno brudasy chorzy zboczency gwalciciele bandyci gorsze glupie karaluchy",
    must="powinni powinny powinno musza trzeba zasluguja nalezy do",
    gone="wieszane wieszac umrzec zdechnac zginac wybic spalic zagazowac wyslac_do_gazu pieca gazu wypedzic zastrzelic byc_w_kuchni smierc deportowani zamknac",
    hate="nienawidze nienawidzimy gardze brzydze",
    all_of="wszystkich tych",
    destroy="wybic zagazowac spalic wytepic wywiezc wieszac deportowac eksterminowac zabic",
    dirty="jebane jebani jebany pieprzone pieprzeni brudni smierdzace zasrane parszywe parszywi wynocha",
    slurs="ciapat* ciapak* pedal_jebany czarnuch* zydek zydki asfalt_jebany kozojeb* szmatoglow*",
)
_SWEDISH: Final = _Tongue(
    groups="invandrare muslimer judar zigenare romer bogar homosexuella lesbiska utlanningar flyktingar kvinnor araber afrikaner somalier turkar handikappade asylsokande migranter",
    colours="svarta",
    are="ar",
    vermin="ohyra rattor apor parasiter djur avskum tjuvar terrorister svin skrap sopor undermanniskor ackliga sjuka mindre_varda mindervardiga cancer pest kackerlackor valdtaktsman hundar manniskoskrap perversa dumma",
    must="borde ska skall maste fortjanar ut",
    gone="do doda dodas avrattas skjutas gasas brannas utrotas utvisas hangas forsvinna aka_hem i_koket sparras_in",
    hate="hatar avskyr foraktar",
    all_of="alla dessa de",
    destroy="utrota gasa doda skjuta branna utvisa hanga avratta",
    dirty="javla forbannade smutsiga ackliga fula ut_med satans",
    slurs="blattejav* blattar* svarting* svartskalle* svartskallar neger negrer negern bogjavel bogjavl* judesvin judejavel zigenarpack zigenarjavel flata_javel muselman* apjavel",
)
_TONGUES: Final = (_GERMAN, _FRENCH, _SPANISH, _ITALIAN, _DUTCH, _PORTUGUESE, _POLISH, _SWEDISH)

_TURKISH: Final = wordings(
    r"""
    3: suriyeli* yahudi* ermeni* kurtler kurtlerin cingene* multeci* gocmen* arap araplar zenci* escinsel* ibne* kadinlar afgan* gavur* yunan* alevi* musluman* hristiyan* / pislik* kopek* kopegi hayvan* maymun* parazit* hirsiz* asagilik terorist* sapik* hastalikli* domuz* hasere* bocek* fare* serefsiz* olsun* gebersin* pis haindir hainler lanet
    1: suriyeli* yahudi* ermeni* kurtleri kurtlerden cingene* multeci* arap* zenci* escinsel* ibne* kadinlardan afgan* gavur* alevi* / nefret
    2: suriyeli* yahudi* ermeni* kurtleri cingene* multecileri araplari zenci* escinsel* ibneleri ibnelerin afganlari gavurlari / asmak kesmek yakmak oldurmek vurmak gebertmek kovmak defetmek asilmali yakilmali oldurulmeli defolsun defolun
    0: pis kahrolsun lanet kahrolasi serefsiz / suriyeli* yahudi* ermeni* kurtler cingene* multeci* arap araplar zenci* escinsel* ibne* afgan* gavur*
    0: ibne ibneler ibnelik ermeni_dolu ermeni_pici kurt_pici yahudi_pici
    """
)
_SAYINGS: Final = wordings(
    r"""
    0: auslander / raus
    0: raus / aus / deutschland unserem_land
    1: do_gazu do_pieca / zydami nimi ciapakami pedalami cyganami gejami uchodzcami
    2: juden / unser ungluck
    1: juifs / controlent dirigent gouvernent
    1: judios / controlan dominan
    1: ebrei / controllano comandano
    1: retourne* rentre* degage* / dans_ton_pays chez_toi en_afrique dans_votre_pays ! voir|le_colis
    1: vuelve vete volved largate / a_tu_pais a_africa a_tu_tierra a_vuestro_pais
    1: torna* tornate tornatene / in_africa al_tuo_paese al_vostro_paese a_casa_vostra
    3: rot ga flikker / op terug / eigen_land je_land
    1: volta* volte* / pra_tua_terra para_a_tua_terra pro_seu_pais para_o_teu_pais pra_africa
    1: wracaj wracajcie wypierdalaj wynocha / do_siebie z_polski z_kraju do_afryki
    3: ak dra / hem tillbaka / land afrika
    0: sales sale / juif juifs arabe arabes negre negres noir pd etranger etrangere gitan gouine youpin musulman musulmane ! et|a
    0: puto puta putos putas / negro negros negra moro moros mora gitano gitanos judio judios maricon maricones sudaca sudacas chino chinos inmigrante inmigrantes indio
    0: negri negro ebrei ebreo zingari zingaro froci frocio stranieri terroni musulmani arabi / di_merda del_cazzo schifosi schifoso bastardi
    0: moros negros gitanos judios maricones inmigrantes sudacas chinos gays moro negro gitano judio / de_mierda asquerosos asqueroso hijos_de_puta
    """
)


def _wordings(said: _Tongue) -> Wordings:
    """Put the words of a language together."""
    anyone = f"{said.groups} {said.colours}"
    return (
        in_order(anyone, said.are, said.vermin, gap=3),
        in_order(anyone, said.must, said.gone, gap=4),
        in_order(said.must, said.destroy, anyone, gap=3),
        in_order(said.must, anyone, said.destroy, gap=3),
        in_order(said.hate, said.all_of, said.groups, gap=2),
        in_order(said.hate, said.groups, gap=0),
        in_order(said.hate, "todos todas tutti tutte alle tous toutes wszystkich alla", said.colours, gap=1),
        in_order(said.dirty, anyone, gap=1),
        in_order(said.destroy, said.all_of, said.groups, gap=1),
        in_order(said.slurs),
    )


HATE: Final[Wordings] = (
    *(wording for said in _TONGUES for wording in _wordings(said)),
    *_TURKISH,
    *_SAYINGS,
)
