import type { BothForms, RoundSlug } from './content.ts'

export type MeetingContent = {
  slug: string
  round: RoundSlug
  title: BothForms
  intro: BothForms
  day: number
  from: `${number}:${number}`
  to: `${number}:${number}`
  place: BothForms | null
  streamUrl: string | null
  items: { clock: string; title: BothForms; speaker?: string }[]
  /** Versions of the draft that were read before. */
  documentVersions: number[]
  summary?: { day: number; text: BothForms; inputs: string[] }
  publishedDay: number
  cancelledDay?: number
}

const firstDraft: MeetingContent = {
  slug: 'apent-innspillsmote-om-forste-utkast',
  round: 'runde-1',
  title: {
    nb: 'Åpent innspillsmøte om det første utkastet',
    nn: 'Ope innspelsmøte om det første utkastet',
  },
  intro: {
    nb: 'Alle kunne komme, følge sendingen og be om ordet. Taletiden var tre minutter.',
    nn: 'Alle kunne kome, følgje sendinga og be om ordet. Taletida var tre minutt.',
  },
  day: -92,
  from: '12:00',
  to: '15:00',
  place: { nb: 'Storhavn kulturhus, store sal', nn: 'Storhavn kulturhus, store sal' },
  streamUrl: 'https://sending.example/innspillsmote-1',
  items: [
    {
      clock: '12.00',
      title: {
        nb: 'Velkommen, og hvorfor vi lager en strategi',
        nn: 'Velkomen, og kvifor vi lagar ein strategi',
      },
      speaker: 'Elin Strand, Departementet for opplæring (demo)',
    },
    {
      clock: '12.15',
      title: { nb: 'Det første utkastet på ti minutter', nn: 'Det første utkastet på ti minutt' },
      speaker: 'Mads Hovden, Kommunenes fellesorgan (demo)',
    },
    { clock: '12.30', title: { nb: 'Innspill fra salen og nettet', nn: 'Innspel frå salen og nettet' } },
    { clock: '13.45', title: { nb: 'Pause', nn: 'Pause' } },
    { clock: '14.00', title: { nb: 'Innspill, andre del', nn: 'Innspel, andre del' } },
    {
      clock: '14.45',
      title: { nb: 'Hva som skjer videre', nn: 'Kva som skjer vidare' },
      speaker: 'Håkon Rud, Departementet for opplæring (demo)',
    },
  ],
  documentVersions: [1],
  summary: {
    day: -84,
    inputs: ['r1-solvaer', 'r1-havneset', 'r1-laerersambandet-furudal', 'r1-nordhav-fylkeskommune'],
    text: {
      nb: `84 møtte fram, og 212 fulgte sendingen. 19 fikk ordet. Alle som tegnet seg, fikk snakke.

Tre ting gikk igjen:

- Små kommuner ba om hjelp som varer til løsningen er i bruk, og ikke bare til prosjektet er slutt.
- Flere sa at kurs må kunne tas i arbeidstiden, og at noen må betale for vikar.
- Skoler uten stabilt nett mente at utkastet starter i feil ende.

To av dem som talte, mente at strategien har for mange mål. En mente at den har for få om barnehagen.

De som ville, sendte også skriftlig innspill. Innspillene under viser til det samme som ble sagt på møtet.`,
      nn: `84 møtte fram, og 212 følgde sendinga. 19 fekk ordet. Alle som teikna seg, fekk snakke.

Tre ting gjekk att:

- Små kommunar bad om hjelp som varer til løysinga er i bruk, og ikkje berre til prosjektet er slutt.
- Fleire sa at kurs må kunne takast i arbeidstida, og at nokon må betale for vikar.
- Skular utan stabilt nett meinte at utkastet startar i feil ende.

To av dei som tala, meinte at strategien har for mange mål. Ein meinte at han har for få om barnehagen.

Dei som ville, sende også skriftleg innspel. Innspela under viser til det same som blei sagt på møtet.`,
    },
  },
  publishedDay: -112,
}

const newDraft: MeetingContent = {
  slug: 'digitalt-dialogmote-om-nytt-utkast',
  round: 'runde-2',
  title: {
    nb: 'Digitalt dialogmøte om det nye utkastet',
    nn: 'Digitalt dialogmøte om det nye utkastet',
  },
  intro: {
    nb: 'Vi går gjennom hva som er endret siden runde 1, og svarer på spørsmål. Møtet er åpent for alle.',
    nn: 'Vi går gjennom kva som er endra sidan runde 1, og svarer på spørsmål. Møtet er ope for alle.',
  },
  day: 9,
  from: '11:00',
  to: '12:30',
  place: null,
  streamUrl: 'https://sending.example/dialogmote-2',
  items: [
    {
      clock: '11.00',
      title: { nb: 'Hva er endret, og hvorfor', nn: 'Kva er endra, og kvifor' },
      speaker: 'Håkon Rud, Departementet for opplæring (demo)',
    },
    {
      clock: '11.30',
      title: { nb: 'Små kommuner og felles løsninger', nn: 'Små kommunar og felles løysingar' },
      speaker: 'Mads Hovden, Kommunenes fellesorgan (demo)',
    },
    { clock: '11.50', title: { nb: 'Spørsmål og svar', nn: 'Spørsmål og svar' } },
  ],
  documentVersions: [1, 2],
  publishedDay: -15,
}

const privateOwners: MeetingContent = {
  slug: 'mote-for-private-barnehageeiere',
  round: 'runde-2',
  title: { nb: 'Møte for private barnehageeiere', nn: 'Møte for private barnehageeigarar' },
  intro: {
    nb: 'Møtet skulle handle om avsnitt 4.4. Spørsmålene blir tatt opp på dialogmøtet i stedet.',
    nn: 'Møtet skulle handle om avsnitt 4.4. Spørsmåla blir tekne opp på dialogmøtet i staden.',
  },
  day: 4,
  from: '14:00',
  to: '15:30',
  place: { nb: 'Departementet, møterom Fjorden', nn: 'Departementet, møterom Fjorden' },
  streamUrl: null,
  items: [],
  documentVersions: [2],
  publishedDay: -16,
  cancelledDay: -3,
}

/** The meetings of the demo, all invented: one that was held, one that is coming, one that was called off. */
export const meetings: MeetingContent[] = [firstDraft, newDraft, privateOwners]
