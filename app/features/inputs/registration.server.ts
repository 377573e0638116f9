import { and, eq, inArray, max, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { databaseNow, type Transaction, tx } from '#app/platform/database.server.ts'
import { record } from '#app/platform/events/record.server.ts'
import { canonicalText } from '#app/platform/rich-text/plain-text.ts'
import { answers, inputVersions } from '#db/schema/index.ts'
import { contentHash, sha256 } from './content-hash.server.ts'
import { inputRegistered } from './events.ts'
import { receiptNumber } from './receipt.ts'
import { type Letter, type LetterFault, letterDoc, senderKey } from './registration.ts'
import { chunks, insertSenders, knownSenders, type Senders, senderOf } from './registration-senders.server.ts'

/** Where letters are put in: the text answers the round's general question. */
export type LetterBox = { strategyId: string; roundId: string; deadlineAt: Date; generalQuestionId: string }

/** What became of the letters. `faults` are by place in the list that was given. */
export type Registration = {
  registered: number
  alreadyThere: number
  senders: number
  newSenders: number
  faults: Map<number, LetterFault>
}

/**
 * Registers letters that came another way: all of them, only those without faults, or none (a rehearsal that
 * says what would be). One transaction; a second import waits for the first. A sender has one input in a round, and
 * each of its letters is a version of that. A letter that is there already is left as it is.
 */
export function registerLetters(
  box: LetterBox,
  letters: readonly Letter[],
  take: 'all' | 'good-ones' | 'none',
): Promise<Registration> {
  return tx(
    async (tx) => {
      await waitForOthers(tx)
      const known = await knownLetters(tx, box, letters)
      const senders = await knownSenders(tx, box.roundId, letters)
      const faults = new Map<number, LetterFault>()
      const fresh: Letter[] = []
      const good: Letter[] = []
      for (const [at, letter] of letters.entries()) {
        const before = known.get(letter.externalId)
        const fault = before ? difference(letter, before) : withdrawal(letter, senders)
        if (fault) faults.set(at, fault)
        else good.push(letter)
        if (!fault && !before) fresh.push(letter)
      }
      const keys = new Set(good.map(({ sender }) => senderKey(sender)))
      const unknown = [...keys].filter((key) => !senders.found.has(key))
      const outcome = { alreadyThere: good.length - fresh.length, senders: keys.size, faults }
      if (take === 'none' || (take === 'all' && faults.size > 0)) {
        return { ...outcome, registered: take === 'none' ? fresh.length : 0, newSenders: unknown.length }
      }
      await insertSenders(tx, box, fresh, senders)
      await insertVersions(tx, box, fresh, senders)
      return { ...outcome, registered: fresh.length, newSenders: unknown.length }
    },
    { attemptMs: LONGEST_MS, limitMs: LONGEST_MS },
  )
}

const LONGEST_MS = 1_800_000

/** One import at a time, whatever the round: two of them may bring the same new sender. */
async function waitForOthers(tx: Transaction) {
  await tx.execute(sql`select set_config('lock_timeout', ${String(LONGEST_MS)}, true),
    set_config('statement_timeout', ${String(LONGEST_MS)}, true)`)
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('register-letters'))`)
}

/** The letters of the list that are registered in the round already, by their id. */
async function knownLetters(tx: Transaction, { roundId }: LetterBox, letters: readonly Letter[]) {
  const known = new Map<string, Known>()
  for (const part of chunks(letters)) {
    const rows = await tx
      .select(knownColumns)
      .from(inputVersions)
      .leftJoin(answers, eq(answers.versionId, inputVersions.id))
      .where(
        and(
          eq(inputVersions.roundId, roundId),
          inArray(
            inputVersions.externalId,
            part.map(({ externalId }) => externalId),
          ),
        ),
      )
    for (const row of rows) if (row.externalId !== null) known.set(row.externalId, row)
  }
  return known
}

const knownColumns = {
  externalId: inputVersions.externalId,
  kind: inputVersions.senderKind,
  name: inputVersions.senderName,
  lang: inputVersions.lang,
  receivedOn: inputVersions.receivedOn,
  noRemarks: inputVersions.noRemarks,
  textHash: sql<string | null>`encode(sha256(convert_to(${answers.canonicalText}, 'UTF8')), 'hex')`,
}

type Known = {
  kind: string
  name: string
  lang: string
  receivedOn: string | null
  noRemarks: boolean
  textHash: string | null
}

/** What was registered is never altered, so a line that says something else than before is a fault. */
function difference(letter: Letter, before: Known): LetterFault | null {
  const otherwise = (field: LetterFault['field']): LetterFault => ({ field, refusal: 'registered-otherwise' })
  const textHash = letter.text === '' ? null : sha256(canonicalText(letterDoc(letter.text)))
  if (before.textHash !== textHash) return otherwise('text')
  if (before.noRemarks !== letter.noRemarks) return otherwise('noRemarks')
  if (before.kind !== letter.sender.kind) return otherwise('type')
  if (senderKey(before) !== senderKey(letter.sender)) return otherwise('respondent')
  if (before.receivedOn !== letter.receivedOn) return otherwise('date')
  return before.lang === letter.lang ? null : otherwise('lang')
}

function withdrawal({ sender }: Letter, senders: Senders): LetterFault | null {
  const withdrawn = senders.found.get(senderKey(sender))?.input?.withdrawn
  return withdrawn ? { field: 'respondent', refusal: 'withdrawn' } : null
}

async function insertVersions(tx: Transaction, box: LetterBox, letters: readonly Letter[], senders: Senders) {
  const { strategyId, roundId, deadlineAt, generalQuestionId: questionId } = box
  const highest = await highestNumbers(tx, senders)
  const submittedAt = await databaseNow(tx)
  for (const part of batches(letters)) {
    const sequences = await nextSequences(tx, part.length)
    const rows = part.map((letter, at) => {
      const sender = senderOf(senders, letter)
      const number = 1 + (highest.get(sender.inputId) ?? 0)
      highest.set(sender.inputId, number)
      const sequence = sequences[at] ?? Number.NaN
      const body = letter.text === '' ? null : letterDoc(letter.text)
      const frozen = {
        ...{ roundId, inputId: sender.inputId, number, kind: 'registered' as const, submittedAt },
        noRemarks: letter.noRemarks,
        ...{ senderName: sender.name, senderKind: sender.kind, senderNumber: sender.number },
        receiptNumber: receiptNumber(submittedAt, sequence),
      }
      const answers = body ? [{ questionId, body, choice: null }] : []
      const version = {
        ...{ id: v7(), strategyId, ...frozen, senderCounty: sender.county, lang: letter.lang },
        ...{ deadlineAt, receivedOn: letter.receivedOn, externalId: letter.externalId },
        ...{ receiptSequence: sequence, contentHash: contentHash({ ...frozen, answers }) },
        idempotencyKey: `import/${letter.externalId}`,
      }
      const place = { strategyId, versionId: version.id, questionId }
      return { version, answers: body ? [{ ...place, body, canonicalText: canonicalText(body) }] : [] }
    })
    await tx.insert(inputVersions).values(rows.map(({ version }) => version))
    const written = rows.flatMap((row) => row.answers)
    if (written.length > 0) await tx.insert(answers).values(written)
    await Promise.all(
      rows.map(({ version: { id: subjectId, inputId } }) =>
        record(tx, {
          ...{ kind: inputRegistered, actorId: null, subjectId, strategyId, at: submittedAt },
          data: { inputId, source: 'import' },
        }),
      ),
    )
  }
}

/** The inputs are held by now, so nobody else gives out the next number meanwhile. */
async function highestNumbers(tx: Transaction, senders: Senders) {
  const highest = new Map<string, number>()
  const inputIds = [...senders.found.values()].flatMap(({ input }) => (input ? [input.id] : []))
  for (const part of chunks(inputIds)) {
    const rows = await tx
      .select({ inputId: inputVersions.inputId, number: max(inputVersions.number) })
      .from(inputVersions)
      .where(inArray(inputVersions.inputId, part))
      .groupBy(inputVersions.inputId)
    for (const { inputId, number } of rows) highest.set(inputId, number ?? 0)
  }
  return highest
}

async function nextSequences(tx: Transaction, count: number): Promise<number[]> {
  const rows = await tx.execute<{ value: string }>(
    sql`select nextval('receipt_sequence') as value from generate_series(1, ${count}::int)`,
  )
  return rows.map(({ value }) => Number(value))
}

/** What is sent to the database at once: so many letters, and so much text. */
function* batches(letters: readonly Letter[], most = 500, mostText = 2_000_000): Generator<Letter[]> {
  let batch: Letter[] = []
  let size = 0
  for (const letter of letters) {
    if (batch.length > 0 && (batch.length >= most || size + letter.text.length > mostText)) {
      yield batch
      batch = []
      size = 0
    }
    batch.push(letter)
    size += letter.text.length
  }
  if (batch.length > 0) yield batch
}
