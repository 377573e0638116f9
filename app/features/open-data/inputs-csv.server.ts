import { and, asc, eq, gt, inArray, isNull, sql } from 'drizzle-orm'
import { answerFromRow } from '#app/features/inputs/answers.ts'
import { effectiveVersions } from '#app/features/inputs/effective.ts'
import type { VersionKind } from '#app/features/inputs/input.ts'
import { listedSender } from '#app/features/inputs/listing-age.server.ts'
import { inReadingOrder, saidTo } from '#app/features/inputs/said-to.server.ts'
import { isTakenBack } from '#app/features/inputs/taken-back.server.ts'
import { isWithheld } from '#app/features/inputs/withheld.server.ts'
import type { QuestionKind } from '#app/features/questionnaires/question.ts'
import { type InputsShown, publishedInputsShown, type RoundWindow } from '#app/features/strategies/round.ts'
import { database } from '#app/platform/database.server.ts'
import { osloDate } from '#app/platform/oslo-time.ts'
import type { RichTextDoc } from '#app/platform/rich-text/document.ts'
import {
  answers,
  counties,
  inputPublications,
  inputs,
  inputVersions,
  organisations,
  paragraphs,
  publicAnswers,
  questionnaires,
  questions,
} from '#db/schema/index.ts'
import type { CsvAnswer } from './inputs-csv.ts'

type Round = RoundWindow & { id: string; inputsShown: InputsShown }

/** Inputs that are read at a time; each has a few versions with some thousand signs. */
const inputsAtATime = 100
const mostVersions = 20
const mostAnswers = 400

// In a query over input_versions and inputs: what anyone may read, and stands.
const readable = and(
  isNull(inputs.withdrawnAt),
  sql`not ${isWithheld(inputVersions.id)}`,
  sql`not ${isTakenBack(inputVersions.id)}`,
)

/** All published inputs of a round that stand, in the order they were begun, a batch at a time and never held whole. */
export async function* readPublishedInputs(round: Round, now: Date) {
  if (!publishedInputsShown(round, now)) return
  for (let after: string | null = null; ; ) {
    const ids = await nextInputs(round.id, after)
    if (ids.length === 0) return
    yield await publishedRows(ids)
    after = ids.at(-1) ?? null
  }
}

async function nextInputs(roundId: string, after: string | null): Promise<string[]> {
  const rows = await database()
    .db.selectDistinct({ id: inputs.id })
    .from(inputPublications)
    .innerJoin(inputVersions, eq(inputVersions.id, inputPublications.versionId))
    .innerJoin(inputs, eq(inputs.id, inputVersions.inputId))
    .where(and(eq(inputs.roundId, roundId), readable, after === null ? undefined : gt(inputs.id, after)))
    .orderBy(asc(inputs.id))
    .limit(inputsAtATime)
  return rows.map(({ id }) => id)
}

/** One published input as the file has it: what counts of it, with all its answers and comments. */
export type PublishedRow = Awaited<ReturnType<typeof publishedRows>>[number]

async function publishedRows(ids: string[]) {
  const { db } = database()
  const versions = await db
    .select({
      ...{ id: inputVersions.id, inputId: inputVersions.inputId, number: inputVersions.number },
      ...{ kind: sql<VersionKind>`${inputVersions.kind}`, senderName: listedSender },
      ...{ senderKind: inputVersions.senderKind, senderCounty: inputVersions.senderCounty },
      county: sql<string | null>`(select name from ${counties} where number = ${inputVersions.senderCounty})`,
      ...{ lang: inputVersions.lang, submittedAt: inputVersions.submittedAt },
      ...{ receivedOn: inputVersions.receivedOn, lateAt: inputVersions.lateAt },
      noRemarks: inputVersions.noRemarks,
    })
    .from(inputPublications)
    .innerJoin(inputVersions, eq(inputVersions.id, inputPublications.versionId))
    .innerJoin(inputs, eq(inputs.id, inputVersions.inputId))
    .where(and(inArray(inputs.id, ids), readable))
    .orderBy(asc(inputVersions.inputId), asc(inputVersions.number))
    .limit(ids.length * mostVersions)
  const counting = ids.map((id) => effectiveVersions(versions.filter(({ inputId }) => inputId === id)))
  const said = await publicTexts(counting.flat().map(({ id }) => id))
  return counting.flatMap((own) => {
    const latest = own.at(-1)
    if (!latest) return []
    const told = own.flatMap(({ id }) => said.filter(({ versionId }) => versionId === id))
    return [
      {
        ...latest,
        answers: told.flatMap(answerOf),
        comments: told.flatMap(({ said: to, text }) => (to.kind === 'comment' ? [{ said: to, text }] : [])),
      },
    ]
  })
}

