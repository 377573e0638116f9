import type { Row } from './matrix.ts'
import type { Role, World } from './world.ts'

const staff: Role[] = ['analyst', 'editor', 'lead']
const editors: Role[] = ['editor', 'lead']

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

const ofFinding = (rest: string): Row => ({
  ...ownWork((w) => `${inRound(w)}/findings/${w.finding.id}`, rest),
  missing: (w) => `${inRound(w)}/findings/${w.missing.id}${rest}`,
})

const allMissing = (world: World): World => ({
  ...world,
  strategy: { ...world.strategy, id: world.missing.id },
  round: { ...world.round, id: world.missing.id },
  document: { ...world.document, id: world.missing.id },
  meeting: { ...world.meeting, id: world.missing.id },
  takedown: { ...world.takedown, id: world.missing.id },
})

/** The rows of the secretariat's pages. */
export const workbenchRows: Record<string, Row> = {
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
  'routes/workbench/round-closing': ownWork(inRound, '/closing'),
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
  'routes/workbench/quantity-words': ownWork(inStrategy, '/quantity-words'),
  'routes/workbench/numbers': ofFinding('/numbers'),
  'routes/workbench/finding-history': ofFinding('/history'),
  'routes/workbench/response': ofFinding('/response'),
  'routes/workbench/changes': ofFinding('/changes'),
  'routes/workbench/coverage': { ...ownWork(inRound, '/coverage'), write: undefined },
  'routes/workbench/carried-forward': ownWork(inRound, '/carried-forward'),
  'routes/workbench/feedback': ownWork(inRound, '/feedback'),
  'routes/workbench/reports': ownWork(inRound, '/reports'),
  'routes/workbench/report-file': {
    ...ownWork((w) => `${inRound(w)}/reports/${w.report.id}`),
    missing: (w) => `${inRound(w)}/reports/${w.missing.id}`,
    write: undefined,
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
  'routes/workbench/taking-back': {
    at: (w) => `/workbench/inputs/${w.submitted.input.id}/taking-back`,
    missing: (w) => `/workbench/inputs/${w.missing.id}/taking-back`,
    read: staff,
    write: staff,
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
}
