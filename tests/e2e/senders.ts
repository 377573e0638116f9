import type { Locale } from '#app/platform/locale.ts'

/** A municipality that answers round 2: who writes, who sends, what they write, and what the secretariat makes of it. */
export type Sender = Heard & {
  contributor: { name: string; email: string }
  submitter: string
  /** Whether somebody has begun on the draft already. */
  begun: boolean
  answers: { scale: string; infrastructure: string; choice: string }
}

/** What the secretariat reads and makes of an answer that was sent. */
export type Heard = {
  organisation: string
  locale: Locale
  /** The first is the paragraph that is read, tagged and quoted. */
  answers: { important: string[] }
  /** A word of the text in another form than it has there. */
  inflected: string
  /** Words of the first paragraph, and the same with one word that is not theirs. */
  quote: string
  misquote: string
  theme: string
  finding: { title: string; text: string }
}

export const solvaer: Sender = {
  organisation: 'Solvær kommune',
  locale: 'nb',
  contributor: { name: 'Kari Lund', email: 'kari.lund@solvaer.example' },
  submitter: 'Siri Vik',
  begun: false,
  answers: {
    important: [
      'Det nye utkastet er bedre. Vi vil at bokbussene skal stå i avsnitt 4.5, for det er de som tar med lånemaskiner og nett ut til de minste øyene.',
      'Uten vikar får ingen reist på kurs. Det må staten dekke også hos oss.',
    ],
    scale: 'Delvis enig',
    infrastructure:
      'Vi trenger én person å ringe til, og en avtale som varer lenger enn prosjektet som innfører den.',
    choice: 'Regionale nettverk av kommuner',
  },
  inflected: 'bokbuss',
  quote: 'det er de som tar med lånemaskiner og nett ut til de minste øyene',
  misquote: 'det er de som tar med lånemaskiner og nett ut til de største øyene',
  theme: 'FI',
  finding: {
    title: 'Utstyret må komme dit elevene er',
    text: 'De vil ha med ordninger som bringer utstyr og nett til små steder.',
  },
}

export const fjellvik: Sender = {
  organisation: 'Fjellvik kommune',
  locale: 'nn',
  contributor: { name: 'Oddny Teig', email: 'oddny.teig@fjellvik.example' },
  submitter: 'Marit Nes',
  begun: true,
  answers: {
    important: [
      'Bygdekinoane er dei einaste romma i dalen som både har nett og plass til ein heil skule. Strategien bør nemne slike rom.',
      'Hjelpa i avsnitt 6.4 må vare etter at løysinga er innført.',
    ],
    scale: 'Heilt samd',
    infrastructure:
      'Vi treng ein kontaktperson som kjenner kommunen, og tid til å lære opp dei som skal bruke løysinga.',
    choice: 'Kommunen sjølv, med eigne midlar til det',
  },
  inflected: 'bygdekino',
  quote: 'både har nett og plass til ein heil skule',
  misquote: 'både har nett og plass til ein halv skule',
  theme: 'KO',
  finding: {
    title: 'Skolene trenger rom de kan dele',
    text: 'En kommune peker på lokaler som skolene kan bruke sammen.',
  },
}

/** Has sent an answer that waits in the demo, with the name of a child and of a phone in it. */
export const tyttebaeret: Heard = {
  organisation: 'Tyttebæret barnehagar AS',
  locale: 'nn',
  answers: { important: ['Mor til Jonas Eikeland har bede oss ta med dette'] },
  inflected: 'brukarnamn',
  quote: 'Mor til Jonas Eikeland har bede oss ta med dette: Ho fekk tre brukarnamn på éin haust',
  misquote: 'Mor til Jonas Eikeland har bede oss ta med dette: Ho fekk fire brukarnamn på éin haust',
  theme: 'FI',
  finding: {
    title: 'Foreldre får for mange brukernavn',
    text: 'En barnehageeier forteller om foreldre med tre brukernavn.',
  },
}
