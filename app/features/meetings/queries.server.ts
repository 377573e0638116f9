import { and, asc, count, desc, eq, isNotNull, or } from 'drizzle-orm'
import type { Actor } from '#app/features/identity/actor.ts'
import { workRefusal } from '#app/features/strategies/policy.ts'
import { database } from '#app/platform/database.server.ts'
import { refuse } from '#app/platform/refusal.ts'
import {
  documents,
  documentVersions,
  inputs,
  inputVersions,
  meetingDocuments,
  meetingInputs,
  meetingItems,
  meetings,
  rounds,
  strategies,
} from '#db/schema/index.ts'
import { itemColumns } from './published.server.ts'

/** A strategy as its pages of meetings need it; who does not work on it is told that there is none. */
export async function findStrategyAtWork(actor: Actor, strategyId: string) {
  if (workRefusal(actor, strategyId)) return refuse('not-found')
  const [strategy] = await database()
    .db.select({ id: strategies.id, slug: strategies.slug, title: strategies.title })
    .from(strategies)
    .where(eq(strategies.id, strategyId))
    .limit(1)
  return strategy ?? refuse('not-found')
}

export const meetingsPerPage = 30

/** One page of a strategy's meetings, drafts too, the latest first. */
export async function listPlannedMeetings(strategyId: string, page: number) {
  const own = eq(meetings.strategyId, strategyId)
  const { db } = database()
  const [rows, [counted]] = await Promise.all([
    db
      .select({
        ...{ id: meetings.id, title: meetings.title, startsAt: meetings.startsAt, endsAt: meetings.endsAt },
        ...{ publishedAt: meetings.publishedAt, cancelledAt: meetings.cancelledAt },
        ...{ summaryAt: meetings.summaryAt },
      })
      .from(meetings)
      .where(own)
      .orderBy(desc(meetings.startsAt), desc(meetings.id))
      .limit(meetingsPerPage)
      .offset((page - 1) * meetingsPerPage),
    db
      .select({ all: count(), published: count(meetings.publishedAt) })
      .from(meetings)
      .where(own),
  ])
  return { rows, all: counted?.all ?? 0, published: counted?.published ?? 0 }
}

export type PlannedMeeting = Awaited<ReturnType<typeof listPlannedMeetings>>['rows'][number]

/** A meeting with all that is written of it, and the strategy it belongs to. */
export async function findPlannedMeeting(actor: Actor, meetingId: string) {
  const { db } = database()
  const [found] = await db
    .select({
      meeting: meetings,
      strategy: { id: strategies.id, slug: strategies.slug, title: strategies.title },
    })
    .from(meetings)
    .innerJoin(strategies, eq(strategies.id, meetings.strategyId))
    .where(eq(meetings.id, meetingId))
    .limit(1)
  if (!found || workRefusal(actor, found.strategy.id)) return refuse('not-found')
  const [items, attached, pointed] = await Promise.all([
    db
      .select(itemColumns)
      .from(meetingItems)
      .where(eq(meetingItems.meetingId, meetingId))
      .orderBy(asc(meetingItems.position))
      .limit(200),
    db
      .select({ versionId: meetingDocuments.versionId })
      .from(meetingDocuments)
      .where(eq(meetingDocuments.meetingId, meetingId))
      .limit(200),
    db
      .selectDistinctOn([meetingInputs.position], {
        receipt: inputVersions.receiptNumber,
        senderName: inputVersions.senderName,
      })
      .from(meetingInputs)
      .innerJoin(inputs, eq(inputs.id, meetingInputs.inputId))
      .innerJoin(inputVersions, eq(inputVersions.inputId, inputs.id))
      .where(eq(meetingInputs.meetingId, meetingId))
      .orderBy(meetingInputs.position, desc(inputVersions.number))
      .limit(500),
  ])
  return { ...found, items, documents: attached.map(({ versionId }) => versionId), inputs: pointed }
}

/** What a meeting of a strategy can be tied to: its rounds, and the versions of its documents that are published. */
export async function listTies(strategyId: string, attached: readonly string[] = []) {
  const { db } = database()
  const [held, versions] = await Promise.all([
    db
      .select({ id: rounds.id, slug: rounds.slug, number: rounds.number })
      .from(rounds)
      .where(eq(rounds.strategyId, strategyId))
      .orderBy(desc(rounds.number))
      .limit(50),
    db
      .select({ id: documentVersions.id, title: documentVersions.title, documentTitle: documents.title })
      .from(documentVersions)
      .innerJoin(documents, eq(documents.id, documentVersions.documentId))
      .where(
        and(
          eq(documentVersions.strategyId, strategyId),
          or(isNotNull(documentVersions.publishedAt), ...attached.map((id) => eq(documentVersions.id, id))),
        ),
      )
      .orderBy(asc(documents.slug), desc(documentVersions.number))
      .limit(60),
  ])
  return { rounds: held, versions }
}

export type Ties = Awaited<ReturnType<typeof listTies>>
