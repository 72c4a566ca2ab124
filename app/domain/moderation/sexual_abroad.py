"""Sexual wishes and talk in other languages; written without accents, as plain text is."""

# ruff: noqa: E501, RUF001 (a list of words is read in one piece; other scripts are meant)

from typing import Final

from app.domain.moderation.wording import Wordings, wordings

_GERMAN: Final = wordings(
    r"""
    2: ficken fick ficke gefickt durchficken vogeln durchvogeln bumsen poppen / dich mich dir mir sie ihn euch hart nackt geil
    2: dich mich dir mir sie ihn euch / ficken durchficken vogeln durchvogeln bumsen entjungfern
    2: ficken
    2: will mochte wurde willst lass / mit_dir mit_mir mit_ihr / schlafen vogeln ins_bett
    1: lutsch* blas* wichs* leck* / mir ihm / schwanz pimmel muschi eier
    0: bild bilder foto fotos video / von_deinen von_deiner von_deinem von_dir_nackt / brusten titten muschi arsch po
    1: blas blase blast lutsch lutscht / mir / einen
    2: lutsch* blas* wichs* reit* saug* leck* ritt / mein* dein* / schwanz pimmel penis muschi mose kitzler nippel titten arsch eier
    3: mein* dein* harten steifen / schwanz pimmel penis muschi mose kitzler nippel titten / lutsch* blas* wichs* reit* hart steif saug* mund anfass* spur* leck* feucht nass
    2: leck leckt lecken lecke / muschi mose fotze titten nippel kitzler
    3: zeig zeige zeigst schick schicke schickst sende / titten deine_bruste muschi arsch deinen_schwanz nackt nacktfoto* nacktbild* nacktvideo*
    2: nacktfoto* nacktbild* nacktvideo* nacktselfie*
    0: geil / auf_dich auf_euch
    1: macht machst / mich_geil mich_so_geil mich_feucht
    2: notgeil rattig wichsen wichse wichst onanier* masturbier* selbstbefriedig* arschfick* blowjob* dreier_mit gangbang* sexchat* sexgeschichte* erotikgeschichte* sexsklav*
    1: sex / mit_dir mit_mir mit_ihr mit_ihm mit_meiner mit_meinem haben heute_nacht heute_abend
    2: lust / auf_sex auf_ficken auf_einen_dreier auf_eine_nummer
    2: hol* hole / mir dir sich / einen_runter
    3: hast_du tragst_du / drunter darunter / an ! vorbei|der|die|das|meine
    0: erotisch* versaut* schmutzig* geile / geschichte story fantasie* chat rollenspiel
    3: dich du sie mich / nackt / auf_mir vor_mir im_bett mit_dir auf_dir neben_mir sehen in_meinem_bett reit*
    2: nackt / zu_mir auf_mir vor_mir im_bett mit_dir auf_dir neben_mir sehen ausziehen
    1: seinen ihren / penis / in
    1: zieh / dich_aus deinen_slip deine_hose_aus
    """
)
_FRENCH: Final = wordings(
    r"""
    0: te vous la me / baiser sauter_toute enculer sodomiser niquer_toute doigter ! la_main|les_pieds|la main
    1: suce sucer sucez suces / ma ta sa mon la me moi / bite queue verge penis chatte seins couilles
    0: me moi / sucer suce branler branles pomper_la doigter
    2: lecher leche lecherai / chatte cul seins bite minou tetons clito
    5: montre montrez envoie envoyez fais_voir / seins cul chatte nichons nue nues bite toute_nue tout_nu ! propriet*
    2: photo photos video videos image images / de_toi_nue de_toi_nu nue nues porno coquines
    1: voir lecher toucher embrasser / ta tes ton / chatte seins cul fesses nichons bite
    0: tu / suces baises mouilles bandes ! ton_pouce|des|les
    1: dans_mon_lit / nue nu nus toute_nue tout_nu
    0: coucher / avec_moi avec_toi avec_elle
    1: je / bande mouille / en pour quand
    0: branle branler masturbe masturber branlette masturbation pipe_baveuse fellation cunnilingus sodomie partouze gangbang
    2: porno pornographique erotique
    2: deshabiller deshabille / te toi vous caresser lentement devant
    0: te vous t / deshabiller deshabille
    2: caresser caresse toucher peloter / seins fesses cuisses chatte cul sexe nichons
    2: fais faire fait faisons / l'amour / avec toi moi ce_soir nus ensemble
    0: viens / me / sucer baiser lecher prendre_par
    2: ta tes ma / chatte bite teub queue seins / humide mouillee dure bandee dans envie
    1: envie / de_te_baiser de_sexe de_toi_nue de_ton_cul de_ta_chatte de_te_prendre
    1: excite excitee bandant / par_toi en_pensant_a toi_ce_soir
    1: toute_nue tout_nu tout_nus toutes_nues / avec_moi dans_mon_lit pour_moi moi_et
    1: nue nu / dans_mon_lit sous_la_douche_avec sur_moi
    """
)
_SPANISH: Final = wordings(
    r"""
    2: follar follarte follarme follarnos follamos folla follame cogerte culear culearte chingarte
    2: chupame mamame chupamela mamamela chuparte lamerte comerte comeme chupar mamar lamer / polla verga pene cono tetas pezones culo coochie cuello huevos clitoris pito entera toda
    2: te / quiero voy / lamer chupar comer follar coger / pezones tetas cono culo polla verga toda entera
    4: ensename muestrame mandame enviame envia manda pasame / tetas culo cono pechos desnuda desnudo nudes polla verga encuera
    0: estoy_muy estoy_tan estoy / cachondo cachonda arrecho arrecha
    2: sexo / conmigo contigo esta_noche oral anal duro
    2: foto fotos video videos / desnud* encuerad* porno sin_ropa
    2: masturb* pajear* pajeo paja_pensando porno* orgasmo* orgia* mamada_ahora trio_sexual mamada follada felacion
    1: erotic* caliente porno guarra / historia relato cuento chat
    1: historia relato cuento / erotic* porno guarra sexual
    2: llevas traes / debajo interior ! del|de
    2: tu tus mi / polla verga cono tetas / duro dura mojado mojada dentro boca
    3: metertela metersela meterte / polla verga toda hasta culo
    1: te_quiero te_imagino quiero_verte verte / desnuda desnudo en_mi_cama encima_de_mi
    0: hacerte hacerme / el_amor
    2: imagino / en_tanga encima_de_mi sin_bragas sin_ropa
    1: hacer / el_amor / contigo conmigo esta_noche
    2: quitate / ropa bragas sujetador tanga
    """
)
_ITALIAN: Final = wordings(
    r"""
    2: scoparti scopare scopami scopiamo ti_scopo scopata trombare trombarti incularti chiavarti inculare ! il|per|la_terrazza|pavimenti|in_terra
    2: succhia succhiami succhiare leccami leccare leccarti leccarmi prendimi toccami / cazzo uccello figa fica tette capezzoli culo palle pene
    2: cazzo uccello / in_bocca duro nella_tua nel_tuo
    3: mandami manda mostrami fammi_vedere inviami / tette culo figa fica nuda nudo cazzo mutandine seno
    2: foto video / nuda nudo nude spinte porno sexy_tue
    0: ti / lecco scopo inculo sbatto
    1: sesso / con_me con_te stasera stanotte orale anale insieme
    2: pompino pompini masturb* segarmi fammi_una_sega sborr* porno* orgasmo* ditalino cunnilingus erotiche
    2: storia racconto racconta* chat / erotic* porno spint* porc*
    1: nuda nudo / nel_mio_letto con_me per_me su_di_me sotto_la_doccia_con
    1: ti_voglio voglio_vederti ti_immagino / nuda nudo nel_mio_letto senza_mutande
    0: fare facciamo / l'amore / con_te con_me stasera stanotte
    3: eccitato eccitata / penso_a_te pensandoti per_te con_te masturb*
    1: cosa / indossi hai_addosso porti / sotto ! la|il|al
    2: spogliati togliti / mutand* reggiseno per_me tutto davanti
    """
)
_DUTCH: Final = wordings(
    r"""
    2: neuken neukt geneukt wippen_met
    0: pijp / me mij ! naar|een
    3: lik likken likt zuig zuigen kus vinger vingeren / kut lul pik tieten tepels poes_nat kont clit ballen
    1: je jouw / kut tieten lul kont tepels / likken neuken zuigen kussen voelen vingeren
    4: stuur laat toon / naakt naaktfoto* tieten kut borsten_zien kont_zien blote lul pik nudes
    2: naaktfoto* naaktbeelden naaktvideo*
    1: seks sex / met_me met_mij met_jou hebben vannacht vanavond
    1: geil / van_jou van_je op_jou op_je voor_je
    0: ben / zo erg heel / geil hitsig
    2: aftrekken af_te_trekken trek_me_af masturb* klaarkomen klaargekomen porno* pornoverhaal* seksverhaal* seksverhalen sekschat gangbang* trio_met
    1: mijn zijn / lul pik / zuigen pijpen likken aftrekken
    2: mijn je zijn / lul pik kut / hard nat stijf mond voor in
    0: erotisch* geil* smerig* sexy / verhaal verhaaltje chat rollenspel fantasie
    2: naakt bloot / in_mijn_bed voor_me op_me met_me in_bed
    3: wat / heb draag / onder_je_kleren
    1: kleed / je_uit
    """
)
_PORTUGUESE: Final = wordings(
    r"""
    3: foder te_foder foda-me fode-me me_fode me_come te_comer comer_voce comer_o_teu comer_seu_cu comer_sua / quatro todo toda gostoso duro noite voce te me hoje cu buceta agora
    1: quero vou queria / te_foder foder-te foder_voce te_comer comer_voce comer-te ! em|no|na
    2: chupa chupar chupo lamber lambe lambo mamar mama / pau pila rola buceta cona xota peitos mamilos cu caralho grelo
    4: manda mande envia mostra mostre / nudes nude pelada pelado nua nu peitos bunda buceta cona seu_pau teu_pau ! de_frango|de_tambor
    2: transar transa transo transei trepar / comigo contigo voce voces hoje noite agora gostoso ela ele
    0: senta sentar / no_meu_pau na_minha_cara no_meu_colo
    2: sexo / com_voce comigo contigo hoje_a_noite oral anal agora
    2: tesao punheta punhetas siririca masturb* gozar_na_sua gozar_na_tua gozar_na_boca gozei putaria boquete* broche_agora porno* orgasmo* suruba
    3: conta conte historia conto / erotic* safad* porno picante
    2: minha tua sua meu teu seu / buceta cona rola pau pila / molhad* dur* dentro boca tes*
    1: te_quero te_imagino quero_ver_voce quero-te / nua nu pelada pelado na_minha_cama sem_roupa
    1: fazer / amor / contigo comigo com_voce esta_noite
    2: que / vestida vestindo usando / por_baixo embaixo
    2: tira tire / calcinha sutia roupa / para pra
    """
)
_POLISH: Final = wordings(
    r"""
    2: wyruchac ruchac ruchal* wyrucham rucham przeleciec przelecial* pieprzyc_sie pieprzyc_cie wydymac zerznac zerzne jebac_cie bzykac bzykania
    2: zrob zrobisz zrobilabys / loda loda_mi laske minete ! w_rozku|waniliow*
    2: possij ssij ssac poliz lizac lize wyliz liz / kutasa chuja fiuta cipke cipe cycki sutki penisa jaja lechtaczke
    3: pokaz pokazesz wyslij przyslij / cycki cipke cipe dupe tylek nagie naga nago kutasa nudesy
    0: nagie gole rozbierane / zdjecia zdjecie fotki fotke filmik filmy selfie
    2: seks seksu / ze_mna z_toba z_nia dzisiaj dzis wieczorem oralny analny
    1: napalon* podniecon* nakrecon* / na_ciebie mysla myslac toba przez_ciebie
    2: masturb* walic_konia wale_konia waleniu_konia obciag* porno pornograf* orgazm* spuscic_sie trojkat_erotyczny sekstelefon seksczat
    0: erotyczn* sprosn* swinsk* pikantn* / opowiadanie historie historia historyjke czat opowiesc
    3: opowiedz napisz / porno erotyczn* sprosn* seksualn*
    2: moj* twoj* / kutas* chuj* cipk* cycki cycuszki / tward* mokr* stoi w ust*
    0: rozbierz / sie
    1: sie / z_toba / kochac
    1: nago naga / w_moim_lozku ze_mna dla_mnie
    1: co / masz / pod_spodem pod_ubraniem na_sobie_skarbie
    """
)
_SWEDISH: Final = wordings(
    r"""
    1: knulla knullar knullade knull / dig mig med oss hart ikvall henne honom
    2: sug suga suger slicka slickar / kuk kuken fitta fittan brost brosten pung rov brostvartor min_stake mig_dar
    3: skicka visa / nakenbild* nakenfoto* nudes brost brosten tuttar tuttarna fittan kuken rumpan naken
    2: nakenbild* nakenfoto* nakenvideo*
    1: sex / med_mig med_dig ikvall inatt_med
    0: kat kata / pa_dig for_dig av_dig
    0: sa jatte ar / kat
    2: runka runkar onanera onanerar masturb* porr porrhistoria porrhistorier porrnovell avsugning orgasm* gruppsex sexnovell* sexhistori*
    0: erotisk* snuskig* sexig* / novell historia berattelse chatt fantasi*
    1: naken naket nakna / i_min_sang med_mig for_mig pa_mig i_sangen
    2: min din / kuk fitta stake / hard vat blot styv i
    2: kla ta / av_dig / naken trosorna bh'n
    1: vill / ligga / med_dig med_er
    2: vad / har / under_klad* pa_dig_under
    """
)
_TURKISH: Final = wordings(
    r"""
    2: sikmek sikeyim sikecegim sikerim sikis* sikismek sikiselim
    2: ciplak / foto fotograf* resim resmi resmini resimler* video* poz yatagimda goster*
    1: memelerini gogus* gotunu amini kalcani kulodunu / goster* gor* yala* ac opeyim emmek sik*
    1: yarragimi yarrak yarragi sikimi amcigi amini penisimi / yala* em em* agzin* ister* sok*
    0: sevismek sevisel* sevisir
    2: azdim azginim azgin_ol* abaza* mastur* bosalt* bosaldim bosalacag* bosalmak_ist* porno* orgazm* otuzbir sakso orospu_gibi
    0: 31_cek*
    2: cekiyorum cekerken / seni_dusun*
    0: erotik seksi sapikca / hikaye* sohbet* fantezi*
    1: seks / yapmak yapalim istiyor* hikaye* benimle
    1: benimle / seks yatar sevis* yat
    1: soyun / benim_icin bana
    """
)
SEXUAL: Final[Wordings] = (
    *_GERMAN,
    *_FRENCH,
    *_SPANISH,
    *_ITALIAN,
    *_DUTCH,
    *_PORTUGUESE,
    *_POLISH,
    *_SWEDISH,
    *_TURKISH,
    ("трахн* трахать*", r"\bтрах(?:н\w+|ать\w*)"),
)
