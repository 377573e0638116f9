import { sql } from 'drizzle-orm'
import { database } from '#app/platform/database.server.ts'
import { coverage } from './coverage.server.ts'

/** How far a round has come, every number beside what it is of. */
export type RoundProgress = {
  inputs: number
  inputsRead: number
  answers: number
  answersRead: number
  /** Answers that nobody has been given. */
  answersUnassigned: number
  passages: number
  tagged: number
  flagged: number
}

/** How far somebody has come with what they have been given in a round. */
export type PersonProgress = {
  personId: string
  person: string
  isStaff: boolean
  assignments: number
  answers: number
  read: number
  passages: number
  tagged: number
  flagged: number
  /** All the answers of the round they have read, given to them or not. */
  readInAll: number
  /** The nearest day by which something of theirs that is not read is due. */
  dueOn: string | null
}

const mostPeople = 200

/**
 * How far a round has come, and each who works with it: those with an assignment, those who have read anything, and the
 * rest of the staff. A passage is tagged when a theme or a position stands on it, whoever put it there, and flagged when
 * somebody's flag does. Two answers of the same person's that are in two assignments are counted once.
 */
export async function findProgress(round: {
  id: string
  strategyId: string
}): Promise<{ round: RoundProgress; people: PersonProgress[] }> {
  const here = sql`assignments.round_id = ${round.id}`
  const [row] = await database().db.execute<{ round: RoundProgress; people: PersonProgress[] | null }>(sql`
    ${coverage(here, { rounds: sql`select ${round.id}::uuid`, counted: countedOf(round.strategyId) })},
    seen as materialized (
      select readings.answer_id, readings.person_id from readings
      where readings.strategy_id = ${round.strategyId}
        and readings.answer_id in (select answer_id from to_read)
    ),
    whole as (
      select to_read.*, to_read.answer_id in (select answer_id from seen) as read,
        to_read.answer_id not in (select answer_id from marked) as unassigned
      from to_read
    ),
    texts as (select version_id, bool_and(read) as read from whole group by version_id),
    theirs as (
      select person_id, answer_id, passages, tagged, flagged, bool_and(read) as read,
        min(due_on) filter (where not read) as due_on
      from marked group by person_id, answer_id, passages, tagged, flagged
    ),
    sums as (
      select person_id, count(*) as answers, count(*) filter (where read) as read, sum(passages) as passages,
        sum(tagged) as tagged, sum(flagged) as flagged, min(due_on) as due_on
      from theirs group by person_id
    ),
    own as (select person_id, count(*) as assignments from given group by person_id),
    all_read as (select person_id, count(*) as answers from seen group by person_id),
    staff as (
      select distinct person_id from strategy_staff
      where strategy_id = ${round.strategyId} and ended_at is null
    )
    select
      (select jsonb_build_object(
        'inputs', (select count(*) from texts), 'inputsRead', (select count(*) from texts where read),
        'answers', count(*), 'answersRead', count(*) filter (where read),
        'answersUnassigned', count(*) filter (where unassigned), 'passages', coalesce(sum(passages), 0),
        'tagged', coalesce(sum(tagged), 0), 'flagged', coalesce(sum(flagged), 0)) from whole) as round,
      (select jsonb_agg(listed) from (
        select people.id as "personId", people.name as "person", staff.person_id is not null as "isStaff",
          coalesce(own.assignments, 0) as "assignments", coalesce(sums.answers, 0) as "answers",
          coalesce(sums.read, 0) as "read", coalesce(sums.passages, 0) as "passages",
          coalesce(sums.tagged, 0) as "tagged", coalesce(sums.flagged, 0) as "flagged",
          coalesce(all_read.answers, 0) as "readInAll", sums.due_on as "dueOn"
        from people
        left join staff on staff.person_id = people.id
        left join own on own.person_id = people.id
        left join sums on sums.person_id = people.id
        left join all_read on all_read.person_id = people.id
        where people.id in (select person_id from staff union select person_id from own
          union select person_id from all_read)
        order by own.assignments is null, people.name, people.id limit ${mostPeople}
      ) listed) as people`)
  const none = { inputs: 0, inputsRead: 0, answers: 0, answersRead: 0, answersUnassigned: 0 }
  return {
    round: row?.round ?? { ...none, passages: 0, tagged: 0, flagged: 0 },
    people: row?.people ?? [],
  }
}

const countedOf = (strategyId: string) => sql`count(*) as passages,
  count(*) filter (where passages.id in (select taggings.passage_id from taggings
    where taggings.strategy_id = ${strategyId} and taggings.removed_at is null)) as tagged,
  count(*) filter (where passages.id in (select passage_marks.passage_id from passage_marks
    where passage_marks.strategy_id = ${strategyId} and passage_marks.kind = 'flag'
    and passage_marks.removed_at is null)) as flagged`
