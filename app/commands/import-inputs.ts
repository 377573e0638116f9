import { parseArgs } from 'node:util'
import { isRefusal } from '#app/platform/refusal.ts'
import { readLetterFile } from './import/letter-file.server.ts'
import { migrate } from './migration.server.ts'
import { withDatabase } from './open-database.server.ts'

const USAGE = `Registers letters that came another way than through Innspill, in the general question of a round.

  npm run import:inputs -- FILE.jsonl --round SLUG [--strategy SLUG] [--skip-bad] [--dry-run]

  --round SLUG     the round the letters belong to
  --strategy SLUG  its strategy, when several strategies have a round of that name
  --skip-bad       leave bad lines out; otherwise one bad line stops everything
  --dry-run        check all of it and change nothing

Each line is a JSON object with id, respondent, type, date, lang (or language) and text. The date is a day, a moment,
a year, or empty. A letter with nothing to remark says "noRemarks": true, and then needs no text. Imported twice, a
letter is registered once: by its id in the round. Files up to 200 MB, lines up to 1 MB, in UTF-8. Exit code 0 when done, 1 when nothing was changed for a reason, 2 when the command is not understood.`

const FILE_SENTENCES = {
  'no-such-file': 'There is no such file.',
  'file-not-readable': 'The file cannot be read.',
  'file-too-long': 'The file is larger than 200 MB; split it.',
}

/** The command line as it was meant, or what was not understood. */
function understood(args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        round: { type: 'string' },
        strategy: { type: 'string' },
        'skip-bad': { type: 'boolean', default: false },
        'dry-run': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    })
    const { round, strategy, 'skip-bad': skipBad, 'dry-run': dryRun, help } = values
    const [file, ...more] = positionals
    if (help) return { help }
    if (!file || more.length > 0) return { misunderstood: 'Name one file.' }
    if (!round) return { misunderstood: 'Name the round with --round.' }
    return { file, options: { round, strategy, skipBad, dryRun } }
  } catch (error) {
    return { misunderstood: (error as Error).message }
  }
}

/** What went wrong, without the letters that a failed query quotes. */
function sentenceOf(error: unknown): string {
  const { message, cause } = error as Error
  return cause instanceof Error
    ? sentenceOf(cause)
    : String(message ?? error)
        .split('\nparams:')[0]
        ?.slice(0, 300) || 'unknown'
}

async function run(): Promise<number> {
  const asked = understood(process.argv.slice(2))
  if (asked.help) {
    console.log(USAGE)
    return 0
  }
  if (!asked.file) {
    console.error(`${asked.misunderstood}\n\n${USAGE}`)
    return 2
  }
  const { file: path, options } = asked
  const file = await readLetterFile(path)
  if (isRefusal(file)) {
    console.error(`${path}: ${FILE_SENTENCES[file.refusal]}`)
    return 1
  }
  let code = 1
  await withDatabase(async () => {
    await migrate()
    const { importLetters } = await import('./import/import.server.ts')
    code = await importLetters(file, options, { say: console.log, complain: console.error })
  })
  return code
}

// Who reads only the first lines of what we say does not stop the work.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})

try {
  process.exitCode = await run()
} catch (error) {
  console.error(`The import did not finish: ${sentenceOf(error)}`)
  console.error('Run it again: what is registered already is left as it is.')
  process.exitCode = 1
}
process.exit()