function publicTexts(versionIds: string[]) {
  return database()
    .db.select({
      ...{ versionId: publicAnswers.versionId, body: publicAnswers.body, text: publicAnswers.text },
      ...{ choice: publicAnswers.choice, data: publicAnswers.data, importance: publicAnswers.importance },
      ...{ questionId: answers.questionId, kind: sql<QuestionKind | null>`${questions.kind}` },
      said: saidTo(publicAnswers.answerId),
    })
    .from(publicAnswers)
    .innerJoin(answers, eq(answers.id, publicAnswers.answerId))
    .leftJoin(questions, eq(questions.id, answers.questionId))
    .leftJoin(paragraphs, eq(paragraphs.id, answers.paragraphId))
    .where(
      and(
        inArray(publicAnswers.versionId, versionIds),
        sql`num_nonnulls(${answers.questionId}, ${answers.paragraphId}) > 0`,
      ),
    )
    .orderBy(asc(publicAnswers.versionId), ...inReadingOrder)
    .limit(versionIds.length * mostAnswers)
}

type Said = Awaited<ReturnType<typeof publicTexts>>[number]

function answerOf({ questionId, kind, body, choice, data, importance, text }: Said): CsvAnswer[] {
  if (questionId === null || kind === null) return []
  const answer = answerFromRow(kind, { body: body as RichTextDoc | null, choice, data, importance })
  return answer ? [{ questionId, answer, text }] : []
}

/**
 * What the file is recognised by: the rows it is made of, each as it was last written, and the day, because names age out.
 * Much cheaper than the file.
 */
export async function fingerprintOf(round: Round, now: Date): Promise<string> {
  const mark = (...columns: ReturnType<typeof sql>[]) =>
    sql`coalesce(sum(hashtextextended(concat_ws(' ', ${sql.join(columns, sql`, `)}), 0)), 0)::text`
  const shown = publishedInputsShown(round, now)
  const [row] = await database().db.execute<Record<string, string>>(sql`
    with standing as (select v.id, v.xmin as written, i.organisation_id from ${inputPublications} p
      join ${inputVersions} v on v.id = p.version_id join ${inputs} i on i.id = v.input_id
      where ${shown} and i.round_id = ${round.id} and i.withdrawn_at is null
        and not ${isWithheld(sql`v.id`)} and not ${isTakenBack(sql`v.id`)})
    select (select ${mark(sql`id`, sql`written`)} from standing) as versions,
      (select ${mark(sql`a.answer_id`, sql`a.xmin`)} from standing join ${publicAnswers} a on a.version_id = standing.id) as answers,
      (select ${mark(sql`q.id`, sql`q.xmin`)} from ${questions} q
        join ${questionnaires} n on n.id = q.questionnaire_id where n.round_id = ${round.id}) as asked,
      (select ${mark(sql`o.id`, sql`o.xmin`)} from standing join ${organisations} o on o.id = standing.organisation_id)
        as bodies,
      (select ${mark(sql`c.number`, sql`c.xmin`)} from ${counties} c) as counties`)
  return [osloDate(now), ...Object.values(row ?? {})].join(' ')
}
