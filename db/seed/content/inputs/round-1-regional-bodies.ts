import type { InputContent } from '../content.ts'

export const regionalBodies: InputContent[] = [
  {
    key: 'r1-nordhav-fylkeskommune',
    round: 'runde-1',
    sender: { organisation: 'nordhav-fylkeskommune' },
    lang: 'nb',
    title: 'Innspill fra Nordhav fylkeskommune',
    status: 'submitted',
    day: -62,
    time: '13:18',
    mandate: { level: 'administrative', note: 'Administrativt svar fra fylkesdirektør for utdanning' },
    publication: 'published',
    publishedDay: -60,
    answers: [
      {
        question: 'viktigst',
        text: `Nordhav fylkeskommune mener at det viktigste er å gi elever i spredtbygde strøk det samme tilbudet som andre. Hos oss er digital undervisning ikke et alternativ til klasserommet. For mange elever er den forutsetningen for at det finnes et klasserom. Elleve av programfagene våre blir gitt som fjernundervisning, og 430 elever ville ellers ha måttet flytte på hybel et år tidligere.

Det gir et annet blikk på utkastet. Vi deler bekymringen for skjermtid, men vi ber om at anbefalinger om skjermbruk ikke rammer elever som har læreren sin på den andre siden av fjorden.`,
      },
      { question: 'ambisjoner', choice: '4' },
      {
        question: 'hva-ma-til',
        text: `Vi trenger nett som tåler lyd og bilde begge veier, i skoler, internater og på hybler. Kravet i avsnitt 4.4 bør derfor ta med steder der elever bor når skolen er langt hjemmefra.

Vi trenger at lærere som underviser på nett, får opplæring i nettopp det. Å undervise tjue elever på tre steder er et eget fag. Vi har utviklet et kurs over to semestre sammen med et universitet, og det er fullt hvert år. Avsnitt 2.1 bør ta fjernundervisning inn i grunnutdanningen.

Vi støtter felles innlogging og mener den må gjelde også voksne deltakere, som ofte tar fag hos oss og norskopplæring i kommunen. De har i dag to identiteter og to passord på et språk de holder på å lære.

Når det gjelder tjenestekatalogen, deler vi ikke bekymringen for fristen i 2029. Fylkeskommunene har fått til en felles katalog på halvannet år. Det som avgjorde, var at to personer ikke gjorde noe annet. Med en slik bemanning er fristen lett å holde. Uten den kan den like gjerne være 2039.

Vi ber om at elevenes boforhold tas med i vurderingen av utstyr (avsnitt 1.4). Elever på hybel har ofte bare mobilnett. I eksamensperioden i fjor satt elleve elever på biblioteket til det stengte, og deretter i bilen utenfor, fordi nettet der nådde ut. Skolen visste det ikke før en av dem nevnte det i en søknad.`,
      },
      { question: 'ansvar', choice: 'delt' },
      {
        question: 'andre-merknader',
        text: `Fylkeskommunen er beredt til å ta en rolle overfor små kommuner, og har snakket med flere av dem. De ber oss ikke om kurs. De ber oss om å ta telefonen. En vaktordning for oppvekst i hele fylket, betjent av tre personer på omgang, er beregnet til 2,9 millioner kroner i året. Vi foreslår at Nordhav prøver det ut på vegne av andre etter avsnitt 7.2.`,
      },
    ],
  },
  {
    key: 'r1-skolenettverk-nordhav',
    round: 'runde-1',
    sender: { organisation: 'skolenettverk-nordhav' },
    lang: 'nb',
    title: 'Innspill fra Digitalt skolenettverk Nordhav',
    status: 'submitted',
    day: -64,
    time: '10:03',
    mandate: { level: 'administrative', note: 'Utarbeidet av arbeidsutvalget, sendt medlemmene til merknad' },
    onBehalfOf: ['solvaer', 'nordoyan', 'havneset', 'kvitsand', 'hestholmen'],
    publication: 'published',
    publishedDay: -61,
    answers: [
      {
        question: 'viktigst',
        text: `Skolenettverket er et fellesskap av digitale veiledere i fem øykommuner. Vi er ikke ledere, og vi er ikke IKT-avdelinger. Vi er lærere som bruker en dag i uka på å hjelpe andre lærere.

Det viktigste vi kan si, er at det virker. Der en veileder har fått sitte sammen med en kollega i seks uker, endrer praksis seg. Der samme kollega har fått et kurs, endrer mappa på skrivebordet seg.`,
      },
      { question: 'ambisjoner', choice: '5' },
      {
        question: 'hva-ma-til',
        text: `Rollen må bli synlig. I de fem kommunene heter vi fem forskjellige ting, og har fra fem til tjue prosent av stillingen. To av oss gjør det på fritiden. Avsnitt 2.6 sier at «mange har gode erfaringer». Vi foreslår at staten beskriver rollen og oppgavene, og at partene blir enige om hva den er verdt.

Veilederen må ha et sted å fylle på. Den som alltid gir, går tom. Et nasjonalt fellesskap for veiledere, med to samlinger i året, ville ha kostet mindre enn ett nytt nettkurs.

Vi vil også peke på barnehagen. Bare en av oss har tid til den. Barnehagene ringer sjelden, og når de gjør det, er det ofte fordi noe har gått galt. Vi vil heller komme før.

Når veilederne spør hva kolleger trenger, er svaret sjelden et nytt verktøy. Det er hjelp til å slutte med noe. Mange bruker tre programmer til det samme fordi ingen har sagt at de kan la være. I vår arbeidet vi med å rydde på fire skoler. Etterpå brukte lærerne færre programmer, og flere av dem sa at de hadde fått lyst til å prøve noe nytt.`,
      },
      { question: 'ansvar', choice: 'delt' },
    ],
  },
]
