import type { Row } from './matrix.ts'
import type { World } from './world.ts'

const strategy = (world: World) => `/strategies/${world.public.strategy}`
const round = (world: World) => `${strategy(world)}/rounds/${world.public.round}`

/** A page for everyone. */
export const everyone = (at: Row['at'], more: Partial<Row> = {}): Row => ({ at, read: 'everyone', ...more })

/** The public and signing-in pages, which stand in every language. */
const readable: Record<string, Row> = {
  'public/layout': everyone(() => '/'),
  'public/home': everyone(() => '/'),
  'public/strategy': everyone(strategy),
  'public/register-history': everyone((w) => `${strategy(w)}/history`),
  'public/register-pdf': everyone((w) => `${strategy(w)}/register.pdf`),
  'public/strategy-feed': everyone((w) => `${strategy(w)}/feed.atom`),
  'public/strategy-calendar': everyone((w) => `${strategy(w)}/calendar.ics`),
  'public/meetings': everyone((w) => `${strategy(w)}/meetings`),
  'public/meeting': everyone((w) => `${strategy(w)}/meetings/finst-ikkje`),
  'public/round': everyone(round),
  'public/published-inputs': everyone((w) => `${round(w)}/inputs`),
  'public/published-input': everyone((w) => `${round(w)}/inputs/${w.public.input}`),
  'public/input-pdf': everyone((w) => `${round(w)}/inputs/${w.public.input}/input.pdf`),
  'public/inputs-csv': everyone((w) => `${round(w)}/inputs.csv`),
  'public/invited': everyone((w) => `${round(w)}/invited`),
  'public/answer': everyone((w) => `${round(w)}/answer`, { write: 'everyone' }),
  'public/findings': everyone((w) => `${round(w)}/findings`),
  'public/finding': everyone((w) => `${round(w)}/findings/${w.public.finding}`),
  'public/number': everyone((w) => `${round(w)}/findings/${w.public.finding}/numbers/1`),
  'public/coverage': everyone((w) => `${round(w)}/coverage`),
  'public/outcome': everyone((w) => `${round(w)}/inputs/${w.public.input}/outcome`),
  'public/heard': everyone((w) => `${strategy(w)}/heard`),
  'public/origin': everyone((w) => `${strategy(w)}/documents/utkast/2/paragraphs/1.1`),
  'public/document': everyone((w) => `${strategy(w)}/documents/utkast`),
  'public/comparison': everyone((w) => `${strategy(w)}/documents/utkast/2/changes`),
  'public/document-pdf': everyone((w) => `${strategy(w)}/documents/utkast/2/document.pdf`),
  'public/takedown': everyone((w) => `/takedown?input=${w.public.input}`, { write: 'everyone' }),
  'public/receipt-check': everyone(() => '/check', { write: 'everyone' }),
  'public/search': everyone(() => '/search?q=skole'),
  'public/accessibility': everyone(() => '/accessibility'),
  'public/open-data': everyone(() => '/open-data'),
  'public/feed': everyone(() => '/feed.atom'),
  'public/calendar': everyone(() => '/calendar.ics'),
  'public/not-found': everyone(() => '/finst-ikkje'),
  'auth/sign-in': everyone(() => '/sign-in', { write: 'everyone' }),
  'auth/sign-in-link': everyone(() => '/sign-in/ikkje-ei-lenkje', { write: 'everyone' }),
}

const inLanguage = (prefix: string, row: Row): Row => ({
  ...row,
  at: (world) => `${prefix}${row.at(world)}`.replace(/(.)\/$/, '$1'),
})

const entries = Object.entries(readable)

/** Their rows in every language. */
export const readableRows: Record<string, Row> = {
  ...Object.fromEntries(entries.map(([id, row]) => [`nb/${id}`, row])),
  ...Object.fromEntries(entries.map(([id, row]) => [`nn/${id}`, inLanguage('/nn', row)])),
  ...Object.fromEntries(entries.map(([id, row]) => [`en/${id}`, inLanguage('/en', row)])),
  ...Object.fromEntries(entries.map(([id, row]) => [`sv/${id}`, inLanguage('/sv', row)])),
}
