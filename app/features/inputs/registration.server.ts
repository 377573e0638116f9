import { and, eq, inArray, sql } from 'drizzle-orm'
import { type Transaction, tx } from '#app/platform/database.server.ts'
import { canonicalText } from '#app/platform/rich-text/plain-text.ts'
import { answers, inputs, inputVersions } from '#db/schema/index.ts'
import { sha256 } from './content-hash.server.ts'
import { type Letter, type LetterFault, senderKey } from './registration.ts'
import {
  chunks,
  insertSenders,
  knownSenders,
  type Registrar,
  type Senders,
} from './registration-senders.server.ts'
import {
  insertVersions,
  type LetterBox,
  lettersAnswers,
  type RegisteredVersion,
} from './registration-versions.server.ts'
import { isTakenBack } from './taken-back.server.ts'

export type { LetterBox } from './registration-versions.server.ts'

/** What became of the letters. `faults` are by place in the list that was given. */
export type Registration = {
  registered: number
  alreadyThere: number
  senders: number
  newSenders: number
  faults: Map<number, LetterFault>
  versions: RegisteredVersion[]
}

type Taking = 'all' | 'good-ones' | 'none'

const commandLine: Registrar = { actorId: null, source: 'import' }

/**
 * Registers letters that came another way: all of them, only those without faults, or none (a rehearsal that
 * says what would be). One transaction; a second import waits for the first. A sender has one input in a round, and
 * each of its letters is a version of that. A letter that is there already is left as it is.
 */
export function registerLetters(
  box: LetterBox,
  letters: readonly Letter[],
  take: Taking,
): Promise<Registration> {
  return tx(
    async (tx) => {
      await waitForOthers(tx, LONGEST_MS)
      return registerIn(tx, box, letters, take, commandLine)
    },
    { attemptMs: LONGEST_MS, limitMs: LONGEST_MS },
  )
}

const LONGEST_MS = 1_800_000

/** The same inside the caller's transaction, which has waited for others. */
export async function registerIn(
  tx: Transaction,
  box: LetterBox,
  letters: readonly Letter[],
  take: Taking,
  by: Registrar,
): Promise<Registration> {
  const known = await knownLetters(tx, box, letters)
  const senders = await knownSenders(tx, box.roundId, letters)
  const faults = new Map<number, LetterFault>()
  const fresh: Letter[] = []
  const good: Letter[] = []
  for (const [at, letter] of letters.entries()) {
    const before = letter.externalId === null ? undefined : known.get(letter.externalId)
    const fault = before ? difference(box, letter, before) : withdrawal(letter, senders)
    if (fault) faults.set(at, fault)
    else good.push(letter)
    if (!fault && !before) fresh.push(letter)
  }
  const keys = new Set(good.map(({ sender }) => senderKey(sender)))
  const unknown = [...keys].filter((key) => !senders.found.has(key))
  const outcome = { alreadyThere: good.length - fresh.length, senders: keys.size, faults, versions: [] }
  if (take === 'none' || (take === 'all' && faults.size > 0)) {
    return { ...outcome, registered: take === 'none' ? fresh.length : 0, newSenders: unknown.length }
  }
  await insertSenders(tx, box, fresh, senders, by)
  const versions = await insertVersions(tx, box, fresh, senders, by)
  return { ...outcome, registered: fresh.length, newSenders: unknown.length, versions }
}

/** One at a time, whatever the round: two of them may bring the same new sender. */
export async function waitForOthers(tx: Transaction, longestMs: number) {
  await tx.execute(sql`select set_config('lock_timeout', ${String(longestMs)}, true),
    set_config('statement_timeout', ${String(longestMs)}, true)`)
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('register-letters'))`)
}

/** The letters of the list that are registered in the round already, by their id. */
async function knownLetters(tx: Transaction, { roundId }: LetterBox, letters: readonly Letter[]) {
  const known = new Map<string, Known>()
  const ids = letters.flatMap(({ externalId }) => externalId ?? [])
  for (const part of chunks(ids)) {
    const rows = await tx
      .select(knownColumns)
      .from(inputVersions)
      .innerJoin(inputs, eq(inputs.id, inputVersions.inputId))
      .where(and(eq(inputVersions.roundId, roundId), inArray(inputVersions.externalId, part)))
    for (const row of rows) if (row.externalId !== null) known.set(row.externalId, row)
  }
  return known
}

const knownColumns = {
  externalId: inputVersions.externalId,
  organisationId: inputs.organisationId,
  kind: inputVersions.senderKind,
  name: inputVersions.senderName,
  lang: inputVersions.lang,
  receivedOn: inputVersions.receivedOn,
  noRemarks: inputVersions.noRemarks,
  takenBack: isTakenBack(inputVersions.id),
  said: sql<string>`coalesce((select string_agg(concat_ws(' ', ${answers.questionId},
    encode(sha256(convert_to(coalesce(${answers.canonicalText}, ''), 'UTF8')), 'hex'), ${answers.choice}), ','
    order by ${answers.questionId}) from ${answers}
    where ${answers.versionId} = ${inputVersions.id} and ${answers.questionId} is not null), '')`,
}

type Known = {
  organisationId: string | null
  kind: string
  name: string
  lang: string
  receivedOn: string | null
  noRemarks: boolean
  takenBack: boolean
  said: string
}

/** What was registered is never altered, so a line that says something else than before is a fault. */
function difference(box: LetterBox, letter: Letter, before: Known): LetterFault | null {
  const otherwise = (field: LetterFault['field']): LetterFault => ({ field, refusal: 'registered-otherwise' })
  if (before.takenBack) return { field: 'id', refusal: 'taken-back' }
  if (before.said !== saidBy(box, letter)) return otherwise('text')
  if (before.noRemarks !== letter.noRemarks) return otherwise('noRemarks')
  const { kind, organisationId, apart } = letter.sender
  if (organisationId !== undefined && before.organisationId !== organisationId) return otherwise('respondent')
  if (organisationId === undefined && before.kind !== kind) return otherwise('type')
  const named = organisationId === undefined && apart === undefined
  if (named && senderKey({ kind: before.kind, name: before.name }) !== senderKey(letter.sender))
    return otherwise('respondent')
  if (before.receivedOn !== letter.receivedOn) return otherwise('date')
  return before.lang === letter.lang ? null : otherwise('lang')
}

/** What a letter says, as `knownColumns` writes what was said before. */
function saidBy(box: LetterBox, letter: Letter): string {
  return lettersAnswers(box, letter)
    .map(({ questionId, row: { body, choice } }) =>
      [questionId, sha256(body === null ? '' : canonicalText(body)), choice]
        .filter((one) => one !== null)
        .join(' '),
    )
    .sort()
    .join(',')
}

function withdrawal({ sender }: Letter, senders: Senders): LetterFault | null {
  const withdrawn = senders.found.get(senderKey(sender))?.input?.withdrawn
  return withdrawn ? { field: 'respondent', refusal: 'withdrawn' } : null
}
