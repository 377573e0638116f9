import { everyone, readableRows } from './readable-rows.ts'
import type { Role, World } from './world.ts'

const members: Role[] = ['contributor', 'approver', 'submitter']
const staff: Role[] = ['analyst', 'editor', 'lead']
const editors: Role[] = ['editor', 'lead']
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

const inStrategy = (world: World) => `/workbench/strategies/${world.strategy.id}`
const inRound = (world: World) => `/workbench/rounds/${world.round.id}`
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

/** A page of an organisation's own input: its members read it, some of them write, others cannot tell that it is there. */
const ofInput = (rest: string, write?: Role[]): Row => ({
  at: (world) => own(world, rest),
  missing: (world) => noInput(world, rest),
  read: members,
  write,
  knows: members,
  refused: 404,
})

const allMissing = (world: World): World => ({
  ...world,
  strategy: { ...world.strategy, id: world.missing.id },
  round: { ...world.round, id: world.missing.id },
  document: { ...world.document, id: world.missing.id },
  meeting: { ...world.meeting, id: world.missing.id },
  takedown: { ...world.takedown, id: world.missing.id },
})

/** A row for every route of app/routes.ts, by its id. */
export const matrix: Record<string, Row> = {
  ...readableRows,
  'routes/auth/sign-out': { at: () => '/sign-out', read: 'everyone', write: 'everyone' },
  'routes/auth/mailbox': everyone(() => '/mailbox'),
  'routes/public/health': everyone(() => '/health'),

  'routes/public/file': everyone(() => '/files/finst-ikkje'),
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
  'routes/workbench/new-round': { ...ownWork(inStrategy, '/rounds/new', editors) },
  'routes/workbench/codebook-health': { ...ownWork(inStrategy, '/codebook/health'), write: undefined },
  'routes/workbench/rechecks': { ...ownWork(inStrategy, '/codebook/rechecks'), write: staff },
  'routes/workbench/codebook-import': ownWork(inStrategy, '/codebook/import', editors),
  'routes/workbench/codebook-export': { ...ownWork(inStrategy, '/codebook/export/csv'), write: undefined },
  'routes/workbench/theme': {
    ...ownWork((w) => `${inStrategy(w)}/codebook/themes/${w.theme.id}`),
    missing: (w) => `${inStrategy(w)}/codebook/themes/${w.missing.id}`,
  },
  'routes/workbench/round': {
    at: (w) => `/workbench/rounds/${w.round.id}`,
    missing: (w) => `/workbench/rounds/${w.missing.id}`,
    read: staff,
    write: editors,
    knows: staff,
    refused: 404,
  },
  'routes/workbench/round-settings': ownWork(inRound, '/settings'),
  'routes/workbench/round-opening': ownWork(inRound, '/opening'),
  'routes/workbench/round-rules': ownWork(inRound, '/rules'),
  'routes/workbench/intake': { ...ownWork(inRound, '/intake'), write: undefined },
  'routes/workbench/registration': { ...ownWork(inRound, '/intake/new'), write: staff },
  'routes/workbench/input-import': ownWork(inRound, '/intake/import', editors),
  'routes/workbench/input-import-preview': {
    ...ownWork((w) => `${inRound(w)}/intake/import/${w.inputImport.id}`, '', editors),
    missing: (w) => `${inRound(w)}/intake/import/${w.missing.id}`,
  },
  'routes/workbench/assignments': ownWork(inRound, '/assignments'),
  'routes/workbench/progress': { ...ownWork(inRound, '/progress'), write: undefined },
  'routes/workbench/tables': { ...ownWork(inRound, '/tables'), write: undefined },
  'routes/workbench/table': { ...ownWork(inRound, '/tables/received'), write: undefined },
  'routes/workbench/table-figure': { ...ownWork(inRound, '/tables/received/figure'), write: undefined },
  'routes/workbench/table-file': { ...ownWork(inRound, '/tables/received/file/csv'), write: undefined },
  'routes/workbench/table-senders': {
    ...ownWork(inRound, '/tables/received/senders?row=municipality&column=answered'),
    write: undefined,
  },
  'routes/workbench/invitations': ownWork(inRound, '/invitations'),
  'routes/workbench/extensions': ownWork(inRound, '/extensions'),
  'routes/workbench/questionnaire': ownWork(inRound, '/questionnaire'),
  'routes/workbench/questionnaire-preview': {
    ...ownWork(inRound, '/questionnaire/preview'),
    write: undefined,
  },
  'routes/workbench/question': ownWork(inRound, '/questionnaire/new', editors),
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
    write: staff,
    refused: 404,
  },
  'routes/workbench/taggings': {
    at: (w) => `/workbench/inputs/${w.submitted.input.id}/taggings`,
    write: staff,
    refused: 404,
  },
  'routes/workbench/passages': {
    at: (w) => `/workbench/inputs/${w.submitted.input.id}/passages`,
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
  'routes/workbench/attachment': {
    at: (w) => `/workbench/inputs/${w.submitted.input.id}/attachments/${w.sentAttachment.id}`,
    missing: (w) => `/workbench/inputs/${w.submitted.input.id}/attachments/${w.missing.id}`,
    read: staff,
    refused: 404,
  },
  'routes/workbench/search': { at: () => '/workbench/search', read: [...staff, 'other-staff'], refused: 403 },
  'routes/workbench/saved-searches': {
    at: () => '/workbench/search/saved',
    read: [...staff, 'other-staff'],
    write: [...staff, 'other-staff'],
    refused: 403,
  },
  'routes/workbench/tag-hits': {
    at: () => '/workbench/search/tagging?q=skole',
    read: [...staff, 'other-staff'],
    write: [...staff, 'other-staff'],
    refused: 403,
  },
  'routes/workbench/tagging-job': {
    at: (w) => `/workbench/tagging-jobs/${w.taggingJob.id}`,
    missing: (w) => `/workbench/tagging-jobs/${w.missing.id}`,
    read: staff,
    write: staff,
    refused: 404,
  },
  'routes/workbench/queue': {
    at: () => '/workbench/queue',
    read: [...staff, 'other-staff'],
    write: [...staff, 'other-staff'],
    refused: 403,
  },

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
