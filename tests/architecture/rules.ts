/** The house rules that a file's name, place or text can break. Import directions are in dependency-cruiser.mjs. */
export type Breach = { path: string; reason: string }

export type SourceFile = { path: string; text: string }

const longestFile = 300

const drawers = new Set([
  'utils',
  'util',
  'helpers',
  'helper',
  'misc',
  'common',
  'shared',
  'lib',
  'types',
  'constants',
  'index',
])

const roomFile =
  /^app\/features\/[a-z-]+\/([a-z-]+\.ts|[a-z-]+\.test\.ts|[a-z-]+\.server\.ts|components\/[a-z0-9-]+\.tsx)$/

const topLevel = new Set([
  'app',
  'db',
  'search',
  'public',
  'tests',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'remix.config.js',
  'README.md',
  'LICENSE',
  'vite.config.ts',
  'biome.json',
  'knip.json',
  '.ci',
  '.editorconfig',
  '.gitignore',
  '.githooks',
  '.readme',
])

const source = /^(app|db|search|tests)\/.*\.(ts|tsx|mjs)$/

/** Every breach of the rules, each with its reason. */
export function breaches(files: SourceFile[]): Breach[] {
  return files.flatMap((file) => [
    ...placeBreaches(file.path),
    ...(source.test(file.path) ? textBreaches(file) : []),
  ])
}

function placeBreaches(path: string): Breach[] {
  const found: Breach[] = []
  const breach = (broken: boolean, reason: string) => broken && found.push({ path, reason })
  const parts = path.split('/')
  const names = parts.map((part) => part.replace(/(\.server|\.test|\.spec)?\.[a-z]+$/, ''))
  breach(!topLevel.has(parts[0] ?? ''), 'The top level is closed; find the room this belongs to.')
  breach(
    source.test(path) && path !== 'db/schema/index.ts' && names.some((name) => drawers.has(name)),
    'A drawer is not a name: say what it holds.',
  )
  breach(
    source.test(path) && parts.some((part) => !/^[a-z0-9$.-]+$/.test(part)),
    'Files and folders are kebab-case.',
  )
  breach(
    path.startsWith('app/features/') && !roomFile.test(path),
    'A room holds rules (.ts), reads and writes (.server.ts) and components/, nothing else.',
  )
  return found
}

function textBreaches({ path, text }: SourceFile): Breach[] {
  const found: Breach[] = []
  const breach = (broken: boolean, reason: string) => broken && found.push({ path, reason })
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
  const inside = /^(app|search|db)\//.test(path) && !/\.test\.ts$/.test(path)
  breach(text.split('\n').length > longestFile + 1, `Over ${longestFile} lines: is it still one thing?`)
  breach(
    inside &&
      /process\.env/.test(code.replaceAll('process.env.NODE_ENV', '')) &&
      !['app/platform/config.server.ts', 'db/drizzle.config.ts'].includes(path) &&
      !path.startsWith('app/commands/') &&
      !path.startsWith('db/embedded/'),
    'Settings are read in platform/config.server.ts.',
  )
  breach(
    pure.test(path) && /\bnew Date\(\)|Date\.now\(\)|Math\.random\(\)/.test(code),
    'Rules get the time as an argument and leave nothing to chance.',
  )
  breach(
    inside && /^export \* from/m.test(code) && path !== 'db/schema/index.ts',
    'No barrels: import from where it is.',
  )
  breach(/\b(test|it|describe)\.(only|skip|todo)\b/.test(code), 'No test is left out or run alone.')
  breach(
    inside && /dangerouslySetInnerHTML/.test(code) && path !== 'app/ui/icon.tsx',
    'Nobody else writes raw HTML.',
  )
  breach(/\bstyle=\{/.test(code) && path.endsWith('.tsx'), 'The content policy forbids inline styles.')
  return found
}

const pure = /^app\/(features|platform)\/(?!.*(\.server|\.test)\.ts$).*\.ts$/
