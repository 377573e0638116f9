import { and, desc, eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { database } from '#app/platform/database.server.ts'
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

export const eventsPerPage = 50

const subjectPerson = alias(people, 'subject_person')
const subjectOrganisation = alias(organisations, 'subject_organisation')
const senderPerson = alias(people, 'sender_person')

/**
 * One page of what has happened, the newest first, with the names of who did it and of what it happened to.
 * `more` says whether there is an older page; the whole log is never counted.
 */
export async function listAuditEvents(page: number) {
  const rows = await database()
    .db.select({
      id: auditEvents.id,
      at: auditEvents.at,
      type: auditEvents.type,
      actor: people.name,
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
    .leftJoin(rounds, and(eq(rounds.id, auditEvents.subjectId)))
    .orderBy(desc(auditEvents.at), desc(auditEvents.id))
    .limit(eventsPerPage + 1)
    .offset((page - 1) * eventsPerPage)
  return { events: rows.slice(0, eventsPerPage), more: rows.length > eventsPerPage }
}

// What happens to an input happens to one of its versions or passages as often as to the input itself.
const inputOfSubject = sql`coalesce(
  (select input_id from input_versions where id = ${auditEvents.subjectId}),
  (select input_id from passages where id = ${auditEvents.subjectId}),
  ${auditEvents.subjectId})`

export type LoggedEvent = Awaited<ReturnType<typeof listAuditEvents>>['events'][number]
