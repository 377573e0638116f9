import type { FindingContent } from './content.ts'
import { moreFindings } from './findings-more.ts'

/**
 * What the secretariat heard in round 1, one that only staff see among them; numbers in braces are quotes ({s1}) and
 * counts ({t5}) of heard.ts.
 */
export const findings: FindingContent[] = [
  {
    key: 'hjelp-til-sma',
    slug: 'sma-kommuner-trenger-hjelp-til-fellesloesninger',
    round: 'runde-1',
    theme: 'sma-kommuner',
    title: {
      nb: 'Små kommuner trenger hjelp til å ta i bruk fellesløsninger',
      nn: 'Små kommunar treng hjelp til å ta i bruk fellesløysingar',
    },
    text: {
      nb: `{t5} kommuner skrev om hva små kommuner trenger. De støtter fellesløsninger, og sier at en fellesløsning er et arbeid før den blir en hjelp: Avtaler skal legges inn, data skal flyttes, ansatte skal læres opp, og den som skal gjøre det, er ofte én person med andre oppgaver.

{s1}

Det innspillene ber om, er likt på tvers av landet og av målform: en fast kontaktperson, hjelp til å flytte data, opplæring på stedet og et tempo som lar én innføring bli ferdig før den neste begynner. Fristen hører med: {s2}

Nettverket i Indre Fjord vil at hjelpen skal kunne gå gjennom nettverk: {s3}

## Uenigheten gjelder om det skal være frivillig

Straumsund er enig i behovet, men er opptatt av at hjelp til dem som trenger den, ikke må bli en plikt for dem som allerede har løst oppgaven: {s4}`,
      nn: `{t5} kommunar skreiv om kva små kommunar treng. Dei støttar fellesløysingar, og seier at ei fellesløysing er eit arbeid før ho blir ei hjelp: Avtalar skal leggjast inn, data skal flyttast, tilsette skal lærast opp, og den som skal gjere det, er ofte éin person med andre oppgåver.

{s1}

Det innspela ber om, er likt på tvers av landet og av målform: ein fast kontaktperson, hjelp til å flytte data, opplæring på staden og eit tempo som lèt éi innføring bli ferdig før den neste byrjar. Fristen høyrer med: {s2}

Nettverket i Indre Fjord vil at hjelpa skal kunne gå gjennom nettverk: {s3}

## Usemja gjeld om det skal vere frivillig

Straumsund er samd i behovet, men er oppteken av at hjelp til dei som treng henne, ikkje må bli ei plikt for dei som alt har løyst oppgåva: {s4}`,
    },
    citations: [
      {
        input: 'r1-fjellvik',
        question: 'viktigst',
        quote:
          'Vi er 2 100 innbyggjarar og har éin tilsett som driv alt av pedagogisk IKT. Nasjonale fellesløysingar er ikkje eit tillegg for oss, men eit vilkår.',
      },
      {
        input: 'r1-solvaer',
        question: 'hva-ma-til',
        quote:
          'Vi støtter katalogen, men fristen er urealistisk uten hjelp til opplæring og overføring av data.',
      },
      {
        input: 'r1-indre-fjord',
        question: 'viktigst',
        quote: 'Bistanden bør gå til nettverk, ikkje berre til einskildkommunar.',
      },
      {
        input: 'r1-straumsund',
        question: 'viktigst',
        quote: 'Men hjelp til dei som ikkje har, bør ikkje bli plikt for dei som har.',
      },
    ],
    by: 'hakon-rud',
    createdDay: -34,
    publishedDay: -22,
  },
  {
    key: 'tid-i-arbeidstiden',
    slug: 'ansatte-trenger-tid-ikke-bare-kurs',
    round: 'runde-1',
    theme: 'kompetanse',
    title: {
      nb: 'Ansatte trenger tid i arbeidstiden, ikke bare tilgang til kurs',
      nn: 'Tilsette treng tid i arbeidstida, ikkje berre tilgang til kurs',
    },
    text: {
      nb: `Utkastet lovet korte og gratis kurs på nett. {t5} kommuner skrev om kompetanse og tid, og det er ikke kurs de mangler mest av. Furudal sier det slik:

{s1}

Der tiden finnes, mangler det noen som kan ta gruppa imens: {s2} Lærersambandet peker på arbeidsplanen: {s3}

## Det som virker

Innspillene forteller om veiledere som arbeider sammen med kolleger over tid, korte økter på avdelingen og faste økter i den bundne tiden. Læringen skjer i eget arbeid og sammen med noen man kjenner: {s4}`,
      nn: `Utkastet lova korte og gratis kurs på nett. {t5} kommunar skreiv om kompetanse og tid, og det er ikkje kurs dei manglar mest av. Furudal seier det slik:

{s1}

Der tida finst, manglar det nokon som kan ta gruppa så lenge: {s2} Lærarsambandet peiker på arbeidsplanen: {s3}

## Det som verkar

Innspela fortel om rettleiarar som arbeider saman med kollegaer over tid, korte økter på avdelinga og faste økter i den bundne tida. Læringa skjer i eige arbeid og saman med nokon ein kjenner: {s4}`,
    },
    citations: [
      {
        input: 'r1-furudal',
        question: 'hva-ma-til',
        quote:
          'Lærerne i Furudal har fått 26 nettkurs tilbudt de siste tre årene. De har ikke fått en eneste time å ta dem i.',
      },
      {
        input: 'r1-fjellvik',
        question: 'hva-ma-til',
        quote:
          'Gratis kurs er ikkje gratis når vi må leige inn vikar, og i Fjellvik finst det ikkje vikarar å leige.',
      },
      {
        input: 'r1-laerersambandet-furudal',
        question: 'hva-ma-til',
        quote: 'Kurs som ikke har en plass i arbeidsplanen, blir tatt på sofaen.',
      },
      {
        input: 'r1-granmo',
        question: 'hva-ma-til',
        quote: 'Vi har best erfaring med korte økter på avdelinga, der styraren eller ein kollega leier.',
      },
    ],
    by: 'hakon-rud',
    createdDay: -32,
    publishedDay: -22,
  },
  ...moreFindings,
  {
    key: 'en-identitet',
    slug: 'en-identitet-hele-veien',
    round: 'runde-1',
    theme: 'fellesloesninger',
    title: {
      nb: 'Én identitet hele veien, fra første klasse til eksamen',
      nn: 'Éin identitet heile vegen, frå første klasse til eksamen',
    },
    text: {
      nb: `Innspillene ønsker felles innlogging, og de som nevner fristen, vil ha den tidligere enn 2030. Fylkeskommunen i Fjordheim skriver: {s2}

For de yngste handler det om at bokstaver kommer før passord: {s1}

For elever i videregående handler det om at alt begynner på nytt i august: {s3}

Arbeidsnotat: Sjekk om leverandørene er enige i at kravet også skal gjelde gratis tjenester. Det er ikke omtalt i svaret fra bransjeforeningen.`,
      nn: `Innspela ønskjer felles innlogging, og dei som nemner fristen, vil ha han tidlegare enn 2030. Fylkeskommunen i Fjordheim skriv: {s2}

For dei yngste handlar det om at bokstavar kjem før passord: {s1}

For elevar i vidaregåande handlar det om at alt byrjar på nytt i august: {s3}

Arbeidsnotat: Sjekk om leverandørane er samde i at kravet også skal gjelde gratis tenester. Det er ikkje omtalt i svaret frå bransjeforeininga.`,
    },
    citations: [
      {
        input: 'r1-havneset',
        question: 'viktigst',
        quote: 'På 1. og 2. trinn bruker vi i snitt elleve minutter av hver økt med nettbrett på innlogging.',
      },
      {
        input: 'r1-fjordheim-fylkeskommune',
        question: 'hva-ma-til',
        quote:
          'Fylkeskommunen ønskjer éi felles løysing for prøver og eksamen, med same innlogging som elevane bruker elles.',
      },
      {
        input: 'r1-elevradet-storhavn',
        question: 'hva-ma-til',
        quote: 'En elev på helsefag logget inn 17 ganger i ni systemer.',
      },
    ],
    by: 'hakon-rud',
    createdDay: -28,
    publishedDay: null,
  },
]
