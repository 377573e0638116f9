import { and, count, eq, isNull, sql } from 'drizzle-orm'
import { listedName } from '#app/features/organisations/listed-name.server.ts'
import { type InputsShown, publishedInputsShown, type RoundWindow } from '#app/features/strategies/round.ts'
import { database } from '#app/platform/database.server.ts'
import type { Locale } from '#app/platform/locale.ts'
import { inOrderOf } from '#app/platform/name-order.server.ts'
import {
  answers,
  inputPublications,
  inputs,
  inputVersions,
  inputWithholdings,
  publicAnswers,
} from '#db/schema/index.ts'
import type { VersionKind } from './input.ts'
import { nameListed } from './listing-age.server.ts'
import type { InputGroup, ListOrder } from './published-list.ts'
import { isTakenBack, takenBackAt } from './taken-back.server.ts'
import { isWithheld } from './withheld.server.ts'

// The list of what a round has published. Like the page of one input, it gives nothing of the frozen answers.

type Round = RoundWindow & { id: string; inputsShown: InputsShown }

export const inputsPerPage = 25

/**
 * Which published inputs of a round to list; `question` is the id of one that must be answered, `standing` leaves out what
 * was withdrawn.
 */
export type InputFilter = {
  standing?: boolean
  kind: string | null
  county: string | null
  question: string | null
  order: ListOrder
  page: number
}

const everything: InputFilter = { kind: null, county: null, question: null, order: 'newest', page: 1 }

/** A line of the list. `twoEditions`: what the administration sent and what was adopted can both be read. */
export type ListedInput = {
  id: string
  withdrawnAt: Date | null
  senderName: string | null
  senderKind: string
  senderCounty: string | null
  lang: string
  kind: VersionKind
  submittedAt: Date
  receivedOn: string | null
  lateAt: Date | null
  noRemarks: boolean
  masked: boolean
  twoEditions: boolean
}

/**
 * One page of a round's published inputs, withdrawn ones among them. Nothing before they may show, and nothing of
 * what is withheld as a whole: `countWithheld` says how many those are.
 */
export async function listPublishedInputs(
  round: Round,
  { kind, county, question, order, page, standing }: InputFilter,
  now: Date,
  size = inputsPerPage,
  locale: Locale = 'nb',
): Promise<ListedInput[]> {
  if (!publishedInputsShown(round, now)) return []
  const narrowed = [
    sql`true`,
    ...(kind === null ? [] : [sql`latest.sender_kind = ${kind}`]),
    ...(county === null ? [] : [sql`latest.sender_county = ${county}`]),
    ...(question === null ? [] : [answered(question)]),
    ...(standing ? [sql`latest.withdrawn_at is null`] : []),
  ]
  const byTime = sql`submitted_at desc, id desc`
  const name = listedName(sql`organisation_id`, sql`sender_name`)
  const inOrder = order === 'name' ? sql`${name} ${inOrderOf(locale)} nulls last, ${byTime}` : byTime
  type Times = 'withdrawnAt' | 'submittedAt' | 'lateAt'
  type Found = Omit<ListedInput, Times> & Record<Times, string | null>
  // What more a line says is asked of this page's lines only.
  const rows = await database().db.execute<Found>(sql`
    select id, withdrawn_at as "withdrawnAt", ${name} as "senderName", sender_kind as "senderKind",
      sender_county as "senderCounty", lang, kind, submitted_at as "submittedAt", received_on as "receivedOn",
      late_at as "lateAt", no_remarks as "noRemarks", ${masked} as masked, ${twoEditions} as "twoEditions"
    from (select * from (${latestPublished(round.id)}) latest where ${sql.join(narrowed, sql` and `)}
      order by ${inOrder} limit ${size} offset ${(page - 1) * size}) line
    order by ${inOrder}`)
  const moment = (text: string | null) => (text === null ? null : new Date(text))
  return rows.map(({ withdrawnAt, submittedAt, lateAt, ...line }) => ({
    ...{ ...line, withdrawnAt: moment(withdrawnAt), lateAt: moment(lateAt) },
    submittedAt: new Date(submittedAt ?? Number.NaN),
  }))
}

/** The newest of a round's published inputs. */
export const listNewestInputs = (round: Round, now: Date, size: number) =>
  listPublishedInputs(round, everything, now, size)

