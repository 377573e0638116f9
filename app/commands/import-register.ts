import { open } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { maxRegisterBytes } from '#app/features/organisations/register.ts'
import { isRefusal } from '#app/platform/refusal.ts'
import { migrate } from './migration.server.ts'
import { withDatabase } from './open-database.server.ts'

const USAGE = `Puts the municipalities of a register on record, and brings those that are there up to date.

  npm run import:register -- --file FILE.csv [--dry-run]

  --file FILE  a table in UTF-8, separated by commas or semicolons, with the headings kommunenr, navn_norsk,
               navn_offisielt, fylke, fylkenr, maalform and orgnr; also navn_se, navn_sma, navn_smj, navn_kven,
               innbyggere (how many live there), and kommunenr_YYYY: the number the municipality had at the end of
               that year
  --dry-run    do all of it, say what would change, and keep nothing

A row that cannot be used is left out and told with its line; the others go in, all of them or none. Imported again, a
municipality is brought up to date and never made twice. One that the file does not name is left as it is. Exit code 0
when done, 1 when nothing was changed for a reason, 2 when the command is not understood.`

function understood(args: string[]) {
  try {
    const { values } = parseArgs({
      args,
      options: {
        file: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    })
    if (values.help) return { help: true }
    if (!values.file) return { misunderstood: 'Name the file with --file.' }
    return { file: values.file, tried: values['dry-run'] }
  } catch (error) {
    return { misunderstood: (error as Error).message }
  }
}

/** The beginning of a file, a little more than a register may be; null when it cannot be read. */
async function bytesOf(path: string): Promise<Uint8Array | null> {
  try {
    const file = await open(path)
    try {
      const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(maxRegisterBytes + 1) })
      return buffer.subarray(0, bytesRead)
    } finally {
      await file.close()
    }
  } catch {
    return null
  }
}

async function run(): Promise<number> {
  const asked = understood(process.argv.slice(2))
  if (asked.help) {
    console.log(USAGE)
    return 0
  }
  if (asked.file === undefined) {
    console.error(`${asked.misunderstood}\n\n${USAGE}`)
    return 2
  }
  const { file, tried = false } = asked
  const { readRegisterFile } = await import('#app/features/organisations/register-file.server.ts')
  const { fileSentences, reportLines } = await import('./import/register-report.ts')
  const bytes = await bytesOf(file)
  const register = bytes && readRegisterFile(bytes)
  if (!register || isRefusal(register)) {
    console.error(`${file}: ${register ? fileSentences[register.refusal] : 'The file cannot be read.'}`)
    return 1
  }
  await withDatabase(async () => {
    await migrate()
    const { importRegister } = await import('#app/features/organisations/register-import.server.ts')
    const report = await importRegister(null, register, { tried })
    if (!isRefusal(report)) for (const line of reportLines(report, tried)) console.log(line)
  })
  return 0
}

// Who reads only the first lines of what we say does not stop the work.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})

try {
  process.exitCode = await run()
} catch (error) {
  console.error(
    `The import did not finish, and nothing is changed: ${String((error as Error).message).split('\nparams:')[0]}`,
  )
  process.exitCode = 1
}
process.exit()
