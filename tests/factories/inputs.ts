import { randomBytes, randomUUID } from 'node:crypto'
import { inArray, sql } from 'drizzle-orm'
import { passagesOf } from '#app/features/analysis/passage.ts'
import { publicPart } from '#app/features/inputs/answer-rows.ts'
import { type AnswerContent, answerToRow } from '#app/features/inputs/answers.ts'
import { sealed } from '#app/features/inputs/content-hash.server.ts'
import { receiptNumber } from '#app/features/inputs/receipt.ts'
import { isQuestionKind } from '#app/features/questionnaires/question.ts'
import { docFromPlainText } from '#app/platform/rich-text/plain-text.ts'
import type { Database } from '#db/client.server.ts'
import {
  answers,
  draftAnswers,
  inputPublications,
  inputs,
  inputVersions,
  passages,
  publicAnswers,
  questions,
} from '#db/schema/index.ts'
import { only } from './people.ts'

type Round = { id: string; strategyId: string; deadlineAt: Date }
type Organisation = { id: string; name: string; kind: string }

/** What is answered, by question id: a written text, or a finished content for choices and scales. */
export type Answers = Record<string, string | AnswerContent>

export const written = (text: string): AnswerContent => ({ kind: 'rich-text', body: docFromPlainText(text) })

const contentOf = (answer: string | AnswerContent) => (typeof answer === 'string' ? written(answer) : answer)

/** The answers as their rows, with what freezing them gives. */
async function rowsOf(db: Database, own: Answers) {
  const ids = Object.keys(own)
  const asked = ids.length > 0 ? await db.select().from(questions).where(inArray(questions.id, ids)) : []
  return Object.entries(own).map(([questionId, answer]) => {
    const found = asked.find(({ id }) => id === questionId)
    const content = contentOf(answer)
    const kind = found && isQuestionKind(found.kind) ? found.kind : 'general'
    const question = {
      id: questionId,
      kind,
      options: found?.options ?? null,
      settings: found?.settings ?? null,
    }
    const row = answerToRow(content, question, 'nb')
    return { questionId, ...row, ...sealed(question, row) }
  })
}

/** A draft with these answers. */
export async function aDraft(db: Database, round: Round, sender: Organisation, own: Answers = {}) {
  const place = { strategyId: round.strategyId, roundId: round.id }
  const input = only(
    await db
      .insert(inputs)
      .values({ ...place, organisationId: sender.id })
      .returning(),
  )
  const rows = (await rowsOf(db, own)).map((row) => ({
    ...row,
    strategyId: round.strategyId,
    inputId: input.id,
  }))
  if (rows.length > 0) await db.insert(draftAnswers).values(rows)
  return input
}

/**
 * An input that was sent, with its frozen answers and their passages. Written straight into the tables, so that
 * tests of other rooms need neither the clock nor the rules of submitting.
 */
export async function aSubmittedInput(
  db: Database,
  round: Round,
  sender: Organisation,
  own: Answers,
  version: Partial<typeof inputVersions.$inferInsert> = {},
) {
  const input = await aDraft(db, round, sender, own)
  const frozen = await aVersion(db, round, input.id, sender, own, version)
  return { input, ...frozen }
}

/** An input that a private person sent under the name of the person, published unless told otherwise. */
export async function aPersonalInput(
  db: Database,
  round: Round,
  person: { id: string; name: string },
  own: Answers,
  version: Partial<typeof inputVersions.$inferInsert> = {},
) {
  const place = { strategyId: round.strategyId, roundId: round.id }
  const input = only(
    await db
      .insert(inputs)
      .values({ ...place, personId: person.id, naming: 'named' })
      .returning(),
  )
  const sender = { ...person, kind: 'person' }
  const frozen = await aVersion(db, round, input.id, sender, own, { naming: 'named', ...version })
  await publish(db, frozen, person.id)
  return { input, ...frozen }
}

/** One more frozen version of an input. */
export async function aVersion(
  db: Database,
  round: Round,
  inputId: string,
  sender: Organisation,
  own: Answers,
  other: Partial<typeof inputVersions.$inferInsert> = {},
) {
  const [drawn] = await db.execute<{ number: string }>(sql`select nextval('receipt_sequence') as number`)
  const sequence = Number(drawn?.number)
  const version = only(
    await db
      .insert(inputVersions)
      .values({
        strategyId: round.strategyId,
        roundId: round.id,
        inputId,
        number: 1,
        kind: 'administrative',
        senderName: sender.name,
        senderKind: sender.kind,
        lang: 'nb',
        submittedAt: new Date(),
        deadlineAt: round.deadlineAt,
        receiptSequence: sequence,
        receiptNumber: receiptNumber(new Date('2026-06-01T12:00Z'), sequence),
        contentHash: randomBytes(32).toString('hex'),
        idempotencyKey: randomUUID(),
        ...other,
      })
      .returning(),
  )
  const rows = (await rowsOf(db, own)).map(({ answered: _, ...row }) => ({
    ...{ ...row, strategyId: round.strategyId, versionId: version.id },
  }))
  const frozen = rows.length > 0 ? await db.insert(answers).values(rows).returning() : []
  const made = frozen.flatMap(({ id: answerId, questionId, canonicalText }) =>
    passagesOf(canonicalText ?? '').map((passage, position) => ({
      ...{ strategyId: round.strategyId, roundId: round.id, inputId, versionId: version.id },
      ...{ answerId, questionId, position, lang: version.lang, ...passage },
    })),
  )
  const passageRows = made.length > 0 ? await db.insert(passages).values(made).returning() : []
  return { version, answers: frozen, passages: passageRows }
}

/** Makes a frozen version public, as staff do it: the row that says who and when, and the public texts. */
export async function publish(
  db: Database,
  frozen: { version: typeof inputVersions.$inferSelect; answers: (typeof answers.$inferSelect)[] },
  publishedBy: string,
) {
  const { id: versionId, strategyId, inputId } = frozen.version
  await db
    .insert(inputPublications)
    .values({ versionId, strategyId, inputId, publishedAt: new Date(), publishedBy })
  if (frozen.answers.length === 0) return
  const kinds = await kindsOf(db, frozen.answers)
  const rows = frozen.answers.flatMap(({ id: answerId, questionId, body, canonicalText: text, ...row }) => {
    const part = publicPart(kinds.get(questionId ?? '') ?? null, { ...row, body })
    return part ? { ...{ versionId, answerId, strategyId, body, text }, ...part } : []
  })
  if (rows.length > 0) await db.insert(publicAnswers).values(rows)
}

async function kindsOf(db: Database, rows: readonly { questionId: string | null }[]) {
  const ids = rows.flatMap(({ questionId }) => questionId ?? [])
  const asked = await db
    .select()
    .from(questions)
    .where(inArray(questions.id, [...ids]))
  return new Map(asked.map(({ id, kind }) => [id, isQuestionKind(kind) ? kind : null]))
}