/** How many published inputs a round has by kind and county of sender; small, whatever the number of inputs. */
export async function countPublishedInputs(
  round: Round,
  now: Date,
  question: string | null = null,
): Promise<InputGroup[]> {
  if (!publishedInputsShown(round, now)) return []
  type Counted = { kind: string; county: string | null; inputs: string; withdrawn: string }
  const rows = await database().db.execute<Counted>(sql`
    select sender_kind as kind, sender_county as county, count(*) as inputs, count(withdrawn_at) as withdrawn
    from (${latestPublished(round.id)}) latest where ${question === null ? sql`true` : answered(question)}
    group by sender_kind, sender_county limit 1000`)
  return rows.map((row) => ({ ...row, inputs: Number(row.inputs), withdrawn: Number(row.withdrawn) }))
}

/** How many published inputs have answered each question, by the question's id. */
export async function countAnsweredQuestions(
  round: Round,
  { kind, county }: Pick<InputFilter, 'kind' | 'county'>,
  now: Date,
): Promise<Map<string, number>> {
  if (!publishedInputsShown(round, now)) return new Map()
  const { db } = database()
  const given = db
    .selectDistinct({ input: inputVersions.inputId, question: answers.questionId })
    .from(inputVersions)
    .innerJoin(inputs, and(eq(inputs.id, inputVersions.inputId), isNull(inputs.withdrawnAt)))
    .innerJoin(publicAnswers, eq(publicAnswers.versionId, inputVersions.id))
    .innerJoin(answers, eq(answers.id, publicAnswers.answerId))
    .where(
      and(
        eq(inputVersions.roundId, round.id),
        kind === null ? undefined : eq(inputVersions.senderKind, kind),
        county === null ? undefined : eq(inputVersions.senderCounty, county),
      ),
    )
    .as('given')
  const rows = await db
    .select({ question: given.question, inputs: count() })
    .from(given)
    .groupBy(given.question)
    .limit(200)
  return new Map(
    rows.flatMap(({ question, inputs: number }) => (question === null ? [] : [[question, number]])),
  )
}

/** Inputs of which nobody may read anything, each once, by the law that says so of its latest withheld version. */
export async function countWithheld(round: Round, now: Date) {
  if (!publishedInputsShown(round, now)) return []
  const rows = await database().db.execute<{ legalBasis: string; inputs: string }>(sql`
    select legal_basis as "legalBasis", count(*) as inputs from (
      select distinct on (i.id) w.legal_basis
      from ${inputWithholdings} w
      join ${inputVersions} v on v.id = w.version_id
      join ${inputs} i on i.id = v.input_id
      where i.round_id = ${round.id} and i.withdrawn_at is null and w.lifted_at is null
        and not exists (select from ${inputPublications} p where p.input_id = i.id
          and not ${isWithheld(sql`p.version_id`)})
      order by i.id, v.number desc) withheld
    group by legal_basis order by legal_basis limit 20`)
  return rows.map((row) => ({ legalBasis: row.legalBasis, inputs: Number(row.inputs) }))
}

/** The published version of each input that stands for it in a list: the adopted one, else the latest. */
const latestPublished = (roundId: string) => sql`
  select distinct on (v.input_id) v.input_id as id, i.organisation_id,
    coalesce(i.withdrawn_at, ${takenBackAt(sql`v.id`)}) as withdrawn_at, v.kind, v.lang, v.submitted_at, v.received_on,
    v.late_at, v.no_remarks, v.sender_kind, v.sender_county,
    case when ${isTakenBack(sql`v.id`)} then null
      when i.organisation_id is not null or v.naming = 'named' and ${nameListed(sql`v.submitted_at`)}
        then v.sender_name end as sender_name
  from ${inputVersions} v
  join ${inputPublications} p on p.version_id = v.id
  join ${inputs} i on i.id = v.input_id
  where v.round_id = ${roundId} and not ${isWithheld(sql`v.id`)}
  order by v.input_id, ${isTakenBack(sql`v.id`)}, (v.kind = 'adopted') desc, v.number desc`

// A withdrawn input has no text any more, so it answers nothing.
const answered = (question: string) => sql`(latest.withdrawn_at is null and exists (
  select from ${inputVersions} v join ${answers} a on a.version_id = v.id and a.question_id = ${question}
  join ${publicAnswers} open on open.answer_id = a.id where v.input_id = latest.id))`

const masked = sql`exists (select from ${inputPublications} p join ${publicAnswers} open
  on open.version_id = p.version_id where p.input_id = line.id and jsonb_array_length(open.masks) > 0)`

const twoEditions = sql`(select coalesce(bool_or(v.kind = 'adopted')
    and bool_or(v.kind in ('administrative', 'correction')), false)
  from ${inputPublications} p join ${inputVersions} v on v.id = p.version_id
  where p.input_id = line.id and not ${isWithheld(sql`v.id`)})`
