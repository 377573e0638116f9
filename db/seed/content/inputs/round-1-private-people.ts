import type { InputContent } from '../content.ts'

export const privatePeopleInputs: InputContent[] = [
  {
    key: 'r1-tone-aasen',
    round: 'runde-1',
    sender: { person: 'tone-aasen' },
    by: 'tone-aasen',
    lang: 'nb',
    title: 'Fra en mor: for mange apper',
    status: 'submitted',
    day: -51,
    time: '23:04',
    publication: 'published',
    publishedDay: -48,
    masks: [
      {
        question: 'hva-ma-til',
        words: ['sønnen min, Leo i 3B, hadde begynt hos psykolog', 'Leo'],
        legalBasis: 'personal-matters',
        reason: 'Avsenderen navngir barnet sitt og skriver om helsen.',
      },
    ],
    answers: [
      {
        question: 'viktigst',
        text: `Jeg er mor til tre barn i barnehage og skole, og skriver bare for meg selv. Det viktigste for meg er at jeg får vite det jeg trenger, og at ikke alle andre får vite det.

Vi har fem apper for tre barn. Beskjeden om at turen var flyttet, kom i den ene. Beskjeden om at ungene måtte ha med drikke, kom i den andre. Jeg er ganske vant til data gjennom jobben og får det ikke til. Hva da med dem som ikke er det?`,
      },
      { question: 'ambisjoner', choice: '3' },
      {
        question: 'hva-ma-til',
        text: `Det som bekymrer meg mest, er hvor opplysningene blir av. I høst skrev jeg i appen til skolen at sønnen min, Leo i 3B, hadde begynt hos psykolog, fordi læreren ba meg gi beskjed når han skulle gå tidlig. En uke etter viste det seg at meldingen var synlig for alle som hadde vikartimer i klassen. Det var ingen som hadde gjort noe galt. Det var slik appen var stilt inn.

Jeg sa fra til skolen. De var lei seg og sa fra til kommunen. Kommunen sa fra til leverandøren. Jeg fikk til slutt et svar på engelsk. Leo har ikke fått noe svar.

Jeg vil at det skal finnes ett sted for beskjeder, at det er lett å se hvem som kan lese det jeg skriver, og at noe kan slettes når det ikke lenger trengs. Og jeg vil ha et menneske å ringe til når det går galt. Jeg trenger ikke flere innstillinger. Jeg trenger at innstillingene er riktige fra før.

Til slutt vil jeg si at lærerne er flinke. De svarer meg klokka ni om kvelden, og det burde de ikke måtte. Hvis det stod i appen at svar kommer neste dag, ville jeg ha ventet.`,
      },
      { question: 'ansvar', choice: 'staten' },
    ],
  },
  {
    key: 'r1-bente-skogheim',
    round: 'runde-1',
    sender: { person: 'bente-skogheim' },
    lang: 'nb',
    title: 'Bøker først',
    status: 'submitted',
    day: -65,
    time: '19:22',
    publication: 'published',
    publishedDay: -62,
    answers: [
      {
        question: 'viktigst',
        text: `Bøker først. Barn på 1. til 4. trinn skal ha trykte lærebøker i alle fag. Skjermen kan komme senere. Leseferdighetene har falt etter at skjermene kom inn i klasserommet, og det er på tide å snu. Strategien må si klart at boka er hovedregelen og skjermen unntaket.

Staten må øremerke penger til bøker, slik at ingen kommune kan si at den ikke har råd. Elever som trenger skjerm som hjelpemiddel, skal selvsagt få det.`,
      },
      { question: 'ambisjoner', choice: '1' },
      { question: 'ansvar', choice: 'hver-eier' },
    ],
  },
  {
    key: 'r1-arve-myrland',
    round: 'runde-1',
    sender: { person: 'arve-myrland' },
    lang: 'nb',
    title: 'Bøker først',
    status: 'submitted',
    day: -64,
    time: '07:51',
    publication: 'published',
    publishedDay: -62,
    answers: [
      {
        question: 'viktigst',
        text: `Bøker først. Barn på 1. til 4. trinn skal ha trykte lærebøker i alle fag. Skjermen kan komme senere. Leseferdighetene har falt etter at skjermene kom inn i klasserommet, og det er på tide å snu. Strategien må si klart at boka er hovedregelen og skjermen unntaket.

Staten må øremerke penger til bøker, slik at ingen kommune kan si at den ikke har råd. Elever som trenger skjerm som hjelpemiddel, skal selvsagt få det. Jeg er bestefar til fire og ser forskjell på dem som fikk bok, og dem som fikk brett.`,
      },
      { question: 'ambisjoner', choice: '1' },
      { question: 'ansvar', choice: 'hver-eier' },
    ],
  },
]
