import { and, eq, inArray } from 'drizzle-orm'
import { v7 } from 'uuid'
import type { Transaction } from '#app/platform/database.server.ts'
import * as schema from '#db/schema/index.ts'
import { meetings as contents, type MeetingContent } from '#db/seed/content/meetings.ts'
import { found, type Seeded } from './frame.server.ts'
import type { SeededAnswers } from './inputs.server.ts'
import { osloDay, osloTime } from './oslo-time.ts'

/** The demo's meetings, announced by the editor, with what hangs on each. */
export async function seedMeetings(tx: Transaction, seeded: Seeded, answers: SeededAnswers) {
  for (const content of contents) await seedMeeting(tx, seeded, content, answers)
}

async function seedMeeting(
  tx: Transaction,
  { strategyId, rounds, people, editor, today }: Seeded,
  content: MeetingContent,
  answers: SeededAnswers,
) {
  const { slug, title, intro, place, streamUrl, summary, publishedDay, cancelledDay } = content
  const day = workday(today, content.day)
  const by = found(people.get(editor), editor).id
  const meetingId = v7()
  await tx.insert(schema.meetings).values({
    ...{ id: meetingId, strategyId, slug, title, intro, place, streamUrl, summary: summary?.text ?? null },
    roundId: found(rounds.get(content.round), content.round).id,
    startsAt: osloTime(today, day, content.from),
    endsAt: osloTime(today, day, content.to),
    summaryAt: summary ? osloTime(today, summary.day, '10:00') : null,
    summaryBy: summary ? by : null,
    ...{ publishedAt: osloTime(today, publishedDay, '09:00'), publishedBy: by, createdBy: by },
    cancelledAt: cancelledDay === undefined ? null : osloTime(today, cancelledDay, '15:00'),
    createdAt: osloTime(today, publishedDay - 1, '13:00'),
  })
  if (content.items.length > 0)
    await tx
      .insert(schema.meetingItems)
      .values(content.items.map((item, position) => ({ ...item, meetingId, position })))
  const versions = await tx
    .select({ id: schema.documentVersions.id })
    .from(schema.documentVersions)
    .innerJoin(schema.documents, eq(schema.documents.id, schema.documentVersions.documentId))
    .where(
      and(
        eq(schema.documents.strategyId, strategyId),
        eq(schema.documents.slug, 'utkast'),
        inArray(schema.documentVersions.number, content.documentVersions),
      ),
    )
    .limit(20)
  await tx
    .insert(schema.meetingDocuments)
    .values(versions.map(({ id: versionId }) => ({ meetingId, versionId })))
  for (const [position, key] of (summary?.inputs ?? []).entries()) {
    const answer = [...answers].find(([name]) => name.startsWith(`${key}/`))?.[1]
    const [version] = await tx
      .select({ inputId: schema.inputVersions.inputId })
      .from(schema.inputVersions)
      .where(eq(schema.inputVersions.id, found(answer, key).versionId))
      .limit(1)
    await tx
      .insert(schema.meetingInputs)
      .values({ meetingId, inputId: found(version, key).inputId, position })
  }
}

/** Meetings are not held on Saturdays and Sundays: the Monday after. */
function workday(today: Date, day: number): number {
  const weekday = new Date(`${osloDay(today, day)}T12:00:00Z`).getUTCDay()
  return weekday === 6 ? day + 2 : weekday === 0 ? day + 1 : day
}

const EXTENDED = { organisation: 'breidnes', round: 'runde-2', day: 31 }

/** One municipality of the demo got a later deadline than the others; the log says why. */
export async function seedExtension(
  tx: Transaction,
  { strategyId, organisations, rounds, people, editor, today }: Seeded,
) {
  const roundId = found(rounds.get(EXTENDED.round), EXTENDED.round).id
  const organisationId = found(organisations.get(EXTENDED.organisation), EXTENDED.organisation).id
  const by = found(people.get(editor), editor).id
  const until = osloTime(today, EXTENDED.day, '12:00')
  await tx
    .update(schema.invitations)
    .set({ extendedUntil: until, extendedBy: by })
    .where(
      and(eq(schema.invitations.roundId, roundId), eq(schema.invitations.organisationId, organisationId)),
    )
  await tx.insert(schema.deadlineExtensions).values({
    ...{ strategyId, roundId, organisationId, until, by, at: osloTime(today, -5, '10:30') },
    reason: 'Formannskapet behandler svaret først uken etter fristen.',
  })
}
