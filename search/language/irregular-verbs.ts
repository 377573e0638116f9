/**
 * Verbs whose forms share no stem, bokmål's and nynorsk's together: the verb, then its other forms. A form that is also
 * a commoner word of another meaning is left out ("sett", "så", "la"). These take prefixes ("gi", "angi").
 */
export const irregularVerbs = `
gjøre: gjør gjorde gjort gjorte gjøres gjørende gjere gjera gjer gjerast gjerande
gi: gir gis gav ga gitt gitte givende gje gjeva gjeve gjev gjevast gjeven gjevne gjevande
ta: tar tas tok tatt tatte tagende take tek takast teke teken tekne takande
komme: kommer kom kommet komne kommende kome koma kjem komen komande
gå: går gikk gått gående gjekk gåande gjengen
få: får fikk fått fås fekk
stå: står sto stod stått stående ståande
slå: slår slo slått slåtte slås slåande slående slege slegen slegne
si: sier sa sagt sies seie seia seier seiast sagde
vite: vet visste visst veit vete vita vetande
skrive: skriver skrev skrevet skrevne skrives skreiv skriv skrivast skriven
finne: finner fant funnet funne funnen finnes fins fann fanst finst finnast finn
holde: holder holdt holdes holdende halde halda held heldt haldast haldne halden haldande
velge: velger valgte valgt velges velje velja valde vald veljast
legge: legger lagt lagte legges leggje leggja legg leggjast
sette: setter satte satt settes setje setja set setjast
selge: selger solgte solgt selges selje selja sel selde seld
fortelle: forteller fortalte fortalt fortelje fortelja fortel fortalde
spørre: spør spurte spurt spørres spørje spørja spurde
følge: følger fulgte fulgt følges følgje følgja følgjer følgde følgt følgjast fylgje fylgjer fylgde
bære: bærer båret bæres bore boren bærende berande
bryte: bryter brøt brutt brytes braut brote broten bryt
drive: driver drev drevet drives dreiv driven drivast driv
bidra: bidrar bidro bidratt bidreg bidrege bidrog
dra: drar dro dratt dreg drog drege
forby: forbyr forbød forbudt forbydd forbaud forbode
tilby: tilbyr tilbød tilbudt tilbys tilbydd tilbaud tilbode
skyve: skyver skjøv skjøvet skuve skauv
nyte: nyter nøt naut
lese: leser leste lest leses las lesen lesast
se: ser ses sees sjå såg sjåast
bestå: består besto bestod bestått
kreve: krever krevde krevd kreves krevje krevja krevst
lide: lider lidt lidd
rive: river revet reiv
gripe: griper grepet gripes greip gripen gripne
skje: skjer skjedde skjedd
synke: synker sank sunket sokke
trekke: trekker trakk trukket trekkes trekkje trekkja
treffe: treffer traff truffet
hjelpe: hjelper hjalp hjulpet hjelpes hjelpt hjelpte
gjelde: gjelder gjaldt gjeldt gjeld galdt gjeldande gjeldende
falle: faller falt fell fall fallne
vinne: vinner vant vunnet vunne
binde: binder bandt bundet batt bunde bunden bundne
skjære: skjærer skar skåret
sitte: sitter sittet sit sitje
ligge: ligger lå ligget ligg liggje
løpe: løper løp løpt laup laupa
stige: stiger steget steig
bite: biter bet bitt beit
skille: skiller skilte skilt skilles skilje skilja skil skilde skild skiljast
telle: teller telt telles telje telja tel talde
spre: sprer spredte spredt spreie spreier spreidde spreidd
bety: betyr betydde betydd
snu: snur snudde snudd
skade: skader skadet skada skadde skadd
tenke: tenker tenkte tenkt tenkes tenkje tenkja tenkjer tenkjast
bruke: bruker brukte brukt brukes bruk brukast
vise: viser viste vist vises visast
møte: møter møtte møtt møtes møtast
føre: fører førte ført føres førde førd førast
høre: hører hørte hørt høres høyrer høyrde høyrd høyrt høyrast
lære: lærte lært læres lærde lærd
kjøre: kjører kjørte kjørt kjøres køyre køyra køyrer køyrde køyrd køyrt
løse: løser løste løst løses løyse løysa løyser løyste løyst løysast
øke: øker økte økt økes auke auka aukar aukast aukande økende
søke: søker søkte søkt søkes søkje søkja søkjer søkjast
kjenne: kjenner kjente kjent kjennes kjende kjend kjennast
mene: mener mente ment menes meine meina meiner meinte meint
tjene: tjener tjente tjent
kalle: kaller kalte kalt kalles kalla kallar
stille: stiller stilte stilt stilles stilla stillast
kjøpe: kjøper kjøpte kjøpt kjøpes kjøpast
bygge: bygger bygde bygget bygges byggje byggja byggjer byggjast
leve: lever levde levd leves levande levende
prøve: prøver prøvde prøvd prøves prøvast
ønske: ønsker ønsket ønskes ønskt ønskte ynskje ynskja ynskjer ynskte ynskt ynske ynsker ynskjast
skape: skaper skapte skapt skapes skapast skapande skapende
tape: taper tapte tapt tapes
spille: spiller spilte spilt spilles spela speler spelar spelte spelt spele spelast
reise: reiser reiste reist reises
begynne: begynner begynte begynt byrje byrja byrjar
forstå: forstår forsto forstod forstått
virke: virker virket virka virkes virkende verkar verkast verkande
verne: verner vernet vernes verna vernar vernast
fjerne: fjerner fjernet fjernes fjerna fjernar fjernast
sende: sender sendte sendt sendes sendast
vende: vender vendte vendt vendes
hende: hendte hendt
`

/** Verbs that begin no longer ones: "er" at the end of a word is an ending. */
export const auxiliaryVerbs = `
være: er var vært vere vera vore værende verande
bli: blir ble blei blitt blivende verte verta vert vart vorte vorten vortne bliande
ha: har hadde hatt havende
dø: dør døde dødd døydde døyr døy
tro: tror trodde trodd tru trur trudde trudd
bo: bor bodde bodd bu bur budde budd
nå: nådde nådd
ville: vil
kunne: kan kunna
skulle: skal skulla
måtte: må
burde: bør
`
