// Who may know whom. The floors, from the ground up: a room may use rooms below it, never above.
const rooms = [
  'identity',
  'organisations',
  'strategies',
  'documents',
  'questionnaires',
  'inputs',
  'meetings',
  'analysis',
  'assignments',
  'tables',
  'findings',
  'responses',
  'discovery',
  'exports',
  'open-data',
  'notifications',
]

const server = '\\.server\\.ts$'
const test = '\\.test\\.ts$'

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

const floors = rooms
  .slice(0, -1)
  .map((room, floor) =>
    rule(
      `no-looking-up-from-${room}`,
      'A room uses rooms on lower floors only; a need to look up means that an event is missing.',
      { path: `^app/features/${room}/` },
      { path: `^app/features/(${rooms.slice(floor + 1).join('|')})/` },
    ),
  )

const only = (module, home) =>
  rule(
    `${module}-at-home`,
    `${module} is known in one place, so that replacing it stays cheap.`,
    { pathNot: home },
    {
      path: `node_modules/${module}/`,
    },
  )

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    rule(
      'no-cycles',
      'Two files that need each other are one thing, or miss a third.',
      {},
      { circular: true },
    ),
    rule(
      'resolvable',
      'An import that leads nowhere.',
      {},
      // What Vite makes has no file.
      { couldNotResolve: true, pathNot: '(\\?(raw|url)$|^virtual:)' },
    ),
    ...floors,
    rule(
      'routes-ask-rooms',
      'A route asks a room; it knows no table, no index and no other route.',
      { path: '^app/routes/' },
      {
        path: '^(db|search|app/routes|app/commands)/',
      },
    ),
    rule(
      'only-the-server-stores',
      'Only *.server.ts touch the database or an engine; a plain file could leak them to the browser.',
      { path: '^app/', pathNot: `(${server}|^app/commands/|${test})` },
      { path: '^(db/|search/.*\\.server\\.ts$)' },
    ),
    rule(
      'pure-means-pure',
      'A plain .ts in a room holds rules: no Node, no React, no driver. Time comes in as an argument.',
      { path: '^app/(features|platform)/.*\\.ts$', pathNot: `(${server}|${test}|\\.d\\.ts$)` },
      {
        dependencyTypes: ['core', 'npm'],
        pathNot: 'node_modules/(zod|@tiptap|prosemirror-[a-z]+|diff|node-diff3|libphonenumber-js)/',
      },
    ),
    rule(
      'pure-stays-pure',
      'A plain .ts or .tsx does not reach for a server file; the shape of what it is given is no reach.',
      { path: '^(app/(features|platform|messages|ui)|search|db)/.*\\.tsx?$', pathNot: `(${server}|${test})` },
      { path: server, dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'rooms-know-no-page',
      'Features, platform and ui know nothing of pages.',
      { path: '^app/(features|platform|ui|messages)/' },
      {
        path: '^app/(routes|commands)/',
      },
    ),
    rule(
      'ui-knows-no-noun',
      'The design system could ship in another product.',
      { path: '^app/ui/' },
      {
        path: '^(app/(features|messages)|db|search)/',
      },
    ),
    rule(
      'platform-knows-no-noun',
      'The platform could ship in another product.',
      { path: '^app/platform/' },
      {
        path: '^(app/(features|ui|messages)|search)/',
      },
    ),
    rule(
      'search-knows-the-tables',
      'The search port knows the database and nothing of the app.',
      { path: '^search/' },
      { path: '^app/' },
    ),
    rule(
      'db-knows-nobody',
      'The shape of what we remember depends on nobody.',
      { path: '^db/' },
      { path: '^(app|search)/' },
    ),
    rule(
      'nobody-needs-tests',
      'The product does not import its tests.',
      { path: '^(app|db|search)/', pathNot: test },
      { path: '^tests/' },
    ),
    only('lucia', '^app/features/identity/session\\.server\\.ts$'),
    only('pg-boss', '^app/platform/jobs/'),
    only('nodemailer', '^app/platform/mail/'),
    only('meilisearch', '^search/meilisearch/'),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json', '.css', '.d.ts'],
    },
  },
}
