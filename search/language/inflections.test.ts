import { expect, test } from 'vitest'
import { fold } from './fold.ts'
import { norwegian } from './norwegian.ts'

const stem = (word: string) => norwegian(fold(word))

/** A word and other forms of it, in bokmål, nynorsk, or typed without Nordic letters. */
const inflections = `
kommune: kommunen kommuner kommunene kommunar kommunane kommunens
fylkeskommune: fylkeskommunen fylkeskommunane
skole: skolen skolene skolenes skular skulane
barnehage: barnehagen barnehager barnehagene barnehagar barnehagane
lærer: læreren lærere lærerne lærar lærarar lærarane læraren laerer laererne
rektor: rektoren rektorer rektorene rektorar
elev: eleven elever elevene elevane elevar elevenes
student: studenten studenter studentene studentar studentane
innbygger: innbyggere innbyggerne innbyggjar innbyggjarar innbyggjarane innbyggernes
leder: lederen ledere lederne leiar leiarar leiarane
bruker: brukeren brukere brukerne brukarar brukarane brukaren
høring: høringen høringer høringene høyringa høyringar hoeringen hoeyring
høringsfrist: høringsfristen høyringsfristen høringsfrister
uttalelse: uttalelsen uttalelser uttalelsene
vedtak: vedtaket vedtakene vedtaka vedtakets
tiltak: tiltaket tiltakene tiltaka
forslag: forslaget forslagene forslaga forslagets
merknad: merknaden merknader merknadene merknadar
frist: fristen frister fristene fristar
krav: kravet kravene krava kravets
plan: planen planer planene planar planane
strategi: strategien strategier strategiene strategiar strategiane
regel: regelen regler reglene reglar reglane
middel: middelet midler midlene midlar midla
artikkel: artikkelen artikler artiklene artiklar
kapittel: kapittelet kapitler kapitlene kapitla
eksempel: eksempelet eksempler eksemplene
tilbud: tilbudet tilbudene tilbod tilboda tilbodet
tjeneste: tjenesten tjenester tjenestene tenester tenestene tenesta tjenestenes
virksomhet: virksomheten virksomheter virksomhetene verksemder verksemda
mulighet: muligheten muligheter moglegheiter moglegheita
sikkerhet: sikkerheten sikkerheita tryggleiken
utfordring: utfordringen utfordringer utfordringene utfordringar utfordringane
løsning: løsningen løsninger løsningene løysingar løysinga loesning
vurdering: vurderingen vurderinger vurderingane
anbefaling: anbefalinger anbefalingen tilrådingar
erfaring: erfaringer erfaringene røynsler
utvalg: utvalget utvalgene utvalet utvala
utdanning: utdanningen utdanninger utdanninga
opplæring: opplæringen opplæringa
opplæringslov: opplæringsloven opplæringslova
kompetanse: kompetansen kompetanser
ressurs: ressursen ressurser ressursar ressursane
kostnad: kostnaden kostnader kostnadene kostnadar
budsjett: budsjettet budsjetter budsjettene budsjetta
tilskudd: tilskuddet tilskuddene tilskot tilskota
system: systemet systemer systemene systema
problem: problemet problemer problemene problema
program: programmet programmer programmene programma
prosjekt: prosjektet prosjekter prosjektene prosjekta
område: området områder områdene områda omraade
miljø: miljøet miljøer miljøene miljøa
klima: klimaet
tema: temaet temaer temaene
skjema: skjemaet skjemaer skjemaene
museum: museet museer museene musea
kriterium: kriteriet kriterier kriteriene kriteria
bok: boka boken bøker bøkene boeker
lærebok: læreboka lærebøker lærebøkene
mann: mannen menn mennene
barn: barnet barna barnene born
forelder: foreldre foreldrene foreldra
ungdom: ungdommen ungdommer ungdommene ungdomar ungdomane
menneske: mennesket mennesker menneskene menneska
vei: veien veier veiene veg vegar vegane
fylkesvei: fylkesveien fylkesvegar fylkesvegen
by: byen byer byene byar byane
sted: stedet steder stader stadene
arbeidssted: arbeidsstedet arbeidsstader
vann: vannet vatn vatnet
uke: uka uken uker veker vekene
måned: måneder månedene månader
år: året årene åra aar
språk: språket språkene språka
hånd: hånda hendene hand
vurdere: vurderer vurderte vurdert vurderes vurderast
gjennomføre: gjennomfører gjennomførte gjennomført gjennomføres gjennomførast
behandle: behandler behandlet behandla behandles handsama handsamar
kreve: krever krevde krevd kreves krevje krevja
søke: søker søkte søkt søkes søkje søkjer
bygge: bygger bygde byggje byggjer
gi: gir ga gav gitt gje gjev gjeve
ta: tar tok tatt tek teke
motta: mottar mottok mottatt mottek motteke
komme: kommer kom kommet kjem kome
bli: blir ble blei blitt vert vart
være: er var vært vere vore
gjøre: gjør gjorde gjort gjer gjere
følge: følger fulgte fulgt følgje fylgje
sette: setter satte satt set setje
fastsette: fastsetter fastsatte fastsatt fastset fastsetje
skrive: skriver skrev skrevet skreiv
velge: velger valgte valgt vald valde
foreslå: foreslår foreslo foreslått føreslå føreslår
innebære: innebærer innebar innebere inneber
viktig: viktige viktigere viktigst viktigste viktigare viktigast
tydelig: tydelige tydeligere tydeligst tydeleg tydelege
mulig: mulige mogleg moglege
offentlig: offentlige offentleg offentlege
digital: digitale digitalt
kommunal: kommunale kommunalt
spesiell: spesielle spesielt
god: godt gode
stor: stort store
liten: lita små
gammel: gamle gammelt gamal
ny: nytt nye
åpen: åpent åpne open opne
egen: eget egne eigen eige eigne
skolehelsetjeneste: skolehelsetjenesten skulehelsetenesta skulehelsetenester
sykehus: sykehuset sykehusene sjukehusa sjukehuset
sykepleier: sykepleiere sykepleierne sjukepleiarar sjukepleiarane
arbeidsgiver: arbeidsgivere arbeidsgiverne arbeidsgjevarar
rådgiver: rådgivere rådgjevar rådgjevarane raadgiver
saksbehandler: saksbehandlere saksbehandlerne saksbehandleren
universitet: universitetet universiteter universitetene universiteta
høyskole: høyskolen høyskoler høgskular høgskulen
næring: næringen næringer næringa næringar
samfunn: samfunnet samfunnene samfunna
hensyn: hensynet hensynene omsynet omsyna
begrep: begrepet begreper begrepene omgrepa
deltaker: deltakere deltakerne deltakarar deltakarane
myndighet: myndigheter myndighetene styresmaktene styresmakter
rettighet: rettigheter rettighetene rettane rettar
nettverk: nettverket nettverkene nettverka
fagforening: fagforeningen fagforeninger fagforeiningar
`

