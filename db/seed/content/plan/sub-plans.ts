import type { BothForms } from '../content.ts'

/** A sub-plan the plan expects, and what it says, if it has been made. */
export type SubPlanContent = { title: BothForms; slug?: string; says?: BothForms[] }

const made = (slug: string, nb: string, nn: string, ...says: [string, string][]): SubPlanContent => ({
  slug,
  title: { nb, nn },
  says: says.map(([inNb, inNn]) => ({ nb: inNb, nn: inNn })),
})

/** Five areas and nine departments; two have not made theirs. */
export const subPlans: SubPlanContent[] = [
  made(
    'omradeplan-barnehage',
    'Områdeplan for barnehage',
    'Områdeplan for barnehage',
    [
      'Barnehagene begynner med oversikt: hvilke tjenester som er i bruk, og hva de lagrer om barna.',
      'Barnehagane byrjar med oversyn: kva tenester som er i bruk, og kva dei lagrar om barna.',
    ],
    [
      'Skjermer i barnehagen skal brukes sammen med en voksen, aldri som barnevakt.',
      'Skjermar i barnehagen skal brukast saman med ein vaksen, aldri som barnevakt.',
    ],
  ),
  made(
    'omradeplan-grunnskole',
    'Områdeplan for grunnskole',
    'Områdeplan for grunnskule',
    [
      'Hver skole velger to fag der den prøver ut nye arbeidsmåter, og deler det den lærer.',
      'Kvar skule vel to fag der han prøver ut nye arbeidsmåtar, og deler det han lærer.',
    ],
    [
      'Papirbøker skal finnes i alle fag på barnetrinnet.',
      'Papirbøker skal finnast i alle fag på barnesteget.',
    ],
  ),
  made(
    'omradeplan-videregaende',
    'Områdeplan for videregående opplæring',
    'Områdeplan for vidaregåande opplæring',
    [
      'Eksamen skal kunne tas på det utstyret eleven er vant til.',
      'Eksamen skal kunne takast på det utstyret eleven er van med.',
    ],
    [
      'Yrkesfagene får tilgang til de samme programmene som bedriftene bruker.',
      'Yrkesfaga får tilgang til dei same programma som bedriftene bruker.',
    ],
  ),
  made(
    'omradeplan-sfo',
    'Områdeplan for skolefritidsordningen',
    'Områdeplan for skulefritidsordninga',
    [
      'Skolefritidsordningen bruker skolens avtaler og skal slippe egne.',
      'Skulefritidsordninga bruker avtalane til skulen og skal sleppe eigne.',
    ],
    [
      'Foreldre skal kunne melde fra om henting på ett sted.',
      'Foreldre skal kunne melde frå om henting på éin stad.',
    ],
  ),
  { title: { nb: 'Områdeplan for voksenopplæring', nn: 'Områdeplan for vaksenopplæring' } },
  made('avdelingsplan-analyse', 'Avdelingsplan for analyse', 'Avdelingsplan for analyse', [
    'Vi lager ett sett med tall om digital praksis og slutter med de andre fire.',
    'Vi lagar eitt sett med tal om digital praksis og sluttar med dei fire andre.',
  ]),
  made(
    'avdelingsplan-digitale-tjenester',
    'Avdelingsplan for digitale tjenester',
    'Avdelingsplan for digitale tenester',
    [
      'Katalogen over vurderte tjenester skal kunne brukes av alle eiere før skolestart.',
      'Katalogen over vurderte tenester skal kunne brukast av alle eigarar før skulestart.',
    ],
  ),
  made('avdelingsplan-personvern', 'Avdelingsplan for personvern', 'Avdelingsplan for personvern', [
    'Vi skriver vurderinger som en rektor kan lese på ti minutter.',
    'Vi skriv vurderingar som ein rektor kan lese på ti minutt.',
  ]),
  made('avdelingsplan-kompetanse', 'Avdelingsplan for kompetanse', 'Avdelingsplan for kompetanse', [
    'Etterutdanning gis i økter på to timer, og vikar er betalt.',
    'Etterutdanning blir gitt i økter på to timar, og vikar er betalt.',
  ]),
  made('avdelingsplan-okonomi', 'Avdelingsplan for økonomi', 'Avdelingsplan for økonomi', [
    'Tilskuddet betales ut i februar, slik at eierne vet hva de har før de kjøper.',
    'Tilskotet blir betalt ut i februar, slik at eigarane veit kva dei har før dei kjøper.',
  ]),
  made('avdelingsplan-kommunikasjon', 'Avdelingsplan for kommunikasjon', 'Avdelingsplan for kommunikasjon', [
    'Alt vi sender til foreldre, finnes på bokmål, nynorsk og nordsamisk samme dag.',
    'Alt vi sender til foreldre, finst på bokmål, nynorsk og nordsamisk same dagen.',
  ]),
  made('avdelingsplan-innkjop', 'Avdelingsplan for innkjøp', 'Avdelingsplan for innkjøp', [
    'Vi lager kravene sammen med tre små og to store eiere før vi lyser ut.',
    'Vi lagar krava saman med tre små og to store eigarar før vi lyser ut.',
  ]),
  { title: { nb: 'Avdelingsplan for arkiv', nn: 'Avdelingsplan for arkiv' } },
  made(
    'avdelingsplan-organisasjon',
    'Avdelingsplan for organisasjon og ledelse',
    'Avdelingsplan for organisasjon og leiing',
    [
      'Hvert tiltak får en navngitt leder og en stedfortreder.',
      'Kvart tiltak får ein namngitt leiar og ein varaleiar.',
    ],
  ),
]
