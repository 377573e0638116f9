import type { InputContent } from '../content.ts'

export const fjordheimCounty: InputContent = {
  key: 'r1-fjordheim-fylkeskommune',
  round: 'runde-1',
  sender: { organisation: 'fjordheim-fylkeskommune' },
  lang: 'nn',
  title: 'Fråsegn frå Fjordheim fylkeskommune',
  status: 'submitted',
  day: -55,
  time: '16:10',
  mandate: { level: 'committee', note: 'Hovudutval for opplæring og kompetanse, sak 44/26' },
  publication: 'published',
  publishedDay: -52,
  answers: [
    {
      question: 'viktigst',
      text: `Fjordheim fylkeskommune har ansvar for 14 vidaregåande skular med 6 800 elevar, for fagskule og for opplæring i bedrift. Hovudutvalet meiner at det viktigaste strategien må løyse, er samanhengen mellom grunnskule og vidaregåande opplæring. I dag byrjar alt på nytt i august: ny identitet, ny eining, ny plattform og nye reglar. Det som eleven har laga gjennom ti år, blir att i eit system ho ikkje lenger kjem inn i.

Utkastet er i hovudsak skrive for barnehage og grunnskule. Ordet lærling finst ikkje i det. Halvparten av elevane våre går på yrkesfag, og mange av dei møter den mest avanserte teknologien i verkstaden, på båten eller i helsetenesta. Der lærer dei å styre ein robot, lese ein sensor og dokumentere arbeidet sitt. Vi ber om at yrkesfaga og opplæringa i bedrift blir omtala i kapittel 1 og 2.

Digital dømmekraft må òg følgje eleven vidare. Sekstenåringar tek val om utdanning, økonomi, kropp og politikk med telefonen i handa. Lærarane våre fortel om elevar som er flinke til å bruke verktøy og dårlege til å tvile på dei. Det er ikkje grunnskulen sin feil. Det er ei oppgåve som ikkje sluttar etter tiande trinn.`,
    },
    { question: 'ambisjoner', choice: '4' },
    {
      question: 'hva-ma-til',
      text: `Om identitet. Vi støttar felles innlogging og vil ha henne før 2030. Identiteten må følgje eleven frå grunnskule til vidaregåande, og vidare til fagskule. I dag lagar vi 2 300 nye brukarar kvar august. Om lag tre hundre av dei har feil namn, feil skule eller to kontoar, og dei elevane mistar ei veke undervisning. Det er den dyraste veka i skuleåret, for det er den første.

Om prøver og eksamen. Fylkeskommunen ønskjer éi felles løysing for prøver og eksamen, med same innlogging som elevane bruker elles. Vi har i dag fire ulike system: eitt for nasjonal eksamen, eitt for lokalt gitt eksamen, eitt for fagprøver og eitt som lærarane bruker til heildagsprøver. Elevane øver i eitt og blir prøvde i eit anna. Ved eksamen i vår brukte 60 elevar meir enn tjue minutt på å kome inn. Dei fekk forlenga tid, men ikkje forlenga konsentrasjon.

Avsnitt 4.6 seier at det skal finnast ei reserveløysing som skulen har prøvd på førehand. Det må stå kva ho er. Vi meiner at ho må verke utan nett, og at ho må vere den same over heile landet. I fjor var reserveløysinga vår minnepennar. Vi fann 41 av 60.

Om ansvar ved svikt. Når det nasjonale systemet fell ned, er det skulen eleven og foreldra ringjer til. Vi ber om at det står i strategien at den som eig løysinga, også informerer brukarane, og at skulane får melding før avisa.

Om læremiddel. Vi støttar kapittel 5 delvis. Vi er samde i at marknaden verkar dårleg, og vi støttar krav om uttrekk av data. Men vi er usamde i at felles avtalar utan vidare er løysinga i vidaregåande. Vi har 190 ulike programfag. Mange av dei har så få elevar at det berre finst eitt læremiddel, om det finst noko. For desse faga trengst det stønad til utvikling, ikkje betre innkjøp. Fylkeskommunane eig saman eit samarbeid om digitale læringsressursar som alt fyller mykje av dette behovet. Det bør nemnast og styrkjast, og det bør ikkje måtte konkurrere med seg sjølv i ein felles avtale.

Om lærarar. Lærarar i vidaregåande er fagfolk med ulik bakgrunn. Ein kokk som er blitt lærar, treng andre kurs enn ein lektor i matematikk. Avsnitt 2.2 bør opne for kurs som er knytte til program, og for hospitering i bedrifter der teknologien er i bruk. Tid er det avgjerande. Vi har sett av 25 timar i året i årsplanen og ser at det hjelper.

Dette treng vi for å gjennomføre strategien:

- identitet som følgjer eleven, utan ny registrering i august
- éi løysing for prøver og eksamen, open for øving heile året
- klare reglar for kva opplysningar vi kan få frå grunnskulen, og når
- felles vurdering av personvern for tenester som er i bruk i alle fylke
- pengar til læremiddel i små fag

Om delt ansvar. Vi har svara at staten og kommunane bør ha delt ansvar for infrastrukturen. Det er ikkje eit kompromiss, men ei erfaring. Der fylkeskommunane har gått saman, har vi fått gode løysingar som brukarane kjenner. Der staten har bygd åleine, har det blitt sikkert, men tungt. Begge delar trengst.

Om innkjøp. Fylkeskommunane har gjennom mange år kjøpt inn saman. Det vi har lært, er at den dyraste delen kjem etter at avtalen er underskriven. Nokon må følgje opp at leverandøren held det han lova, melde feil, krevje retting og seie frå til dei andre. Ein felles avtale utan ei felles oppfølging blir fjorten små avtalar. Vi rår til at avsnitt 5.2 får ei setning om forvalting.

Om utstyr og hjelpemiddel. Elevar med rett til særskild tilrettelegging kjem til oss med utstyr frå grunnskulen, og må ofte levere det tilbake før dei får nytt. I den tida, gjerne frå juni til oktober, står dei utan. Avsnitt 1.4 bør seie at utstyret følgjer eleven til det nye er på plass.`,
    },
    { question: 'ansvar', choice: 'delt' },
    {
      question: 'andre-merknader',
      text: `Om rolla som støttespelar. Avsnitt 6.4 seier at fylkeskommunane kan støtte små kommunar. Hovudutvalet er positivt, men vil gjere merksam på at vi ikkje har noka oppgåve i lova for barnehage og grunnskule, og at ingen av dei tilsette våre er lønte for det. Dersom staten meiner dette, må det stå «skal», og det må stå kven som betaler. Fire årsverk ville ha dekt Fjordheim.

Om kunstig intelligens. Elevane våre bruker det, og lærarane våre bruker det. Vi har vedteke tre reglar som vi deler gjerne: Sei ifrå når du har brukt det. Ver i stand til å forklare det du har levert. Legg aldri inn noko om andre. Reglane er lette å hugse og vanskelege å prøve. Derfor er det vurderinga som må endrast. Vi er samde i avsnitt 7.4 om at program som skal avsløre juks, ikkje kan brukast som prov. To av klagesakene våre i fjor kom frå slike program, og begge elevane fekk medhald.

Om språk. Fjordheim er eit nynorskfylke. I vidaregåande er utvalet av nynorske læremiddel mindre enn i grunnskulen, og i yrkesfag er det nær null. Elevane byter då målform, ikkje fordi dei vil, men fordi faget deira ikkje finst på språket deira. Avsnitt 5.4 gjeld òg dei.

Om elevane. Vi bad elevorganisasjonane i fylket lese utkastet. Dei ber om å få uttale seg før eit system blir valt, ikkje etter. Hovudutvalet sluttar seg til det. Ei slik plikt kostar lite og lærer elevane noko om demokrati.

Om forsking. Vi vil gjerne vere med på utprøvingar etter avsnitt 7.2, særleg i yrkesfag. Der finst det nesten ikkje forsking på kva digital opplæring gjer med handverket. Vår eiga erfaring er at simulatoren er god til å førebu eleven på maskina, men at han ikkje kan erstatte kulde, lyd og ansvar.

Om vaksne. Fylkeskommunen har òg ansvar for vaksne som tek vidaregåande opplæring, og talet på dei aukar raskt. Mange har lita erfaring med digitale verktøy, og nokre har kome til landet utan skulegang. Dei møter dei same systema som sekstenåringane, men utan ein klasse å spørje. Når ei løysing blir prøvd, bør vaksne elevar vere med, og rettleiinga bør finnast på fleire språk. Det som er enkelt for dei, er enkelt for alle.

Om årleg rapportering. Vi har gode register for vidaregåande opplæring og ser ikkje at 24 nye indikatorar vil gi ny kunnskap. Hentar ein tala der dei alt finst, kan avsnittet strykast.`,
    },
  ],
}
