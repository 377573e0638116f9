import { and, asc, count, desc, eq, isNull, not, type SQL, sql } from 'drizzle-orm'
import { type InputsShown, publishedInputsShown, type RoundWindow } from '#app/features/strategies/round.ts'
import { database } from '#app/platform/database.server.ts'
import {
  answers,
  inputPublications,
  inputs,
  inputVersions,
  inputWithholdings,
  publicAnswers,
} from '#db/schema/index.ts'
import { shownVersion } from './published.server.ts'
import type { ListOrder } from './published-list.ts'
import { isWithheld } from './withheld.server.ts'

// The list of what a round has published. Like the page of one input, it gives nothing of the frozen answers.

type Round = RoundWindow & { id: string; inputsShown: InputsShown }

export const inputsPerPage = 25

/** Which published inputs of a round to list; `question` is the id of one that must be answered. */
export type InputFilter = {
  kind: string | null
  county: string | null
  question: string | null
  order: ListOrder
  page: number
}

const everything: InputFilter = { kind: null, county: null, question: null, order: 'newest', page: 1 }

/**
 * One page of a round's published inputs, withdrawn ones among them. Nothing before they may show, and nothing of
 * what is withheld as a whole: `countWithheld` says how many those are.
 */
export function listPublishedInputs(round: Round, filter: InputFilter, now: Date, size = inputsPerPage) {
  if (!publishedInputsShown(round, now)) return Promise.resolve([])
  const latest = latestPublished()
  return database()
    .db.select({
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
      noRemarks: latest.noRemarks,
      masked,
      twoEditions,
    })
    .from(inputs)
    .innerJoinLateral(latest, sql`true`)
    .where(
      and(
        eq(inputs.roundId, round.id),
        filter.kind === null ? undefined : eq(latest.senderKind, filter.kind),
        filter.county === null ? undefined : eq(latest.senderCounty, filter.county),
        filter.question === null ? undefined : answered(filter.question),
      ),
    )
    .orderBy(
      ...(filter.order === 'name' ? [sql`${latest.senderName} collate "nb-NO-x-icu" nulls last`] : []),
      desc(latest.submittedAt),
      desc(inputs.id),
    )
    .limit(size)
    .offset((filter.page - 1) * size)
}

/** The newest of a round's published inputs. */
export const listNewestInputs = (round: Round, now: Date, size: number) =>
  listPublishedInputs(round, everything, now, size)

/** How many published inputs a round has by kind and county of sender; small, whatever the number of inputs. */
export function countPublishedInputs(round: Round, now: Date, question: string | null = null) {
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
    .where(and(eq(inputs.roundId, round.id), question === null ? undefined : answered(question)))
    .groupBy(latest.senderKind, latest.senderCounty)
    .limit(1_000)
}

/** How many published inputs have answered each question, by the question's id. */
export async function countAnsweredQuestions(
  round: Round,
  { kind, county }: Pick<InputFilter, 'kind' | 'county'>,
  now: Date,
): Promise<Map<string, number>> {
  if (!publishedInputsShown(round, now)) return new Map()
  const rows = await database()
    .db.select({ question: answers.questionId, inputs: sql`count(distinct ${inputs.id})`.mapWith(Number) })
    .from(inputs)
    .innerJoin(inputPublications, eq(inputPublications.inputId, inputs.id))
    .innerJoin(inputVersions, eq(inputVersions.id, inputPublications.versionId))
    .innerJoin(publicAnswers, eq(publicAnswers.versionId, inputVersions.id))
    .innerJoin(answers, eq(answers.id, publicAnswers.answerId))
    .where(
      and(
        eq(inputs.roundId, round.id),
        isNull(inputs.withdrawnAt),
        kind === null ? undefined : eq(inputVersions.senderKind, kind),
        county === null ? undefined : eq(inputVersions.senderCounty, county),
      ),
    )
    .groupBy(answers.questionId)
    .limit(200)
  return new Map(rows.map(({ question, inputs: number }) => [question, number]))
}

/** Inputs of which nobody may read anything, by the law that says so. */
export function countWithheld(round: Round, now: Date) {
  if (!publishedInputsShown(round, now)) return Promise.resolve([])
  return database()
    .db.select({
      legalBasis: inputWithholdings.legalBasis,
      inputs: sql`count(distinct ${inputs.id})`.mapWith(Number),
    })
    .from(inputWithholdings)
    .innerJoin(inputs, eq(inputs.id, inputWithholdings.inputId))
    .where(
      and(
        eq(inputs.roundId, round.id),
        isNull(inputs.withdrawnAt),
        isNull(inputWithholdings.liftedAt),
        sql`not exists (select from ${inputPublications} p where p.input_id = ${inputs.id}
          and not ${isWithheld(sql`p.version_id`)})`,
      ),
    )
    .groupBy(inputWithholdings.legalBasis)
    .orderBy(asc(inputWithholdings.legalBasis))
    .limit(20)
}

/** The published version of an input that stands for it in a list: the adopted one, else the latest. */
function latestPublished() {
  return database()
    .db.select({ ...shownVersion, noRemarks: inputVersions.noRemarks })
    .from(inputVersions)
    .innerJoin(inputPublications, eq(inputPublications.versionId, inputVersions.id))
    .where(and(eq(inputVersions.inputId, inputs.id), not(isWithheld(inputVersions.id))))
    .orderBy(sql`(${inputVersions.kind} = 'adopted') desc`, desc(inputVersions.number))
    .limit(1)
    .as('latest')
}

// A withdrawn input has no text any more, so it answers nothing.
const answered = (question: string): SQL => sql`(${inputs.withdrawnAt} is null and exists (
  select from ${inputPublications} p join ${answers} a on a.version_id = p.version_id and a.question_id = ${question}
  join ${publicAnswers} open on open.answer_id = a.id where p.input_id = ${inputs.id}))`

const masked = sql<boolean>`exists (select from ${inputPublications} p
  join ${publicAnswers} open on open.version_id = p.version_id
  where p.input_id = ${inputs.id} and jsonb_array_length(open.masks) > 0)`.as('masked')

/** What the administration sent and what was politically adopted can both be read. */
const twoEditions =
  sql<boolean>`(select bool_or(v.kind = 'adopted') and bool_or(v.kind in ('administrative', 'correction'))
  from ${inputPublications} p join ${inputVersions} v on v.id = p.version_id
  where p.input_id = ${inputs.id} and not ${isWithheld(sql`v.id`)})`.as('two_editions')
