import { openDataRows } from './open-data-rows.ts'
import { everyone, readableRows } from './readable-rows.ts'
import { workbenchRows } from './workbench-rows.ts'
import type { Role, World } from './world.ts'

const members: Role[] = ['contributor', 'approver', 'submitter']
const staff: Role[] = ['analyst', 'editor', 'lead']
const writers: Role[] = ['contributor', 'approver']
/** Everybody who is signed in, whoever they are. */
export const signedIn: Role[] = [...members, 'neighbour', 'nobody', ...staff, 'other-staff', 'administrator']

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
  /** It counts what is asked of it, so that its numbers are others each time. */
  counts?: true
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

const workspace = (world: World) => `/workspace/${world.organisation.slug}`
const own = (world: World, rest = '') => `${workspace(world)}/inputs/${world.draft.id}${rest}`
const noInput = (world: World, rest = '') => `${workspace(world)}/inputs/${world.missing.id}${rest}`

/** A page of an organisation's own input: its members read it, some of them write, others cannot tell that it is there. */
const ofInput = (rest: string, write?: Role[]): Row => ({
  at: (world) => own(world, rest),
  missing: (world) => noInput(world, rest),
  read: members,
  write,
  knows: members,
  refused: 404,
})

/** A row for every route of app/routes.ts, by its id. */
export const matrix: Record<string, Row> = {
  ...readableRows,
  ...openDataRows,
  'routes/auth/sign-out': { at: () => '/sign-out', read: 'everyone', write: 'everyone' },
  'routes/auth/mailbox': everyone(() => '/mailbox'),
  'routes/auth/profile': { at: () => '/profile', read: signedIn, write: signedIn },
  'routes/public/health': everyone(() => '/health', { counts: true }),

  'routes/public/file': everyone(() => '/files/finst-ikkje'),
  'routes/public/report': everyone((w) => `/reports/${w.missing.id}`),
  'routes/workspace/join': { at: () => '/join', read: signedIn, write: signedIn },
  'routes/workspace/new-organisation': { at: () => '/join/new', read: signedIn, write: signedIn },
  'routes/auth/membership-invitation': everyone(() => '/join/ikkje-ei-lenkje', { write: 'everyone' }),

  'routes/workspace/choose-organisation': {
    at: () => '/workspace',
    read: signedIn,
  },
  'routes/workspace/layout': { at: workspace, read: members, refused: 404 },
  'routes/workspace/overview': { at: workspace, read: members, refused: 404 },
  'routes/workspace/members': {
    at: (w) => `${workspace(w)}/members`,
    read: members,
    write: ['approver'],
    knows: members,
    refused: 404,
  },
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
  'routes/workspace/presence': { ...ofInput('/presence', members), read: undefined },
  'routes/workspace/answer-history': ofInput(
    `/history/${'0'.repeat(8)}-0000-7000-8000-${'0'.repeat(12)}`,
    writers,
  ),
  'routes/workspace/commenting': {
    ...ofInput('', writers),
    at: (w) => own(w, `/documents/${w.consulted.id}`),
    missing: (w) => noInput(w, `/documents/${w.consulted.id}`),
  },
  'routes/workspace/attachments': ofInput('/attachments', writers),
  'routes/workspace/attachment': {
    ...ofInput(''),
    at: (w) => own(w, `/attachments/${w.attachment.id}`),
    missing: (w) => own(w, `/attachments/${w.missing.id}`),
  },
  // Who only sends takes no step on the way to approval.
  'routes/workspace/sign-off': ofInput('/sign-off', writers),
  'routes/workspace/no-remarks': ofInput('/no-remarks', ['submitter']),
  'routes/workspace/adoption': ofInput('/adoption', ['submitter']),
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
  'routes/workspace/receipt-pdf': ofInput('/receipt.pdf'),
  'routes/workspace/withdrawal': {
    at: (w) => own(w, '/withdrawal'),
    missing: (w) => noInput(w, '/withdrawal'),
    read: members,
    write: ['submitter'],
    knows: members,
    refused: 404,
  },

  'routes/workspace/outcome': ofInput('/outcome'),

  ...workbenchRows,

  'routes/admin/audit-log': { at: () => '/admin', read: ['administrator'], refused: 403 },
  'routes/admin/audit-file': { at: () => '/admin/audit.csv', read: ['administrator'], refused: 403 },
  'routes/admin/strategies': {
    at: () => '/admin/strategies',
    read: ['administrator'],
    write: ['administrator'],
    refused: 403,
  },
  'routes/admin/organisations': {
    at: () => '/admin/organisations',
    read: ['administrator'],
    write: ['administrator'],
    refused: 403,
  },
  'routes/admin/organisation': {
    // Nobody else is heard at all here; where a stranger is sent to sign in holds the name they asked for.
    at: (w) => `/admin/organisations/${w.organisation.slug}`,
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
