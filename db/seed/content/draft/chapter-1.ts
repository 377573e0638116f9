import type { ChapterContent } from '../content.ts'
import { ambition, paragraph, subheading } from './block.ts'

/** Chapter 1 of the first draft. */
export const chapter1: ChapterContent = {
  key: 'barn-og-elever',
  number: 1,
  title: { nb: 'Barn og elever som forstår og skaper', nn: 'Barn og elevar som forstår og skaper' },
  blocks: [
    ambition(
      'barn-og-elever-ambisjon',
      'Alle barn og elever skal bli trygge, kritiske og skapende i møte med teknologi, uansett hvor de bor og hvem som eier barnehagen eller skolen.',
      'Alle barn og elevar skal bli trygge, kritiske og skapande i møte med teknologi, uansett kvar dei bur og kven som eig barnehagen eller skulen.',
    ),
    paragraph(
      'utforske-i-barnehagen',
      'I barnehagen skal digitale verktøy brukes lite, sammen med voksne og med en hensikt. Et kamera, et mikroskop eller en enkel robot kan åpne for undring og samtale. Skjermen skal ikke være pauseknapp eller barnevakt. Personalet avgjør når verktøyene styrker leken og språket, og barna skal selv få være med og skape, ikke bare se på.',
      'I barnehagen skal digitale verktøy brukast lite, saman med vaksne og med eit føremål. Eit kamera, eit mikroskop eller ein enkel robot kan opne for undring og samtale. Skjermen skal ikkje vere pauseknapp eller barnevakt. Personalet avgjer når verktøya styrkjer leiken og språket, og barna skal sjølve få vere med og skape, ikkje berre sjå på.',
    ),
    paragraph(
      'kildekritikk',
      'Elevene skal lære å spørre hvem som står bak det de leser, ser og hører, hvorfor det er laget, og hvordan de kan finne det ut. Kildekritikk hører hjemme i alle fag og på alle trinn. Opplæringen skal omfatte bilder, lyd og tekst som er laget av maskiner, og den skal gi rom for å øve, ta feil og prøve på nytt.',
      'Elevane skal lære å spørje kven som står bak det dei les, ser og høyrer, kvifor det er laga, og korleis dei kan finne det ut. Kjeldekritikk høyrer heime i alle fag og på alle trinn. Opplæringa skal omfatte bilete, lyd og tekst som er laga av maskiner, og ho skal gi rom for å øve, ta feil og prøve på nytt.',
    ),
    paragraph(
      'papir-og-skjerm',
      'Å lese og skrive er grunnlaget for alt annet. Elevene skal møte både papir og skjerm, både blyant og tastatur, og lærerne skal kunne velge etter hva eleven skal lære. Staten vil gi råd om fordelingen mellom papir og skjerm på ulike trinn, basert på forskning som blir oppdatert hvert år.',
      'Å lese og skrive er grunnlaget for alt anna. Elevane skal møte både papir og skjerm, både blyant og tastatur, og lærarane skal kunne velje etter kva eleven skal lære. Staten vil gi råd om fordelinga mellom papir og skjerm på ulike trinn, bygde på forsking som blir oppdatert kvart år.',
    ),
    subheading('like-muligheter', 'Like muligheter', 'Like høve for alle'),
    paragraph(
      'tilgang-til-utstyr',
      'Elever skal ha tilgang til utstyr som virker, og som passer til alderen og oppgaven. Det betyr ikke at alle trenger hver sin enhet på alle trinn. Eieren avgjør hvor mange enheter som trengs, men ingen elev skal falle utenfor fordi familien ikke har råd til nett, utstyr eller strøm nok til å lade det.',
      'Elevar skal ha tilgang til utstyr som verkar, og som passar til alderen og oppgåva. Det betyr ikkje at alle treng kvar si eining på alle trinn. Eigaren avgjer kor mange einingar som trengst, men ingen elev skal falle utanfor fordi familien ikkje har råd til nett, utstyr eller straum nok til å lade det.',
    ),
    paragraph(
      'skape-med-teknologi',
      'Elevene skal få lage noe med teknologi, ikke bare bruke det andre har laget. Programmering, animasjon, musikk og modellering er noen veier inn. Verksteder som flere skoler deler, skolebibliotek med utstyr til utlån og samarbeid med lokalt næringsliv kan gi også små skoler et tilbud de ikke klarer å bygge opp alene.',
      'Elevane skal få lage noko med teknologi, ikkje berre bruke det andre har laga. Programmering, animasjon, musikk og modellering er nokre vegar inn. Verkstader som fleire skular deler, skulebibliotek med utstyr til utlån og samarbeid med lokalt næringsliv kan gi også små skular eit tilbod dei ikkje klarer å byggje opp åleine.',
    ),
    paragraph(
      'elevenes-stemme',
      'Barn og elever har rett til å bli hørt i saker som gjelder dem. Det gjelder også valg av verktøy, regler for mobiltelefon og hvordan skoledagen blir delt mellom skjerm og andre aktiviteter. Skolene oppfordres til å ta dette opp i elevrådet. Det samme gjelder barnehagene, der samtaler og observasjon er måten å få vite det på.',
      'Barn og elevar har rett til å bli høyrde i saker som gjeld dei. Det gjeld også val av verktøy, reglar for mobiltelefon og korleis skuledagen blir delt mellom skjerm og andre aktivitetar. Skulane blir oppmoda om å ta dette opp i elevrådet. Det same gjeld barnehagane, der samtalar og observasjon er måten å få vite det på.',
    ),
  ],
}
