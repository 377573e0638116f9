import {
  index,
  layout,
  prefix,
  type RouteConfig,
  type RouteConfigEntry,
  route,
} from '@remix-run/route-config'
import type { Locale } from './platform/locale.ts'

/** Every page anyone may read, and signing in, once per written language over the same files. */
function readable(locale: Locale): RouteConfigEntry[] {
  const id = (name: string) => ({ id: `${locale}/${name}` })
  const page = (path: string, file: string) => route(path, `routes/${file}.tsx`, id(file))
  return [
    layout('routes/public/layout.tsx', id('public/layout'), [
      index('routes/public/home.tsx', id('public/home')),
      page('strategies/:strategy', 'public/strategy'),
      page('strategies/:strategy/history', 'public/register-history'),
      page('strategies/:strategy/meetings', 'public/meetings'),
      page('strategies/:strategy/meetings/:meeting', 'public/meeting'),
      ...prefix('strategies/:strategy/rounds/:round', [
        page('', 'public/round'),
        page('inputs', 'public/published-inputs'),
        page('inputs/:input', 'public/published-input'),
        page('invited', 'public/invited'),
        page('answer', 'public/answer'),
        page('findings', 'public/findings'),
        page('findings/:finding', 'public/finding'),
      ]),
      page('strategies/:strategy/documents/:document/:version?', 'public/document'),
      page('strategies/:strategy/documents/:document/:version/changes/:since?', 'public/comparison'),
      page('takedown', 'public/takedown'),
      page('check', 'public/receipt-check'),
      page('search', 'public/search'),
      page('accessibility', 'public/accessibility'),
      page('sign-in', 'auth/sign-in'),
      page('sign-in/:token', 'auth/sign-in-link'),
      page('*', 'public/not-found'),
    ]),
  ]
}

