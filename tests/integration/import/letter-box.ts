import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { importLetters } from '#app/commands/import/import.server.ts'
import { readLetterFile } from '#app/commands/import/letter-file.server.ts'
import { isRefusal } from '#app/platform/refusal.ts'
import type { Database } from '#db/client.server.ts'
import { aQuestionnaire, aRound } from '#tests/factories/strategies.ts'

/** A round with the standard questions; `general` is the one that letters are put in. */
export async function aLetterRound(db: Database, own: Parameters<typeof aRound>[1] = {}) {
  const round = await aRound(db, own)
  const questions = await aQuestionnaire(db, round)
  return { round, general: questions.find(({ kind }) => kind === 'general')?.id ?? '' }
}

/** A line as a file has it. Every letter has its own id and sender unless told otherwise. */
export function aLine(own: Record<string, unknown> = {}) {
  next += 1
  return {
    ...{ id: `brev-${next}`, respondent: `Laget ${next} i Solvær`, type: 'organisasjon' },
    ...{ date: '2026-03-14', lang: 'nb', text: 'Vi støtter forslaget.\n\n• tid til øving\n• felles mål' },
    ...own,
  }
}
let next = 0

const directory = mkdtempSync(path.join(tmpdir(), 'innspill-letters-'))

/** Writes a file of these lines, or of this raw content, and says where it is. */
export function aFile(content: readonly unknown[] | string | Buffer): string {
  next += 1
  const file = path.join(directory, `letters-${next}.jsonl`)
  writeFileSync(
    file,
    isLines(content) ? content.map((line) => `${JSON.stringify(line)}\n`).join('') : content,
  )
  return file
}
const isLines = (content: readonly unknown[] | string | Buffer): content is readonly unknown[] =>
  Array.isArray(content)

/** Imports the lines as the command does: its exit code, what it says and what it complains about. */
export async function importing(
  round: { slug: string },
  lines: readonly unknown[],
  own: { skipBad?: boolean; dryRun?: boolean; strategy?: string } = {},
) {
  const file = await readLetterFile(aFile(lines))
  if (isRefusal(file)) throw new Error(file.refusal)
  const said: string[] = []
  const complaints: string[] = []
  const voice = { say: (line: string) => said.push(line), complain: (line: string) => complaints.push(line) }
  const options = { round: round.slug, skipBad: false, dryRun: false, ...own }
  return { code: await importLetters(file, options, voice), said, complaints }
}
