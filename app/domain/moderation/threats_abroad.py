"""Threats in other languages; written without accents, as plain text is."""

# ruff: noqa: E501, RUF001 (a list of words is read in one piece; other scripts are meant)

from typing import Final

from app.domain.moderation.wording import Wordings, wordings

_GERMAN: Final = wordings(
    r"""
    4: werd werde werden will wollen / dich euch sie ihn alle allen jeden dein* eur* dir / umbringen toten ermorden abstechen erschiessen erschlagen erwurgen verprugeln zusammenschlagen vergewaltigen kaltmachen totschlagen totprugeln aufschlitzen abschlachten abknallen zerstuckeln vergiften foltern hinrichten kopfen enthaupten
    3: werd werde werden will wollen / dich euch / vergiften verbrennen anzunden
    1: tote erschiesse erschiess ermorde erschlage erwurge verprugle verprugel vergewaltige vergifte kopfe schlachte zerstuckle / dich euch jeden alle dein* eur* ihn
    1: bring bringe / dich euch sie ihn alle jeden eur* dein* / um ! \d+|ein|zwei|drei|vier|funf|sechs|sieben|acht|neun|zehn|elf|zwolf|halb|viertel|kurz|mitternacht|mittag|etwa|ca|die|den
    2: stech steche stich knall knalle schlacht schlachte murks / dich euch ihn sie alle jeden dein* eur* / ab
    2: mach mache machen / dich euch / kalt fertig platt
    0: mach mache machen / kalt fertig platt ! \w+
    1: dich euch / mach mache machen / kalt fertig platt
    3: schlag schlage schlagen hau haue prugel prugle prugeln tret trete / dich euch dir ihn / tot zusammen windelweich krankenhausreif blutig kaputt fresse schadel zahne gesicht nase kopf kurz_und_klein
    2: dir euch ihm ihr / knochen beine bein genick hals kehle arme arm nase finger kiefer rippen fresse schadel zahne gesicht kopf augen hande / brechen breche umdrehen umdreh aufschlitzen abschneiden einschlagen polieren wegblasen einhauen eintreten abhacken durchschneiden rausreissen ausstechen
    3: brech* dreh* schneid* schlitz* polier* zertrummer* / dir euch / knochen beine bein genick hals kehle arme arm nase finger kiefer rippen fresse schadel zahne gesicht
    3: weiss / wo / du ihr dein* eur* / wohn* arbeite* schlaf* schlafst schule park* lebst lebt kindergarten ! denn
    1: weiss kenne / welche welchen / schule kita kindergarten schulweg heimweg
    5: lauer* auflauern / dir dein* euch eur* / auf schule arbeit
    4: du ihr sie / wirst werdet sollst sollt gehort gehorst verdienst verdient musst musst / sterben verrecken bluten brennen krepieren verbluten abgeknallt abgestochen erschossen
    4: hoff* wunsch* / du ihr dein* eur* dir euch / stirb* sterbt verreck* krepier* krebs tod vergewaltigt
    3: du_bist / tot ein_toter_mann
    1: ihr_seid / alle so_gut_wie bald / tot tote
    2: zunde zund zunden stecke steck stecken fackel fackle fackeln brenn brenne brennen spreng sprenge sprengen jag jage jagen / laden geschaft filiale buro haus hutte bude auto firma lager zentrale gebaude moschee synagoge schule kirche heim fluchtlingsheim euch / an ab nieder hoch in_die_luft in_brand ! die|der|das|den|dem|eine|einer
    3: laden geschaft filiale buro haus hutte bude auto firma lager zentrale gebaude moschee synagoge schule kirche heim fluchtlingsheim / anzunden anzunde abfackeln abfackle niederbrennen sprengen in_die_luft_jage* in_die_luft_spreng* in_brand_stecke* in_brand_setze*
    2: pass passt / auf_dein* auf_eur* / familie kinder kind frau tochter sohn mutter rucken leben
    1: komm* vorbei besuch* / mit_einer mit_ner mit_der mit_meiner mit_einem mit_nem mit_meinem / pistole waffe knarre axt baseballschlager gewehr machete bombe messer ! das|der|die
    3: messer klinge / in_den_bauch in_den_rucken in_den_hals in_die_brust zwischen_die_rippen
    2: kugel / in_den_kopf in_deinen_kopf durch_den_kopf durch_den_schadel
    2: komm* werd* / dich / holen finden ! ab|vom|dann_ab
    1: schlitz schlitze / dich euch ihn sie / auf
    3: sollte sollten gehort gehoren musste / euch dich alle / erschiessen erschossen aufhangen aufgehangt vergasen vergast verbrennen abknallen umbringen abstechen
    1: deine eure / familie frau tochter mutter kinder / ist_dran sind_dran dran fallig
    3: komm* vorbei besuch* / mit_dem mit_ner mit_meinem mit / messer pistole knarre axt baseballschlager machete waffe ! das|der|die|zum|zur
    1: haue hau kriegst bekommst gebe geb / aufs_maul auf_die_fresse eine_aufs_maul in_die_fresse
    3: finden finde kriegen kriege / dich euch / bist_du_tot tot erledigt fallig
    3: dir euch / schneid* schlitz* / kehle hals gurgel
    2: wirst werdet / das es / nicht_uberleben
    """
)
_FRENCH: Final = wordings(
    r"""
    1: vais va allons veux viens / les le la / tuer buter egorger poignarder massacrer etrangler violer assassiner flinguer ! de_rire|un|une|de
    1: vais va allons veux viens / te vous t / tuer buter crever egorger planter poignarder fumer defoncer massacrer etrangler violer bruler frapper tabasser eclater demolir assassiner flinguer abattre saigner eventrer exterminer cogner ! de_rire|de rire|un|une|le|la|les|de
    1: vais va allons / tous toutes / tuer buter egorger massacrer flinguer abattre exterminer
    0: vais va allons / tuer buter egorger massacrer flinguer abattre poignarder / tout_le_monde tous ta tes ton votre vos quelqu'un
    0: je on / te vous t / tue bute creve plante egorge defonce demolis flingue massacre saigne etrangle poignarde eclate tuerai buterai egorgerai planterai creverai defoncerai demolirai massacrerai etranglerai saignerai violerai brulerai tuera
    1: te vous t lui leur / crever creve cass* pete peter peterai bris* explos* arrach* fracass* eclat* coup* trancher tranche defonc* / gueule jambes jambe dents bras nez os figure crane machoire tete doigts genoux yeux gorge couilles
    2: sais / ou / tu vous ta tes ton vos / habit* travaill* dor* vis vivez va vont gare* ecole
    0: je on / massacre tue bute egorge viole brule flingue crame plante / ta tes ton votre vos / famille enfants femme mere soeur fille fils gosses
    0: te vous / faire la_fais / la_peau
    1: sais / quelle / ecole creche
    0: connais ai / ton_adresse l'adresse_de_tes l'adresse_de_ta
    1: mett*_le_feu mettre_le_feu fout*_le_feu bruler brulerai cramer cramerai incendier incendierai faire_sauter faire_exploser ferai_sauter fais_sauter faire_peter plastiquer / votre vos ton ta tes leur / magasin boutique agence bureau* maison voiture entrepot immeuble ecole mosquee synagogue eglise siege local locaux usine
    1: bombe / dans_votre dans_vos chez_vous dans_ton
    1: tu_es t'es / mort un_homme_mort une_femme_morte ! de_rire|de
    0: vous_etes / tous_morts des_morts des_hommes_morts deja_morts
    1: tu vous / vas allez merites meritez devez devrais devriez / crever mourir saigner bruler_vif bruler_vifs ! de_rire|d'envie|de
    4: espere souhaite / tu vous ta tes / creves crevez crever meures mouriez cancer crevent
    2: attention gare surveill* / ta tes ton vos votre / famille enfants enfant femme fille fils mere arrieres
    1: occuper / tes ta ton / enfants famille femme fille fils mere
    5: attends attendrai viens viendrai viendrons arrive arriverai debarque* passe passerai / avec_un avec_mon avec_une avec_ma / couteau flingue fusil arme pistolet kalach* batte hache bombe calibre machette barre_de_fer ! a|que|pour|achete|de
    1: balle balles couteau / dans_la_tete dans_le_crane dans_le_ventre dans_la_peau dans_le_dos entre_les_yeux
    1: finir / dans_un_cercueil six_pieds_sous_terre a_la_morgue dans_un_fosse au_cimetiere
    3: venir viens / te_chercher te_trouver vous_trouver / planter tuer buter crever frapper saigner fumer egorger
    1: gaffe / ta tes ton votre vos / famille enfants enfant femme mere gosses
    2: devrait faudrait merite* / vous te / pendre fusiller bruler tuer abattre gazer egorger
    1: sait savons / ou / tu vous ta tes ton vos / bosse* habit* travaill* dor* vis vivez creche*
    1: met mets mettre mettrai mettrons fous fout / le_feu / votre vos ton ta leur
    1: te vous / demonter demonte demonterai / gueule tete face
    4: arriver arrivera / a_tes a_ta a_ton a_vos a_votre / enfants famille fille fils femme mere
    """
)
_SPANISH: Final[Wordings] = (
    (
        "matar* rajar* degollar* apunalar* violar* reventar* asesinar* acuchillar* estrangular* golpear* pegar* quemar*",
        r"\b(?:voy|vamos|vengo|quiero|iremos) (?:a )?(?:matar|rajar|degollar|apunalar|violar|reventar|asesinar|acuchillar|estrangular|golpear|quemar)(?:te|os|les|le)\b",
    ),
    *wordings(
        r"""
    1: te os le les los / voy vamos va van / matar rajar degollar apunalar violar quemar_vivo reventar linchar disparar descuartizar estrangular acuchillar asesinar pegar_un_tiro meter_un_tiro dar_una_paliza hacer_dano moler_a_palos cortar_el_cuello torturar ! de_risa|de la risa|de amor
    2: te os le les / romper romp* partir parto partire cortar corto cortare arrancar arranco reventar reviento / cara piernas pierna huesos cabeza boca dientes brazos cuello craneo manos dedos garganta lengua
    1: voy vamos van / matar rajar degollar asesinar violar acuchillar disparar / todos todas tu tus vuestr* alguien vosotros ustedes quien
    0: te os / mato rajo reviento degollo matare mataremos rajare apunalo pego_un_tiro asesino estrangulo acuchillo ! de_risa|a besos
    2: se sabemos / donde / vives vivis viven vive trabajas trabajais trabaja estudia* duermes aparcas tu_casa tus_hijos tu_familia tu_hij*
    2: voy_a_quemar vamos_a_quemar quemare quemamos quemo voy_a_incendiar incendiare voy_a_explotar voy_a_volar voy_a_bombardear prender_fuego pegar_fuego meter_fuego meto_fuego pego_fuego prendo_fuego poner_una_bomba pondre_una_bomba / vuestr* tu tus su la el al esa esta / tienda oficina* casa coche negocio almacen local edificio colegio iglesia mezquita sinagoga escuela sucursal
    3: poner pondre pongo ponemos / bomba / oficina* tienda casa coche local almacen edificio colegio escuela sede
    3: te os / queda quedan / de_vida
    2: se sabemos / que_colegio cual_colegio que_escuela el_colegio / hijo hija hijos va van estudia
    0: estas eres / muerto muerta un_hombre_muerto ! de_risa|de|en
    0: estais estan / todos_muertos todas_muertas
    2: vas vais van mereces mereceis merecen debes deberias deberiais / morir palmar pagar_con_la_vida pagar_con_sangre arder_vivos sangrar ! de_risa|de
    1: ojala espero / te_mueras os_murais se_mueran te_maten os_maten te_violen te_atropellen
    2: cuida cuidado cuidad vigila ojo / tu tus vuestr* con_tu con_tus / familia hijos hijo hija mujer madre espalda espaldas
    3: ir voy ire iremos vengo vendre / con_una con_un con_mi con_la / pistola cuchillo navaja escopeta arma fusil machete hacha bomba bate ! que|de|para
    3: tiro balazo bala punalada / cabeza nuca frente pecho cara corazon
    5: voy vamos / encontrar buscar / matar cortar rajar romper partir reventar
    4: espero esperare esperamos / con_un con_una / bate cuchillo navaja pistola machete palo_de_hierro ! que|de|para
    2: habria deberian hay_que / fusilaros mataros ahorcaros quemaros colgaros fusilarte matarte ahorcarte
    5: te_vas_a_arrepentir os_vais_a_arrepentir se_van_a_arrepentir / encuentre coja pille encontremos
    2: le les os te / prender pegar meter / fuego
    2: les os te / vamos_a_poner voy_a_poner pondremos pondre / bomba
    0: te os / corto cortare hago hare / en_pedazos pedazos picadillo
    """
    ),
)
_ITALIAN: Final = wordings(
    r"""
    0: ti vi lo li / ammazzo uccido uccidero sgozzo scanno accoltello strangolo sparo massacro ammazzero ammazziamo uccideremo sgozzero massacrero stupro brucio_vivo brucio_vivi faccio_a_pezzi faccio_secco faccio_fuori ! di_baci|dal ridere|dalle risate|di|una|un
    4: voglio vengo veniamo verro verremo andro / ammazzarti ammazzarvi ucciderti uccidervi sgozzarti sgozzarvi accoltellarti spararti spararvi massacrarti massacrarvi stuprarti picchiarti picchiarvi farvi_fuori farti_fuori
    2: ti vi gli / spacco spacchero spezzo spezzero taglio tagliero rompo rompero fracasso strappo strappero / faccia testa gambe gamba gola ossa denti collo braccia naso culo muso cranio dita lingua mani
    1: vi_faremo vi_faro vi_faccio ti_faccio ti_faro / fuori saltare_in_aria a_pezzi secco secchi sanguinare
    2: so sappiamo / dove / abiti abitate abita vivi vivete lavori lavorate dormi parcheggi scuola casa_tua i_tuoi_figli
    2: brucio bruciare brucero bruceremo incendio incendiare incendiero do_fuoco dare_fuoco faccio_saltare far_saltare faro_saltare faccio_esplodere / vostro vostra vostri tuo tua / negozio ufficio casa macchina sede magazzino locale edificio scuola chiesa moschea sinagoga filiale
    2: metto mettere mettero piazzo / bomba / vostro vostra vostri negozio ufficio sede da_voi scuola
    0: sei / morto un_uomo_morto morta una_donna_morta gia_morto ! di|dal|o
    0: siete / tutti_morti gia_morti dei_morti
    2: dovete devi meriti meritate dovreste dovresti / morire crepare bruciare_vivi bruciare_vivo sanguinare ! di|dal
    3: spero / muoia muoiano crepi crepiate moriate che_tu_muoia cancro
    3: attento attenta attenti occhio stai / tua tuoi tue vostra vostri / famiglia figli figlia figlio moglie madre spalle casa
    4: aspetto aspettiamo vengo veniamo verro arrivo arrivero passo passero / con_una con_un con_la con_il / pistola coltello fucile arma mazza ascia machete spranga bomba ! che|da|per
    1: pagherai pagherete / con_il_sangue col_sangue con_la_vita con_la_pelle
    1: ti_vengo vengo ti_veniamo / a_cercare a_prendere / a_casa sotto_casa ! tua_per|per|il|la|alle
    1: so sappiamo / quale_scuola che_scuola
    2: pallottola proiettile coltellata / testa fronte cuore gamba pancia
    0: ti vi / ammazzerei ucciderei sgozzerei massacrerei scannerei accoltellerei sparerei ! di_baci|dal ridere
    2: andreste dovreste bisognerebbe meritate meriti dovresti / ammazzati bruciati fucilati uccisi impiccati ammazzarvi uccidervi ammazzarti ucciderti impiccarvi
    1: veniamo vengo verremo verro / a_prenderti a_prendervi a_cercarti a_cercarvi ! il|la|lo|i|le|per|alle|all|un|una
    1: do diamo dare daro / fuoco / negozio ufficio casa macchina sede magazzino locale
    1: ti vi / aspetto aspettiamo / sotto_casa sotto_casa_tua
    """
)
_DUTCH: Final = wordings(
    r"""
    2: ga zal gaan zullen wil kom / je jou jullie hem haar hen you iedereen allemaal / vermoorden afmaken doden doodmaken doodslaan doodschieten neersteken afslachten verkrachten wurgen slopen kapotmaken kapotschieten onthoofden martelen verbranden neerschieten in_elkaar_slaan
    0: vermoord dood wurg onthoofd verkracht / je jou jullie you ! bent|gaat|hebt|bent|krijgt|kunt|moet
    1: maak schiet steek sla trap slacht beuk / je jou jullie hem you / dood neer kapot in_elkaar verrot overhoop lek
    0: maak / je jou hem you / af
    1: jij je jullie / gaat gaan / er / aan
    1: snij snijd* breek breken sla trap / je jullie / keel benen nek armen botten kop tanden gezicht vingers poten kaak
    2: weet / waar / je jij jullie / woon* woont werkt slaapt parkeert school kinderen
    1: weet / welke / school
    1: steek steken zet zetten brand blaas blazen / jullie je the_hele de / winkel kantoor huis zaak auto magazijn pand school moskee synagoge kerk tent / in_brand in_de_fik plat op in_de_hens in_de_lucht
    1: jij je jullie / bent zijn / er_geweest dood_vlees ten_dode
    2: je_gaat jij_gaat jullie_gaan jullie_zullen je_zult jij_zult jij_moet je_moet jullie_moeten je_verdient jullie_verdienen / dood sterven verrekken creperen bloeden branden ! van|lachen
    3: hoop / je jullie / sterft doodgaat kanker doodgaan creper* verrekt
    2: pas let / op_je op_jullie / kinderen familie vrouw dochter zoon gezin rug tellen
    4: kom komen / met_een met_mijn met_n / mes pistool geweer wapen mitrailleur bijl machete bom honkbalknuppel ! om|dat|uit
    2: kogel mes / door_je_kop door_je_hoofd in_je_buik in_je_rug door_je_kop in_je_strot
    1: weet_je_te vind / vinden / en_dan dan
    2: moeten moet zouden zou / jullie je allemaal / doodgeschoten opgehangen vergast vermoord afgemaakt doodgemaakt
    1: weten weet / je jullie / te_vinden wonen
    1: je jullie jij / gaat gaan / eraan
    """
)
_PORTUGUESE: Final = wordings(
    r"""
    0: vou vamos quero iremos / te vos lhe / matar esfaquear degolar estuprar violar arrebentar espancar torturar estrangular esganar enforcar dar_um_tiro dar_uns_tiros meter_um_tiro meter_uma_bala quebrar_todo ! de_rir|de rir|de beijos|de
    0: te vos / mato matarei esfaqueio degolo arrebento espanco estrangulo esgano quebro_na_porrada encho_de_bala meto_bala dou_um_tiro ! de_rir|de
    1: vou vamos quero / matar-te matar-vos matar esfaquear assassinar degolar fuzilar estuprar / voces voce todos tua teu sua seu vos te tu ! fome|sede|saudade*
    2: vou vamos te lhe / quebrar quebro partir parto cortar corto arrancar arranco estourar estouro rachar racho arrebentar arrebento / cara pernas perna ossos cabeca boca dentes bracos pescoco garganta lingua miolos focinho
    1: sei sabemos / onde / voce voces tu moras mora moram vive vives vivem trabalha* estuda* dorme* teus_filhos tua_familia ! fica
    5: sei sabemos / sua tua seu teu / filha filho filhos / escola estuda colegio
    1: meto meter mandar encho metemos / bala tiro chumbo
    4: botar_fogo tacar_fogo por_fogo boto_fogo deitar_fogo vou_queimar vou_incendiar vou_explodir explodo queimo por_uma_bomba colocar_uma_bomba bombardear / loja escritorio casa carro empresa sede armazem predio escola igreja mesquita sinagoga agencia
    0: voce tu / esta estas es ta / morto morta um_homem_morto ! de|ou
    0: voces / estao_todos_mortos sao_homens_mortos ja_morreram
    2: vais vai vao merece mereces merecem deve deviam tem_que / morrer sangrar pagar_com_a_vida pagar_com_sangue arder_vivos ! de|rir|logo
    3: espero tomara oxala / voce voces tu / morra morram morras cancer sofra
    2: cuidado cuida vigia olho / com_a_sua com_a_tua tua sua teus seus / familia filhos filho filha mulher mae costas
    3: vou irei venho apareco chego passo / com_uma com_um com_minha com_meu com_a_minha / arma pistola faca fuzil espingarda revolver machado facao bomba ! que|de|para
    2: tiro bala facada / cabeca testa cara peito nuca barriga
    2: acho encontro cacar achar / e / te_corto te_mato corto mato te_arrebento te_quebro
    1: te vos / encher encho encherei / de_porrada de_bala de_pancada de_socos de_tiros
    1: te / pego pegamos / na_saida na_esquina na_rua_e ! d[oae] (?:metro|aeroporto|estacao|escola|trabalho|hotel)
    2: deviam mereciam merecem deveriam / fuzilados enforcados queimados executados baleados
    1: sabe sabemos sei / onde / voce voces tu moras / trabalha* mora moram vive vivem estuda* dorme*
    """
)
_POLISH: Final = wordings(
    r"""
    1: zabije zabijemy pozabijam zatluke zamorduje zastrzele zastrzelimy zadzgam udusze zarzne zgwalce utopie rozwale zajebie zapierdole zatlucze rozszarpie skatuje pobije otruje ubije dorwe spale / cie was ciebie wszystkich ich go ja twoja twoje wasz* ! ze_smiechu|smiechem
    2: polamie zlamie poderzne podetne rozwale rozbije utne odetne wybije obetne wydlubie skrece przetrace urwe / ci wam mu jej / nogi noge rece reke gardlo leb glowe zeby kark kosci ryj morde nos palce oczy jezyk
    2: wiem wiemy / gdzie / mieszkasz mieszkacie pracujesz pracujecie chodza spisz parkujesz twoje_dzieci twoja_zona twoja_corka twoj_syn twoja_rodzina
    1: rozwale rozwalimy zdemoluje spale spalimy podpale podpalimy wysadze wysadzimy zbombarduje puszcze_z_dymem / wam wasz* twoj* ten ta te / sklep biuro dom samochod firme magazyn budynek szkole meczet synagoge kosciol bude salon
    1: podloze podlozymy / bombe
    1: jestes / martwy martwa trupem juz_trupem ! w
    1: jestescie / martwi trupami
    0: zginiecie zginiesz zdechniesz zdechniecie wykrwawisz
    3: mam_nadzieje_ze zasluguj* powin* musi* / zdechn* zgin* umrzec umrzesz umrzecie
    2: uwazaj uwazajcie pilnuj strzez / swoj* dzieci rodzin* plecy zone corke syna ! na_siebie
    3: przyjde przyjdziemy wpadne przyjade pojawie / z_nozem z_bronia z_pistoletem z_siekiera z_maczeta z_karabinem z_bomba z_kijem ! do|ktory|od
    2: kulka kulke kula / w_leb w_glowe
    3: znajde / cie was / zabije rozwale polamie poderzne
    1: was wszystkich ich / powybijam pozabijam powystrzelam pomorduje wystrzelam powieszam
    2: powinni powinno trzeba nalezy / was cie ich / powiesic zabic zastrzelic spalic rozstrzelac
    1: obys obyscie / zdechl zdechla zdechli zginal zginela umarl
    1: dostaniesz dostaniecie / kulke kulka w_leb w_morde noz
    """
)
_SWEDISH: Final = wordings(
    r"""
    2: ska kommer tanker vill / doda morda skjuta knivhugga hugga_ner strypa valdta misshandla lemlasta slakta avratta tortera spranga sla_ihjal skara_halsen skada / dig er alla dom honom henne din* allihop
    0: dodar mordar skjuter hugger strypar valdtar slaktar slar_ihjal sparkar_ihjal skar / dig er ! en|ett|till
    2: slar sla sparkar / dig er / ihjal sonder fordarvad gul_och_bla
    2: sla slar knacka knacker bryta bryter krossa krossar skara skar / din* ditt dina halsen nacken benen pa_dig / ansikte ben hals skalle tander armar nacke kaken nasa kropp av_dig
    2: knacker knacka bryter bryta skar skara krossar krossa / ben benen hals halsen nacke nacken / dig er din
    2: vet / var / du ni dina era / bor jobbar arbetar sover parkerar skola skolan barn
    1: vet / vilken / skola forskola
    2: branna branner spranga spranger tanda tander elda bomba bombar / er ert din ditt era / butik kontor hus affar bil lager skola moske synagoga kyrka stalle lokal
    1: du_ar / dod sa_gott_som_dod dod_man en_dod_man ett_lik ! lank|for|trott|pa
    2: du ni / kommer ska fortjanar borde / att_do do bloda brinna ni_do ! av
    1: akta passa vakta / din familj dina_barn dina era er_familj din_familj ryggen ! pa
    4: kommer dyker / med_en med_ett med_min med_mitt / kniv pistol gevar vapen yxa machete bomb basebolltra ! som|att
    2: kula / i_huvudet i_pannan genom_huvudet i_skallen
    2: hittar hitta / dig er / skar dodar skjuter slar och_da
    1: kommer dyker / med_kniv med_pistol med_yxa med_vapen med_gevar ! som|att|fran
    2: ni alla du dom / borde / skjutas hangas dodas brannas gasas avrattas
    2: hugger hugga knivhugger / dig er / ner
    1: hugger hugga / ner / dig er
    3: sla slar krossa / skallen huvudet / pa_dig pa_er
    1: hoppas / du ni / dor dog far_cancer ! inte
    """
)
_TURKISH: Final[Wordings] = (
    (
        "oldur* gebert* vurac* bicakl* dogra* bogac* bogar* vurur* tecavuz* keser* yakac* parcal*",
        r"\b(?:seni|sizi|hepinizi|onu|onlari|aileni|ailenizi|cocuklarini) (?:\w+ ){0,3}?(?:oldurec\w+|oldururum|oldurur\w+|gebertec\w+|gebertirim|vuracag\w+|vururum|vururuz|bicaklayac\w+|dogra\w+|bogacag\w+|bogarim|keserim|yakacag\w+|yakarim|parcalayac\w+|parcalarim)",
    ),
    (
        "kafa* bacak* bogaz* kemik* cene* dis* surat* agz* beyn* / kir* kes* sik* parcal* dagit*",
        r"\b(?:kafa|bacak|bogaz|kemik|cene|dis|surat|agz|kol|beyn)\w* (?:\w+ )?(?:kiracag\w+|kirarim|kesecegim|keserim|sikarim|sikacag\w+|parcalar\w+|dagitirim|dagitacag\w+)",
    ),
    (
        "dukkan* ofis* magaza* ev* araba* bina* okul* cami* kilise* / yak* havaya* patlat* bomb*",
        r"\b(?:dukkan|ofis|magaza|ev|araba|bina|okul|cami|kilise|sinagog|depo)(?:\w*(?:iz|in|un)[iu])\b (?:\w+ )?(?:yakacag\w+|yakarim|havaya ucur\w+|patlatac\w+|patlatirim|bombalayac\w+|atese verec\w+)",
    ),
    (
        "olec* gebere* olsun* geber*",
        r"\b(?:(?:hepiniz|hepsi|sen|siz) (?:\w+ )?(?:oleceksin\w*|gebereceksin\w*|olmelisin\w*|gebermelisin\w*)|gebereceksin\w*|geber(?:in)?$|kanser ol\w*|umarim (?:(?:hepiniz|yakinda|sen|siz) )?(?:olursun\w*|gebersin\w*))",
    ),
    *wordings(
        r"""
    1: nerede / oturdug* yasadig* calistig* yattig* okudug* / biliyor* biliyoruz ! musunuz
    1: okula / gittig* / biliyor*
    1: basiniza basina / yikarim yikacag*
    1: evini evinizi adresini adresinizi / biliyorum biliyoruz ! degil
    0: sen siz / oldun oldunuz
    1: ailene ailenize cocuklarina cocuklariniza karina kizina / dikkat sahip yazik
    3: bicakla silahla tabancayla tufekle pompaliyla bombayla baltayla satirla / gelirim gelecegim gelirsem geliyorum basarim bekliyorum
    1: kafana kafaniza beynine / sikarim sikacag* kursun mermi
    0: oldun oldunuz / sen siz
    1: hepinizi sizi seni / asmak kesmek oldurmek vurmak yakmak / lazim gerek
    2: sana size / kursun mermi / sikarim sikacagim sikariz
    0: umarim insallah / olursun olursunuz geberirsin gebersin
    """
    ),
)
THREATS: Final[Wordings] = (
    *_GERMAN,
    *_FRENCH,
    *_SPANISH,
    *_ITALIAN,
    *_DUTCH,
    *_PORTUGUESE,
    *_POLISH,
    *_SWEDISH,
    *_TURKISH,
    ("тебя вас / убью убьем", r"\b(?:тебя|вас) убь(?:ю|ем)\b|\bубь(?:ю|ем) (?:тебя|вас)\b"),
)
