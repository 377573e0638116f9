import type { InputContent } from '../content.ts'

export const schoolsAndStaff: InputContent[] = [
  {
    key: 'r1-laerersambandet-furudal',
    round: 'runde-1',
    sender: { organisation: 'laerersambandet-furudal' },
    lang: 'nb',
    title: 'Innspill fra Lærersambandet, Furudal lokallag',
    status: 'submitted',
    day: -57,
    time: '17:45',
    mandate: { level: 'delegated', note: 'Vedtatt av styret i lokallaget' },
    publication: 'published',
    publishedDay: -54,
    answers: [
      { question: 'viktigst', text: `Ingen merknad.` },
      { question: 'ambisjoner', choice: 'no-opinion' },
      {
        question: 'hva-ma-til',
        text: `Lokallaget har valgt å svare bare på dette spørsmålet. Det er her medlemmene våre har noe å si som andre ikke kan si for dem.

Tid. Vi spurte 212 medlemmer hva de trenger for å bruke digitale verktøy godt. Fire av fem svarte tid. Ikke tid til å lære et program, men tid til å tenke gjennom hva det skal brukes til, sammen med dem som har de samme elevene. Den tiden fantes før. Den er spist opp av innlogging, oppdateringer, meldinger fra foreldre om kvelden og dokumentasjon i flere systemer. Når strategien vil gi oss kurs, ber vi om at den først gir oss tilbake det den har tatt.

Kurs. Kurs som ikke har en plass i arbeidsplanen, blir tatt på sofaen. Det er i strid med avtalene våre, og det er dårlig læring. Vi ber om at avsnitt 2.2 slår fast at kompetanseheving skjer i arbeidstiden, med vikar. «Legge til rette for» har vi hørt før.

Foreldrekontakt. Medlemmene får meldinger i app hele døgnet. Mange foreldre venter svar samme kveld. Det er ikke foreldrenes feil; appen er laget slik. Felles krav til slike løsninger må handle om mer enn personvern. Det må være mulig å slå av varsler, sette svartid og gå hjem.

Profesjonelt skjønn. Vi er uenige med dem som vil ha nasjonale grenser for skjermtid. Vi er like uenige med dem som har innført skjerm uten å spørre oss. Begge deler tar avgjørelsen ut av klasserommet. En lærer må kunne velge bok på mandag og skjerm på tirsdag uten å begrunne det for noen som ikke kjenner elevene.

Vurdering. Kunstig intelligens har gjort innleveringer hjemmefra nesten verdiløse som grunnlag for karakter. Lærerne står alene med det. Noen har gått over til bare å vurdere det som skjer på skolen. Andre bruker programmer som skal avsløre juks, fordi skolen har kjøpt dem. Vi støtter at slike programmer ikke skal brukes som bevis, og ber om felles råd før neste skoleår. Muntlig vurdering tar tid, og det må regnes med i arbeidsplanen.

Veiledere. Ordningen i avsnitt 2.6 er god. Men den må ikke bli en billig erstatning for IKT-drift. Flere av medlemmene våre bruker veiledertiden til å finne ladere.

Ansvar. Når noe går galt med personvernet, er det ofte læreren som blir ringt opp. Den enkelte lærer må aldri bli stående med ansvaret for en tjeneste hun er pålagt å bruke.`,
      },
      { question: 'ansvar', choice: 'ikke-berort' },
    ],
  },
  {
    key: 'r1-elevradet-storhavn',
    round: 'runde-1',
    sender: { organisation: 'elevradet-storhavn' },
    lang: 'nb',
    title: 'Hva elevene ved Storhavn videregående mener',
    status: 'submitted',
    day: -58,
    time: '13:37',
    mandate: { level: 'delegated', note: 'Vedtatt i elevrådet etter runde i alle klasser' },
    publication: 'published',
    publishedDay: -56,
    answers: [
      {
        question: 'viktigst',
        text: `Vi er elever mellom 16 og 18 år. Vi har hatt hver vår maskin siden fjerde klasse. Ingen spurte oss da, så det er fint at dere spør nå.

Det viktigste for oss er ro. I en vanlig time har læreren en presentasjon oppe, oppgaven ligger et annet sted, beskjedene kommer i et tredje system, og halvparten av klassen har noe helt annet på skjermen. Vi klarer ikke å la være, og det tror vi ikke at voksne gjør heller. De beste timene er de der læreren sier at nå lukker vi maskinene, og så snakker vi. Etterpå åpner vi dem igjen fordi vi skal bruke dem til noe.

Vi er ikke imot skjerm. Vi er imot skjerm uten plan.`,
      },
      { question: 'ambisjoner', choice: '4' },
      {
        question: 'hva-ma-til',
        text: `Færre innlogginger. Vi talte en dag. En elev på helsefag logget inn 17 ganger i ni systemer. Tre av dem ville ha kode på telefonen, og telefonen lå i mobilhotellet.

Mer opplæring i å finne ut hva som er sant. Vi får høre at vi skal være kritiske, men ikke hvordan. Kildekritikk er ofte en side bak i boka. Vi vil øve på ekte ting, som videoer vi faktisk har sett, og vi vil ta feil uten at det er prøve. Gjør det i alle fag, ikke bare i norsk.

Si hva som er lov med kunstig intelligens. Én lærer sier det er juks. En annen bruker det til å lage prøven. Vi vil ha samme regel i alle fag, og vi vil lære å bruke det på ordentlig. To i elevrådet er blitt beskyldt for juks av et program. Begge hadde skrevet teksten selv. Det tok tre uker før noen sa unnskyld.

Spør elevrådet før skolen kjøper nye systemer. Vi hadde funnet ut på ti minutter at det nye fraværssystemet ikke virker på telefon.`,
      },
      { question: 'ansvar', choice: 'staten' },
      {
        question: 'andre-merknader',
        text: `Elever som ikke har råd til briller, ladere eller nett hjemme, sier det ikke høyt. Lag ordninger der man slipper å spørre.

Det er noen som bruker skjerm som hjelpemiddel, for eksempel til opplesing. De vil ikke at alle skal se det når de andre må legge bort sin. Tenk på det når dere lager regler.`,
      },
    ],
  },
  {
    key: 'r1-foreldreutvalet-kaldvik',
    round: 'runde-1',
    sender: { organisation: 'foreldreutvalet-kaldvik' },
    lang: 'nn',
    title: 'Innspel frå foreldra i Kaldvik',
    status: 'submitted',
    day: -53,
    time: '22:16',
    publication: 'published',
    publishedDay: -51,
    answers: [
      {
        question: 'viktigst',
        text: `Vi er foreldre til 410 elevar ved to skular. Det viktigaste for oss er at heimen og skulen kan snakke saman om skjerm utan å skulde på kvarandre.

I fleire år var svaret frå skulen at skjermen var nødvendig, og svaret frå oss at han var overalt. Då kommunen tok bort einingane på småskulen, trudde vi det blei bråk. Det blei stilt. Ungane kjem heim med bøker i sekken. Nokre av oss saknar appen der vi kunne følgje med på leksene. Dei fleste av oss har funne ut at ein kan spørje barnet.`,
      },
      { question: 'ambisjoner', choice: '4' },
      {
        question: 'hva-ma-til',
        text: `Vi treng éin stad for beskjedar. Det er det konkrete. Ei mor i utvalet har tre barn og seks kanalar: to appar, ei nettside, ein portal for timeplan, e-post og ein lapp i sekken. Det er lappen som verkar best.

Foreldre som ikkje bur saman, må få den same informasjonen. I dag får den eine alt og den andre ingenting, fordi systemet berre har plass til éin «føresett 1».

Vi vil vere med når skulen lagar plan for skjermbruk. Ein plan «som er kjend for foreldre», slik det står i avsnitt 3.3, er ein plan vi får tilsend. Skriv at han skal lagast saman med oss.

Nokre av oss les dårleg norsk. Eit samtykke på fire sider med paragrafar er ikkje eit samtykke.

Vi ber òg om at strategien tek opp det som skjer etter skuletid. Dei fleste konfliktane startar i ei gruppe på telefonen om kvelden og kjem inn i klasserommet om morgonen. Skulen seier at det er heimen sitt ansvar, og heimen ser det ikkje. Ein kjend framgangsmåte, slik avsnitt 3.5 foreslår, vil hjelpe. Han må òg seie kva foreldre skal gjere, og kven vi kan ringje.`,
      },
      { question: 'ansvar', choice: 'delt' },
    ],
  },
]
