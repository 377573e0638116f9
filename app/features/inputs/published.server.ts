import { and, asc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { AskedQuestion } from '#app/features/questionnaires/queries.server.ts'
import { type InputsShown, publishedInputsShown, type RoundWindow } from '#app/features/strategies/round.ts'
import { database } from '#app/platform/database.server.ts'
import type { RichTextDoc } from '#app/platform/rich-text/document.ts'
import { inputPublications, inputs, inputVersions, publicAnswers, questions } from '#db/schema/index.ts'
import { type AnswerContent, answerFromRow } from './answers.ts'
import { effectiveVersions } from './effective.ts'
import type { VersionKind } from './input.ts'

// The only reads that pages anyone may open make of inputs. They select the stored public text and nothing of the
// frozen answers, and give the name of organisations only: private persons stand without theirs.

type Round = RoundWindow & { id: string; inputsShown: InputsShown }

/** Who sent a published version: null for a private person. */
export const publicSender = sql<
  string | null
>`case when ${inputs.organisationId} is not null then ${inputVersions.senderName} end`

/** What public pages say of a published version beside its text. */
export const shownVersion = {
  id: inputVersions.id,
  number: inputVersions.number,
  kind: sql<VersionKind>`${inputVersions.kind}`.as('version_kind'),
  senderName: publicSender.as('public_sender'),
  senderKind: inputVersions.senderKind,
  senderCounty: inputVersions.senderCounty,
  lang: inputVersions.lang,
  submittedAt: inputVersions.submittedAt,
  receivedOn: inputVersions.receivedOn,
  lateAt: inputVersions.lateAt,
}

/** A question and what was answered to it; null where nothing was. */
export type PublicAnswer = {
  question: Pick<AskedQuestion, 'position' | 'title' | 'kind' | 'options'>
  answer: AnswerContent
}

/**
 * A published input: what counts of it, question by question. Of a withdrawn input the address, the date and the
 * reason stay, and no text. Null when it was never published, or must not be seen yet.
 */
export async function findPublishedInput(round: Round, inputId: string, now: Date) {
  if (!publishedInputsShown(round, now)) return null
  const { db } = database()
  const rows = await db
    .select({
      ...shownVersion,
      publishedAt: inputPublications.publishedAt,
      withdrawnAt: inputs.withdrawnAt,
      withdrawalReason: inputs.withdrawalReason,
    })
    .from(inputs)
    .innerJoin(inputPublications, eq(inputPublications.inputId, inputs.id))
    .innerJoin(inputVersions, eq(inputVersions.id, inputPublications.versionId))
    .where(and(eq(inputs.id, inputId), eq(inputs.roundId, round.id)))
    .orderBy(asc(inputVersions.number))
    .limit(200)
  const counting = effectiveVersions(rows)
  const latest = counting.at(-1)
  if (!latest) return null
  const { withdrawnAt, withdrawalReason, senderName, senderKind, senderCounty } = latest
  const sender = { name: senderName, kind: senderKind, county: senderCounty }
  if (withdrawnAt)
    return { id: inputId, sender, withdrawn: { at: withdrawnAt, reason: withdrawalReason }, versions: [] }
  const answered = await listPublicAnswers(counting.map((version) => version.id))
  const versions = counting.map(
    ({ id, number, kind, lang, submittedAt, receivedOn, lateAt, publishedAt }) => ({
      ...{ number, kind, lang, submittedAt, receivedOn, late: lateAt !== null, publishedAt },
      answers: answered.filter((row) => row.versionId === id).flatMap(publicAnswer),
    }),
  )
  return { id: inputId, sender, withdrawn: null, versions }
}

export type PublicInput = NonNullable<Awaited<ReturnType<typeof findPublishedInput>>>
export type PublicVersion = PublicInput['versions'][number]

function listPublicAnswers(versionIds: string[]) {
  return database()
    .db.select({
      versionId: publicAnswers.versionId,
      body: publicAnswers.body,
      choice: publicAnswers.choice,
      position: questions.position,
      title: questions.title,
      kind: sql<AskedQuestion['kind']>`${questions.kind}`,
      options: questions.options,
    })
    .from(publicAnswers)
    .innerJoin(questions, eq(questions.id, questionOfAnswer))
    .where(inArray(publicAnswers.versionId, versionIds))
    .orderBy(asc(questions.position))
    .limit(2_000)
}

// Which question an answer is to lies with the frozen answer; none of its text is read here.
const questionOfAnswer: SQL = sql`(select question_id from answers where answers.id = ${publicAnswers.answerId})`

type PublicAnswerRow = Awaited<ReturnType<typeof listPublicAnswers>>[number]

function publicAnswer({ body, choice, ...question }: PublicAnswerRow): PublicAnswer[] {
  const answer = answerFromRow(question.kind, { body: body as RichTextDoc | null, choice })
  return answer ? [{ question, answer }] : []
}
