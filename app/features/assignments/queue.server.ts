import { type SQL, sql } from 'drizzle-orm'
import type { Actor } from '#app/features/identity/actor.ts'
import { strategiesOf } from '#app/features/strategies/policy.ts'
import { database } from '#app/platform/database.server.ts'
import type { LocalisedText } from '#app/platform/localised-text.ts'
import { coverage, naming, reckoning } from './coverage.server.ts'
import { byUrgency } from './due.ts'
import type { Named, Reckoned } from './named.ts'

/** One of somebody's assignments: what it is of, where, and how far it has come. */
export type OwnAssignment = Named &
  Reckoned & {
    id: string
    roundId: string
    roundNumber: number
    strategyTitle: LocalisedText
    dueOn: string | null
    note: string | null
    at: Date
    by: string
  }

/** An input to read: the version that counts, how much of it is left, and the passage to begin at. */
export type NextInput = {
  inputId: string
  number: number
  senderName: string
  roundId: string
  roundNumber: number
  dueOn: string | null
  left: number
  answers: number
  passageId: string | null
}

export type Queue = {
  assignments: OwnAssignment[]
  next: NextInput[]
  /** All the inputs in it, and those with anything left to read. */
  inputs: number
  inputsLeft: number
}

// Nobody has more than can be looked over; the rest are shown as these are done.
const mostAssignments = 100
const inputsAhead = 10

type Written<T> = Omit<T, 'at'> & { at: string }

/** Whose queue: a person, and the strategies they still work on. */
export type Reader = { personId: string; strategyIds: readonly string[] }

export const readerOf = (actor: Actor): Reader => ({
  personId: actor.personId,
  strategyIds: strategiesOf(actor),
})

/**
 * What somebody is to read: their standing assignments where they still work, most urgent first, and the inputs that come
 * next. One statement, however much there is. An input that is in two assignments is in the queue once, by the day that
 * comes first. `after` is the input one comes from: what follows it in the queue comes first, then the queue begins anew.
 */
export async function findQueue(
  { personId, strategyIds }: Reader,
  after: string | null = null,
): Promise<Queue> {
  if (strategyIds.length === 0) return { assignments: [], next: [], inputsLeft: 0, inputs: 0 }
  const own = sql`assignments.id in (select one.id from assignments one
    where one.ended_at is null and one.person_id = ${personId} and one.strategy_id in ${strategyIds}
    order by one.due_on nulls last, one.at, one.id limit ${mostAssignments})`
  const [row] = await database().db.execute<{
    assignments: Written<OwnAssignment>[] | null
    next: NextInput[] | null
    inputs: number
    inputsLeft: number
  }>(sql`${coverage(own)},
    reckoned as (${reckoning}),
    mine as materialized (
      select answer_id, version_id, submitted_at, bool_and(read) as read, min(due_on) as due_on
      from marked group by answer_id, version_id, submitted_at
    ),
    ahead as materialized (
      select version_id, submitted_at, count(*)::int as answers,
        (count(*) filter (where not read))::int as unread, coalesce(min(due_on), '9999-12-31') as due
      from mine group by version_id, submitted_at
    ),
    next as materialized (
      select ahead.*, row_number() over (
        order by ${startingAfter(after)} due, submitted_at, version_id) as place
      from ahead where unread > 0
      order by place limit ${inputsAhead}
    ),
    begun as (
      select distinct on (next.version_id) next.version_id, passages.id as passage_id
      from next
      join mine on mine.version_id = next.version_id and not mine.read
      join passages on passages.answer_id = mine.answer_id and passages.superseded_at is null
      order by next.version_id, passages.position, passages.start_cp
    )
    select
      (select jsonb_agg(listed) from (
        select given.id, given.round_id as "roundId", rounds.number as "roundNumber",
          strategies.title as "strategyTitle", given.due_on as "dueOn", given.note, given.at, people.name as "by",
          ${naming(sql`given`)},
          coalesce(reckoned.answers, 0) as "answers", coalesce(reckoned.read, 0) as "read",
          coalesce(reckoned.inputs, 0) as "inputs", coalesce(reckoned.inputs_left, 0) as "inputsLeft"
        from given
        join rounds on rounds.id = given.round_id
        join strategies on strategies.id = given.strategy_id
        join people on people.id = given.by
        left join reckoned on reckoned.assignment_id = given.id
      ) listed) as assignments,
      (select jsonb_agg(coming order by coming.place) from (
        select next.place, next.unread as "left", next.answers, nullif(next.due, '9999-12-31') as "dueOn", input_versions.input_id as "inputId",
          input_versions.number, input_versions.sender_name as "senderName",
          rounds.id as "roundId", rounds.number as "roundNumber",
          begun.passage_id as "passageId"
        from next
        join input_versions on input_versions.id = next.version_id
        join rounds on rounds.id = input_versions.round_id
        left join begun on begun.version_id = next.version_id
      ) coming) as next,
      (select count(*)::int from ahead) as inputs,
      (select count(*)::int from ahead where unread > 0) as "inputsLeft"`)
  const assignments = (row?.assignments ?? [])
    .map((one) => ({ ...one, at: new Date(one.at) }))
    .sort(byUrgency)
  return {
    ...{ assignments, next: row?.next ?? [] },
    ...{ inputsLeft: row?.inputsLeft ?? 0, inputs: row?.inputs ?? 0 },
  }
}

// Who goes past one that is not read is led on, not back.
function startingAfter(inputId: string | null): SQL {
  if (inputId === null) return sql``
  return sql`((due, submitted_at, version_id) > (select here.due, here.submitted_at, here.version_id from ahead here
    where here.version_id in (select id from input_versions where input_id = ${inputId})
    order by here.submitted_at desc limit 1)) desc nulls last,`
}
