import { and, asc, desc, eq, gte, ilike, inArray, like, lt, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { database, databaseNow, tx } from '#app/platform/database.server.ts'
import { record } from '#app/platform/events/record.server.ts'
import type { LocalisedText } from '#app/platform/localised-text.ts'
import {
  auditEvents,
  findings,
  inputs,
  organisations,
  people,
  rounds,
  strategies,
  themes,
} from '#db/schema/index.ts'
import type { AuditFilter, AuditSpan } from './audit-filter.ts'
import { auditExported } from './events.ts'

export const eventsPerPage = 50

/** The file has no more than this; who needs more takes it a span at a time. */
export const mostInFile = 100_000
const batch = 1_000

const subjectPerson = alias(people, 'subject_person')
const subjectOrganisation = alias(organisations, 'subject_organisation')
const senderPerson = alias(people, 'sender_person')

/**
 * One page of what has happened, the newest first, with the names of who did it and of what it happened to.
 * `more` says whether there is an older page; the whole log is never counted.
 */
export async function listAuditEvents(filter: AuditFilter, span: AuditSpan, page: number) {
  const rows = await eventsWhere(await conditionOf(filter, span))
    .limit(eventsPerPage + 1)
    .offset((page - 1) * eventsPerPage)
  return { events: rows.slice(0, eventsPerPage), more: rows.length > eventsPerPage }
}

/** The same, all of it, a thousand at a time. */
export async function* readAuditEvents(filter: AuditFilter, span: AuditSpan): AsyncGenerator<LoggedEvent[]> {
  const asked = await conditionOf(filter, span)
  let last: LoggedEvent | undefined
  for (let read = 0; read < mostInFile; read += batch) {
    const rows: LoggedEvent[] = await eventsWhere(and(asked, last && before(last))).limit(batch)
    if (rows.length > 0) yield rows
    if (rows.length < batch) return
    last = rows.at(-1)
  }
}

// Not by its time, which is kept finer than we read it.
const before = ({ id }: LoggedEvent) =>
  sql`(${auditEvents.at}, ${auditEvents.id}) < (select at, id from audit_events where id = ${id})`

/** Says that somebody took the record with them. */
export function recordExport(actor: { personId: string }): Promise<void> {
  return tx(async (tx) => {
    const at = await databaseNow(tx)
    await record(tx, { kind: auditExported, actorId: actor.personId, subjectId: actor.personId, at })
  })
}

/** The strategies one can look for. */
export function listAuditedStrategies() {
  return database()
    .db.select({ id: strategies.id, title: strategies.title })
    .from(strategies)
    .orderBy(asc(strategies.createdAt))
    .limit(200)
}

/** What is asked for, by ids: whoever is called so is found first. */
async function conditionOf(filter: AuditFilter, { since, until }: AuditSpan): Promise<SQL | undefined> {
  const { who, kind, strategy, subject } = filter
  return and(
    who === '' ? undefined : inArray(auditEvents.actorId, await peopleCalled(who)),
    kind === '' ? undefined : like(auditEvents.type, `${kind}.%`),
    strategy === '' ? undefined : eq(auditEvents.strategyId, strategy),
    subject === ''
      ? undefined
      : or(eq(auditEvents.subjectId, subject), sql`${auditEvents.data} ->> 'inputId' = ${subject}`),
    since === null ? undefined : gte(auditEvents.at, since),
    until === null ? undefined : lt(auditEvents.at, until),
  )
}

async function peopleCalled(name: string): Promise<string[]> {
  const pattern = `%${name.replace(/[\\%_]/g, '\\$&')}%`
  const rows = await database()
    .db.select({ id: people.id })
    .from(people)
    .where(ilike(people.name, pattern))
    .limit(500)
  return rows.map(({ id }) => id)
}

function eventsWhere(asked: SQL | undefined) {
  return database()
    .db.select({
      id: auditEvents.id,
      at: auditEvents.at,
      type: auditEvents.type,
      actor: people.name,
      subjectId: auditEvents.subjectId,
      subjectName: sql<
        string | null
      >`coalesce(${organisations.name}, ${subjectOrganisation.name}, ${senderPerson.name},
        ${subjectPerson.name})`,
      subjectTitle: sql<LocalisedText | null>`coalesce(${findings.title}, ${themes.title}, ${rounds.title})`,
      strategy: strategies.title,
    })
    .from(auditEvents)
    .leftJoin(people, eq(people.id, auditEvents.actorId))
    .leftJoin(strategies, eq(strategies.id, auditEvents.strategyId))
    .leftJoin(subjectPerson, eq(subjectPerson.id, auditEvents.subjectId))
    .leftJoin(subjectOrganisation, eq(subjectOrganisation.id, auditEvents.subjectId))
    .leftJoin(inputs, eq(inputs.id, inputOfSubject))
    .leftJoin(organisations, eq(organisations.id, inputs.organisationId))
    .leftJoin(senderPerson, eq(senderPerson.id, inputs.personId))
    .leftJoin(findings, eq(findings.id, auditEvents.subjectId))
    .leftJoin(themes, eq(themes.id, auditEvents.subjectId))
    .leftJoin(rounds, eq(rounds.id, auditEvents.subjectId))
    .where(asked)
    .orderBy(desc(auditEvents.at), desc(auditEvents.id))
    .$dynamic()
}

// What happens to an input happens to one of its versions or passages as often as to the input itself.
const inputOfSubject = sql`coalesce(
  (select input_id from input_versions where id = ${auditEvents.subjectId}),
  (select input_id from passages where id = ${auditEvents.subjectId}),
  ${auditEvents.subjectId})`

export type LoggedEvent = Awaited<ReturnType<typeof eventsWhere>>[number]
