/** Nouns whose forms share no stem, bokmål's and nynorsk's together: the noun, then its other forms. They end compounds too. */
export const irregularNouns = `
bok: boken boka bøker bøkene bøkenes
mann: mannen menn mennene mennenes mannens
barn: barnet barna barnene barnas barns barnets born borna borns
forelder: foreldre foreldrene foreldrenes foreldra foreldres
bror: broren brødre brødrene
søster: søsteren søstre søstrene søstera systrer syster systra systrene
mor: moren mora mødre mødrene mødrer
far: fedre fedrene
datter: datteren dattera døtre døtrene dotter dottera døtrer
hånd: hånden hånda hendene hand handa
natt: natten natta netter nettene
by: byen byer byene byens byar byane byers
bygd: bygda bygder bygdene bygdas bygdens
sted: stedet steder stedene stad staden stader stadene
vei: veien veier veiene veg vegen vegar vegane veiens vegens
bro: broen broer broene bru brua bruer bruene broa
tre: treet trær trærne trea
kne: kneet knær knærne
øy: øya øyer øyene øyane
sjø: sjøen sjøer sjøene sjøar
vann: vannet vannene vatn vatnet vatna vanna
måned: måneden måneder månedene månad månaden månader månadene månedens
år: året årene åra års årets åras
dag: dagen dager dagene dagar dagane dagens dags
gang: gangen ganger gangene gong gongen gonger gongene gangar
øye: øyet øyne øynene auge auget auga augo
kraft: kraften krafta krefter kreftene
rot: roten rota røtter røttene
fot: foten føtter føttene
tann: tannen tenner tennene
ku: kua kuer kuene kyr kyrne
navn: navnet navnene navna namn namnet namna namns navns
tall: tallet tallene talla tal talet tala
ungdom: ungdommen ungdommer ungdommene ungdomen ungdomar ungdomane ungdommens ungdoms ungdommers
museum: museet museer museene musea
sentrum: sentrumet sentra
beboer: beboere beboeren beboerne beboernes bebuar bebuaren bebuarar bebuarane
passasjer: passasjeren passasjerer passasjerene passasjerar passasjerane
offiser: offiseren offiserer offiserene offiserar offiserane
hjem: hjemmet hjemmene heim heimen heimar heimane
hode: hodet hoder hodene hovud hovudet hovuda
kollega: kollegaen kollegaer kollegene kollegaene kolleger kollegaar
penger: pengene pengar pengane penge
klær: klærne klede kleda
vindu: vinduet vinduer vinduene vindauge vindauget
venn: vennen venner vennene vener venene venen
rettighet: rettigheten rettigheter rettighetene rettar rettane
folk: folket folkene folka folkets
sønn: sønnen sønner sønnene son sonen søner sønene
bolig: boligen boliger boligene bustad bustaden bustader bustadene
tillatelse: tillatelsen tillatelser tillatelsene løyve løyvet løyva løyver
valg: valget valgene valga val valet vala
samfunn: samfunnet samfunna samfunnene
begrep: begrepet begreper begrepene begrepa
`

/** Other words whose forms share no stem, and words too short or too common to be looked for in compounds. */
export const irregularWords = `
uke: uken uka uker ukene veke veka veker vekene
stor: stort store
større: størst største
god: godt gode
bedre: best beste betre
gammel: gammal gammelt gamle gamal gamalt gammalt
eldre: eldst eldste eldres
intern: interne internt
ekstern: eksterne eksternt
moderne: moderna
fjern: fjernt
kjerne: kjernen kjerna kjerner kjernene kjernar kjernane
hjerne: hjernen hjerner hjernene
stjerne: stjernen stjerna stjerner stjernene
gjerne: gjerna
yter: yte yteren yteres ytere yterne yterens ytar ytaren ytarar ytarane ytes ytte
eie: eier eies eide eid eieren eiere eierne eiernes eierens eigar eigaren eigarar eigarane
ung: ungt unge unges
yngre: yngst yngste
liten: lita lille små smått vesle
mindre: minst minste
mange: mang
flere: flest fleste fleire
lang: langt lange
lengre: lengst lengste lenger
høy: høyt høye høg høgt høge
høyere: høyest høyeste høgare høgast høgaste
lav: lavt lave låg lågt låge
lavere: lavest laveste lågare lågast lågaste
ny: nytt nye
nyere: nyest nyeste nyare nyast nyaste
sterk: sterkt sterke
svak: svakt svake
fri: fritt frie
åpen: åpent åpne åpner åpnet åpnes åpna open ope opne opner opnar opna opnast
egen: eget egne eigen eige eiga eigne
sikker: sikkert sikre sikrere sikrest sikrast
samme: same
noen: nokon nokre nokor
noe: noko
all: alt alle
annen: annet andre anna annan
ingen: inga intet
selv: sjølv
selve: sjølve
begge: båe
hver: hvert kvar kvart
ikke: ikkje
bare: berre
mer: meir
mest: meste
mye: mykje
hva: kva
hvem: kven
hvordan: korleis
hvorfor: kvifor
hvilken: hvilket hvilke
jeg: eg
hun: ho
de: dei
dere: dykk
deres: dykkar
min: mitt mine mi
vår: vårt våre
sin: sitt sine
sen: sent seint sene sein seine
senere: seinare senest seinast seneste seinaste
hjemme: heime
syk: syke sykt sjuk sjuke
en: ei ein et eit
nå: no
da: då
fra: frå
uten: utan
innen: innan
siden: sidan
mens: medan
enten: anten
verken: korkje hverken
ennå: enno enda
fremdeles: framleis
kanskje: kanhende
derfor: difor
sammen: saman
samtidig: samstundes samtidige
disse: desse
denne: dette
hverandre: kvarandre
noensinne: nokonsinne nokosinne
iallfall: iallefall
sammenlignet: samanlikna
særlig: særleg
sannhet: sannheten sanning sanninga
`

/** Words that would lose what is no ending, or meet another word: they keep their own form. */
export const wholeWords = `
demens: demensen
lisens: lisensen lisenser lisensene lisensar lisensane
eksempel: eksempelet eksempelets eksempler eksemplene eksempla døme dømet døma dømes
eksemplar: eksemplaret eksemplarer eksemplarene eksemplara
håndtere: håndterer håndterte håndtert håndteres håndterende håndterast handtere handterer handterte handtert handterast handtera
nåværende: noverande
mester: mesteren mestere mestre mestrene mesterne mesterens meister meisteren meisterens meisterar meistrar meistrane
senter: senteret senterets sentre sentrene senterne sentera sentres
`
