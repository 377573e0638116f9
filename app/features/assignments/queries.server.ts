import { and, asc, eq, ilike, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm'
import { database } from '#app/platform/database.server.ts'
import { isId } from '#app/platform/http/answer.server.ts'
import { cleanLine } from '#app/platform/rich-text/clean-text.ts'
import {
  inputs,
  invitations,
  organisations,
  people,
  questions,
  strategyStaff,
  themes,
} from '#db/schema/index.ts'
import { type AssignmentKind, assignmentsPerPage, mostSenders } from './assignment.ts'
import { coverage, naming, reckoning } from './coverage.server.ts'
import type { Named, Reckoned } from './named.ts'

/** A standing assignment of a round, as those who give them see it. */
export type RoundAssignment = Named &
  Reckoned & {
    id: string
    personId: string
    person: string
    /** False when whoever has it works on the strategy no more. */
    isStaff: boolean
    dueOn: string | null
    note: string | null
  }

export type AssignmentPage = { assignments: RoundAssignment[]; total: number; divided: boolean }

/** One page of a round's standing assignments by who has them, how far each has come, how many there are, and whether it is divided: one row. */
export function assignmentPage(roundId: string, page: number): SQL {
  return sql`
    ${coverage(sql`assignments.round_id = ${roundId}`)},
    reckoned as (${reckoning}),
    listed as (
      select given.id, given.person_id as "personId", people.name as "person", ${naming(sql`given`)},
        given.due_on as "dueOn", given.note,
        coalesce(reckoned.answers, 0) as "answers", coalesce(reckoned.read, 0) as "read",
        coalesce(reckoned.inputs, 0) as "inputs", coalesce(reckoned.inputs_left, 0) as "inputsLeft",
        exists (select 1 from strategy_staff where strategy_staff.strategy_id = given.strategy_id
          and strategy_staff.person_id = given.person_id and strategy_staff.ended_at is null) as "isStaff",
        row_number() over (order by people.name, people.id, given.at, given.share_number, given.id) as place
      from given
      join people on people.id = given.person_id
      left join reckoned on reckoned.assignment_id = given.id
    )
    select (select coalesce(jsonb_agg(shown order by shown.place), '[]') from (
        select * from listed order by place limit ${assignmentsPerPage}::int
        offset ${(page - 1) * assignmentsPerPage}::int) shown) as assignments,
      (select count(*)::int from given) as total,
      exists (select 1 from given where kind = 'share') as divided`
}

/** That page, counted now. */
export async function listAssignments(roundId: string, page: number): Promise<AssignmentPage> {
  const [row] = await database().db.execute<AssignmentPage>(assignmentPage(roundId, page))
  return row ?? { assignments: [], total: 0, divided: false }
}

/** One assignment of a round that stands, as the form that changes it needs it; null when there is none such. */
export async function findAssignment(roundId: string, id: string) {
  if (!isId(id)) return null
  const [row] = await database().db.execute<
    Named & { id: string; personId: string; person: string; dueOn: string | null; note: string | null }
  >(sql`select given.id, given.person_id as "personId", people.name as "person", ${naming(sql`given`)},
      given.due_on as "dueOn", given.note
    from assignments given join people on people.id = given.person_id
    where given.id = ${id} and given.round_id = ${roundId} and given.ended_at is null`)
  return row ? { ...row } : null
}

/** Everyone who works on a strategy now, by name. */
export function listStaff(strategyId: string) {
  return database()
    .db.selectDistinct({ id: people.id, name: people.name })
    .from(strategyStaff)
    .innerJoin(people, eq(people.id, strategyStaff.personId))
    .where(and(eq(strategyStaff.strategyId, strategyId), isNull(strategyStaff.endedAt)))
    .orderBy(asc(people.name), asc(people.id))
    .limit(200)
}

/** What there is to choose from, for the kind of assignment that is being given; `words` is part of a sender's name. */
export async function listTargets(
  round: { id: string; strategyId: string },
  kind: AssignmentKind,
  words: string,
) {
  const none = { questions: [], themes: [], organisations: [], readers: [] }
  if (kind === 'share') return { ...none, readers: await listReaders(round.strategyId) }
  if (kind === 'question') return { ...none, questions: await listQuestions(round.id) }
  if (kind === 'theme') return { ...none, themes: await listReadThemes(round.strategyId) }
  if (kind === 'organisation') return { ...none, organisations: await findSenders(round.id, words) }
  return none
}

function listQuestions(roundId: string) {
  return database()
    .db.select({ id: questions.id, title: questions.title })
    .from(questions)
    .where(eq(questions.roundId, roundId))
    .orderBy(asc(questions.position))
    .limit(200)
}

/** Those who read some theme by default: the first to share a round among. */
async function listReaders(strategyId: string) {
  const inUse = and(eq(themes.strategyId, strategyId), isNull(themes.retiredAt), isNotNull(themes.assigneeId))
  const rows = await database()
    .db.selectDistinct({ id: themes.assigneeId })
    .from(themes)
    .where(inUse)
    .limit(200)
  return rows.flatMap(({ id }) => id ?? [])
}

/** The themes of the codebook with the reader each has of its own, if that one still works here. */
function listReadThemes(strategyId: string) {
  const reader = database()
    .db.select({ id: strategyStaff.personId })
    .from(strategyStaff)
    .where(
      and(
        eq(strategyStaff.strategyId, strategyId),
        eq(strategyStaff.personId, themes.assigneeId),
        isNull(strategyStaff.endedAt),
      ),
    )
  return database()
    .db.select({ id: themes.id, code: themes.code, title: themes.title, reader: people.name })
    .from(themes)
    .leftJoin(people, and(eq(people.id, themes.assigneeId), sql`exists ${reader}`))
    .where(and(eq(themes.strategyId, strategyId), isNull(themes.retiredAt)))
    .orderBy(asc(themes.position))
    .limit(500)
}

/** Organisations that were asked in the round or have answered it, whose name has these words in it. */
async function findSenders(roundId: string, asked: string) {
  const words = cleanLine(asked).slice(0, 100)
  if (words === '') return []
  const pattern = `%${words.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  return database()
    .db.selectDistinct({ id: organisations.id, name: organisations.name, kind: organisations.kind })
    .from(organisations)
    .leftJoin(
      invitations,
      and(eq(invitations.organisationId, organisations.id), eq(invitations.roundId, roundId)),
    )
    .leftJoin(inputs, and(eq(inputs.organisationId, organisations.id), eq(inputs.roundId, roundId)))
    .where(and(ilike(organisations.name, pattern), or(isNotNull(invitations.roundId), isNotNull(inputs.id))))
    .orderBy(asc(organisations.name), asc(organisations.id))
    .limit(mostSenders)
}
