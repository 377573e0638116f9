import type { Role, World } from './world.ts'

const members: Role[] = ['contributor', 'approver', 'submitter']
const staff: Role[] = ['analyst', 'editor', 'lead']
const editors: Role[] = ['editor', 'lead']
const writers: Role[] = ['contributor', 'approver']

/**
 * Who may use a route. `read` and `write` name the roles; 'everyone' is also strangers; absent means that the route
 * has no such use. `at` is its address for the world's object, `missing` for one that does not exist: whoever may not
 * read must get the same answer to both.
 */
export type Row = {
  at(world: World): string
  missing?(world: World): string
  read?: Role[] | 'everyone'
  write?: Role[] | 'everyone'
  /** Who may know that the object exists though they may not use it: they get 403. */
  knows?: Role[]
  /** What others get who are signed in: 404 where existence is secret, 403 where the whole place is closed to them. */
  refused?: 403 | 404
}

/** People who work on some strategy come into the workbench; nobody else does, whatever they ask for there. */
export const outsiders: Role[] = [
  'nobody',
  'contributor',
  'approver',
  'submitter',
  'neighbour',
  'administrator',
]

const strategy = (world: World) => `/strategies/${world.public.strategy}`
const round = (world: World) => `${strategy(world)}/rounds/${world.public.round}`
const workspace = (world: World) => `/workspace/${world.organisation.slug}`
const own = (world: World, rest = '') => `${workspace(world)}/inputs/${world.draft.id}${rest}`
const noInput = (world: World, rest = '') => `${workspace(world)}/inputs/${world.missing.id}${rest}`

const everyone = (at: Row['at'], more: Partial<Row> = {}): Row => ({ at, read: 'everyone', ...more })

/** The public and signing-in pages, which stand in every language. */
const readable: Record<string, Row> = {
  'public/layout': everyone(() => '/'),
  'public/home': everyone(() => '/'),
  'public/strategy': everyone(strategy),
  'public/register-history': everyone((w) => `${strategy(w)}/history`),
  'public/meetings': everyone((w) => `${strategy(w)}/meetings`),
  'public/meeting': everyone((w) => `${strategy(w)}/meetings/finst-ikkje`),
  'public/round': everyone(round),
  'public/published-inputs': everyone((w) => `${round(w)}/inputs`),
  'public/published-input': everyone((w) => `${round(w)}/inputs/${w.public.input}`),
  'public/invited': everyone((w) => `${round(w)}/invited`),
  'public/findings': everyone((w) => `${round(w)}/findings`),
  'public/finding': everyone((w) => `${round(w)}/findings/${w.public.finding}`),
  'public/document': everyone((w) => `${strategy(w)}/documents/utkast`),
  'public/comparison': everyone((w) => `${strategy(w)}/documents/utkast/2/changes`),
  'public/takedown': everyone((w) => `/takedown?input=${w.public.input}`, { write: 'everyone' }),
  'public/search': everyone(() => '/search?q=skole'),
  'public/accessibility': everyone(() => '/accessibility'),
  'public/not-found': everyone(() => '/finst-ikkje'),
  'auth/sign-in': everyone(() => '/sign-in', { write: 'everyone' }),
  'auth/sign-in-link': everyone(() => '/sign-in/ikkje-ei-lenkje', { write: 'everyone' }),
}

const inLanguage = (prefix: string, row: Row): Row => ({
  ...row,
  at: (world) => `${prefix}${row.at(world)}`.replace(/(.)\/$/, '$1'),
})

const entries = Object.entries(readable)

const inStrategy = (world: World) => `/workbench/strategies/${world.strategy.id}`
const inDocument = (world: World) => `/workbench/documents/${world.document.id}`
const inVersion = (world: World) => `${inDocument(world)}/versions/${world.version.id}`

/** A place of a strategy's own work: its staff read it, those who decide write, and others cannot tell that it is there. */
const ownWork = (base: (world: World) => string, rest = '', readers: Role[] = staff): Row => ({
  at: (world) => `${base(world)}${rest}`,
  missing: (world) => `${base(allMissing(world))}${rest}`,
  read: readers,
  write: editors,
  knows: staff,
  refused: 404,
})

const allMissing = (world: World): World => ({
  ...world,
  strategy: { ...world.strategy, id: world.missing.id },
  document: { ...world.document, id: world.missing.id },
  meeting: { ...world.meeting, id: world.missing.id },
  takedown: { ...world.takedown, id: world.missing.id },
})

