import { and, eq, inArray, isNotNull, max, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { databaseNow, type Transaction } from '#app/platform/database.server.ts'
import { record } from '#app/platform/events/record.server.ts'
import {
  answers,
  attachments,
  inputVersions,
  invitations,
  rounds,
  versionAttachments,
} from '#db/schema/index.ts'
import { alreadySaid } from './attachment.ts'
import { contentHash, sealed } from './content-hash.server.ts'
import { attachmentAdded, inputRegistered } from './events.ts'
import { lateSince } from './intake.ts'
import { receiptNumber } from './receipt.ts'
import { type Letter, type LetterAnswer, type LetterFile, letterDoc } from './registration.ts'
import { chunks, type Registrar, type Senders, senderOf } from './registration-senders.server.ts'

/** Where letters are put in: the text answers the round's general question. */
export type LetterBox = { strategyId: string; roundId: string; deadlineAt: Date; generalQuestionId: string }

/** A letter as it stands registered, with the receipt it got. */
export type RegisteredVersion = { versionId: string; inputId: string; number: number; receiptNumber: string }

/** All a letter says, question by question. */
export function lettersAnswers(box: LetterBox, { text, answers: others = [] }: Letter): LetterAnswer[] {
  const none = { choice: null, data: null, importance: null }
  const general: LetterAnswer[] =
    text === ''
      ? []
      : [{ questionId: box.generalQuestionId, kind: 'general', row: { ...none, body: letterDoc(text) } }]
  return [...general, ...others]
}

/** Freezes the letters, each a version of its sender's input, with its answers and files. The inputs are held by now. */
export async function insertVersions(
  tx: Transaction,
  box: LetterBox,
  letters: readonly Letter[],
  senders: Senders,
  by: Registrar,
): Promise<RegisteredVersion[]> {
  const { strategyId, roundId } = box
  const highest = await highestNumbers(tx, senders)
  const deadlineOf = await deadlines(tx, box, senders)
  const submittedAt = await databaseNow(tx)
  const registered: RegisteredVersion[] = []
  for (const part of batches(letters)) {
    const sequences = await nextSequences(tx, part.length)
    const rows = part.map((letter, at) => {
      const sender = senderOf(senders, letter)
      const number = 1 + (highest.get(sender.inputId) ?? 0)
      highest.set(sender.inputId, number)
      const sequence = sequences[at] ?? Number.NaN
      const versionId = v7()
      const said = lettersAnswers(box, letter).map(({ questionId, kind, row }) => {
        const { answered: _, ...made } = sealed({ id: questionId, kind }, row)
        return { strategyId, versionId, questionId, ...row, ...made }
      })
      const files = letter.files ?? []
      const frozen = {
        ...{ roundId, inputId: sender.inputId, number, kind: 'registered' as const, submittedAt },
        ...{ noRemarks: letter.noRemarks, naming: letter.naming ?? null },
        ...{ senderName: sender.name, senderKind: sender.kind, senderNumber: sender.number },
        receiptNumber: receiptNumber(submittedAt, sequence),
      }
      const deadlineAt = deadlineOf(sender)
      const version = {
        ...{ id: versionId, strategyId, ...frozen, senderCounty: sender.county, lang: letter.lang },
        ...{ deadlineAt, lateAt: lateSince(letter.receivedOn, deadlineAt), receivedOn: letter.receivedOn },
        ...{ channel: letter.channel ?? null, submittedBy: by.actorId, externalId: letter.externalId },
        ...{ meetingId: letter.spoken?.meetingId ?? null, speaker: letter.spoken?.speaker ?? null },
        receiptSequence: sequence,
        contentHash: contentHash({
          ...frozen,
          answers: said,
          attachments: files.map(({ sha256 }) => sha256),
        }),
        idempotencyKey: letter.externalId === null ? `staff/${letter.key}` : `import/${letter.externalId}`,
      }
      return { version, said, files }
    })
    await tx.insert(inputVersions).values(rows.map(({ version }) => version))
    const written = rows.flatMap(({ said }) => said)
    if (written.length > 0) await tx.insert(answers).values(written)
    for (const { version, files } of rows) await encloseFiles(tx, version, files, by, submittedAt)
    await Promise.all(
      rows.map(({ version: { id: subjectId, inputId } }) =>
        record(tx, {
          ...{ kind: inputRegistered, actorId: by.actorId, subjectId, strategyId, at: submittedAt },
          data: { inputId, source: by.source },
        }),
      ),
    )
    for (const { version } of rows) {
      const { id: versionId, inputId, number, receiptNumber } = version
      registered.push({ versionId, inputId, number, receiptNumber })
    }
  }
  return registered
}

type Enclosing = { id: string; strategyId: string; inputId: string }

/** Files stand at the input and are sent with this version. The letter itself is not read once more. */
async function encloseFiles(
  tx: Transaction,
  { id: versionId, strategyId, inputId }: Enclosing,
  files: readonly LetterFile[],
  by: Registrar,
  at: Date,
) {
  const uploadedBy = by.actorId
  if (files.length === 0 || uploadedBy === null) return
  const rows = files.map(({ sha256, name, kind: type, size, said }) => ({
    ...{ id: v7(), strategyId, inputId, sha256, name, type, size, uploadedAt: at, uploadedBy },
    ...(said && { readAt: at, problem: alreadySaid }),
  }))
  await tx.insert(attachments).values(rows)
  await tx
    .insert(versionAttachments)
    .values(rows.map(({ id: attachmentId }) => ({ strategyId, versionId, attachmentId })))
  for (const { id: subjectId, type, size } of rows)
    await record(tx, {
      ...{ kind: attachmentAdded, actorId: uploadedBy, subjectId, strategyId, at },
      data: { inputId, type, size },
    })
}

type Deadlines = (sender: { id: string; kind: string }) => Date

/** Until when each sender was in time: by its own extension, its group's deadline, or the round's. */
async function deadlines(tx: Transaction, box: LetterBox, { found }: Senders): Promise<Deadlines> {
  const [round] = await tx
    .select({ groups: rounds.groupDeadlines })
    .from(rounds)
    .where(eq(rounds.id, box.roundId))
  const extended = new Map<string, Date>()
  for (const ids of chunks([...found.values()].map(({ id }) => id))) {
    const rows = await tx
      .select({ id: invitations.organisationId, until: invitations.extendedUntil })
      .from(invitations)
      .where(
        and(
          ...[eq(invitations.roundId, box.roundId), inArray(invitations.organisationId, ids)],
          isNotNull(invitations.extendedUntil),
        ),
      )
    for (const { id, until } of rows) if (until) extended.set(id, until)
  }
  return ({ id, kind }) => {
    const group = round?.groups?.[kind]
    return extended.get(id) ?? (group === undefined ? box.deadlineAt : new Date(group))
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
