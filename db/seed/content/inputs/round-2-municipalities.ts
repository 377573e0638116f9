import type { InputContent } from '../content.ts'

export const roundTwoMunicipalities: InputContent[] = [
  {
    key: 'r2-lauvdal',
    round: 'runde-2',
    sender: { organisation: 'lauvdal' },
    lang: 'nn',
    title: 'Innspel til nytt utkast frå Lauvdal kommune',
    status: 'submitted',
    day: -9,
    time: '10:15',
    mandate: { level: 'administrative', note: 'Administrativt svar. Formannskapet handsamar saka seinare' },
    publication: 'published',
    publishedDay: -7,
    answers: [
      {
        question: 'viktigst-na',
        text: `Lauvdal er nøgd med at avsnitt 2.2 no seier at kursa skal kunne takast i arbeidstida, og at staten dekkjer vikar i kommunar under 5 000 innbyggjarar. Det er den viktigaste endringa for oss, og ho må stå. Vi har 4 100 innbyggjarar. Grensa treffer oss, men ikkje nabokommunen med 5 300, som har dei same avstandane og den same mangelen på vikarar. Ei mjuk grense ville ha vore betre enn ei hard.

Det som framleis må endrast, er avsnitt 4.5 om nett. Der er ikkje eit ord endra, enda fleire av oss skreiv om skular utan stabilt samband. Eigaren har ansvar inne i bygget, og staten «vil sjå på» ordningane utanfor. Mellom dei to ligg vegen opp lia, og der har ingen ansvar.`,
      },
      { question: 'fulgt-opp', choice: '4' },
      {
        question: 'felles-infrastruktur',
        text: `At tenestekatalogen no er eit tilbod frå staten og ikkje ei plikt for oss, gjer at vi kan planleggje. Vi vil ta han i bruk når dei tenestene vi har flest av, ligg der. Hjelp til å flytte data er avgjerande. Vi ber om at hjelpa varer til data faktisk er flytta, og ikkje til eit prosjekt er slutt.

Avsnitt 6.6 om tempo er nytt og svært godt. To innføringar per skuleår er rett tal. Vi ber om at fylkeskommunale og regionale innføringar også tel med, for det er dei same folka som tek imot.`,
      },
      { question: 'bistand', choice: 'nettverk' },
      {
        question: 'ansattes-kompetanse',
        text: `Rettleiarane våre er glade for at rolla skal skildrast nasjonalt. Vi foreslår at skildringa blir kort: tid, oppgåver og kven ein kan ringje. Det treng ikkje bli ei utdanning av det.

Vi minner om at rektorane treng det same som lærarane. Modulen for nye leiarar er uendra i avsnitt 2.3. Hos oss sluttar rektorar oftare enn lærarar, og den nye kjem gjerne rett frå klasserommet. To år er lang tid å vente på å lære det ein skal bestemme over i morgon.`,
      },
    ],
  },
  {
    key: 'r2-storhavn',
    round: 'runde-2',
    sender: { organisation: 'storhavn' },
    by: 'petter-holm',
    lang: 'nb',
    title: 'Innspill til nytt utkast fra Storhavn kommune',
    status: 'submitted',
    day: -6,
    time: '14:02',
    mandate: { level: 'administrative', note: 'Administrativt svar fra kommunaldirektør for oppvekst' },
    handling: { planned: { body: 'Bystyret i Storhavn', day: 20 } },
    signOffs: [
      { kind: 'asked', by: 'leif-moen', day: -8, time: '15:20' },
      {
        kind: 'sent-back',
        by: 'hilde-brekke',
        day: -7,
        time: '09:05',
        comment: 'Skriv hvilken setning vi vil ha inn i avsnitt 4.2.',
      },
      { kind: 'asked', by: 'leif-moen', day: -7, time: '13:40' },
      { kind: 'approved', by: 'hilde-brekke', day: -6, time: '12:10' },
    ],
    publication: 'published',
    publishedDay: -4,
    answers: [
      {
        question: 'viktigst-na',
        text: `Storhavn mener at det nye utkastet er klart bedre. Avsnitt 4.4 om private eiere er det vi ba om, og det er godt at kommunen ikke skal være mellomledd. Vi er også fornøyde med at rapporteringen på 24 indikatorer er tatt ut.

Det viktigste som gjenstår, er åpne grensesnitt. Utkastet sier fortsatt ingenting om at felles løsninger skal kunne leses av andre systemer. For en kommune med eget katalogsystem er dette forskjellen på nytte og dobbeltarbeid. Vi foreslår én setning i avsnitt 4.2: «Alle opplysninger i katalogen skal kunne hentes maskinelt fra første dag.»`,
      },
      { question: 'fulgt-opp', choice: '4' },
      {
        question: 'felles-infrastruktur',
        text: `Vi er klare for felles innlogging, og støtter at fristen er flyttet fram til 2029. Det forutsetter at kravene til leverandørene er kjent innen et år. De fleste avtalene våre løper i fire år, og det som ikke står i konkurransegrunnlaget, får vi ikke.

Vi er mer usikre på regelen i avsnitt 6.6 om at ingen kommune skal måtte innføre mer enn to felles løsninger i året. For oss er det uproblematisk å ta flere, og noen løsninger henger sammen. Regelen bør være en rett til å vente, ikke et tak.

Reserveløsningen for eksamen er nå beskrevet som en løsning som virker uten nett. Det er bra. Prøv den på en stor skole først. Det er en annen øvelse med 900 elever enn med 40.`,
      },
      { question: 'bistand', choice: 'staten' },
      {
        question: 'ansattes-kompetanse',
        text: `At staten dekker vikar i små kommuner, er rimelig. Vi vil likevel peke på at antallet ansatte uten utdanning er høyest i byene. Storhavn har 1 100 assistenter i barnehagene. De er ikke færre fordi vi er mange.

Felles råd om kunstig intelligens hvert halvår er et godt tempo. Rådene må komme på samme dato hvert år, slik at skolene kan sette av tid til å lese dem sammen.`,
      },
      {
        question: 'andre-merknader',
        text: `Skolebiblioteket er fortsatt ikke omtalt. Vi gjentar ønsket, og viser til det vi skrev i runde 1.`,
      },
    ],
  },
  {
    key: 'r2-setermark',
    round: 'runde-2',
    sender: { organisation: 'setermark' },
    lang: 'nn',
    title: 'Innspel frå Setermark kommune',
    status: 'submitted',
    day: -12,
    time: '09:33',
    mandate: { level: 'administrative', note: 'Administrativt svar' },
    publication: 'published',
    publishedDay: -10,
    answers: [
      {
        question: 'viktigst-na',
        text: `Setermark svarte ikkje i første runde. Rådgivaren vår var i permisjon, og det fanst ingen annan. Det seier noko om kor viktig avsnitt 6.4 er. Vi har 1 900 innbyggjarar, og les det nye avsnittet med glede: ein fast kontaktperson, hjelp til å flytte data og opplæring på staden. Det er nett dei tre tinga vi ville ha skrive.

Det vi saknar, er kva som skjer etter det første året. Ei innføring er over når det ikkje lenger er nokon som spør. Hos oss kjem halvparten av spørsmåla når det kjem ein ny rektor.`,
      },
      { question: 'fulgt-opp', choice: 'no-opinion' },
      {
        question: 'felles-infrastruktur',
        text: `Vi treng at fellesløysinga er ferdig oppsett for ein liten kommune. I dag er standarden laga for dei store, og vi må skru av to tredelar av funksjonane før læraren finn fram.

Staten bør ta ansvar for tekniske oppdateringar og for å melde frå til foreldre når noko er nede. Kommunen kan ta ansvar for at dei tilsette kjenner løysinga og for at ho blir brukt med vit. Det er ei deling vi forstår.

Vi er glade for at tempoet er sett ned. I fjor hadde vi fire innføringar i same skuleår. Den fjerde gav vi opp utan å seie det til nokon. Ingen merka det, og det bør den som eig løysinga, tenkje over.

Det er eitt punkt vi er usamde i. Utkastet seier at foreldre skal finne alle meldingar på éin stad innan 2029. For ein kommune som nettopp har bunde seg til ei løysing i fire år, er det for tidleg. Skriv heller at krava skal vere kjende i 2028, og at dei gjeld frå neste avtale.`,
      },
      { question: 'bistand', choice: 'staten' },
    ],
  },
  {
    key: 'r2-midtskog',
    round: 'runde-2',
    sender: { organisation: 'midtskog' },
    lang: 'nb',
    title: 'Uttalelse fra Midtskog kommune',
    status: 'submitted',
    day: -4,
    time: '15:20',
    mandate: { level: 'executive-board', note: 'Formannskapet i Midtskog, sak 91/26' },
    publication: 'published',
    publishedDay: -2,
    answers: [
      {
        question: 'viktigst-na',
        text: `Formannskapet i Midtskog er ikke overbevist. Det nye utkastet er mykere i formen, men det er fortsatt staten som bestemmer rekkefølgen, og kommunene som skal gjennomføre. Vi hadde ventet en tydeligere finansiering. Avsnitt 6.5 er uendret, og der står det fortsatt at strategien ikke gir nye bevilgninger.

Det viktigste for oss er derfor at alle formuleringer med «skal» blir prissatt før strategien vedtas. Vi har telt dem. Det er 71.

Vi støtter at lesing og skriving skal læres på papir de første årene. Det er en god og modig endring.`,
      },
      { question: 'fulgt-opp', choice: '2' },
      {
        question: 'felles-infrastruktur',
        text: `Grensen på 5 000 innbyggere deler kommunene i to på en måte som ikke svarer til behovet. Midtskog har 5 600 innbyggere, seks skoler og underskudd. Vi har mindre kapasitet enn en rik kommune med 3 000. Bruk behov og økonomi som mål, ikke bare folketall.

Ellers mener vi at felles avtaler som ingen må bruke, er riktig. Det samme bør gjelde felles løsninger.

Vi vil advare mot at bistand bare knyttes til innføring av statens løsninger. Da får den som velger en annen vei, ingenting, selv om valget er bedre lokalt. I Midtskog har vi brukt en åpen løsning sammen med to kommuner i sju år. Den koster en tredel av det alternativet ville ha kostet, og lærerne liker den. Vi trenger hjelp til sikkerhet og personvern, ikke til å bytte.

Avsnitt 6.6 om tempo er fornuftig, men det må gjelde staten og ikke bare kommunene. Når en løsning er forsinket ett år, må fristen vår flyttes like langt.`,
      },
      { question: 'bistand', choice: 'midler' },
    ],
  },
  {
    key: 'r2-fjellvik',
    round: 'runde-2',
    sender: { organisation: 'fjellvik' },
    by: 'oddny-teig',
    lang: 'nn',
    title: 'Innspel til nytt utkast frå Fjellvik kommune',
    status: 'draft',
    day: -1,
    time: '10:42',
    publication: 'none',
    answers: [
      {
        question: 'viktigst-na',
        text: `Fjellvik kommune ser at mykje av det vi skreiv i runde 1, er følgt. Katalogen er blitt eit tilbod, hjelpa er blitt konkret, og rapporteringa er borte. Vi vil at dette skal stå.

Det viktigaste no er at hjelpa i avsnitt 6.4 ikkje sluttar når løysinga er innført. Det er i år to vi står åleine.

Her må vi få inn noko om stavekontrollen. Sverre, har du tal frå skulane?`,
      },
      { question: 'fulgt-opp', choice: '4' },
      {
        question: 'felles-infrastruktur',
        text: `Vi treng ein kontaktperson som kjenner kommunen, og`,
      },
    ],
  },
  {
    key: 'r2-granmo',
    round: 'runde-2',
    sender: { organisation: 'granmo' },
    lang: 'nn',
    title: 'Innspel frå Granmo kommune',
    status: 'draft',
    day: -3,
    time: '13:05',
    publication: 'none',
    answers: [
      {
        question: 'viktigst-na',
        text: `Barnehagen har fått meir plass i det nye utkastet. Kurs for assistentar på avdelinga, også i private barnehagar, er det vi bad om.

Punkt vi vil ta med:

- overgangen frå barnehage til skule er uendra i 4.3
- kven i fylkeskommunen skal kunne barnehage?`,
      },
    ],
  },
]
