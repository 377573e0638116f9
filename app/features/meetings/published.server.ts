import { and, asc, count, desc, eq, gte, isNotNull, isNull, lt, sql } from 'drizzle-orm'
import { nameListed } from '#app/features/inputs/listing-age.server.ts'
import { isTakenBack } from '#app/features/inputs/taken-back.server.ts'
import { isWithheld } from '#app/features/inputs/withheld.server.ts'
import { type InputsShown, publishedInputsShown, type RoundWindow } from '#app/features/strategies/round.ts'
import { database } from '#app/platform/database.server.ts'
import type { LocalisedText } from '#app/platform/localised-text.ts'
import {
  documents,
  documentVersions,
  inputPublications,
  inputs,
  inputVersions,
  meetingDocuments,
  meetingInputs,
  meetingItems,
  meetings,
  rounds,
} from '#db/schema/index.ts'

// What pages anyone may open read of meetings: only published ones, and of those only a published summary.

const card = {
  slug: meetings.slug,
  title: meetings.title,
  startsAt: meetings.startsAt,
  endsAt: meetings.endsAt,
  place: meetings.place,
  cancelledAt: meetings.cancelledAt,
  summarised: sql<boolean>`${meetings.summaryAt} is not null`,
  streamed: sql<boolean>`${meetings.streamUrl} is not null`,
}

const ofStrategy = (strategyId: string) =>
  and(eq(meetings.strategyId, strategyId), isNotNull(meetings.publishedAt))

const cards = () => database().db.select(card).from(meetings)

export const pastPerPage = 25
const mostComing = 100

/** A strategy's published meetings: those that are coming or under way, the next first, and a page of the past. */
export async function listMeetings(strategyId: string, page: number, now: Date) {
  const past = and(ofStrategy(strategyId), lt(meetings.endsAt, now))
  const [coming, held, [counted]] = await Promise.all([
    cards()
      .where(and(ofStrategy(strategyId), gte(meetings.endsAt, now)))
      .orderBy(asc(meetings.startsAt), asc(meetings.id))
      .limit(mostComing),
    cards()
      .where(past)
      .orderBy(desc(meetings.startsAt), desc(meetings.id))
      .limit(pastPerPage)
      .offset((page - 1) * pastPerPage),
    database().db.select({ past: count() }).from(meetings).where(past),
  ])
  return { coming, past: held, pastCount: counted?.past ?? 0 }
}

export type MeetingCard = Awaited<ReturnType<typeof listMeetings>>['coming'][number]

/** What a strategy's own page tells: the next meeting that will be held, and the last one with a summary. */
export async function listMeetingNews(strategyId: string, now: Date): Promise<MeetingCard[]> {
  const [next, told] = await Promise.all([
    cards()
      .where(and(ofStrategy(strategyId), gte(meetings.endsAt, now), isNull(meetings.cancelledAt)))
      .orderBy(asc(meetings.startsAt), asc(meetings.id))
      .limit(1),
    cards()
      .where(and(ofStrategy(strategyId), lt(meetings.endsAt, now), isNotNull(meetings.summaryAt)))
      .orderBy(desc(meetings.startsAt), desc(meetings.id))
      .limit(1),
  ])
  return [...next, ...told]
}

// Anything else is no address of a meeting, whatever the database would say to it.
const SLUG = /^[a-z0-9-]{1,80}$/

/** A published meeting of a strategy with all that its page shows; null when there is none. */
export async function findMeeting(strategyId: string, slug: string, now: Date) {
  if (!SLUG.test(slug)) return null
  const [found] = await database()
    .db.select({ ...shown, id: meetings.id })
    .from(meetings)
    .leftJoin(rounds, and(eq(rounds.id, meetings.roundId), isNotNull(rounds.publishedAt)))
    .where(and(ofStrategy(strategyId), eq(meetings.slug, slug)))
    .limit(1)
  if (!found) return null
  const { id, ...meeting } = found
  return { ...meeting, ...(await partsOf(id, now)) }
}

