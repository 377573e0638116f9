/**
 * Words as bokmål and nynorsk write them, regular in their inflection. True variants, and words the public administration
 * uses for one another. Forms whose spelling is another word's in the other written form are kept out.
 */
export const nounPairs = `
utregning/utrekning beregning/berekning høring/høyring skole/skule tjeneste/teneste virksomhet/verksemd
sammenheng/samanheng hensyn/omsyn oversikt/oversyn forhold/tilhøve erfaring/røynsle
løsning/løysing bruker/brukar leder/leiar ledelse/leiing eier/eigar eiendom/eigedom eiendel/eigedel
enhet/eining oppgave/oppgåve utgave/utgåve avgjørelse/avgjerd bestemmelse/føresegn uttalelse/fråsegn
uttalelse/uttale anbefaling/tilråding veiledning/rettleiing veileder/rettleiar beskrivelse/skildring
forutsetning/føresetnad forskjell/skilnad likhet/likskap medvirkning/medverknad innvirkning/innverknad
påvirkning/påverknad samvirke/samverke virkning/verknad bivirkning/biverknad marked/marknad bygning/bygnad
hverdag/kvardag hvile/kvile strøm/straum drøm/draum kilde/kjelde formål/føremål
forekomst/førekomst fravær/fråvær fradrag/frådrag fravik/fråvik myndighet/styresmakt myndighet/myndigheit
sikkerhet/tryggleik sikkerhet/sikkerheit størrelse/storleik mulighet/moglegheit kjærlighet/kjærleik
åpenhet/openheit helhet/heilskap nærhet/nærleik sykehus/sjukehus sykdom/sjukdom sykehjem/sjukeheim
sykepleier/sjukepleiar sykefravær/sjukefråvær hjemmel/heimel hjemmeside/heimeside
hjemmetjeneste/heimeteneste hjemsted/heimstad poststed/poststad arbeidssted/arbeidsstad tilsted/tilstad
bokommune/bukommune botilbud/butilbod tilbud/tilbod forbud/forbod budskap/bodskap påbud/påbod anbud/anbod
vedlikehold/vedlikehald innhold/innhald underhold/underhald opphold/opphald beholdning/behaldning
utvalg/utval kommunevalg/kommuneval stortingsvalg/stortingsval valgdeltakelse/valdeltaking
deltakelse/deltaking medbestemmelse/medråderett ønske/ynske begrep/omgrep navn/namn hendelse/hending
behandling/handsaming saksbehandling/sakshandsaming saksbehandling/saksarbeid saksbehandler/saksarbeidar
saksbehandler/sakshandsamar regning/rekning innbygger/innbyggjar arbeidsgiver/arbeidsgjevar
arbeidstaker/arbeidstakar rådgiver/rådgjevar lovgivning/lovgjeving lovgiver/lovgjevar rådgivning/rådgjeving
oppdragsgiver/oppdragsgjevar utgiver/utgjevar bevilgning/løyving søker/søkjar lærer/lærar forsker/forskar
deltaker/deltakar arbeider/arbeidar mottaker/mottakar avsender/avsendar utøver/utøvar yter/ytar
tjenesteyter/tenesteytar ordfører/ordførar velger/veljar selger/seljar kjøper/kjøpar borger/borgar
forbruker/forbrukar skuespiller/skodespelar skatteyter/skatteytar fisker/fiskar håndverker/handverkar
håndverk/handverk håndbok/handbok hånd/hand håndtering/handtering trafikksikkerhet/trafikktryggleik
samferdsel/samferdsle ferdsel/ferdsle atferd/åtferd øvelse/øving opplevelse/oppleving betydning/tyding
betydning/betyding begynnelse/byrjing følelse/kjensle bevegelse/rørsle kunngjøring/kunngjering
forberedelse/førebuing forebygging/førebygging forespørsel/førespurnad forestilling/førestilling
foreldelse/forelding utredning/utgreiing sannsynlighet/sannsyn troverdighet/truverd tro/tru
rekkefølge/rekkjefølgje følge/følgje advarsel/åtvaring økning/auke tilskudd/tilskot underskudd/underskot
overskudd/overskot utskudd/utskot forskudd/forskot svakhet/veikskap lengde/lengd bredde/breidd høyde/høgd
mengde/mengd dybde/djupn tyngde/tyngd eierskap/eigarskap lederskap/leiarskap lesning/lesing
skrivning/skriving tegning/teikning tegn/teikn kjennetegn/kjenneteikn egenskap/eigenskap
selvstendighet/sjølvstende selvstyre/sjølvstyre selvråderett/sjølvråderett selvbestemmelse/sjølvråderett
selvmord/sjølvmord lys/ljos melk/mjølk kjøtt/kjøt grønnsak/grønsak hovedsak/hovudsak hovedmål/hovudmål
hovedstad/hovudstad vannverk/vassverk vannforsyning/vassforsyning drikkevann/drikkevatn fylkesvei/fylkesveg
riksvei/riksveg gangvei/gangveg sykkelvei/sykkelveg skolevei/skuleveg motorvei/motorveg fremtid/framtid
fremgang/framgang fremdrift/framdrift fremstilling/framstilling fremskritt/framsteg fremmøte/frammøte
undersøkelse/undersøking tenkning/tenking forståelse/forståing utdannelse/utdanning ansettelse/tilsetting
ansatt/tilsett henvisning/tilvising fastsettelse/fastsetjing iverksettelse/iverksetjing
oversettelse/omsetjing setting/setjing etterspørsel/etterspurnad opprettelse/skiping opphevelse/oppheving
oppløsning/oppløysing lek/leik lekeplass/leikeplass ben/bein gren/grein blomst/blome morgen/morgon
sommer/sommar høst/haust lørdag/laurdag søndag/sundag fremmed/framand datasikkerhet/datatryggleik
barnehagelærer/barnehagelærar skoleeier/skuleeigar skolefritidsordning/skulefritidsordning
grunnskole/grunnskule barneskole/barneskule ungdomsskole/ungdomsskule videregående/vidaregåande
høyskole/høgskule folkehøyskole/folkehøgskule pårørende/pårørande innvandrer/innvandrar
rettferdighet/rettferd urettferdighet/urettferd utenforskap/utanforskap mangfold/mangfald nød/naud
nødhjelp/naudhjelp forsinkelse/forseinking meningsytring/meiningsytring mening/meining betalning/betaling
bestilling/tinging kjøretøy/køyretøy kjøring/køyring avkjørsel/avkøyrsle rør/røyr forurensning/forureining
rensing/reinsing rensning/reinsing rengjøring/reingjering grunneier/grunneigar huseier/huseigar
bileier/bileigar styreleder/styreleiar tilsynsmyndighet/tilsynsstyresmakt planmyndighet/planstyresmakt
begrunnelse/grunngjeving oppfordring/oppmoding fortelling/forteljing ligning/likning utjevning/utjamning
voldgift/valdgift motsetning/motsetnad stemme/røyst ytelse/yting lidelse/liding
helsesykepleier/helsesjukepleiar vaktmester/vaktmeister mester/meister mesterskap/meisterskap flom/flaum
ulykke/ulukke redning/redding forening/foreining leser/lesar innbydelse/innbyding
eiendomsskatt/eigedomsskatt lønn/løn sykelønn/sjukeløn sykemelding/sjukmelding fagforening/fagforeining
ferge/ferje havn/hamn gård/gard gårdbruker/gardbrukar gårdsbruk/gardsbruk byggetillatelse/byggjeløyve
byggesak/byggjesak tenkemåte/tenkjemåte følgefeil/følgjefeil byrde/byrd hvitvasking/kvitvasking
offentlighet/offentlegheit offentlighetslov/offentleglov tilgjengelighet/tilgjengelegheit
nødvendighet/nødvendigheit nyhet/nyheit frihet/fridom skolegang/skulegang skoledag/skuledag skoleår/skuleår
voksenopplæring/vaksenopplæring voksen/vaksen barnehageeier/barnehageeigar tilretteleggelse/tilrettelegging
avlastning/avlasting innspill/innspel samspill/samspel spill/spel skuespill/skodespel
spillemiddel/spelemiddel ledsager/ledsagar saksøker/saksøkjar asylsøker/asylsøkjar jobbsøker/jobbsøkjar
utjevningsordning/utjamningsordning kontorsted/kontorstad oppholdssted/opphaldsstad regnskap/rekneskap
høringsuttalelse/høyringsfråsegn høringsnotat/høyringsnotat høringsinstans/høyringsinstans
høringssvar/høyringssvar sårbarhet/sårbarheit bærekraftsmål/berekraftsmål energikilde/energikjelde
feilkilde/feilkjelde vannkilde/vasskjelde vannkraft/vasskraft vannmiljø/vassmiljø badevann/badevatn
vannkvalitet/vasskvalitet
`
export const verbPairs = `
behandle/handsame beskrive/skildre veilede/rettleie utrede/utgreie anbefale/tilrå forutsette/føresetje
forebygge/førebyggje forberede/førebu foreslå/føreslå foregå/føregå forekomme/førekome foreligge/føreligge
påvirke/påverke medvirke/medverke innvirke/innverke håndtere/handtere begrunne/grunngje
oppfordre/oppmode advare/åtvare ansette/tilsetje oversette/omsetje fastsette/fastsetje iverksette/iverksetje
forutse/føresjå løfte/lyfte tilhøre/tilhøyre overhøre/overhøyre merke/merkje styrke/styrkje
svekke/svekkje dekke/dekkje rekke/rekkje strekke/strekkje vekke/vekkje tenke/tenkje trykke/trykkje
rykke/rykkje senke/senkje krenke/krenkje knekke/knekkje sørge/syrgje ligge/liggje bygge/byggje
trygge/tryggje forelegge/førelegge mistenke/mistenkje virkeliggjøre/verkeleggjere tydeliggjøre/tydeleggjere
muliggjøre/mogleggjere offentliggjøre/offentleggjere synliggjøre/synleggjere klargjøre/klargjere
kunngjøre/kunngjere avgjøre/avgjere utgjøre/utgjere forlenge/forlengje henge/hengje
stenge/stengje trenge/trengje leke/leike lete/leite drømme/drøyme glemme/gløyme
gjemme/gøyme rømme/røme svømme/symje strømme/strøyme forsømme/forsøme rense/reinse forurense/forureine
kjøre/køyre undersøke/undersøkje oppsøke/oppsøkje forsøke/freiste regne/rekne utregne/utrekne
tegne/teikne undertegne/underteikne kjennetegne/kjenneteikne jevne/jamne utjevne/utjamne
sammenligne/samanlikne ligne/likne sammenfatte/samanfatte vokse/vekse oppvokse/oppvekse innebære/innebere
bekrefte/stadfeste knytte/knyte huske/hugse håndheve/handheve lykkes/lukkast mislykkes/mislukkast
vedlikeholde/vedlikehalde opprettholde/oppretthalde fremheve/framheve fremme/fremje fremstå/framstå
fremgå/framgå fremstille/framstille beholde/behalde overholde/overhalde videreføre/vidareføre
videreutvikle/vidareutvikle
`
export const otherPairs = `
mulig/mogleg umulig/umogleg nødvendig/naudsynt unødvendig/unaudsynt offentlig/offentleg tydelig/tydeleg
utydelig/utydeleg tilgjengelig/tilgjengeleg utilgjengelig/utilgjengeleg årlig/årleg daglig/dagleg
ukentlig/vekentleg månedlig/månadleg vanlig/vanleg uvanlig/uvanleg vanligvis/vanlegvis særlig/særleg
farlig/farleg ansvarlig/ansvarleg naturlig/naturleg personlig/personleg skriftlig/skriftleg muntlig/munnleg
faglig/fagleg menneskelig/menneskeleg virkelig/verkeleg egentlig/eigentleg trolig/truleg nylig/nyleg
endelig/endeleg foreløpig/førebels midlertidig/mellombels tidlig/tidleg tidligere/tidlegare
vanskelig/vanskeleg kjærlig/kjærleg rimelig/rimeleg statlig/statleg kirkelig/kyrkjeleg kirke/kyrkje
lovlig/lovleg ulovlig/ulovleg ordentlig/ordentleg vesentlig/vesentleg uvesentlig/uvesentleg
opprinnelig/opphavleg hel/heil ren/rein bred/brei het/heit bløt/blaut rød/raud død/daud grønn/grøn hvit/kvit
dyp/djup løs/laus arbeidsløs/arbeidslaus vinterlig/vinterleg hjemløs/heimlaus meningsløs/meiningslaus
ytterligere/ytterlegare nærmere/nærare videre/vidare innenfor/innanfor utenfor/utanfor ovenfor/ovanfor
nedenfor/nedanfor fremfor/framfor innenlands/innanlands utenlands/utanlands utenlandsk/utanlandsk
utenriks/utanriks innenriks/innanriks utenom/utanom innenfra/innanfrå utenfra/utanfrå foruten/forutan
fremover/framover hjemover/heimover nordfra/nordfrå herfra/herifrå derfra/derifrå hvorvidt/kvorvidt
enkelte/einskilde entydig/eintydig ensidig/einsidig enstemmig/samrøystes ensom/einsam
selvstendig/sjølvstendig selvsagt/sjølvsagt selvfølgelig/sjølvsagt allikevel/likevel verdiløs/verdilaus
ansvarsløs/ansvarslaus vellykket/vellukka omfattende/omfattande avgjørende/avgjerande følgende/følgjande
tilsvarende/tilsvarande bærekraftig/berekraftig bærekraft/berekraft fremtidig/framtidig
fremtredende/framtredande forpliktende/forpliktande troverdig/truverdig flertall/fleirtal
mindretall/mindretal flerspråklig/fleirspråkleg flerkulturell/fleirkulturell flerårig/fleirårig
ettårig/eittårig sjelden/sjeldan tverrfaglig/tverrfagleg barnefaglig/barnefagleg helsefaglig/helsefagleg
språklig/språkleg helhetlig/heilskapleg hensiktsmessig/føremålstenleg tilstrekkelig/tilstrekkeleg
betydelig/betydeleg sannsynlig/sannsynleg hemmelig/hemmeleg åpenbar/openberr billig/billeg
nærliggende/nærliggjande manglende/manglande inngående/inngåande fortløpende/fortlaupande løpende/laupande
funksjonshemmet/funksjonshemma utviklingshemmet/utviklingshemma vanskeligstilt/vanskelegstilt
høytidelig/høgtideleg hovedsakelig/hovudsakleg grunnleggende/grunnleggjande dyptgående/djuptgåande
utfyllende/utfyllande veiledende/rettleiande gjennomgående/gjennomgåande medvirkende/medverkande
nødvendigvis/naudsynlegvis sannsynligvis/sannsynlegvis forhåpentligvis/forhåpentlegvis henholdsvis/høvesvis
forholdsvis/tilhøvesvis tilhørende/tilhøyrande skyldig/skuldig frivillig/friviljug
økonomiansvarlig/økonomiansvarleg faglærer/faglærar
`
