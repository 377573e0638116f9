import type { ChapterContent } from '../content.ts'
import { paragraph } from './block.ts'

/** Foreword of the first draft. */
export const foreword: ChapterContent = {
  key: 'forord',
  number: null,
  title: { nb: 'Forord', nn: 'Forord' },
  blocks: [
    paragraph(
      'forord-barna',
      'Barna som begynner i barnehagen når denne strategien trer i kraft, går ut av videregående skole midt på 2040-tallet. Vi vet lite om hvilke verktøy de bruker da. Vi vet mer om hva de trenger å ha med seg: språk, lesing og skriving, kritisk tenkning, evne til å samarbeide og mot til å skape. Teknologien er nyttig når den tjener dette, og bare da.',
      'Barna som byrjar i barnehagen når denne strategien tek til å gjelde, går ut av vidaregåande skule midt på 2040-talet. Vi veit lite om kva verktøy dei bruker då. Vi veit meir om kva dei treng å ha med seg: språk, lesing og skriving, kritisk tenking, evne til å samarbeide og mot til å skape. Teknologien er nyttig når han tener dette, og berre då.',
    ),
    paragraph(
      'forord-laerdom',
      'De siste årene har lært oss to ting. Da skolene stengte, holdt digitale verktøy undervisningen i gang, men de skilte også mellom dem som hadde ro, hjelp og utstyr hjemme, og dem som ikke hadde det. Da skjermene kom inn i alle klasserom, gikk innføringen fortere enn opplæringen. Denne strategien skal rette på det siste uten å glemme det første.',
      'Dei siste åra har lært oss to ting. Då skulane stengde, heldt digitale verktøy undervisninga i gang, men dei skilde òg mellom dei som hadde ro, hjelp og utstyr heime, og dei som ikkje hadde det. Då skjermane kom inn i alle klasserom, gjekk innføringa fortare enn opplæringa. Denne strategien skal rette på det siste utan å gløyme det første.',
    ),
    paragraph(
      'forord-samarbeid',
      'Staten setter rammene, men det er kommuner, fylkeskommuner og private eiere som driver barnehager og skoler. Derfor er strategien skrevet i fellesskap. Den skal kunne brukes i en kommune med to skoler og i en by med to hundre. Der vi ikke er enige, sier vi det, og der ansvaret er uklart, foreslår vi hvem som skal ha det.',
      'Staten set rammene, men det er kommunar, fylkeskommunar og private eigarar som driv barnehagar og skular. Derfor er strategien skriven i fellesskap. Han skal kunne brukast i ein kommune med to skular og i ein by med to hundre. Der vi ikkje er samde, seier vi det, og der ansvaret er uklart, foreslår vi kven som skal ha det.',
    ),
    paragraph(
      'forord-invitasjon',
      'Dette er et utkast. Vi ber om svar fra dem som kjenner hverdagen: ansatte, ledere, elever, foreldre, kommunestyrer og leverandører. Fortell oss hva som treffer, hva som mangler, og hva som koster mer enn vi tror. Alle innspill blir lest, og vi viser hva hvert av dem har ført til, også når svaret er at vi ikke følger det.',
      'Dette er eit utkast. Vi ber om svar frå dei som kjenner kvardagen: tilsette, leiarar, elevar, foreldre, kommunestyre og leverandørar. Fortel oss kva som treffer, kva som manglar, og kva som kostar meir enn vi trur. Alle innspel blir lesne, og vi viser kva kvart av dei har ført til, også når svaret er at vi ikkje følgjer det.',
    ),
    {
      key: 'forord-signatur',
      kind: 'signature',
      text: {
        nb: 'Departementet for opplæring og Kommunenes fellesorgan, i fellesskap',
        nn: 'Departementet for opplæring og Fellesorganet til kommunane, i fellesskap',
      },
    },
  ],
}
