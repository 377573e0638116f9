import type { InputContent } from '../content.ts'

export const ownersAndAssociations: InputContent[] = [
  {
    key: 'r1-frittstaende-barnehager',
    round: 'runde-1',
    sender: { organisation: 'frittstaende-barnehager' },
    lang: 'nb',
    title: 'Innspill fra Sammenslutningen av frittstående barnehager',
    status: 'submitted',
    day: -59,
    time: '12:48',
    mandate: { level: 'delegated', note: 'Behandlet i styret' },
    publication: 'published',
    publishedDay: -56,
    answers: [
      {
        question: 'viktigst',
        text: `Sammenslutningen organiserer 640 private barnehager. De fleste har én eier og ett hus. Til sammen går 31 000 barn i barnehagene våre. De har samme rett til personvern, trygghet og gode digitale opplevelser som barna i den kommunale barnehagen på den andre siden av veien.

Det viktigste for oss er kapittel 3, trygghet og personvern, og at private eiere får samme tilgang til fellesløsningene som kommunene har. Pliktene har vi allerede. En eier med 38 barn skal gjøre de samme vurderingene som en storby. Styreren gjør dem på kvelden, etter lønnskjøringen.

Vi støtter strategiens ambisjoner. Men vi leser den som en avtale mellom to parter der vi er den tredje, og der vi blir nevnt når noen skal utrede noe.`,
      },
      { question: 'ambisjoner', choice: '4' },
      {
        question: 'hva-ma-til',
        text: `Avsnitt 6.3 slår fast at private barnehager har de samme pliktene, og at tilgangen skal utredes. Plikter nå og rettigheter senere er ikke likeverdig behandling. Vi ber om at private eiere får samme tilgang til felles løsninger, på samme vilkår og til samme tid som kommunale.

Konkret gjelder det:

- felles innlogging for ansatte og foreldre
- tjenestekatalogen med ferdige vurderinger
- felles avtaler om innkjøp
- varsling og hjelp ved dataangrep
- kurs for ansatte, med dekning av vikar på linje med kommunale

Vi ønsker ikke at kommunen skal være mellomledd. Kommunen fører tilsyn med oss og beregner tilskuddet vårt. Det er ryddigst for begge at den ikke også er systemleverandør. I tillegg har flere av medlemmene våre barnehager i mer enn én kommune, og ville da fått flere systemer i stedet for færre.

Et eget problem er overgangen til skolen. Vi sender opplysninger på papir, fordi vi ikke får tilgang til den kanalen kommunens egne barnehager bruker. Papiret blir tastet inn på nytt, noen ganger feil. I en kommune ble barna fra oss plassert i klasser før papirene var åpnet.

Avsnitt 3.6 om reklame og sporing er svært bra. Mange gratis apper retter seg mot barnehager. Små eiere velger dem fordi alternativet koster mer enn hele budsjettet for utstyr. Felles avtalevilkår hjelper bare den som har en avtale. Vi ber om et enkelt merke som en styrer kan se etter.`,
      },
      { question: 'ansvar', choice: 'staten' },
      {
        question: 'andre-merknader',
        text: `Rådet i avsnitt 6.2 skal ha medlemmer fra private eiere. Vi ber om at minst ett av dem kommer fra en eier med én eller to barnehager. De store kjedene har egne jurister og er flinke til å snakke for seg, men de har ikke de problemene strategien skal løse.

Private barnehager har også noe å lære bort. Flere av våre er naturbarnehager som nesten ikke bruker skjerm. De ansatte der er ofte de mest bevisste på når kameraet skal fram, og når det skal bli i sekken.`,
      },
    ],
  },
  {
    key: 'r1-laeremiddelforeningen',
    round: 'runde-1',
    sender: { organisation: 'laeremiddelforeningen' },
    lang: 'nb',
    title: 'Innspill fra Bransjeforeningen Digitale Læremidler',
    status: 'submitted',
    day: -52,
    time: '09:00',
    publication: 'published',
    publishedDay: -50,
    answers: [
      {
        question: 'viktigst',
        text: `Bransjeforeningen har 44 medlemmer, fra forlag med hundreårig historie til selskaper med tre ansatte. Medlemmene konkurrerer med hverandre, men er enige om dette: Det viktigste strategien kan gjøre, er å skape et marked der kvalitet lønner seg.

Slik er det ikke i dag. Kommuner kjøper ofte den pakken som har flest fag for lavest pris per elev. Et læremiddel som er grundig utprøvd, på begge målformer og tilgjengelig for alle, koster mer å lage. I anbudet får det de samme poengene for «oppfyller krav» som et læremiddel som er maskinoversatt natten før fristen.

Vi er uenige i inntrykket av at digitale læremidler og bøker er motsetninger. De fleste av medlemmene våre lager begge deler. Når en bok forsvinner fra trykk, skyldes det at opplaget er falt under det som bærer kostnaden. Det er et resultat av innkjøpsordningene, ikke av at forlagene har noe imot papir.`,
      },
      { question: 'ambisjoner', choice: '3' },
      {
        question: 'hva-ma-til',
        text: `Om felles avtaler (avsnitt 5.2). Vi forstår behovet, men advarer mot store rammeavtaler med få leverandører. Erfaringen fra andre områder er at den som taper anbudet, er borte fra markedet i fire år, og at den som vinner, slutter å utvikle. Avtalene må deles opp etter fag og trinn, og det må være mulig å komme inn underveis. Skolene må ha penger de kan bruke utenfor avtalen.

Om målform (avsnitt 5.4). Medlemmene våre leverer læremidler på nynorsk til samme tid og pris. Det koster om lag en tredel ekstra å lage to likeverdige utgaver av et digitalt læremiddel, og stadig flere elever i få og små kommuner skal bære det. Kravet er riktig. Men dersom det skal gjelde alle menyer, hjelpetekster og stavekontroller, også i tjenester som er utviklet i andre land, må det følge en stønadsordning med. Ellers vil noen slutte å selge til nynorskkommuner, og det er ingen tjent med.

Om uttrekk av data (avsnitt 5.3). Vi støtter at skolen eier sine data og skal kunne ta dem med seg. Det forutsetter at noen bestemmer hvilke data det gjelder og i hvilket format. En plan, en tekst og en vurdering er greit. Hvordan en øvelse er bygd opp, er vår forretningshemmelighet. Skillet må stå i standarden, ikke i hver enkelt kontrakt.

Om innlogging og katalog (kapittel 4). Våre minste medlemmer bruker i dag mer tid på å koble seg til ulike innlogginger enn på å lage innhold. Én felles innlogging med ett sett dokumentasjon vil gi bedre læremidler. Katalogen er vi også positive til, hvis den oppfyller tre vilkår:

- Kravene er kjent to år før de gjelder.
- Opptaket skjer innen seks uker, og et avslag er begrunnet.
- En vurdering som er gjort i katalogen, blir godtatt av alle eiere.

Det siste er avgjørende. I dag svarer et medlem i snitt på 140 spørreskjemaer om personvern i året. Spørsmålene er nesten like, men ikke helt. Hvert svar tar en dag.

Om kvalitet (avsnitt 5.6). Åpne kriterier er bra. At lærere vurderer for hverandre, er også bra, men da må det skje etter en metode. En stjerne fra en lærer som hadde dårlig nett den dagen, sier lite om læremidlet.

Om papir og skjerm (avsnitt 1.3 og 5.1). Hvis staten ønsker flere trykte bøker på småskoletrinnet, er det enkelt å få til: øremerk tilskudd over minst fire år. Da tør forlagene å trykke. Ettårige tilskudd fører til at alle bestiller i november det som burde vært planlagt i mars.`,
      },
      { question: 'ansvar', choice: 'staten' },
      {
        question: 'andre-merknader',
        text: `Kunstig intelligens. Flere medlemmer tilbyr hjelpere som gir eleven tips underveis. De er trent på innhold vi har rettigheter til, og svarer innenfor læremidlets rammer. De bør ikke behandles på samme måte som åpne samtaleroboter. Strategien bør skille mellom de to. Samtidig ser vi at våre bøker er brukt til å trene de åpne modellene uten at noen har spurt. Det hører også hjemme i kapittel 7.

Samisk. Foreningen mener at samiske læremidler må finansieres fullt ut av det offentlige. Det finnes ikke et marked, og det blir feil å late som.

Foreningen stiller gjerne med fagfolk i arbeidet med standarder. Vi ber om at møtene er åpne, og at referatene blir publisert.`,
      },
    ],
  },
  {
    key: 'r1-lesande-barn',
    round: 'runde-1',
    sender: { organisation: 'lesande-barn' },
    lang: 'nn',
    title: 'Innspel frå Foreininga Lesande Barn',
    status: 'submitted',
    day: -70,
    time: '11:11',
    publication: 'published',
    publishedDay: -68,
    answers: [
      {
        question: 'viktigst',
        text: `Foreininga arbeider for at barn skal lese meir og med større glede. For oss er det viktigaste at strategien vernar om den lange lesinga: å bli sitjande med ein tekst i tjue minutt utan at noko piper.

Vi er ikkje imot digitale bøker. For barn med dysleksi, nedsett syn eller lang veg til biblioteket er dei ei gåve. Men ein digital lærebok som er delt i ruter, med ein quiz for kvar rute, lærer barn å leite etter svar, ikkje å lese. Det bør stå noko i kapittel 5 om at læremiddel skal ha samanhengande tekst.`,
      },
      { question: 'ambisjoner', choice: '4' },
      {
        question: 'hva-ma-til',
        text: `Skulebiblioteket må inn i strategien. Det er staden der papir og skjerm møtest utan å krangle. Skular med bibliotekar i minst halv stilling låner ut tre gonger så mange bøker per elev som skular utan, etter det medlemmene våre rapporterer.

Barnehagen må ha bøker på mange språk. Digitale bildebøker med opplesing kan hjelpe når personalet ikkje kan språket, men den vaksne må sitje ved sida av. Ein skjerm kan lese høgt. Han kan ikkje merke at barnet vil bla attende.

Råd om fordelinga mellom papir og skjerm, slik avsnitt 1.3 lovar, må vere skrivne på vanleg norsk og til lærarar, ikkje til forskarar.

Vi vil åtvare mot å måle lesing i minutt og klikk. Fleire digitale bøker gir læraren ei oversikt over kor lenge barnet har vore på kvar side. Barn oppdagar det fort og lærer å bla i rett tempo. Avsnitt 7.6 bør slå fast at fri lesing ikkje skal loggast. Det må finnast ein stad der eit barn kan lese ei bok to gonger, eller leggje henne frå seg, utan at nokon får vite det.`,
      },
      { question: 'ansvar', choice: 'ikke-berort' },
    ],
  },
  {
    key: 'r1-tilsynet',
    round: 'runde-1',
    sender: { organisation: 'tilsynet-trygg-teneste' },
    lang: 'nn',
    title: 'Fråsegn frå Tilsynet for trygge nettenester',
    status: 'submitted',
    day: -56,
    time: '14:30',
    mandate: { level: 'administrative', note: 'Godkjend elektronisk av avdelingsdirektør' },
    publication: 'published',
    publishedDay: -53,
    answers: [
      {
        question: 'viktigst',
        text: `Tilsynet fører kontroll med at nettenester som rettar seg mot barn, følgjer krava til personvern og tryggleik. Det viktigaste strategien må løyse, er etter vårt syn at ansvaret ligg der det kan utøvast. Ein barnehageeigar med tre tilsette kan ikkje i røynda kontrollere ein leverandør med kontor på tre kontinent. Likevel er det eigaren som har plikta.

Vi gjennomførte i fjor kontroll hos 40 eigarar av ulik storleik. Alle hadde ei liste over tenestene sine. Ingen av listene var fullstendige. I snitt fann vi elleve tenester i bruk som eigaren ikkje kjende til, dei fleste gratis og tekne i bruk av einskilde tilsette i beste meining.`,
      },
      { question: 'ambisjoner', choice: '5' },
      {
        question: 'hva-ma-til',
        text: `Tilsynet støttar felles vurderingar i avsnitt 3.1, men vil presisere kva som er mogleg etter regelverket. Staten kan gjere ei grundig vurdering av ei teneste og gjere ho open. Eigaren kan byggje på ho. Men eigaren må framleis ta stilling til korleis tenesta blir brukt hos seg. Ei god fellesvurdering gjer dette til eit arbeid på ein time i staden for to veker. Ho gjer det ikkje til null.

Vurderingane må haldast ved like. Vi rår til at leverandørar som vil stå i tenestekatalogen, pliktar å melde frå om endringar, og at ei vurdering fell bort av seg sjølv når ho er eldre enn to år.

Avsnitt 3.6 om reklame og sporing er i samsvar med regelverket slik vi forstår det. Vi rår til å gjere kravet gjeldande for alle tenester barn må bruke, også dei som er gratis og utan avtale.

Om kunstig intelligens: Mange tenester får no slike funksjonar gjennom oppdateringar. Eigaren har ikkje valt det, og vurderinga dekkjer det ikkje. Slike funksjonar bør vere avslegne til eigaren slår dei på.`,
      },
      { question: 'ansvar', choice: 'staten' },
      {
        question: 'andre-merknader',
        text: `Tilsynet gjer merksam på at avsnitt 7.6 om data om læring bør vise til retten barn har til å få vite og til å protestere. Ordlyden «skal kunne se dem» i bokmålsutgåva er snevrare enn det regelverket gir. Vi stiller gjerne til eit møte.`,
      },
    ],
  },
]
