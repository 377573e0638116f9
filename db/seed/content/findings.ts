import type { FindingContent } from './content.ts'

/** What the secretariat heard in round 1: two published findings and one that only staff see. */
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
      nb: `Kommuner med få innbyggere støtter fellesløsninger. Flere av dem sier at de ikke kan klare seg uten. Men de sier også at en fellesløsning er et arbeid før den blir en hjelp: Avtaler skal legges inn, data skal flyttes, ansatte skal læres opp, og den som skal gjøre det, er ofte én person med mange andre oppgaver.

Det innspillene ber om, er likt på tvers av landet og av målform: en fast kontaktperson, hjelp til å flytte data, opplæring på stedet og et tempo som lar én innføring bli ferdig før den neste begynner. Nettverket i Indre Fjord vil at hjelpen skal kunne gå gjennom nettverk.

Straumsund kommune er enig i behovet, men er opptatt av at hjelp til dem som trenger den, ikke må bli en plikt for dem som allerede har løst oppgaven. Uenigheten gjelder ikke om små kommuner skal få hjelp, men om fellesløsninger skal være frivillige.`,
      nn: `Kommunar med få innbyggjarar støttar fellesløysingar. Fleire av dei seier at dei ikkje kan klare seg utan. Men dei seier òg at ei fellesløysing er eit arbeid før ho blir ei hjelp: Avtalar skal leggjast inn, data skal flyttast, tilsette skal lærast opp, og den som skal gjere det, er ofte éin person med mange andre oppgåver.

Det innspela ber om, er likt på tvers av landet og av målform: ein fast kontaktperson, hjelp til å flytte data, opplæring på staden og eit tempo som lèt éi innføring bli ferdig før den neste byrjar. Nettverket i Indre Fjord vil at hjelpa skal kunne gå gjennom nettverk.

Straumsund kommune er samd i behovet, men er oppteken av at hjelp til dei som treng henne, ikkje må bli ei plikt for dei som alt har løyst oppgåva. Usemja gjeld ikkje om små kommunar skal få hjelp, men om fellesløysingar skal vere frivillige.`,
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
      nb: `Utkastet lovet korte og gratis kurs på nett. Innspillene sier at det ikke er kurs det mangler mest av. Kommuner, lærere og barnehager beskriver det samme: Tilbudene finnes, men de ansatte har ikke tid å ta dem i, og der tiden finnes, mangler det noen som kan ta gruppa imens.

Flere har prøvd andre måter og forteller hva som virker hos dem: veiledere som arbeider sammen med kolleger over tid, korte økter på avdelingen og faste økter i den bundne tiden. Felles for dem er at læringen skjer i eget arbeid og sammen med noen man kjenner.

Det er uenighet om hvem som skal betale. Fjellvik og andre små kommuner vil at staten dekker vikar. Furudal foreslår at stat og kommune deler, slik at begge har grunn til å prioritere det.`,
      nn: `Utkastet lova korte og gratis kurs på nett. Innspela seier at det ikkje er kurs det manglar mest av. Kommunar, lærarar og barnehagar skildrar det same: Tilboda finst, men dei tilsette har ikkje tid å ta dei i, og der tida finst, manglar det nokon som kan ta gruppa så lenge.

Fleire har prøvd andre måtar og fortel kva som verkar hos dei: rettleiarar som arbeider saman med kollegaer over tid, korte økter på avdelinga og faste økter i den bundne tida. Felles for dei er at læringa skjer i eige arbeid og saman med nokon ein kjenner.

Det er usemje om kven som skal betale. Fjellvik og andre små kommunar vil at staten dekkjer vikar. Furudal foreslår at stat og kommune deler, slik at begge har grunn til å prioritere det.`,
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
      nb: `Innspillene ønsker felles innlogging, og de som nevner fristen, vil ha den tidligere enn 2030. For de yngste handler det om at bokstaver kommer før passord. For elever i videregående handler det om at alt begynner på nytt i august.

Arbeidsnotat: Sjekk om leverandørene er enige i at kravet også skal gjelde gratis tjenester. Det er ikke omtalt i svaret fra bransjeforeningen.`,
      nn: `Innspela ønskjer felles innlogging, og dei som nemner fristen, vil ha han tidlegare enn 2030. For dei yngste handlar det om at bokstavar kjem før passord. For elevar i vidaregåande handlar det om at alt byrjar på nytt i august.

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
