import { and, asc, count, desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
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

const shownVersion = {
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

export const inputsPerPage = 25

/** Which published inputs of a round to list. */
export type InputFilter = { kind: string | null; county: string | null; page: number }

/** One page of a round's published inputs, withdrawn ones among them, newest first. Nothing before they may show. */
export function listPublishedInputs(round: Round, filter: InputFilter, now: Date) {
  if (!publishedInputsShown(round, now)) return Promise.resolve([])
  const { db } = database()
  const latest = latestPublished()
  return db
    .select({
      id: inputs.id,
      withdrawnAt: inputs.withdrawnAt,
      senderName: latest.senderName,
      senderKind: latest.senderKind,
      senderCounty: latest.senderCounty,
      lang: latest.lang,
      kind: latest.kind,
      submittedAt: latest.submittedAt,
      receivedOn: latest.receivedOn,
      lateAt: latest.lateAt,
    })
    .from(inputs)
    .innerJoinLateral(latest, sql`true`)
    .where(
      and(
        eq(inputs.roundId, round.id),
        filter.kind === null ? undefined : eq(latest.senderKind, filter.kind),
        filter.county === null ? undefined : eq(latest.senderCounty, filter.county),
      ),
    )
    .orderBy(desc(latest.submittedAt), desc(inputs.id))
    .limit(inputsPerPage)
    .offset((filter.page - 1) * inputsPerPage)
}

/** How many published inputs a round has by kind and county of sender; small, whatever the number of inputs. */
export function countPublishedInputs(round: Round, now: Date) {
  if (!publishedInputsShown(round, now)) return Promise.resolve([])
  const latest = latestPublished()
  return database()
    .db.select({
      kind: latest.senderKind,
      county: latest.senderCounty,
      inputs: count(),
      withdrawn: count(inputs.withdrawnAt),
    })
    .from(inputs)
    .innerJoinLateral(latest, sql`true`)
    .where(eq(inputs.roundId, round.id))
    .groupBy(latest.senderKind, latest.senderCounty)
    .limit(1_000)
}

/** The published version of an input that stands for it in a list: the adopted one, else the latest. */
function latestPublished() {
  return database()
    .db.select(shownVersion)
    .from(inputVersions)
    .innerJoin(inputPublications, eq(inputPublications.versionId, inputVersions.id))
    .where(eq(inputVersions.inputId, inputs.id))
    .orderBy(sql`(${inputVersions.kind} = 'adopted') desc`, desc(inputVersions.number))
    .limit(1)
    .as('latest')
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
