import type { InputContent } from '../content.ts'

export const roundTwoOtherBodies: InputContent[] = [
  {
    key: 'r2-indre-fjord',
    round: 'runde-2',
    sender: { organisation: 'indre-fjord' },
    by: 'per-aas',
    lang: 'nn',
    title: 'Nytt felles innspel frå Nettverk for oppvekst i Indre Fjord',
    status: 'submitted',
    day: -2,
    time: '12:40',
    mandate: { level: 'administrative', note: 'Samrådd med oppvekstsjefane i dei seks medlemskommunane' },
    onBehalfOf: ['fjellvik', 'lauvdal', 'eidsbotn', 'kaldvik', 'breidnes', 'hamreid'],
    publication: 'waiting',
    answers: [
      {
        question: 'viktigst-na',
        text: `Nettverket ser spor av innspelet vårt fleire stader, og set pris på at vi kan peike på dei. Hjelpa kan no gå til eit nettverk (avsnitt 6.4), rettleiarar kan delast over kommunegrensene (2.6), og ei ny løysing skal ikkje kome i august (6.6).

Ordet «kan» i avsnitt 6.4 er likevel det svake punktet. Når hjelpa kan gå til eit nettverk, kan ho òg la vere. Vi ber om at kommunane sjølve avgjer det, og at nettverket då får ansvar, pengar og éin kontaktperson for alle seks.`,
      },
      { question: 'fulgt-opp', choice: '4' },
      {
        question: 'felles-infrastruktur',
        text: `Vi treng ein plan for rekkjefølgja i nettverket. Seks kommunar som innfører den same løysinga i same veke, er seks kommunar utan nokon å spørje. Dersom vi får ta to om gongen, kan dei første lære opp dei neste.

Til avsnitt 4.3: Vi er uroa for at arbeidet med standardar er uendra, og utan dato. Overgangen frå barnehage til skule er den enklaste staden å byrje. Set ein dato, og lat nettverket vårt prøve.

Når det gjeld talet på einingar i barnehagen, ser vi at utkastet lèt eigaren avgjere. Det er eit utfall alle seks kan leve med. Kaldvik og Hamreid er nøgde. Dei fire andre hadde ønskt seg eit råd.`,
      },
      { question: 'bistand', choice: 'nettverk' },
      {
        question: 'ansattes-kompetanse',
        text: `Pengar til vikar er eit framsteg. Men i våre kommunar er det ikkje pengane det stoppar på; det er vikarane. Vi foreslår at midlane også kan brukast til å tilsetje éin person som reiser mellom skulane og tek timane når andre lærer. Vi har rekna på det. To slike stillingar ville ha dekt heile nettverket.`,
      },
    ],
  },
  {
    key: 'r2-frittstaende-barnehager',
    round: 'runde-2',
    sender: { organisation: 'frittstaende-barnehager' },
    lang: 'nb',
    title: 'Innspill til nytt utkast fra Sammenslutningen av frittstående barnehager',
    status: 'submitted',
    day: -8,
    time: '11:25',
    publication: 'published',
    publishedDay: -6,
    answers: [
      {
        question: 'viktigst-na',
        text: `Vi takker for avsnitt 4.4. Det er kort, klart og riktig. Det bør stå akkurat slik det er.

Det viktigste som gjenstår, er vikar. Avsnitt 2.2 dekker vikar for «ansatte i kommuner med færre enn 5 000 innbyggere». Vi leser det slik at private barnehager i de samme kommunene er med, siden avsnitt 2.5 sier at private og kommunale skal få de samme tilbudene. Men det må stå, ellers kommer det 200 forskjellige svar fra 200 forskjellige kommuner.`,
      },
      { question: 'fulgt-opp', choice: '5' },
      {
        question: 'felles-infrastruktur',
        text: `Små eiere trenger en inngang som ikke forutsetter at man er en kommune. I dagens løsninger spørres det etter kommunenummer, databehandleravtale og kontaktperson i IKT. En barnehage har et organisasjonsnummer og en styrer. La det være nok.

Vi ber også om at prisen er kjent før fristen. Dersom felles løsninger skal koste noe for private, må beløpet regnes inn i tilskuddet fra samme dato.

Varsling ved angrep er det tiltaket flest av medlemmene våre spør om. En styrer som oppdager at noe er galt en fredag ettermiddag, vet ikke hvem hun skal ringe. I dag ringer hun oss. Vi er en medlemsorganisasjon med telefontid til klokka tre. Et felles nummer, som er åpent også for private, ville gjort en forskjell allerede før resten er på plass.`,
      },
      { question: 'bistand', choice: 'staten' },
      {
        question: 'ansattes-kompetanse',
        text: `I en barnehage med ni ansatte er det ingen som har digital kompetanse som oppgave. Det må derfor være noe alle kan litt om. Korte økter på avdelingen virker. Det beste vi har sett, er en kortstokk med 40 situasjoner som personalet trekker fra på møtet og diskuterer. Den koster 180 kroner og trenger ikke å lades.`,
      },
    ],
  },
  {
    key: 'r2-fjordheim-fylkeskommune',
    round: 'runde-2',
    sender: { organisation: 'fjordheim-fylkeskommune' },
    lang: 'nn',
    title: 'Fråsegn til nytt utkast frå Fjordheim fylkeskommune',
    status: 'submitted',
    day: -1,
    time: '15:55',
    mandate: { level: 'delegated', note: 'Leiar av hovudutvalet på fullmakt' },
    publication: 'waiting',
    answers: [
      {
        question: 'viktigst-na',
        text: `Fylkeskommunen er svært nøgd med at identiteten skal følgje eleven frå grunnskule til vidaregåande, og at prøver og eksamen får éi løysing med same innlogging. Avsnitt 4.1 og 4.7 er no dei sterkaste i utkastet.

Yrkesfag og lærlingar er framleis ikkje nemnde. Det er uforståeleg for oss. Halvparten av elevane i vidaregåande går på yrkesfag, og opplæringa deira er den mest teknologitunge. Vi ber om eit eige avsnitt i kapittel 1 og skriv det gjerne.`,
      },
      { question: 'fulgt-opp', choice: '4' },
      {
        question: 'felles-infrastruktur',
        text: `Vi treng ein dato for når grunnskulen skal ha teke i bruk identiteten. Fylkeskommunen kan ikkje ta imot noko som ikkje er sendt. Dersom kommunane har frist i 2029, er det 2030 før den første årgangen kjem til oss utan ny registrering. Vi foreslår at tiande trinn blir teke først.

Reserveløysinga for eksamen må verke utan nett, står det no. Vi støttar det, og minner om elevar som bruker hjelpemiddel. Ei reserveløysing utan opplesing er inga reserveløysing for dei.

Vi ber òg om at krava til dei gratis tenestene blir tekne med i avsnitt 4.1. Formuleringa «kjøper inn» lèt alt som ikkje har ein pris, gå fri. I vidaregåande er det svært mykje, særleg i programfag der elevane bruker verktøy frå arbeidslivet. Her trengst det eit unntak for utstyr som er del av faget, men ikkje for alt anna.`,
      },
      { question: 'bistand', choice: 'fylket' },
      {
        question: 'ansattes-kompetanse',
        text: `Hospitering i bedrift er framleis det tiltaket yrkesfaglærarane ber mest om. Det kostar ei veke og eit arbeidsantrekk.`,
      },
      {
        question: 'andre-merknader',
        text: `Vi har svara at fylkeskommunen bør gi hjelp til små kommunar. Det står ved lag, men berre dersom oppgåva blir finansiert. Avsnitt 6.4 har fått «skal», men ikkje noko om kven.`,
      },
    ],
  },
  {
    key: 'r2-tyttebaeret',
    round: 'runde-2',
    sender: { organisation: 'tyttebaeret' },
    lang: 'nn',
    title: 'Frå fire barnehagar i Breidnes',
    status: 'submitted',
    day: -5,
    time: '20:10',
    publication: 'waiting',
    answers: [
      {
        question: 'viktigst-na',
        text: `Tyttebæret driv fire barnehagar med til saman 112 barn. Vi er alle barnehagane i kommunen. Det viktigaste for oss er at vi no er med på lik linje. Vi har delt kaffi og samlingar med dei kommunale barnehagane i nabokommunane i mange år. No kan vi kanskje få dele avtalane òg.

Det vi framleis er uroa for, er overgangen til skulen. Vi sender eit papir per barn. Kommunen er vår einaste mottakar, og vi er deira einaste avsendar, og likevel finst det ingen kanal mellom oss. Avsnitt 4.3 lovar standardar, men ingen dato.`,
      },
      { question: 'fulgt-opp', choice: 'no-opinion' },
      {
        question: 'felles-infrastruktur',
        text: `Éi innlogging for dei vaksne og ei ferdig vurdering for dei fem tenestene vi bruker. Meir er det ikkje. Vi klarer resten.`,
      },
      { question: 'bistand', choice: 'nettverk' },
      {
        question: 'ansattes-kompetanse',
        text: `Assistentane våre er best på å bruke kamera saman med barn, for dei er mest ute. Når vi lagar kurs, lèt vi dei halde det. Det kan andre òg gjere.`,
      },
      {
        question: 'andre-merknader',
        text: `Mor til Jonas Eikeland har bede oss ta med dette: Ho fekk tre brukarnamn på éin haust, og ingen av oss kunne svare på kvifor. Barnehagane bør få éin stad å spørje på vegner av foreldra.

Ho fortel gjerne meir, på telefon 400 00 000 eller eikeland@breidnes.example.`,
      },
    ],
  },
  {
    key: 'r2-statens-laeringssenter',
    round: 'runde-2',
    sender: { organisation: 'statens-laeringssenter' },
    lang: 'nb',
    title: 'Innspill fra Statens læringssenter',
    status: 'submitted',
    day: -3,
    time: '10:30',
    mandate: { level: 'administrative', note: 'Elektronisk godkjent av direktøren' },
    publication: 'waiting',
    answers: [
      {
        question: 'viktigst-na',
        text: `Læringssenteret utvikler kurs og veiledning for ansatte i barnehage og skole. For oss er avsnitt 2.2 det viktigste. Endringen fra nettbaserte kurs til kurs i arbeidstiden, der minst halvparten skal arbeide med egne fag og barnegrupper, er faglig riktig. Den er også krevende. Det finnes i dag ikke nok fagfolk til å veilede så mange grupper på stedet.

Vi anbefaler en opptrapping over tre år, med begynnelse i kommuner som har nettverk å bygge på. Erfaringene våre tilsier at et kurs som blir gitt gjennom et lokalt nettverk, har dobbelt så mange som fullfører.`,
      },
      { question: 'fulgt-opp', choice: 'no-opinion' },
      {
        question: 'felles-infrastruktur',
        text: `Kursene våre bør kunne nås med den felles innloggingen, også av ansatte i private barnehager og skolefritidsordninger. Slik er det ikke i dag. Omtrent hver fjerde henvendelse til oss handler om innlogging.

Vi ber om at løsningen kan gi oss opplysning om hvilken rolle den ansatte har, uten at vi får navnet. Da kan vi vise riktig kurs og samtidig samle inn mindre.`,
      },
      { question: 'bistand', choice: 'nettverk' },
      {
        question: 'ansattes-kompetanse',
        text: `Ansatte trenger tid, et konkret behov og noen å prøve sammen med. Ledere trenger det samme. Forskningen på feltet er ganske samstemt: Enkeltstående kurs endrer lite, mens veiledning over tid i egen praksis endrer mer. Vi vil derfor legge om tilbudene våre slik at kurset er innledningen, og veiledningen er hoveddelen.

Kurs på nordsamisk forutsetter at vi får ansette samiskspråklige fagfolk. Oversettelse er ikke nok. Vi er i dialog med et samisk fagmiljø om dette.

At private og kommunale barnehager skal få de samme tilbudene (avsnitt 2.5), støtter vi fullt ut. Det forutsetter at finansieringen følger den ansatte og ikke eieren. Vi har i dag tre ulike ordninger for tre ulike eierformer, og bruker mer tid på å finne ut hvilken som gjelder enn på å melde folk på.`,
      },
    ],
  },
]
