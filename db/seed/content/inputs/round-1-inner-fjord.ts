import type { InputContent } from '../content.ts'

export const innerFjordMunicipalities: InputContent[] = [
  {
    key: 'r1-eidsbotn',
    round: 'runde-1',
    sender: { organisation: 'eidsbotn' },
    lang: 'nn',
    title: 'Innspel frå Eidsbotn kommune',
    status: 'submitted',
    day: -61,
    time: '15:33',
    mandate: { level: 'administrative', note: 'Administrativt svar frå kommunedirektøren' },
    publication: 'published',
    publishedDay: -59,
    answers: [
      {
        question: 'viktigst',
        text: `For Eidsbotn er personvernet det viktigaste, og det tyngste. Vi er ein kommune med 3 400 innbyggjarar, og vi skal gjere dei same vurderingane som ein by med hundre gonger så mange. Kvar gong ein leverandør endrar vilkåra, byrjar vi på nytt. I fjor brukte vi meir tid på å vurdere tre appar for barnehagen enn på å rettleie dei som skulle bruke dei.

Utkastet vil lage malar. Vi har malar. Vi har fått malar frå tre ulike hald, og dei er ikkje like. Det vi ikkje har, er svar. Når fem hundre eigarar vurderer den same tenesta, og kjem til fem hundre ulike svar, er det ikkje personvern. Det er papir.

Konsekvensen er at personvernet blir svakare der det trengst mest. Når alt skal vurderast like grundig, blir ingenting vurdert grundig. Vi skulle gjerne ha brukt tida på dei to tenestene som faktisk inneheld sårbare opplysningar om barn, og latt dei andre gå på ein enkel, felles kontroll.`,
      },
      { question: 'ambisjoner', choice: '4' },
      {
        question: 'hva-ma-til',
        text: `Avsnitt 3.1 må seie at staten gjer vurderinga éin gong for dei tenestene alle bruker, og at eigaren berre legg til det som er særskilt lokalt. Vi ber ikkje om å sleppe ansvaret. Vi ber om å sleppe å gjere det same arbeidet som naboen gjorde i går.

Vurderingane må haldast ved like. Ei vurdering frå 2024 hjelper ingen når tenesta er ei anna i 2026. Nokon må få melding når leverandøren legg til kunstig intelligens i eit program vi kjøpte som ei teiknebok. Den meldinga fekk vi av ein forelder.

Om beredskap, avsnitt 3.2: Vi øvde i haust på ein dag utan system. Det tok førti minutt før vi innsåg at telefonlista låg i systemet. Felles øvingar med nabokommunane er eit godt framlegg, og vi er gjerne vertskap for den første.`,
      },
      { question: 'ansvar', choice: 'staten' },
    ],
  },
  {
    key: 'r1-kaldvik',
    round: 'runde-1',
    sender: { organisation: 'kaldvik' },
    by: 'aslaug-kvam',
    lang: 'nn',
    title: 'Innspel frå Kaldvik kommune',
    status: 'submitted',
    day: -55,
    time: '12:05',
    mandate: { level: 'committee', note: 'Utval for oppvekst i Kaldvik, sak 19/26' },
    handling: {
      adopted: { level: 'committee', body: 'Utval for oppvekst i Kaldvik', day: -56, caseNumber: '19/26' },
      steps: [
        { body: 'Ungdomsrådet', day: -59, caseNumber: '7/26', decision: 'Rår til at svaret blir sendt.' },
      ],
    },
    enclosed: {
      name: 'Saksprotokoll 19-26.pdf',
      title: 'Saksprotokoll: Svar på utkast til strategi',
      paragraphs: [
        'Utval for oppvekst i Kaldvik handsama saka i møtet sitt. Ni medlemer møtte.',
        'Framlegg frå mindretalet: Kommunen ber om bindande nasjonale timetal for skjermbruk på småskuletrinnet. Framlegget fall med to mot sju røyster.',
        'Vedtak: Utvalet sluttar seg til svaret frå administrasjonen med dei endringane som kom fram i møtet, og ber om at råda om skjerm òg omfattar barnehagen.',
        'Utvalet ber administrasjonen rekne ut kva det kostar å kjøpe att læreverk på papir for første til fjerde trinn.',
      ],
    },
    publication: 'published',
    publishedDay: -53,
    before: {
      day: -64,
      time: '14:40',
      answers: [
        {
          question: 'viktigst',
          text: `Administrasjonen meiner det viktigaste er balansen mellom bok og skjerm. Frå i haust deler elevane på 1. til 4. trinn på klassesett.

Dette er ikkje eit nei til det digitale. På ungdomstrinnet har alle framleis si eiga eining.`,
        },
        { question: 'ambisjoner', choice: '4' },
        {
          question: 'hva-ma-til',
          text: 'Avsnitt 1.3 er godt, men forsiktig. Utval for oppvekst handsamar svaret, og det politiske vedtaket blir sendt etter.',
        },
        { question: 'ansvar', choice: 'delt' },
      ],
    },
    answers: [
      {
        question: 'viktigst',
        text: `Utval for oppvekst meiner det viktigaste er balansen. Vi har hatt éin skjerm per elev frå første trinn i seks år. No har vi snudd. Frå i haust deler elevane på 1. til 4. trinn på klassesett, og pengane vi sparte, gjekk til bøker og til ein halv bibliotekarstilling.

Dette er ikkje eit nei til det digitale. På ungdomstrinnet har alle framleis si eiga eining, og der arbeider dei godt med ho. Men dei minste lærte ikkje å lese betre av å sitje med kvar sin skjerm, og lærarane brukte morgonen på å lade, oppdatere og finne att passord. Vi ber om at staten seier tydeleg at det er lov å ta bort skjermen, og at det ikkje gir dårlegare resultat på ein indikator.

Utvalet var delt på eitt punkt. Eit mindretal på to ville ha bindande nasjonale timetal for skjermbruk. Fleirtalet på sju meiner at råd er nok, og at læraren må få velje.`,
      },
      { question: 'ambisjoner', choice: '4' },
      {
        question: 'hva-ma-til',
        text: `Avsnitt 1.3 er godt, men forsiktig. Skriv at elevane på småskuletrinnet skal lære å lese og skrive på papir først, med skjerm til dei som treng det. Elevar med lese- og skrivevanskar må alltid få hjelpemidla sine, og dei skal ikkje måtte søkje om unntak frå ein plan for skjermbruk.

Marknaden må følgje med. Då vi ville kjøpe bøker att, fanst to av læreverka våre ikkje lenger på trykk på nynorsk. Vi kjøpte brukte bøker av ein kommune i Skogland. Det er ein rar måte å drive skule på i eit rikt land.

Utvalet vil òg peike på barnehagen. Tilrådingane i avsnitt 3.3 byrjar på første trinn. Foreldra spør oss om dei minste. Vi ber om at råda omfattar barnehagen, og at dei handlar om kva skjermen blir brukt til og av kven, ikkje berre om minutt.`,
      },
      { question: 'ansvar', choice: 'delt' },
      {
        question: 'andre-merknader',
        text: `Utvalet sluttar seg til innspelet frå Nettverk for oppvekst i Indre Fjord, men ikkje til det nettverket skriv om talet på einingar i barnehagen. Der er Kaldvik ein av dei to som har eit anna syn: Vi vil ikkje ha eit fast tal per avdeling. Null er eit like godt svar som to.`,
      },
    ],
  },
  {
    key: 'r1-straumsund',
    round: 'runde-1',
    sender: { organisation: 'straumsund' },
    lang: 'nn',
    title: 'Innspel frå Straumsund kommune',
    status: 'submitted',
    day: -66,
    time: '10:21',
    mandate: { level: 'council', note: 'Kommunestyret i Straumsund, sak 52/26' },
    publication: 'published',
    publishedDay: -64,
    answers: [
      {
        question: 'viktigst',
        text: `Straumsund kommune er kritisk til hovudgrepet i utkastet. Vi meiner at strategien legg for stor vekt på nasjonale løysingar og for lita vekt på at kommunar er ulike. Det viktigaste er å gi kommunane handlefridom, og pengar til å bruke han.

Vi har 14 000 innbyggjarar og ei godt driven IKT-avdeling saman med nabokommunen. Gjennom ti år har vi bygd opp innlogging, katalog og avtalar som verkar. Kvar gong det kjem ei nasjonal løysing, må vi gjere om på noko som fungerer, for å få noko som fungerer litt dårlegare. Det er ikkje vrangvilje. Det er erfaring frå tre innføringar på rad.

Kommunestyret er samd i at små kommunar treng hjelp. Men hjelp til dei som ikkje har, bør ikkje bli plikt for dei som har. La fellesløysingane vere så gode at vi vil ha dei.`,
      },
      { question: 'ambisjoner', choice: '2' },
      {
        question: 'hva-ma-til',
        text: `Det må til tre ting. Fellesløysingar må vere frivillige. Standardar må vere bindande. Og pengane må kome samstundes med oppgåva.

Vi skil mellom løysing og standard med vilje. Ein standard seier korleis data skal sjå ut når dei går frå éin stad til ein annan. Då kan vi halde på systema våre og likevel dele. Ei løysing seier kva knapp vi skal trykkje på. Kapittel 4 blandar dei to. Vi rår til at avsnitt 4.3 om standardar blir flytta fremst i kapittelet, og at avsnitt 4.2 blir eit tilbod.

Avsnitt 6.5 seier at strategien ikkje gir nye løyvingar. Det er ærleg, men då må tiltaka vere færre. Vi har rekna på kva utkastet vil koste Straumsund dei tre første åra: om lag to årsverk og 1,4 millionar kroner i lisensar og konsulentar. Vi har lagt ved utrekninga i saka til kommunestyret.

Vi har òg eit ønske om rekkjefølgje. Identitet først, så standardar, så katalog. Då vi innførte vår eigen katalog, viste det seg at halvparten av arbeidet var å rydde i kven som er kven. Utan ein felles identitet blir ein nasjonal katalog eit register over tenester som ingen veit kven bruker.`,
      },
      { question: 'ansvar', choice: 'kommunene-sammen' },
      {
        question: 'andre-merknader',
        text: `Rådet i avsnitt 6.2 er eit godt framlegg. Det bør få mynde til å stanse ei innføring som ikkje er klar. Eit råd som berre gir råd, har vi frå før.`,
      },
    ],
  },
  {
    key: 'r1-indre-skard',
    round: 'runde-1',
    sender: { organisation: 'indre-skard' },
    lang: 'nn',
    title: 'Innspel frå Indre Skard kommune',
    status: 'submitted',
    day: -51,
    time: '20:48',
    mandate: { level: 'administrative', note: 'Administrativt svar' },
    publication: 'published',
    publishedDay: -49,
    answers: [
      {
        question: 'viktigst',
        text: `Indre Skard sluttar seg til det Fjellvik kommune har skrive. Vi har ikkje kapasitet til å skrive vårt eige, og det seier vel det meste.`,
      },
      { question: 'ambisjoner', choice: '4' },
      {
        question: 'hva-ma-til',
        text: `Ein person å ringje. Det er alt vi ber om.`,
      },
      { question: 'ansvar', choice: 'staten' },
    ],
  },
]
