import type { InputContent } from '../content.ts'

export const nordhavMunicipalities: InputContent[] = [
  {
    key: 'r1-solvaer',
    round: 'runde-1',
    sender: { organisation: 'solvaer' },
    by: 'siri-vik',
    lang: 'nb',
    title: 'Innspill fra Solvær kommune',
    status: 'submitted',
    day: -56,
    time: '10:42',
    mandate: { level: 'administrative', note: 'Administrativt svar, godkjent av kommunalsjef for oppvekst' },
    publication: 'published',
    publishedDay: -54,
    answers: [
      {
        question: 'viktigst',
        text: `Solvær kommune har 6 300 innbyggere fordelt på fire øyer. Vi har fem skoler, sju barnehager og to rådgivere som deler ansvaret for alt det digitale. Det viktigste strategien må løse for oss, er rekkefølgen. Alt i utkastet er fornuftig hver for seg. Problemet er at det kommer samtidig.

I fjor innførte vi nytt system for foreldrekontakt, ny løsning for nasjonale prøver og ny innlogging i løpet av ni uker. Ingen av dem var dårlige. Men hver av dem var beregnet på at vi ikke gjorde noe annet. Resultatet var at lærerne brukte høsten på å hjelpe foreldre med passord, og at rådgiverne våre sluttet å svare på telefonen mellom ni og elleve for å få tid til å løse det folk ringte om.

Vi støtter målene. Vi støtter at staten og kommunene gjør dette sammen. Men en strategi som ikke sier hva som skal vente, er en ønskeliste.

Vi vil legge til at det digitale har gjort mye godt hos oss. Elever på Ytterskjæret har samisk og tysk sammen med elever på fastlandet. Barn med lesevansker får teksten opplest uten å måtte be om det. Da fergen stod i fire dager i januar, gikk undervisningen videre, og ingen sa at det var en prøve på noe. Det er fordi vi vil beholde dette, at vi ber om færre ting på en gang.`,
      },
      { question: 'ambisjoner', choice: '4' },
      {
        question: 'hva-ma-til',
        text: `Vi støtter katalogen, men fristen er urealistisk uten hjelp til opplæring og overføring av data. Solvær har i dag 52 avtaler med 37 leverandører. De ligger i tre systemer og én perm. Å rydde dem er nyttig for oss uansett, men vi gjør det ikke på kveldstid. Vi foreslår at katalogen blir et tilbud fra den dagen den er fylt med det de fleste bruker, og at fristen for kommunene først løper fra da.

For at vi skal kunne ta i bruk felles løsninger, må bistanden dekke dette:

- overføring av data fra systemene vi har
- opplæring av ansatte i barnehage og skole, på stedet og ikke bare på nett
- en fast kontaktperson det første året

Det siste er ikke en luksus. Vi har fått hjelp fra sentrale støttetjenester før. Vi forklarte situasjonen vår på nytt sju ganger til sju hyggelige mennesker. Til slutt løste vi det selv.

Når det gjelder kompetanse, har vi gode erfaringer med at barnehage og skole lærer sammen. Fire ganger i året møtes alle ansatte i hver skolekrets, fra avdelingen for de minste til tiende trinn. Det er der forståelsen for digital dømmekraft har vokst fram, og det har kostet oss kaffe og vikarer. Kaffen klarer vi. Vikarene er en post i budsjettet som blir foreslått kuttet hvert år, og avsnitt 2.2 slik det står nå, gir oss ikke noe å vise til når vi skal forsvare den.

Vi ber også om at ansatte i skolefritidsordningen blir nevnt. De er sammen med elevene i de timene da det er mest fri bruk av skjerm, og de er ikke omfattet av noen av kurstilbudene.

Til avsnitt 2.6: Vi har to digitale veiledere som deler på fem skoler og sju barnehager. De er våre viktigste ansatte på feltet, og de er ansatt som lærere. Hver vår må rektor velge om timene skal gå til veiledning eller til å dele en klasse som er for stor. Klassen vinner, og det forstår vi godt. En nasjonal beskrivelse av rollen ville gjort valget til noe annet enn et valg mellom to behov på samme skole.`,
      },
      { question: 'ansvar', choice: 'delt' },
      {
        question: 'andre-merknader',
        text: `Avsnitt 3.4 sier at foreldre skal finne beskjeder på ett sted. I Solvær har en familie med barn i barnehage, skole og fritidsordning fire apper. Tre av dem er innført av oss. Vi gjorde det med åpne øyne, fordi ingen leverandør dekket alt. Kommunen kan ikke løse dette alene, for det er markedet som er delt opp, og det er derfor eierne ikke kan «arbeide for» det. Noen må bestille det.

Til avsnitt 4.4: Fergen har bedre dekning enn skolen på Ytterskjæret. Ordninger for bredbånd som forutsetter at det finnes en utbygger som vil, hjelper ikke der det ikke finnes noen.

Til avsnitt 6.6: Vi kan rapportere på fem indikatorer. Vi kan ikke rapportere på 24.`,
      },
    ],
  },
  {
    key: 'r1-havneset',
    round: 'runde-1',
    sender: { organisation: 'havneset' },
    lang: 'nb',
    title: 'Innspill fra Havneset kommune',
    status: 'submitted',
    day: -73,
    time: '08:55',
    mandate: { level: 'administrative', note: 'Administrativt svar' },
    publication: 'published',
    publishedDay: -70,
    answers: [
      {
        question: 'viktigst',
        text: `I Havneset er det nest største problemet at elevene logger inn for mange ganger. Det største er at de minste ikke får det til. En førsteklassing som skal åpne en leseapp, må gjennom tre skjermbilder med bokstaver han ennå ikke kan lese. Læreren går fra pult til pult. Når den siste er inne, er den første logget ut.

Vi har målt det. På 1. og 2. trinn bruker vi i snitt elleve minutter av hver økt med nettbrett på innlogging. Det er nesten en femdel av timen. Én identitet, slik avsnitt 4.1 beskriver, er derfor det tiltaket vi venter mest på. Men 2030 er sent. De som begynner på skolen i høst, går da i femte klasse.`,
      },
      { question: 'ambisjoner', choice: '5' },
      {
        question: 'hva-ma-til',
        text: `Vi trenger at kravet til innlogging gjelder alle tjenester, også de gratis. Det er i de gratis tjenestene elevene blir bedt om e-postadresse, og det er der vi ikke har noen avtale å vise til. Hvis felles innlogging bare gjelder det kommunen kjøper, flytter vi problemet dit vi ikke ser det.

For de yngste må innlogging kunne skje med et bilde, et kort eller en kode på pulten. Elever som bruker bryter eller øyestyring, må kunne logge inn uten hjelp. I dag har vi en elev på sjuende trinn som aldri har vært alene i sin egen konto.

Ellers mener vi at vi kan gjennomføre det meste med egne folk. Havneset har 11 000 innbyggere og en IKT-tjeneste vi er fornøyde med. Vi låner gjerne ut erfaringene våre til Nordøyan og Kvitsand, som vi uansett snakker med hver uke. Men da må noen betale reisen.

Om kompetanse vil vi si at ansatte hos oss er tryggere på verktøyene enn på grunnene til å bruke dem. Vi har derfor snudd kursene. Først leser vi tre elevtekster sammen, så spør vi hva som ville ha hjulpet denne eleven, og først da ser vi på skjermen. Omtrent halvparten av gangene åpner vi den ikke. Det er blitt et mål på at kurset virker.`,
      },
      { question: 'ansvar', choice: 'staten' },
      {
        question: 'andre-merknader',
        text: `Vi er uenige i at programmering og skaping skal løses gjennom verksteder som flere skoler deler (avsnitt 1.5). Med båt tar det en hel dag å komme til et slikt verksted. En kasse med utstyr som går på omgang mellom skolene, koster mindre og blir brukt mer. Vi har hatt en slik kasse i fire år. Den er slitt.`,
      },
    ],
  },
  {
    key: 'r1-nordoyan',
    round: 'runde-1',
    sender: { organisation: 'nordoyan' },
    lang: 'nb',
    title: 'Svar fra Nordøyan kommune',
    status: 'submitted',
    day: -51,
    time: '21:30',
    mandate: { level: 'delegated', note: 'Avgitt av ordføreren etter fullmakt' },
    publication: 'published',
    publishedDay: -49,
    answers: [
      {
        question: 'viktigst',
        text: `Nordøyan har 740 innbyggere, én skole og én barnehage under samme tak. Rektor er også styrer, IKT-ansvarlig og vaktmester når det blåser.

Det viktigste er at noen andre enn rektor kan ta ansvaret for drift og sikkerhet. Vi vil gjerne lese, skrive, synge og lage film med barna. Vi vil ikke føre protokoll over behandlingsaktiviteter.`,
      },
      { question: 'ambisjoner', choice: '4' },
      {
        question: 'hva-ma-til',
        text: `At fellesløsninger kan brukes av en kommune uten IKT-avdeling, rett ut av esken. I dag starter veiledningen med «ta kontakt med din lokale administrator». Det er rektor. Han har kontaktet seg selv flere ganger.

At det er lov å si at vi lar noe ligge. Vi har ikke tatt i bruk alt vi er pålagt, og det går fint med barna.`,
      },
      { question: 'ansvar', choice: 'staten' },
    ],
  },
  {
    key: 'r1-viddefjord',
    round: 'runde-1',
    sender: { organisation: 'viddefjord' },
    lang: 'nb',
    title: 'Innspill fra Viddefjord kommune',
    status: 'submitted',
    day: -57,
    time: '13:50',
    mandate: { level: 'executive-board', note: 'Formannskapet, sak 64/26' },
    publication: 'published',
    publishedDay: -55,
    answers: [
      {
        question: 'viktigst',
        text: `Vår kommune er tospråklig. Omtrent en tredel av barna har nordsamisk som førstespråk, og flere lærer det i barnehagen. Det viktigste strategien må løse, er at det samiske ikke kommer sist hver gang noe blir digitalt.

I dag er det slik. En ny tjeneste kommer på bokmål. Nynorsk kommer etter et år. Samisk blir «vurdert». Når vi spør, er svaret at markedet er lite. Det vet vi. Det er derfor det finnes en stat.

Barna våre snakker samisk med bestemor på telefonen og i leken ute. Når de åpner skjermen, er den norsk eller engelsk. Tastaturet mangler bokstaver de trenger i sitt eget navn. Opplesing finnes ikke. Hvis digital kompetanse skal bety noe for dem, må det bety at skjermen også kan være et samisk sted.`,
      },
      { question: 'ambisjoner', choice: '4' },
      {
        question: 'hva-ma-til',
        text: `Avsnitt 2.5 og 5.4 nevner samisk, men sier «vurdere» begge steder. Vi ber om at tiltakene blir forpliktende, og at de er skrevet sammen med Sametinget og ikke bare sendt dit på høring.

Helt konkret trenger vi:

- tastatur, stavekontroll og opplesing på samisk i alle tjenester som staten tilbyr eller anbefaler
- kurs for ansatte på nordsamisk, også for assistenter
- samiske læremidler som er laget for skjerm, ikke skannet
- språkressurser som er åpne, slik at små utviklere kan bruke dem

Vi har få lærere med samisk kompetanse, og de blir bedt om å oversette. Det er ikke jobben deres. En lærer som sitter på kvelden og oversetter en brukerveiledning, er en time mindre forberedelse til barna som skal lære språket.

Fjernundervisning er en stor mulighet for oss. Elever i andre kommuner får samisk opplæring fra våre lærere over nettet. Det virker når nettet virker, når elevene har en voksen i rommet, og når lærerne har møtt elevene ansikt til ansikt først. Strategien bør nevne fjernundervisning i samisk som et eget tiltak, med krav til kvalitet.

Eksamen og prøver må kunne gjennomføres på samisk i samme løsning som på norsk. I dag får elevene våre en egen fil på en egen dag, med en egen brukerstøtte som svarer på norsk. Når noe feiler, må læreren tolke mellom elev og støtte mens klokka går. Avsnitt 4.6 nevner ikke dette.`,
      },
      { question: 'ansvar', choice: 'staten' },
      {
        question: 'andre-merknader',
        text: `Vi gjør oppmerksom på at kommunen har to navn, og at begge er like riktige. Flere av statens systemer godtar bare ett av dem, og ett av dem klipper navnet midt i. En strategi om fellesløsninger kan begynne der.

Vi savner også et ord om kulturelle data. Når kunstig intelligens blir opplært på fortellinger, joik og bilder fra samiske samfunn, må noen ha spurt. Barn skal lære at ikke alt som kan deles, er deres å dele.`,
      },
    ],
  },
  {
    key: 'r1-kvitsand',
    round: 'runde-1',
    sender: { organisation: 'kvitsand' },
    lang: 'nb',
    title: 'Svar fra Kvitsand kommune',
    status: 'submitted',
    day: -61,
    time: '09:40',
    mandate: { level: 'administrative', note: 'Administrativt svar' },
    publication: 'published',
    publishedDay: -58,
    noRemarks: true,
    answers: [],
  },
]
