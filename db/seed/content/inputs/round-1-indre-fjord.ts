import type { InputContent } from '../content.ts'

export const indreFjordNetwork: InputContent = {
  key: 'r1-indre-fjord',
  round: 'runde-1',
  sender: { organisation: 'indre-fjord' },
  by: 'per-aas',
  lang: 'nn',
  title: 'Felles innspel frå Nettverk for oppvekst i Indre Fjord',
  status: 'submitted',
  day: -54,
  time: '08:20',
  mandate: { level: 'administrative', note: 'Samrådd med oppvekstsjefane i dei seks medlemskommunane' },
  onBehalfOf: ['fjellvik', 'lauvdal', 'eidsbotn', 'kaldvik', 'breidnes', 'hamreid'],
  publication: 'published',
  publishedDay: -51,
  answers: [
    {
      question: 'viktigst',
      text: `Nettverket svarer på vegner av seks kommunar med til saman 21 000 innbyggjarar, 19 skular og 31 barnehagar. Fleire av medlemmene sender eige svar i tillegg. Der vi skriv «vi», er alle seks samde. Der vi ikkje er samde, står det kven som meiner kva.

Det viktigaste for nettverket er kompetanse og infrastruktur i småkommunar, kapittel 2 og 4. Dei to heng saman. Fem av seks medlemmer deler på éin rådgivar. Ho reiser 18 000 kilometer i året mellom kommunane, og to veker av tida hennar går kvart år til ferjekø. Det ho får til, er meir verdt enn noko system vi har kjøpt.

Vi har samarbeidd i ni år. Det har gitt oss felles innkjøp av læremiddel, ein felles plan for digital dømmekraft og eit kollegium for folk som elles ville ha vore åleine. Det har ikkje gitt oss fleire folk. Når utkastet i avsnitt 6.4 oppmodar små kommunar til å samarbeide, les vi det som eit råd om å gjere det vi gjer. Vi hadde håpa på eit svar på kva som trengst i tillegg.

Svaret vårt er dette: Nettverk er den rette staden å leggje hjelp. Dei er nær nok til å kjenne kvar skule og store nok til å halde på fagfolk. Bistanden bør gå til nettverk, ikkje berre til einskildkommunar.`,
    },
    { question: 'ambisjoner', choice: '4' },
    {
      question: 'hva-ma-til',
      text: `Om kompetanse. Vi støttar retninga i kapittel 2, og særleg avsnitt 2.4 om læringsfellesskap. Nettverket har prøvd ut ein modell der to og to skular følgjer kvarandre eitt år. Lærarane besøkjer kvarandre, planlegg ei økt saman og ser på elevarbeid etterpå. Evalueringa vår er enkel, men tydeleg: Dei som har vore med, bruker færre verktøy enn før, og dei bruker dei betre.

Det modellen krev, er tid og reise. Vi reknar 40 timar per lærar per år. I to av kommunane våre har vi fått det til ved å leggje saman planleggingsdagar. I fire har det ikkje gått, fordi det ikkje finst vikarar. Gratis kurs frå staten løyser ikkje dette. Ei ordning som dekkjer vikar i små kommunar, ville ha gjort det.

Om rettleiarar. Avsnitt 2.6 legg til grunn at kvar skule har ein digital rettleiar. Ni av skulane våre har færre enn femti elevar. Der er det ikkje råd å ha ein slik person, og det er heller ikkje ønskjeleg. Skriv at fleire skular og barnehagar kan dele, også over kommunegrensene, og at rolla kan liggje i eit nettverk.

Om infrastruktur. Nettverket støttar felles innlogging, felles standardar og ein felles tenestekatalog. Vi har tre føresetnader:

- Staten fyller katalogen med dei tenestene flest bruker, før kommunane får ein frist.
- Kommunar under 5 000 innbyggjarar får hjelp til å flytte data og til å lære opp tilsette på staden.
- Ei ny løysing kjem ikkje før den førre er på plass.

Vi har laga ei oversikt over nasjonale og regionale innføringar som skulane våre har hatt dei siste tre åra. Det er fjorten. Ni av dei hadde oppstart i august eller september. Ingen hadde tal for kva dei ville krevje av tid lokalt. Vi trur ikkje at nokon har villa oss vondt. Vi trur at fjorten ulike prosjekt har laga kvar sin plan, og at det berre er hos oss planane møtest.

Om hjelp ved innføring. Då vi bytte administrativt system i fjor, gjekk det best i dei to kommunane som hadde ein fast person hos leverandøren. Dei andre ringde eit sentralbord. Vi vil at den faste kontaktpersonen skal vere eit krav i avtalen, og at han eller ho har vore i kommunen minst éin gong.

Om einingar i barnehagen. Her er vi ikkje samde. Fire medlemmer (Fjellvik, Lauvdal, Eidsbotn og Breidnes) vil ha ei tilråding om minst to einingar per avdeling, slik at alle barn får møte dei same høva. To medlemmer, Kaldvik og Hamreid, tek dissens. Dei meiner at eit slikt tal blir lese som eit krav, at det bind pengar som heller skulle gått til vaksne og bøker, og at null einingar kan vere eit godt pedagogisk val.

Om nett. Ein av skulane våre har framleis samband over radio. Når det snør, har han ikkje samband. Ordninga for utbygging av breiband føreset at ein utbyggjar melder seg. Det har ingen gjort på tre utlysingar. Avsnitt 4.4 må seie kva som skjer då.

Om personvern. Dei seks kommunane har til saman éin person med juridisk utdanning, og han arbeider mest med byggjesaker. Vi har laga eit felles arkiv med vurderingar som alle kan bruke. Det er nyttig, men juristen vår seier at han ikkje kan stå inne for det når leverandørane endrar vilkåra. Ferdige vurderingar, haldne ved like av nokon som har det som jobb, er det enkelttiltaket som ville ha spart oss for mest tid.

Om leiing. Hos oss er rektor ofte leiar for barnehage, skule og fritidsordning på éin gong. Vi støttar avsnitt 2.3, men ber om at modulen for leiarar blir lagd til nettverka og ikkje til ein by fire timar unna. Vi har hatt best utbyte av å lese den same teksten og drøfte han over ein middag. Det er mogleg å gi studiepoeng for det, har høgskulen sagt.`,
    },
    { question: 'ansvar', choice: 'delt' },
    {
      question: 'andre-merknader',
      text: `Om private eigarar. I Breidnes er alle barnehagane private. Dei er små, dei er drivne av folk i bygda, og dei har ikkje ein jurist. Vi inviterer dei til samlingane i nettverket, men vi får ikkje dele avtalane våre med dei. Vi støttar at private får same tilgang til felles løysingar, på same vilkår og til same tid.

Om samanlikning. Alle seks er imot avsnitt 6.6. Fire av oss har ikkje nokon som kan fylle ut 24 indikatorar, og to av oss har ikkje nokon som ville ha lese dei. Vi foreslår at rådet i avsnitt 6.2 vel ut nokre få spørsmål og hentar svara frå register som finst.

Om målform. Alle kommunane i nettverket har nynorsk. Vi viser til det Fjellvik skriv om stavekontroll og menyar. Vi vil leggje til at det same gjeld kurs for tilsette. To av dei tre nettkursa vi brukte i fjor, fanst berre på bokmål, og det eine hadde ein omsett nynorsk versjon som ingen hadde lese korrektur på.

Om kunstig intelligens. Skulane våre gjer ulike ting. I éin kommune er det opna frå femte trinn, i ein annan er det stengt til vidaregåande. Lærarane snakkar saman på samlingane, og det vi høyrer, er at dei treng råd om vurdering først. Elevane flytter på seg. Dei skal opp til same eksamen og inn på dei same skulane. Då kan det ikkje vere seks ulike svar i ein fjord der ein kan sjå over til dei andre.

Om bilete av småkommunen. Vi les stundom at små kommunar «heng etter». Nettverket kjenner seg ikkje att. I dei små skulane våre snakkar elevane med dei vaksne om det dei ser på skjermen, fordi det er vaksne i nærleiken. Barnehagebarna har vore med på å filme at ferja legg til kai, og elevar på mellomtrinnet har laga kart over skredutsette stader saman med brannvesenet. Vi har mykje å lære bort. Det vi manglar, er timar til administrasjon, ikkje vilje.

Om vegen vidare. Nettverket tek gjerne imot ei utprøving etter avsnitt 7.2. Vi har sju ulike typar skular, to ferjestrekningar og tre leverandørar. Om noko verkar hos oss, verkar det dei fleste stader.

Om elevane. Vi las avsnitt 1.6 saman med elevråda ved fire ungdomsskular. Dei var opptekne av to ting. Det eine var at reglane for mobil er ulike frå skule til skule, så dei som pendlar til valfag, bryt ein regel kvar torsdag. Det andre var at ingen vaksne tek farvel med ein app. «De berre legg til», sa ein niandeklassing. Vi har ikkje noko godt svar.`,
    },
  ],
}
