import type { QuestionContent } from './content.ts'

const owners = ['municipality', 'county-municipality', 'school-owner', 'private-kindergarten-owner']

/** What the open round asks besides: to choose among, to look at from two places, and to put numbers on. Nobody must. */
export const richerQuestions: QuestionContent[] = [
  {
    key: 'forst-ut',
    kind: 'multiple-choice',
    title: {
      nb: 'Hvilke fellesløsninger bør komme først?',
      nn: 'Kva fellesløysingar bør kome først?',
    },
    help: {
      nb: 'Velg inntil tre, og si hvor viktig det er at de kommer nettopp først. Gjelder avsnitt 4.2 til 4.4.',
      nn: 'Vel inntil tre, og sei kor viktig det er at dei kjem nettopp først. Gjeld avsnitt 4.2 til 4.4.',
    },
    required: false,
    most: 3,
    importance: true,
    options: [
      { key: 'innlogging', text: { nb: 'Felles innlogging', nn: 'Felles innlogging' } },
      { key: 'katalog', text: { nb: 'Nasjonal tjenestekatalog', nn: 'Nasjonal tenestekatalog' } },
      {
        key: 'personvern',
        text: { nb: 'Felles vurderinger av personvern', nn: 'Felles vurderingar av personvern' },
      },
      { key: 'deling', text: { nb: 'Deling av data mellom systemer', nn: 'Deling av data mellom system' } },
      { key: 'foreldre', text: { nb: 'Én inngang for foreldre', nn: 'Éin inngang for foreldre' } },
      { key: 'reserve', text: { nb: 'Reserveløsning til eksamen', nn: 'Reserveløysing til eksamen' } },
    ],
  },
  {
    key: 'fra-to-steder',
    kind: 'swot',
    title: {
      nb: 'Hvordan står det til med den digitale infrastrukturen hos dere?',
      nn: 'Korleis står det til med den digitale infrastrukturen hos dykk?',
    },
    help: {
      nb: 'Se det både fra eieren og fra skolen eller barnehagen. Stikkord holder.',
      nn: 'Sjå det både frå eigaren og frå skulen eller barnehagen. Stikkord held.',
    },
    required: false,
    askedOf: owners,
    levels: [
      { key: 'eier', text: { nb: 'Eieren', nn: 'Eigaren' } },
      { key: 'skole', text: { nb: 'Skolen eller barnehagen', nn: 'Skulen eller barnehagen' } },
    ],
  },
  {
    key: 'kostnader',
    kind: 'table',
    title: {
      nb: 'Hva regner dere med at det vil koste å ta i bruk fellesløsninger?',
      nn: 'Kva reknar de med at det vil koste å ta i bruk fellesløysingar?',
    },
    help: {
      nb: 'Omtrentlige tall er nok. La det dere ikke vet, stå tomt.',
      nn: 'Omtrentlege tal er nok. Lat det de ikkje veit, stå tomt.',
    },
    required: false,
    askedOf: owners,
    rows: [
      { key: 'innforing', text: { nb: 'Innføring', nn: 'Innføring' } },
      { key: 'opplaring', text: { nb: 'Opplæring og vikarer', nn: 'Opplæring og vikarar' } },
      { key: 'drift', text: { nb: 'Drift per år', nn: 'Drift per år' } },
    ],
    columns: [
      { key: 'belop', text: { nb: 'Beløp', nn: 'Beløp' }, unit: 'kroner' },
      { key: 'forklaring', text: { nb: 'Hva det går til', nn: 'Kva det går til' } },
    ],
  },
]