/** A row for every route of app/routes.ts, by its id. */
export const matrix: Record<string, Row> = {
  ...Object.fromEntries(entries.map(([id, row]) => [`nb/${id}`, row])),
  ...Object.fromEntries(entries.map(([id, row]) => [`nn/${id}`, inLanguage('/nn', row)])),
  ...Object.fromEntries(entries.map(([id, row]) => [`en/${id}`, inLanguage('/en', row)])),
  'routes/auth/sign-out': { at: () => '/sign-out', read: 'everyone', write: 'everyone' },
  'routes/auth/mailbox': everyone(() => '/mailbox'),
  'routes/public/health': everyone(() => '/health'),

  'routes/workspace/choose-organisation': {
    at: () => '/workspace',
    read: [...members, 'neighbour', 'nobody', ...staff, 'other-staff', 'administrator'],
  },
  'routes/workspace/layout': { at: workspace, read: members, refused: 404 },
  'routes/workspace/overview': { at: workspace, read: members, refused: 404 },
  'routes/workspace/start': {
    at: (w) => `${workspace(w)}/rounds/${w.round.id}`,
    read: members,
    write: members,
    refused: 404,
  },
  'routes/workspace/writing': {
    at: own,
    missing: noInput,
    read: members,
    write: writers,
    knows: members,
    refused: 404,
  },
  'routes/workspace/autosave': {
    at: (w) => own(w, '/autosave'),
    write: writers,
    knows: members,
    refused: 404,
  },
  'routes/workspace/submission': {
    at: (w) => own(w, '/submission'),
    missing: (w) => noInput(w, '/submission'),
    read: members,
    write: ['submitter'],
    knows: members,
    refused: 404,
  },
  'routes/workspace/receipt': {
    at: (w) => own(w, '/receipt'),
    missing: (w) => noInput(w, '/receipt'),
    read: members,
    refused: 404,
  },
  'routes/workspace/withdrawal': {
    at: (w) => own(w, '/withdrawal'),
    missing: (w) => noInput(w, '/withdrawal'),
    read: members,
    write: ['submitter'],
    knows: members,
    refused: 404,
  },

  'routes/workbench/layout': { at: () => '/workbench', read: [...staff, 'other-staff'], refused: 403 },
  'routes/workbench/overview': { at: () => '/workbench', read: [...staff, 'other-staff'], refused: 403 },
  'routes/workbench/register': ownWork(inStrategy),
  'routes/workbench/register-people': ownWork(inStrategy, '/people'),
  'routes/workbench/phases': ownWork(inStrategy, '/phases'),
  'routes/workbench/documents': ownWork(inStrategy, '/documents'),
  'routes/workbench/meetings': ownWork(inStrategy, '/meetings'),
  'routes/workbench/takedowns': { ...ownWork(inStrategy, '/takedowns', editors), write: undefined },
  'routes/workbench/document': ownWork(inDocument),
  'routes/workbench/measures': ownWork(inDocument, '/measures'),
  'routes/workbench/document-import': ownWork(inDocument, '/import', editors),
  'routes/workbench/import-preview': ownWork((w) => `${inDocument(w)}/import/${w.imported.id}`, '', editors),
  'routes/workbench/version': ownWork(inVersion),
  'routes/workbench/adoption': ownWork(inVersion, '/adoption'),
  'routes/workbench/alignment': ownWork(inVersion, '/alignment'),
  'routes/workbench/paragraph-notes': { ...ownWork(inVersion, '/notes'), write: staff },
  'routes/workbench/meeting': ownWork((w) => `/workbench/meetings/${w.meeting.id}`),
  'routes/workbench/takedown': ownWork((w) => `/workbench/takedowns/${w.takedown.id}`, '', editors),

  'routes/workbench/codebook': {
    at: (w) => `/workbench/strategies/${w.strategy.id}/codebook`,
    missing: (w) => `/workbench/strategies/${w.missing.id}/codebook`,
    read: staff,
    write: editors,
    knows: staff,
    refused: 404,
  },
  'routes/workbench/round': {
    at: (w) => `/workbench/rounds/${w.round.id}`,
    missing: (w) => `/workbench/rounds/${w.missing.id}`,
    read: staff,
    write: editors,
    knows: staff,
    refused: 404,
  },
  'routes/workbench/findings': {
    at: (w) => `/workbench/rounds/${w.round.id}/findings`,
    missing: (w) => `/workbench/rounds/${w.missing.id}/findings`,
    read: staff,
    write: editors,
    knows: staff,
    refused: 404,
  },
  'routes/workbench/finding': {
    at: (w) => `/workbench/rounds/${w.round.id}/findings/${w.finding.id}`,
    missing: (w) => `/workbench/rounds/${w.round.id}/findings/${w.missing.id}`,
    read: staff,
    write: editors,
    knows: staff,
    refused: 404,
  },
  'routes/workbench/citations': {
    at: (w) => `/workbench/rounds/${w.round.id}/findings/${w.finding.id}/citations`,
    missing: (w) => `/workbench/rounds/${w.round.id}/findings/${w.missing.id}/citations`,
    read: editors,
    write: editors,
    knows: staff,
    refused: 404,
  },
  'routes/workbench/reading': {
    at: (w) => `/workbench/inputs/${w.submitted.input.id}`,
    missing: (w) => `/workbench/inputs/${w.missing.id}`,
    read: staff,
    refused: 404,
  },
  'routes/workbench/taggings': {
    at: (w) => `/workbench/inputs/${w.submitted.input.id}/taggings`,
    write: staff,
    refused: 404,
  },
  'routes/workbench/publication': {
    at: (w) => `/workbench/inputs/${w.submitted.input.id}/publication`,
    missing: (w) => `/workbench/inputs/${w.missing.id}/publication`,
    read: staff,
    write: editors,
    knows: staff,
    refused: 404,
  },
  'routes/workbench/search': { at: () => '/workbench/search', read: [...staff, 'other-staff'], refused: 403 },

  'routes/admin/audit-log': { at: () => '/admin', read: ['administrator'], refused: 403 },
  'routes/admin/strategies': {
    at: () => '/admin/strategies',
    read: ['administrator'],
    write: ['administrator'],
    refused: 403,
  },
  'routes/admin/search': {
    at: () => '/admin/search',
    read: ['administrator'],
    write: ['administrator'],
    refused: 403,
  },
}
