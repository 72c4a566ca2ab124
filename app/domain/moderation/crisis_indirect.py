"""What people do to themselves, and indirect wishes to die, in other languages; written without accents, as plain text is."""

# ruff: noqa: E501 (a list of words is read in one piece)

from typing import Final

from app.domain.moderation.wording import Wordings, wordings

_GERMAN: Final = wordings(
    r"""
    4: hoffe bete wunschte wunsche / nicht_mehr nie_mehr nicht nie / aufwache aufzuwachen ! zu|um|vor|so
    4: hoffe bete wunschte wunsche / nicht_mehr_aufwachen nie_mehr_aufwachen nicht_mehr_aufzuwachen
    2: hoffe bete wunschte / wache_morgen_nicht wache_nicht_mehr wach_nicht_mehr wache_nie / auf ! um|vor|so
    2: mach mache machen / schluss_mit_allem / fur_immer endgultig heute heut jetzt
    2: heute heut jetzt morgen / schluss_mit_allem / fur_immer endgultig
    2: mach mache setz setze / ich heute jetzt / dem_ein_ende allem_ein_ende meinem_leben_ein_ende
    0: uberleb uberlebe uberstehe / die_nacht den_tag diese_nacht das_wochenende / nicht
    1: mude satt leid uberdrussig / zu_leben zu_existieren des_lebens am_leben_zu_sein
    0: des_lebens / mude uberdrussig
    3: warum wozu weshalb / ich / noch_lebe uberhaupt_lebe weiterleben noch_leben
    2: hunger* prugle schlage kratze brenne / mich / blutig zu_tode bis_es_blutet zur_strafe jede_nacht wenn_ich_allein
    2: verletz* ritz* schneid* / mich mir / heimlich nachts jede_nacht jeden_abend absichtlich mit_der_klinge mit_einer_klinge
    2: geh gehe folge folgen / in_den_tod in_den_freitod
    1: denke denk nachdenke / ans_sterben an_den_tod an_suizid ans_umbringen daruber_nach_zu_sterben ! von|mein\w*|der|des|deshalb|wegen
    1: mir / das_leben / nehmen
    1: tu tue / mir / weh
    2: keinen kein nur / ausweg ausgang losung / den_tod der_tod zu_sterben tot
    1: verdiene verdien verdient / zu_sterben den_tod tot_zu_sein es_zu_sterben
    2: keine / kraft energie / zum_leben zu_leben weiter_zu_leben weiterzuleben
    0: lieber / tot gestorben ! als (?:rot|zu|in)
    2: liebsten / tot gestorben nicht_mehr_am_leben nicht_mehr_da
    2: besser / nicht_mehr_am_leben nicht_mehr_da
    4: stehe steh sitze sitz bin / brucke dach gleisen schienen hochhaus gelander / springe springen spring ende schluss
    1: will mochte / von_dieser_welt aus_dieser_welt aus_diesem_leben / verschwinden gehen weg
    3: habe hab / uberdosis / genommen
    3: ertrage ertrag halte halt / leben / nicht_mehr nicht_langer nicht_mehr_aus
    0: nehme nimm nahm nehmen / mir sich / das_leben ! leicht|schwer|so|einfach
    2: bringt brachte droht versucht versuchte wollte / sich / umzubringen um_zu_bringen
    3: art methode weg weise / sterben / schmerzlos ohne_schmerzen
    2: schmerzlos schmerzfrei / sterben tot umbringen
    2: wunschte wunsche ware / nie / geboren
    3: rasierklinge klinge strick / in_der_hand um_den_hals liegt_bereit hangt_schon
    3: sagt sag richtet / kindern mutter familie eltern frau mann freunden / liebe geliebt
    1: wozu warum / noch / weiterleben
    3: schwester bruder tochter sohn freundin freund / ritzt schneidet / sich ! an|am|beim|in den finger
    """
)
_DUTCH: Final = wordings(
    r"""
    0: snij snijd snijdt kras kerf verwond sla brand / mezelf mijzelf zichzelf ! aan|bij|een|wat|nog|de|het
    1: mezelf mijzelf zichzelf / gesneden verwond gekrast toegetakeld verbrand ! aan|bij|met (?:de|het|jullie)
    1: mezelf mijzelf / pijn / doe deed gedaan
    1: doe doet deed / mezelf mijzelf zichzelf / pijn
    0: voor_de voor_een / trein metro tram / springen gooien spring gooi
    4: niemand / missen mis huilen merken merkt / dood_was dood_ben er_niet_meer_was weg_was dood_ga
    4: hoop bid wou wens / niet_meer_wakker nooit_meer_wakker nooit_wakker niet_wakker_word niet_wakker_te_worden morgen_niet_wakker
    1: zie / het_leven / niet_meer_zitten
    1: moe zat beu / van_het_leven het_leven van_leven om_te_leven ! in|op|met|tussen
    0: uit_het_leven / stappen stap
    0: haal overleef / de_nacht morgen deze_nacht / niet
    1: denk nadenk / aan_zelfmoord aan_de_dood aan_doodgaan aan_sterven ! van
    0: beter liever / dood ! spoor|gaan|materiaal
    2: verdien verdient / dood_te_gaan doodgaan te_sterben te_sterven de_dood
    3: overdosis / genomen ingenomen slikken nemen
    4: sta zit ben / brug dak spoor rails flat balkon / springen spring eind einde
    2: geen / kracht energie moed / te_leven verder_te_leven om_te_leven
    1: zonder_mij / is zijn hebben gaat was heeft / beter gelukkiger fijner
    1: beter / dood ! spoor|gaan|materiaal
    2: geen / uitweg uitgang / dood
    2: wil wilde / van_de_wereld uit_deze_wereld van_deze_wereld / weg verdwijnen
    1: kan / het_leven / niet_meer_aan niet_meer
    3: wil wilde probeert probeerde dreigt / zelfmoord / plegen
    2: einde eind / maken / aan_alles aan_mijn_leven aan_het_leven
    1: maak / mezelf mijzelf / van_kant
    2: pijnloos zonder_pijn / sterven doodgaan dood
    3: zeg zeggen vertel / kinderen moeder ouders familie vrouw man / hou hield
    2: scheermes touw / in_mijn_hand om_mijn_nek
    """
)
_FRENCH: Final = wordings(
    r"""
    0: me se / fais fait faisais / du_mal ! au|aux|a la|a l|en|avec|sur|quand je (?:le|la|les|monte|marche)
    1: fatigue fatiguee marre las lasse epuise epuisee assez / de_vivre d'exister d'etre_en_vie de_cette_vie de_la_vie ! ces?|cette|avec|dans|sans|a|au|en|chere
    4: espere prie voudrais aimerais souhaite priere / ne / reveiller reveille ! pour|avant|trop|a|si
    1: mieux_vaut vaut_mieux prefere preferable / mourir crever ! de
    1: passerai survivrai tiendrai / pas / la_nuit cette_nuit jusqu'a_demain
    0: quitter / ce_monde cette_vie cette_terre
    4: rejoindre / au_ciel dans_la_mort au_paradis
    0: j'veux jveux j'vais / crever mourir en_finir me_tuer me_foutre_en_l'air
    1: pense penser penses / a_la_mort a_mourir au_suicide a_me_tuer a_me_suicider ! de|du|des|d
    1: plus / aucune_raison de_raison / de_vivre d'exister
    0: merite meritais / de_mourir de_crever la_mort
    2: plus / la_force le_courage / de_vivre
    2: pris avale avales prends / tous_mes tous_les toute_la / cachets comprimes medicaments somniferes antidepresseurs boite_de_cachets boite_de_somniferes boite_de_medicaments boite_de_comprimes
    2: avale avales / toute_la / boite ! de (?:biscuits|bonbons|chocolats?|gateaux)
    4: suis debout assis assise / pont toit rails voies rebord balcon / sauter saute finir fin plus
    0: suis / au_bord_du / pont toit vide balcon
    2: supporte tiens endure / plus / la_vie cette_vie ma_vie
    4: mieux_vaut mieux vaudrait / je_meure je_sois_mort je_sois_morte je_disparaisse mourir
    4: personne / pleurerait pleurera manquerai manquerais viendrait / mourais meurs mort morte enterrement mourrais
    2: disparaitre partir / de_ce_monde de_cette_terre
    2: overdose surdose / medicaments cachets volontaire
    1: aucune pas_d'autre / issue solution sortie / mort mourir
    3: parle menace tente essaye essaie / se / suicider tuer pendre
    3: facon maniere moyen methode / mourir / sans_douleur sans_souffrir indolore
    0: envie / d'en_finir ! avec
    2: mieux / si_j'etais_mort si_j'etais_morte si_je_mourais
    0: s'est me_suis / ouvert ouverte / les_veines
    1: ne / me / reveillerai / pas plus ! avant|a|tot|tard
    2: corde lame rasoir / pendre autour_du_cou dans_la_main
    3: dites dis / enfants mere parents famille / aime aimais
    2: soeur frere fille fils amie ami / se / mutile scarifie taillade
    """
)
_SPANISH: Final = wordings(
    r"""
    1: ojala quisiera deseo / no / despertara despertase despierte despertarme amaneciera ! al|a|tarde|antes
    1: ojala / me / muriera muera muriese mate matara atropelle atropellara
    0: me / hago hacia / dano ! en|con|al|a la|cuando (?:la|lo|uso|me)|si
    2: me / corto cortaba quemo / sola solo escondidas de_noche ! el|la|las|los|con
    0: me / hice / dano / a_proposito a_mi_misma a_mi_mismo otra_vez
    0: cansado cansada harto harta / de_vivir de_la_vida de_esta_vida de_existir de_estar_viva de_estar_vivo ! en|con|sin|entre|al|cara
    1: mejor / morir morirme estar_muerta estar_muerto no_vivir ! de
    0: adios / mundo vida mundo_cruel ! digital|laboral|virtual|online|social
    1: descansar dormir / para_siempre ! en|con|mejor|bien
    1: pienso pensar pensando / en_la_muerte en_morir en_morirme en_suicidarme en_matarme ! de|del
    1: no / paso pasare sobrevivo sobrevivire aguanto / de_esta_noche esta_noche hasta_manana ! a|para|por|con
    3: reunirme irme / con_mi / cielo
    0: merezco merecia / morir morirme la_muerte estar_muerta estar_muerto
    2: fuerzas ganas animos / vivir seguir_viviendo ! en|con|aqui
    4: estoy subo subi sentada sentado / puente azotea tejado vias balcon cornisa / saltar tirarme lanzarme salto final
    1: desaparecer irme / de_este_mundo del_mundo de_esta_vida
    0: vida / no_vale_la_pena ya_no_vale_la_pena no_merece_la_pena
    2: no / soporto aguanto puedo / esta_vida la_vida mi_vida ! de
    2: sobredosis / tome pastillas tomado medicamentos
    3: mejor seria estaria / si / no_estuviera muriera no_existiera estuviera_muerta estuviera_muerto
    3: intento quiso quiere amenaza / suicidarse matarse ahorcarse
    1: unica_salida unica_solucion / morir muerte suicidio matarme es_morir
    3: forma manera metodo modo / morir / sin_dolor sin_sufrir
    2: soga cuchilla / lista cuello en_la_mano
    1: tomarme tomarse tome tomo / todo_el_frasco todo_el_bote toda_la_caja / pastillas pildoras medicamentos
    2: esta_noche hoy manana / me_mato me_suicido me_cuelgo me_ahorco
    3: dile diganle digan decidle / mama papa hijos familia madre padre mujer marido / quiero amo
    1: amiga amigo hermana hermano hija hijo novia novio / se / corta / brazos munecas venas piernas
    """
)
_ITALIAN: Final = wordings(
    r"""
    0: mi / faccio facevo / del_male ! con|alla|al|sulla|quando (?:lo|la|uso)
    1: meglio / morire morta morto non_vivere ! di
    1: spero prego vorrei / non / svegliarmi risvegliarmi ! tardi|troppo|prima|per|alle
    0: stanco stanca stufo stufa / di_vivere della_vita di_esistere di_questa_vita ! in|con|senza|tra|cara
    1: non / voglio / piu_esserci piu_esistere esistere_piu
    0: penso pensare pensando / alla_morte a_morire al_suicidio a_farla_finita ad_ammazzarmi a_uccidermi ! del|di|dei|della|con
    4: raggiungere / in_cielo in_paradiso
    1: non / supero superero passo / la_notte questa_notte stanotte
    1: mi / brucio graffio colpisco / braccia pelle apposta
    0: merito meriterei / di_morire la_morte di_essere_morta
    2: forza voglia coraggio / di_vivere per_vivere ! in|con
    4: sono seduta seduto sto / ponte tetto binari balcone cornicione / saltare salto butto lanciarmi fine
    2: sopporto reggo tollero / piu / la_vita questa_vita
    4: meglio / se_fossi_morta se_fossi_morto se_non_ci_fossi se_morissi senza_di_me
    1: sparire andarmene / da_questo_mondo dal_mondo
    2: overdose / preso pillole farmaci
    2: ingoiato preso prese / tutte_le tutti_i / pastiglie pillole farmaci medicine
    3: vuole voleva tentato minaccia / uccidersi ammazzarsi suicidarsi togliersi_la_vita
    1: unica_uscita unica_soluzione / morire morte suicidio
    3: modo maniera metodo / morire / senza_dolore senza_soffrire indolore
    2: figlio figlia amica amico fratello sorella / si / taglia
    2: lametta cappio / in_mano pronto pronta al_collo
    2: stanotte stasera oggi / faccio / finita ! con
    3: dite di' / figli mamma madre genitori famiglia moglie marito / amo voglio_bene
    """
)
_PORTUGUESE: Final = wordings(
    r"""
    1: corto cortei / me / quando sozinh* toda todas de_noite outra_vez de_novo
    0: me / corto / quando sozinh* toda todas de_noite outra_vez de_novo escondid*
    1: machuco magoo firo / quando sozinh* toda todas de_proposito de_noite outra_vez ! uso|ando|abro
    0: cansado cansada farto farta / de_viver da_vida desta_vida dessa_vida de_existir ! em|com|sem|no|na|cara
    2: tomara oxala espero queria / nao / acorde acordar acordasse ! tarde|com|cedo
    1: melhor / morrer morta morto ! de
    0: penso pensar pensando / na_morte em_morrer em_me_matar em_suicidio ! da|do|de
    1: nao / passo sobrevivo aguento / desta_noite dessa_noite ate_amanha
    3: encontrar reencontrar / no_ceu
    0: mereco merecia / morrer a_morte estar_morta estar_morto
    2: forcas forca vontade coragem / viver continuar_viva continuar_vivo ! em|com
    4: estou subi sentada sentado / telhado ponte predio varanda trilhos linha / pular saltar jogar atirar fim
    2: suporto aguento / mais / a_vida esta_vida essa_vida viver
    3: melhor seria / se_eu / morresse nao_existisse estivesse_morta estivesse_morto sumisse
    2: overdose / tomei remedios comprimidos
    3: tentou quer queria ameaca / se_matar matar-se suicidar-se se_suicidar
    1: unica_saida unica_solucao / morrer morte suicidio
    3: forma maneira jeito metodo / morrer / sem_dor sem_sofrer
    3: digam diz diga / mae pai filhos familia esposa marido / amo
    1: amiga amigo irma irmao filha filho / se / corta mutila ! o|a|no|na|com
    1: hoje / acabo acabarei / com_tudo ! no|na|do|da
    """
)
_POLISH: Final = wordings(
    r"""
    1: znowu znow wczoraj / sie / pocialem pocielam pocialam okaleczylem okaleczylam
    1: tne kalecze ranie / sie / co_noc noca znowu wieczorami gdy kiedy zyletka nozem codziennie ! opakowaniem
    5: ile / tabletek lekow pigulek / umrzec umre zabic smiertel* zasnac
    1: dosc zmeczony zmeczona / zycia zyciem ! w|na|bez|z
    4: modle nadzieje chce / nie / obudze obudzic ! za|przed|o
    0: mysle myslalem myslalam / o_smierci o_samobojstwie o_umieraniu ! dziadk\w+|babci|ojca|matki|taty|mamy|meza|zony|psa|kota
    0: lepiej wole / umrzec nie_zyc
    1: nie / przezyje przetrwam / nocy tej_nocy
    1: zasluguje zasluzylem zasluzylam / na_smierc by_umrzec zeby_umrzec smierc
    2: nie / sily ochoty checi / zyc zycia ! w|z|bez
    2: nie_chce / juz nigdy / obudzic
    4: stoje siedze jestem / moscie dachu torach balkonie / skoczyc skocze skok koniec
    1: zniknac odejsc / z_tego_swiata z_tego_zycia
    3: lepiej / umarl umarla nie_zyl nie_zyla beze_mnie gdybym_nie
    3: probowal probowala chcial chciala chce grozi ze / sie / zabic powiesic
    1: nie / znosze wytrzymam / tego_zycia zycia zyc
    3: sposob sposoby jak / umrzec zabic / bezbolesnie bez_bolu
    3: powiedzcie powiedz / mamie tacie dzieciom rodzinie zonie mezowi / kocham
    2: dzis dzisiaj / koncze skoncze / ze_soba
    1: siostra brat corka syn przyjaciolka kolega / sie / tnie kaleczy ! w|przy
    """
)
_SWEDISH: Final = wordings(
    r"""
    1: skar skadar branner svalter rispar slar / mig / varje nar_jag pa_natterna i_smyg igen sjalv ! pa|i|med|mot
    1: onskar ville / jag / var_dod vore_dod aldrig_funnits fick_do inte_fanns
    3: hoppas ber onskar / inte aldrig / vaknar vakna ! for|forran|sent|av
    0: trott less / pa_att_leva pa_livet pa_att_finnas ! med|i|utan|pa
    0: tanker / pa_doden pa_att_do pa_sjalvmord ! av
    1: overlever klarar / inte / natten
    1: battre / att_do dod ! an
    0: fortjanar / att_do doden
    2: ta tar tog / livet / av_sig av_mig
    1: ta tar tog / mitt sitt / liv live
    2: ingen inte / kraft ork lust / att_leva leva
    4: star sitter ar / bron taket sparet rals balkongen / hoppa hoppar slut
    3: hur_manga / tabletter piller / do dor doden dodlig
    1: forsvinna / fran_varlden fran_jorden
    2: star_inte_ut orkar_inte / livet leva langre_leva
    2: overdos / tagit tog
    3: battre / om_jag / dog dor var_dod inte_fanns
    3: satt satten / do / smartfritt utan_smarta
    3: sag halsa / barn mamma pappa familj fru man / alskar
    1: kompis vaninna van dotter son syster bror / skar / sig ! pa|i|med
    """
)
_TURKISH: Final = wordings(
    r"""
    3: kac / hap ilac tane / olurum oldurur olunur olmek
    3: ben_olmasam ben_olmasaydim ben_yokken ben_olunce / daha / mutlu iyi rahat
    0: yasamaktan hayattan hayatimdan / yoruldum biktim nefret usandim
    1: geceyi sabahi sabaha / cikaramam cikamam cikmam goremem gormeyecegim
    0: olumu olmeyi intihari / dusunuyorum dusunup istiyorum
    1: kendimi kollarimi / kesiyorum jiletliyorum yaraliyorum
    0: olmeyi olumu / hak / ediyorum
    3: koprude catida balkonda koprudeyim catidayim / atlay* atla* atlicam
    2: bu_dunyadan bu_hayattan / gitmek kaybolmak yok
    2: yasamaya yasamak / gucum takatim hevesim
    2: asiri_doz doz / aldim
    2: hayata hayat / dayanamiyorum katlanamiyorum
    3: olsem / daha / iyi mutlu rahat
    2: intihar / etti ediyor edecek etmek
    2: anneme babama cocuklarima aileme / soyleyin deyin / seviyorum
    1: kardesim arkadasim kizim oglum / kendini / kesiyor asacak oldurecek
    """
)
LATIN: Final[Wordings] = (
    *_GERMAN,
    *_DUTCH,
    *_FRENCH,
    *_SPANISH,
    *_ITALIAN,
    *_PORTUGUESE,
    *_POLISH,
    *_SWEDISH,
    *_TURKISH,
    ("levensmoe", r"\blevensmoe\b"),
)
