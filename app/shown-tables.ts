import type { Shown } from './features/strategies/kept-page.server.ts'

const texts = [
  'strategies',
  'strategy_links',
  'strategy_members',
  'organisers',
  'phases',
  'register_revisions',
  'rounds',
  'round_revisions',
  'questionnaires',
  'questions',
  'documents',
  'expected_documents',
  'document_versions',
  'version_alignments',
  'measures',
  'measure_statuses',
  'meetings',
  'findings',
  'finding_counts',
  'responses',
  'changes',
  'carried_forward',
  'reports',
  'themes',
  'organisations',
  'counties',
  'people',
]

const inputs = [
  'inputs',
  'input_versions',
  'input_publications',
  'input_masks',
  'input_withholdings',
  'registration_withdrawals',
  'public_answers',
  'invitations',
  'citations',
]

const work = ['passages', 'taggings', 'readings']

/** The tables that pages anyone may read show, and of which part of a strategy each is. Every one has triggers that note its changes. */
export const shownTables: Readonly<Record<string, Shown>> = {
  ...partOf('texts', texts),
  ...partOf('inputs', inputs),
  ...partOf('work', work),
}

function partOf(part: Shown, tables: readonly string[]) {
  return Object.fromEntries(tables.map((table) => [table, part]))
}