test('97 in a hundred inflections of administrative words share a stem', () => {
  const pairs = inflections
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [word = '', forms = ''] = line.split(':')
      return forms
        .trim()
        .split(' ')
        .map((form) => [word, form] as const)
    })
  const missed = pairs.filter(([word, form]) => stem(word) !== stem(form))
  if (missed.length > 0)
    console.info(missed.map(([word, form]) => `${word} (${stem(word)}) ${form} (${stem(form)})`).join('\n'))
  expect(pairs.length).toBeGreaterThanOrEqual(200)
  expect(1 - missed.length / pairs.length).toBeGreaterThanOrEqual(0.97)
})

/** Words that look alike or that one written form spells as the other spells another. */
const apart = `
demens dem, senter sent, eksempel dømt, eksempel eksemplar, håndtere hånd, besøke vite, skip opprettelse, verk virke,
lykkes lukke, leie leder, true tro, helse hele, lov love_, far farlig, tid tidlig, rett rettighet, lege legge, vei vekk, gren grense, skole skål, time tømme,
handel handle, kurs kur, plan plante, opplæringslov opplæring, forvaltningslov forvaltning, bok bukk, hus huske, by bygge,
land lande_, vann vane, barn barnehage, lærer lære_, leder ledig, mann man, mål måle_, tall tale, valg val_, strøm stramme,
byer bygg, høyere høre, Høyre høre, brev bred, sak søke, rom romme_, leie ledelse, nå når, bolig bolle, stat sted, sted stadig,
vold velge_, tilbud tilbake, bygd bygge, fag fagforening, fylke følge, råd rad, del delta, regel regjering, ansvar svar,
tjeneste tjene, løsning løse_, ungdom ung, uttale_ uttalelse, menneske mann, arbeid arbeider_, dag døgn, kirke kirsebær,
sykehus syk, sykdom syk, årlig år, natur naturlig, ferie ferdig, mat måte, båt både, gård går, egen enig, mulig muld,
kostnad kost, klage klang, styre større, økonom økonomi_, elev elv, midler middag, forslag forsøk, tiltak tilsyn,
kvinne kvantum, kvalitet kval, tillatelse tilbud, næring nær, sikt søke, bruk bro, bane bank, velferd velge, fødsel føde_
`

test('words that are not one another keep stems of their own', () => {
  const pairs = apart
    .trim()
    .split(/,\s*/)
    .map((pair) => pair.split(' '))
    .filter((pair) => !pair.some((word) => word.endsWith('_')))
  const merged = pairs.filter(
    ([one = '', other = '']) => stem(one.toLowerCase()) === stem(other.toLowerCase()),
  )
  expect(merged).toEqual([])
  expect(pairs.length).toBeGreaterThanOrEqual(60)
})
