import {
  index,
  layout,
  prefix,
  type RouteConfig,
  type RouteConfigEntry,
  route,
} from '@remix-run/route-config'

/** Every page anyone may read, and signing in, once per written language over the same files. */
function readable(locale: 'nb' | 'nn'): RouteConfigEntry[] {
  const id = (name: string) => ({ id: `${locale}/${name}` })
  const page = (path: string, file: string) => route(path, `routes/${file}.tsx`, id(file))
  return [
    layout('routes/public/layout.tsx', id('public/layout'), [
      index('routes/public/home.tsx', id('public/home')),
      page('strategies/:strategy', 'public/strategy'),
      ...prefix('strategies/:strategy/rounds/:round', [
        page('', 'public/round'),
        page('inputs', 'public/published-inputs'),
        page('inputs/:input', 'public/published-input'),
        page('findings', 'public/findings'),
        page('findings/:finding', 'public/finding'),
      ]),
      page('strategies/:strategy/documents/:document/:version?', 'public/document'),
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
  route('sign-out', 'routes/auth/sign-out.tsx'),
  route('mailbox', 'routes/auth/mailbox.tsx'),
  route('health', 'routes/public/health.ts'),

  // A municipality at work: one organisation at a time.
  route('workspace', 'routes/workspace/choose-organisation.tsx'),
  route('workspace/:organisation', 'routes/workspace/layout.tsx', [
    index('routes/workspace/overview.tsx'),
    route('rounds/:round', 'routes/workspace/start.tsx'),
    ...prefix('inputs/:input', [
      route('', 'routes/workspace/writing.tsx'),
      route('autosave', 'routes/workspace/autosave.ts'),
      route('submission', 'routes/workspace/submission.tsx'),
      route('receipt', 'routes/workspace/receipt.tsx'),
      route('withdrawal', 'routes/workspace/withdrawal.tsx'),
    ]),
  ]),

  // The secretariat at work.
  route('workbench', 'routes/workbench/layout.tsx', [
    index('routes/workbench/overview.tsx'),
    route('strategies/:strategy/codebook', 'routes/workbench/codebook.tsx'),
    ...prefix('rounds/:round', [
      route('', 'routes/workbench/round.tsx'),
      route('findings', 'routes/workbench/findings.tsx'),
      route('findings/:finding', 'routes/workbench/finding.tsx'),
      route('findings/:finding/citations', 'routes/workbench/citations.tsx'),
    ]),
    route('inputs/:input', 'routes/workbench/reading.tsx'),
    route('inputs/:input/taggings', 'routes/workbench/taggings.ts'),
    route('inputs/:input/publication', 'routes/workbench/publication.tsx'),
    route('search', 'routes/workbench/search.tsx'),
  ]),

  // Keeping the house.
  route('admin', 'routes/admin/audit-log.tsx'),
  route('admin/search', 'routes/admin/search.tsx'),
] satisfies RouteConfig
