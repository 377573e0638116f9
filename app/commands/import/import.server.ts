import { registerLetters } from '#app/features/inputs/registration.server.ts'
import { isRefusal } from '#app/platform/refusal.ts'
import type { LetterFile } from './letter-file.server.ts'
import { count, faultSentence, type LineFault, summary } from './report.ts'
import { findRound, listRounds } from './round.server.ts'

/** What was asked for on the command line. */
export type ImportOptions = { round: string; strategy?: string; skipBad: boolean; dryRun: boolean }

/** What is said to whom: the outcome to standard output, what is wrong to standard error. */
export type Voice = { say(line: string): void; complain(line: string): void }

/** Registers a file of letters in a round. Returns the exit code: 0, or 1 when nothing was changed for a reason. */
export async function importLetters(file: LetterFile, options: ImportOptions, voice: Voice): Promise<0 | 1> {
  const box = await findRound(options.round, options.strategy)
  if (isRefusal(box)) {
    voice.complain(ROUND_SENTENCES[box.refusal])
    const rounds = box.refusal === 'no-general-question' ? [] : await listRounds()
    if (rounds.length > 0) voice.complain(['The rounds are:', ...rounds].join('\n  '))
    return 1
  }
  const stopped = file.faults.length > 0 && !options.skipBad
  const take = options.dryRun || stopped ? 'none' : options.skipBad ? 'good-ones' : 'all'
  const { faults: known, ...outcome } = await registerLetters(
    box,
    file.letters.map(({ letter }) => letter),
    take,
  )
  const faults: LineFault[] = [
    ...file.faults,
    ...[...known].map(([at, fault]) => ({ line: file.letters[at]?.line ?? 0, ...fault })),
  ].sort((one, other) => one.line - other.line)
  for (const fault of faults) voice.complain(faultSentence(fault))

  const bad = new Set(faults.map(({ line }) => line)).size
  const refused = bad > 0 && !options.skipBad
  if (refused)
    voice.complain(
      `Nothing was changed: ${count(bad, 'line')} of ${file.lines} cannot be taken. Mend the file, or leave bad lines out with --skip-bad.`,
    )
  else if (options.dryRun) voice.say('A rehearsal: nothing was changed.')
  if (!refused || options.dryRun) voice.say(summary({ lines: file.lines, ...outcome, bad }, options.dryRun))
  if (!refused && !options.dryRun && outcome.registered > 0) voice.say(AFTERWARDS)
  return refused ? 1 : 0
}

const ROUND_SENTENCES = {
  'no-such-round': 'There is no such round.',
  'several-rounds': 'Several strategies have a round of that name; say which with --strategy.',
  'no-general-question': 'The round has no general question to put the texts in.',
}

const AFTERWARDS =
  'They can be read and searched when the worker has made their passages: in a moment if Innspill is running, else when it next starts. Nothing is public until staff publish it.'