const shown = {
  slug: meetings.slug,
  title: meetings.title,
  intro: meetings.intro,
  startsAt: meetings.startsAt,
  endsAt: meetings.endsAt,
  place: meetings.place,
  streamUrl: meetings.streamUrl,
  cancelledAt: meetings.cancelledAt,
  summaryAt: meetings.summaryAt,
  summary: sql<LocalisedText | null>`case when ${meetings.summaryAt} is not null then ${meetings.summary} end`,
  round: { slug: rounds.slug, number: rounds.number },
}

export type PublicMeeting = NonNullable<Awaited<ReturnType<typeof findMeeting>>>

/** A point of a programme. */
export const itemColumns = {
  position: meetingItems.position,
  clock: meetingItems.clock,
  title: meetingItems.title,
  speaker: meetingItems.speaker,
}

/** What hangs on a meeting as the public reads it: its programme, and the documents and inputs that are public now. */
export async function partsOf(meetingId: string, now: Date) {
  const { db } = database()
  const [items, read, pointed] = await Promise.all([
    db
      .select(itemColumns)
      .from(meetingItems)
      .where(eq(meetingItems.meetingId, meetingId))
      .orderBy(asc(meetingItems.position))
      .limit(200),
    db
      .select({
        ...{ document: documents.slug, documentTitle: documents.title },
        ...{ number: documentVersions.number, title: documentVersions.title },
      })
      .from(meetingDocuments)
      .innerJoin(documentVersions, eq(documentVersions.id, meetingDocuments.versionId))
      .innerJoin(documents, eq(documents.id, documentVersions.documentId))
      .where(and(eq(meetingDocuments.meetingId, meetingId), isNotNull(documentVersions.publishedAt)))
      .orderBy(asc(documents.slug), asc(documentVersions.number))
      .limit(100),
    listPointedAt(meetingId),
  ])
  const inputsShown = pointed.flatMap(({ window, ...input }) =>
    publishedInputsShown(window, now) ? [input] : [],
  )
  return { items, documents: read, inputs: inputsShown }
}

type Window = RoundWindow & { inputsShown: InputsShown }

// Judged anew at every view: what is withdrawn or withheld after the summary was published is linked no more.
async function listPointedAt(meetingId: string) {
  type Times = 'opensAt' | 'deadlineAt' | 'acceptsLateUntil' | 'closedAt'
  type Found = { id: string; round: string; senderName: string | null; senderKind: string } & {
    inputsShown: InputsShown
  } & Record<Times, string | null>
  const rows = await database().db.execute<Found>(sql`
    select i.id, r.slug as round, latest.sender_kind as "senderKind", r.inputs_shown as "inputsShown",
      case when i.organisation_id is not null
          or latest.naming = 'named' and ${nameListed(sql`latest.submitted_at`)}
        then latest.sender_name end as "senderName",
      r.opens_at as "opensAt", r.deadline_at as "deadlineAt", r.accepts_late_until as "acceptsLateUntil",
      r.closed_at as "closedAt"
    from ${meetingInputs} m
    join ${inputs} i on i.id = m.input_id and i.withdrawn_at is null
    join ${rounds} r on r.id = i.round_id and r.published_at is not null
    cross join lateral (select v.sender_name, v.sender_kind, v.naming, v.submitted_at from ${inputVersions} v
      join ${inputPublications} p on p.version_id = v.id
      where v.input_id = i.id and not ${isWithheld(sql`v.id`)} and not ${isTakenBack(sql`v.id`)}
      order by (v.kind = 'adopted') desc, v.number desc limit 1) latest
    where m.meeting_id = ${meetingId}
    order by m.position limit 500`)
  const moment = (text: string | null) => (text === null ? null : new Date(text))
  return rows.map(({ opensAt, deadlineAt, acceptsLateUntil, closedAt, inputsShown, ...input }) => {
    const window: Window = {
      ...{ opensAt: new Date(opensAt ?? 0), deadlineAt: new Date(deadlineAt ?? 0), inputsShown },
      ...{ acceptsLateUntil: moment(acceptsLateUntil), closedAt: moment(closedAt) },
    }
    return { ...input, window }
  })
}
