import type { InputContent } from '../content.ts'

export const skoglandAndSorstrand: InputContent[] = [
  {
    key: 'r1-furudal',
    round: 'runde-1',
    sender: { organisation: 'furudal' },
    lang: 'nb',
    title: 'Innspill fra Furudal kommune',
    status: 'submitted',
    day: -60,
    time: '14:44',
    mandate: { level: 'committee', note: 'Hovedutvalg for oppvekst i Furudal, sak 27/26' },
    publication: 'published',
    publishedDay: -57,
    answers: [
      {
        question: 'viktigst',
        text: `Hovedutvalget i Furudal er delt i synet på hvor mye digital skolen skal være, men samlet om hva som er viktigst: at de voksne vet hva de holder på med. Furudal var tidlig ute. Alle elever fikk nettbrett fra første trinn i 2016. Ingen spurte lærerne, og opplæringen varte i to timer. Vi mener ikke at nettbrettene var en feil. Vi mener at rekkefølgen var det.

I dag er utvalget opptatt av at kompetanse må komme før utstyr, og at kompetanse tar lengre tid enn en valgperiode. Strategien har riktig ambisjon i kapittel 2: å kunne velge bort like trygt som å ta i bruk. Den setningen bør stå i forordet.`,
      },
      { question: 'ambisjoner', choice: '4' },
      {
        question: 'hva-ma-til',
        text: `Lærerne i Furudal har fått 26 nettkurs tilbudt de siste tre årene. De har ikke fått en eneste time å ta dem i. Vi ber om at strategien bytter ut ordet «tilgang» med ordet «tid» i avsnitt 2.2.

Utvalget foreslår en ordning der staten og kommunen deler kostnaden ved vikar, slik det er for videreutdanning. Kommunen forplikter seg til å sette av tiden, staten til å dekke halvparten. Da får begge en grunn til å prioritere.

Nyutdannede lærere har ofte god personlig digital erfaring, men liten trening i å lede en klasse der alle har skjerm. De sier det selv. Veiledning det første året bør omfatte dette. Vikarer og ufaglærte må også med, for det er de som møter elevene når den faste læreren er på kurs.

Når det gjelder utstyr, vil vi advare mot å nasjonalisere en diskusjon som hører hjemme i klasserommet. Hvor mange enheter et trinn trenger, er et pedagogisk spørsmål. Vi støtter avsnitt 1.4 slik det står.

For barnehagene ber vi om at kompetansetilbud blir gitt på samme vilkår til kommunale og private. I Furudal er tre av sju barnehager private, og de ansatte bytter arbeidsplass på tvers. Det er de samme barna som møter dem. Da vi i fjor måtte si nei til private på et kurs fordi tilskuddet bare gjaldt egne ansatte, var det flaut.`,
      },
      { question: 'ansvar', choice: 'delt' },
      {
        question: 'andre-merknader',
        text: `Utvalget sendte utkastet til foreldreutvalgene. Tilbakemeldingen var at teksten er lett å lese, men at ingen forelder vet hva en tjenestekatalog er, eller hvorfor den angår dem. En kortversjon for foreldre, på flere språk, ville gitt dere flere svar.

Til kapittel 7: Vi har forbudt ingenting og tillatt ingenting når det gjelder kunstig intelligens. Det er ikke en strategi, men det er ærlig. Vi venter på felles råd, og vi håper ikke at vi må vente til etter at elevene har gått ut.`,
      },
    ],
  },
  {
    key: 'r1-steinsund',
    round: 'runde-1',
    sender: { organisation: 'steinsund' },
    lang: 'nb',
    title: 'Innspill fra Steinsund kommune',
    status: 'submitted',
    day: -68,
    time: '09:12',
    mandate: { level: 'administrative', note: 'Administrativt svar' },
    publication: 'published',
    publishedDay: -65,
    answers: [
      {
        question: 'viktigst',
        text: `Steinsund kommune ble utsatt for et dataangrep for to år siden. I elleve dager hadde vi verken fravær, beskjeder eller tilgang til opplysninger om allergier og medisiner i barnehagene. Det gikk bra, fordi ansatte kjente barna og fordi noen hadde skrevet ut lister uten å spørre om lov.

Derfor mener vi at sikkerhet og beredskap er det viktigste. Uten det faller alt det andre. Avsnitt 3.2 er blant de beste i utkastet, men det er for kort, og det legger ansvaret på den som har minst forutsetninger for å bære det.`,
      },
      { question: 'ambisjoner', choice: '3' },
      {
        question: 'hva-ma-til',
        text: `Vi lærte fire ting av angrepet, og deler dem gjerne:

- Det som ikke er øvd, virker ikke. Vi hadde en plan. Den lå på serveren.
- Det er de små tjenestene som åpner døra. Hos oss var det en gratis app for turbilder.
- Kommunen må kunne ringe noen om natta. Vi ringte leverandøren, og fikk svar på mandag.
- Foreldre tåler mye når de får vite hva som skjer. De tåler lite når de leser det i avisa.

Et felles varslingsmiljø må være bemannet hele døgnet og kjenne oppvekstsektoren. Det må også gi råd om hva som skal slettes. Da vi fikk oversikt, oppdaget vi at vi hadde lagret opplysninger om barn som i dag er foreldre.

Steinsund støtter at eieren har ansvaret. Men plikten til å øve hvert år må følges av øvelser som er laget ferdig. Vi kan sette av en formiddag. Vi kan ikke skrive dreieboka.

Vi vil til slutt peke på leverandørene. Etter angrepet ba vi alle om en beskrivelse av hvordan de selv ville varsle oss. Av 31 leverandører svarte 19. Seks av dem kunne si hvem som ville ringe, og når. Felles avtalevilkår bør kreve et navn og et nummer, og noen bør prøve nummeret.`,
      },
      { question: 'ansvar', choice: 'staten' },
      {
        question: 'andre-merknader',
        text: `Vi har ingen merknader til kapittel 1, 5 og 7.`,
      },
    ],
  },
  {
    key: 'r1-lindoy',
    round: 'runde-1',
    sender: { organisation: 'lindoy' },
    lang: 'nb',
    title: 'Svar fra Lindøy kommune',
    status: 'submitted',
    day: -75,
    time: '12:30',
    mandate: { level: 'administrative', note: 'Administrativt svar' },
    publication: 'published',
    publishedDay: -72,
    answers: [
      {
        question: 'viktigst',
        text: `Lindøy kommune slutter seg til hovedlinjene i utkastet og har ingen merknader til dette spørsmålet.`,
      },
      { question: 'ambisjoner', choice: '5' },
      { question: 'ansvar', choice: 'delt' },
      {
        question: 'andre-merknader',
        text: `Vi ber om at kurs og veiledere også finnes som utskrift. Halvparten av de ansatte i barnehagene våre har ikke datamaskin på jobb.`,
      },
    ],
  },
  {
    key: 'r1-langskjaer',
    round: 'runde-1',
    sender: { organisation: 'langskjaer' },
    lang: 'nb',
    title: 'Innspill fra Langskjær kommune',
    status: 'submitted',
    day: -59,
    time: '15:05',
    mandate: { level: 'council', note: 'Kommunestyret i Langskjær, sak 58/26' },
    publication: 'published',
    publishedDay: -56,
    answers: [
      {
        question: 'viktigst',
        text: `Langskjær kommunestyre mener at strategien må bli tydeligere på hva skolen er til for. Det viktigste er å lære å lese, skrive, regne og være sammen. Digital kompetanse er et middel til dette og ikke et femte mål ved siden av. Vi er derfor glade for åpningen av forordet, og mindre glade for resten, som etter hvert handler mest om systemer.

Leseresultatene våre har gått ned i seks år. Vi vet ikke om det skyldes skjermene. Men vi vet at elevene våre leser færre sammenhengende sider enn før, og at lærerne bruker mer tid på å få ro. Når vi ikke vet, bør vi være forsiktige, og det er barnehagen og småskolen vi bør være mest forsiktige med.`,
      },
      { question: 'ambisjoner', choice: '2' },
      {
        question: 'hva-ma-til',
        text: `Vi trenger penger til bøker. Det er det korte svaret. Et klassesett i norsk for fire trinn koster oss det samme som to års lisenser for hele skolen, men bøkene varer i ti år. Regnestykket går opp over tid, men budsjettet er ettårig, og tilskuddet premierer det som kan betales i år. Avsnitt 5.1 bør ende i en plikt for staten til å rette på dette, ikke i en vurdering.

Vi trenger også at strategien slutter å omtale skjermbruk som «balanse» når det er mengden som er problemet. Sett grenser for de yngste. Kommunestyret ønsker nasjonale grenser for 1. til 4. trinn, med unntak for elever som trenger hjelpemidler. Vi ser at dette griper inn i lærernes valg. Vi mener at hensynet til de minste veier tyngre.

Felles infrastruktur er greit nok, så lenge den kan slås av.

Når det gjelder de ansatte, mener vi at lærerne våre er godt utdannet, og at de trenger mer tillit enn kurs. Kommunestyret vil ikke pålegge dem nye moduler. Vi vil heller betale for at de får lese faglitteratur i arbeidstiden. Det er billig, det virker, og det krever ikke innlogging.`,
      },
      { question: 'ansvar', choice: 'hver-eier' },
      {
        question: 'andre-merknader',
        text: `Kommunestyret ber om at kunstig intelligens holdes helt ute av barneskolen inntil forskningen i avsnitt 7.1 har gitt svar.`,
      },
    ],
  },
]