export default [
  ...readable('nb'),
  ...prefix('nn', readable('nn')),
  ...prefix('en', readable('en')),
  route('sign-out', 'routes/auth/sign-out.tsx'),
  route('mailbox', 'routes/auth/mailbox.tsx'),
  route('health', 'routes/public/health.ts'),
  route('files/:file', 'routes/public/file.ts'),

  // Coming to work for an organisation: by an invitation, by asking, or by telling of a body we did not know.
  route('join', 'routes/workspace/join.tsx'),
  route('join/new', 'routes/workspace/new-organisation.tsx'),
  route('join/:invitation', 'routes/auth/membership-invitation.tsx'),

  // A sender at work: one organisation at a time, or a private person under 'personal'.
  route('workspace', 'routes/workspace/choose-organisation.tsx'),
  route('workspace/:organisation', 'routes/workspace/layout.tsx', [
    index('routes/workspace/overview.tsx'),
    route('members', 'routes/workspace/members.tsx'),
    route('rounds/:round', 'routes/workspace/start.tsx'),
    ...prefix('inputs/:input', [
      route('', 'routes/workspace/writing.tsx'),
      route('autosave', 'routes/workspace/autosave.ts'),
      route('presence', 'routes/workspace/presence.ts'),
      route('history/:question', 'routes/workspace/answer-history.tsx'),
      route('documents/:version', 'routes/workspace/commenting.tsx'),
      route('attachments', 'routes/workspace/attachments.tsx'),
      route('attachments/:attachment', 'routes/workspace/attachment.ts'),
      route('sign-off', 'routes/workspace/sign-off.tsx'),
      route('no-remarks', 'routes/workspace/no-remarks.tsx'),
      route('adoption', 'routes/workspace/adoption.tsx'),
      route('submission', 'routes/workspace/submission.tsx'),
      route('receipt', 'routes/workspace/receipt.tsx'),
      route('receipt.pdf', 'routes/workspace/receipt-pdf.ts'),
      route('withdrawal', 'routes/workspace/withdrawal.tsx'),
    ]),
  ]),

  // The secretariat at work.
  route('workbench', 'routes/workbench/layout.tsx', [
    index('routes/workbench/overview.tsx'),
    ...prefix('strategies/:strategy', [
      route('', 'routes/workbench/register.tsx'),
      route('people', 'routes/workbench/register-people.tsx'),
      route('phases', 'routes/workbench/phases.tsx'),
      route('rounds/new', 'routes/workbench/new-round.tsx'),
      ...prefix('codebook', [
        route('', 'routes/workbench/codebook.tsx'),
        route('health', 'routes/workbench/codebook-health.tsx'),
        route('rechecks', 'routes/workbench/rechecks.tsx'),
        route('import', 'routes/workbench/codebook-import.tsx'),
        route('export/:format', 'routes/workbench/codebook-export.ts'),
        route('themes/:theme', 'routes/workbench/theme.tsx'),
      ]),
      route('documents', 'routes/workbench/documents.tsx'),
      route('meetings', 'routes/workbench/meetings.tsx'),
      route('takedowns', 'routes/workbench/takedowns.tsx'),
    ]),
    ...prefix('documents/:document', [
      route('', 'routes/workbench/document.tsx'),
      route('measures', 'routes/workbench/measures.tsx'),
      route('import', 'routes/workbench/document-import.tsx'),
      route('import/:import', 'routes/workbench/import-preview.tsx'),
      ...prefix('versions/:version', [
        route('', 'routes/workbench/version.tsx'),
        route('adoption', 'routes/workbench/adoption.tsx'),
        route('alignment', 'routes/workbench/alignment.tsx'),
        route('notes', 'routes/workbench/paragraph-notes.tsx'),
      ]),
    ]),
    route('meetings/:meeting', 'routes/workbench/meeting.tsx'),
    route('takedowns/:takedown', 'routes/workbench/takedown.tsx'),
    ...prefix('rounds/:round', [
      route('', 'routes/workbench/round.tsx'),
      route('settings', 'routes/workbench/round-settings.tsx'),
      route('rules', 'routes/workbench/round-rules.tsx'),
      route('opening', 'routes/workbench/round-opening.tsx'),
      route('invitations', 'routes/workbench/invitations.tsx'),
      route('extensions', 'routes/workbench/extensions.tsx'),
      route('questionnaire', 'routes/workbench/questionnaire.tsx'),
      route('questionnaire/preview', 'routes/workbench/questionnaire-preview.tsx'),
      route('questionnaire/:question', 'routes/workbench/question.tsx'),
      ...prefix('intake', [
        route('', 'routes/workbench/intake.tsx'),
        route('new', 'routes/workbench/registration.tsx'),
        route('import', 'routes/workbench/input-import.tsx'),
        route('import/:import', 'routes/workbench/input-import-preview.tsx'),
      ]),
      route('assignments', 'routes/workbench/assignments.tsx'),
      route('progress', 'routes/workbench/progress.tsx'),
      ...prefix('tables', [
        route('', 'routes/workbench/tables.tsx'),
        route(':table', 'routes/workbench/table.tsx'),
        route(':table/figure', 'routes/workbench/table-figure.ts'),
        route(':table/file/:format', 'routes/workbench/table-file.ts'),
        route(':table/senders', 'routes/workbench/table-senders.tsx'),
      ]),
      route('findings', 'routes/workbench/findings.tsx'),
      route('findings/:finding', 'routes/workbench/finding.tsx'),
      route('findings/:finding/citations', 'routes/workbench/citations.tsx'),
    ]),
    route('inputs/:input', 'routes/workbench/reading.tsx'),
    route('inputs/:input/taggings', 'routes/workbench/taggings.ts'),
    route('inputs/:input/passages', 'routes/workbench/passages.ts'),
    route('inputs/:input/publication', 'routes/workbench/publication.tsx'),
    route('inputs/:input/attachments/:attachment', 'routes/workbench/attachment.ts'),
    route('search', 'routes/workbench/search.tsx'),
    route('search/saved', 'routes/workbench/saved-searches.tsx'),
    route('search/tagging', 'routes/workbench/tag-hits.tsx'),
    route('tagging-jobs/:job', 'routes/workbench/tagging-job.tsx'),
    route('queue', 'routes/workbench/queue.tsx'),
  ]),

  // Keeping the house.
  route('admin', 'routes/admin/audit-log.tsx'),
  route('admin/audit.csv', 'routes/admin/audit-file.ts'),
  route('admin/strategies', 'routes/admin/strategies.tsx'),
  route('admin/organisations', 'routes/admin/organisations.tsx'),
  route('admin/organisations/:organisation', 'routes/admin/organisation.tsx'),
  route('admin/search', 'routes/admin/search.tsx'),
] satisfies RouteConfig
