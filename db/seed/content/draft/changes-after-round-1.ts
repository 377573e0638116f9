import { paragraph } from './block.ts'
import { changesInChapters1To3 } from './changes-in-chapters-1-to-3.ts'
import { changesInChapters4To7 } from './changes-in-chapters-4-to-7.ts'
import type { Revision } from './revision.ts'

/** How the first draft became the second. */
export const changesAfterRoundOne: Revision = {
  changed: { ...changesInChapters1To3, ...changesInChapters4To7 },
  added: [
    {
      after: 'deling-av-data',
      block: paragraph(
        'private-far-samme-tilgang',
        'Private barnehager og friskoler skal ha tilgang til de felles løsningene på samme vilkår og til samme tid som kommunale. Det gjelder innlogging, tjenestekatalog, felles avtaler og varsling ved angrep. Eiere med én eller to barnehager skal kunne bruke løsningene uten egne avtaler om drift, og kommunen skal ikke måtte være mellomledd.',
        'Private barnehagar og friskular skal ha tilgang til dei felles løysingane på same vilkår og til same tid som kommunale. Det gjeld innlogging, tenestekatalog, felles avtalar og varsling ved angrep. Eigarar med éin eller to barnehagar skal kunne bruke løysingane utan eigne avtalar om drift, og kommunen skal ikkje måtte vere mellomledd.',
      ),
    },
    {
      after: 'finansiering',
      block: paragraph(
        'samlet-plan-og-tempo',
        'Hvert år skal det legges fram én samlet plan for nye felles løsninger, med datoer som gjelder i to år. Ingen kommune skal måtte innføre mer enn to felles løsninger i samme skoleår. Nye løsninger skal ikke tas i bruk i august, når skolene har nok med skolestart, og ikke i eksamensperioden.',
        'Kvart år skal det leggjast fram éin samla plan for nye felles løysingar, med datoar som gjeld i to år. Ingen kommune skal måtte innføre meir enn to felles løysingar i same skuleår. Nye løysingar skal ikkje takast i bruk i august, når skulane har nok med skulestart, og ikkje i eksamensperioden.',
      ),
    },
  ],
  removed: ['arlig-rapport'],
  moved: [{ key: 'kvalitet-i-laeremidler', after: 'innkjop' }],
  split: {
    laeringsanalyse: [
      paragraph(
        'laeringsanalyse',
        'Tjenester som følger elevens arbeid, kan hjelpe læreren med å se hvem som trenger støtte. De kan også gi et smalt bilde av et barn. Læreren skal avgjøre, ikke tjenesten, og kunne forklare foreldrene hva tjenesten regner ut. Ingen skole skal måtte bruke slike tjenester.',
        'Tenester som følgjer arbeidet til eleven, kan hjelpe læraren med å sjå kven som treng støtte. Dei kan også gi eit smalt bilete av eit barn. Læraren skal avgjere, ikkje tenesta, og kunne forklare foreldra kva tenesta reknar ut. Ingen skule skal måtte bruke slike tenester.',
      ),
      paragraph(
        'data-om-laering',
        'Data om læring skal brukes av læreren sammen med eleven, ikke til å rangere barn eller skoler, og skal slettes når de ikke lenger trengs. Elever og foreldre skal kunne se dem, og be om at feil blir rettet, også etter at barnet har byttet skole.',
        'Data om læring skal brukast av læraren saman med eleven, ikkje til å rangere barn eller skular, og skal slettast når dei ikkje lenger trengst. Elevar og foreldre skal kunne sjå dei, og be om at feil blir retta, også etter at barnet har bytt skule.',
      ),
    ],
  },
}
