import type { ChapterContent } from '../content.ts'
import { ambition, paragraph, subheading } from './block.ts'

/** Chapter 7 of the first draft. */
export const chapter7: ChapterContent = {
  key: 'kunnskap-og-ki',
  number: 7,
  title: { nb: 'Kunnskap og kunstig intelligens', nn: 'Kunnskap og kunstig intelligens' },
  blocks: [
    ambition(
      'kunnskap-og-ki-ambisjon',
      'Vi skal vite om det vi gjør virker, og ta i bruk ny teknologi i et tempo som gjør det mulig å finne det ut.',
      'Vi skal vite om det vi gjer, verkar, og ta i bruk ny teknologi i eit tempo som gjer det mogleg å finne det ut.',
    ),
    paragraph(
      'kunnskapsgrunnlag',
      'Vi vet for lite om hvordan digitale verktøy påvirker læring, lek og helse over tid. Det skal settes i gang forskning som følger de samme barna fra barnehage til ungdomsskole. Forskningen skal spørre både om hva barn lærer, og om hva de slutter å gjøre når skjermen tar tid fra noe annet.',
      'Vi veit for lite om korleis digitale verktøy verkar inn på læring, leik og helse over tid. Det skal setjast i gang forsking som følgjer dei same barna frå barnehage til ungdomsskule. Forskinga skal spørje både om kva barn lærer, og om kva dei sluttar å gjere når skjermen tek tid frå noko anna.',
    ),
    paragraph(
      'prove-i-det-sma',
      'Nye løsninger skal prøves i det små før de blir innført i det store. En utprøving skal ha et spørsmål, en sluttdato og en plan for hva som skjer om svaret er nei. Kommuner som prøver ut noe på vegne av andre, skal få dekket det det koster, og resultatene skal være åpne.',
      'Nye løysingar skal prøvast i det små før dei blir innførte i det store. Ei utprøving skal ha eit spørsmål, ein sluttdato og ein plan for kva som skjer om svaret er nei. Kommunar som prøver ut noko på vegner av andre, skal få dekt det det kostar, og resultata skal vere opne.',
    ),
    subheading(
      'kunstig-intelligens',
      'Kunstig intelligens i opplæringen',
      'Kunstig intelligens i opplæringa',
    ),
    paragraph(
      'ki-prinsipper',
      'Kunstig intelligens er allerede en del av elevenes hverdag. Skolene skal lære elevene hva den kan brukes til, og hva den ikke bør brukes til. Staten vil utarbeide råd om bruk av kunstig intelligens i barnehage og skole. Eierne avgjør selv hvilke verktøy de vil ta i bruk, og fra hvilket trinn.',
      'Kunstig intelligens er alt ein del av kvardagen til elevane. Skulane skal lære elevane kva han kan brukast til, og kva han ikkje bør brukast til. Staten vil utarbeide råd om bruk av kunstig intelligens i barnehage og skule. Eigarane avgjer sjølve kva verktøy dei vil ta i bruk, og frå kva trinn.',
    ),
    paragraph(
      'ki-og-vurdering',
      'Når en maskin kan skrive en god tekst på få sekunder, må skolen tenke nytt om hva en innlevering viser. Lærerne trenger støtte til å endre måten de vurderer på. Formene for vurdering og eksamen skal gjennomgås. Programmer som hevder å avsløre juks, er for usikre til å brukes som bevis mot en elev.',
      'Når ei maskin kan skrive ein god tekst på få sekund, må skulen tenkje nytt om kva ei innlevering viser. Lærarane treng støtte til å endre måten dei vurderer på. Formene for vurdering og eksamen skal gjennomgåast. Program som hevdar å avsløre juks, er for usikre til å kunne brukast som prov mot ein elev.',
    ),
    paragraph(
      'norske-sprakmodeller',
      'Verktøy som forstår norsk dårlig, gir dårlig hjelp. De fleste store språkmodellene er bedre på engelsk enn på bokmål, bedre på bokmål enn på nynorsk og svakest på samisk. Staten vil bidra til åpne norske og samiske språkressurser, og til at verktøy for skolen blir prøvd på begge målformer før de blir anbefalt.',
      'Verktøy som forstår norsk dårleg, gir dårleg hjelp. Dei fleste store språkmodellane er betre på engelsk enn på bokmål, betre på bokmål enn på nynorsk og svakast på samisk. Staten vil bidra til opne norske og samiske språkressursar, og til at verktøy for skulen blir prøvde på begge målformer før dei blir tilrådde.',
    ),
    paragraph(
      'laeringsanalyse',
      'Tjenester som følger elevens arbeid, kan hjelpe læreren med å se hvem som trenger støtte. De kan også gi et smalt bilde av et barn. Data om læring skal brukes av læreren sammen med eleven, ikke til å rangere barn eller skoler, og skal slettes når de ikke lenger trengs. Elever og foreldre skal kunne se dem.',
      'Tenester som følgjer arbeidet til eleven, kan hjelpe læraren med å sjå kven som treng støtte. Dei kan også gi eit smalt bilete av eit barn. Data om læring skal brukast av læraren saman med eleven, ikkje til å rangere barn eller skular, og skal slettast når dei ikkje lenger trengst. Elevar og foreldre skal kunne sjå dei.',
    ),
  ],
}
