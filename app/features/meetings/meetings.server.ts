import { and, eq, inArray, ne, sql } from 'drizzle-orm'
import type { Actor } from '#app/features/identity/actor.ts'
import { freeSlug } from '#app/features/organisations/organisation.ts'
import { databaseNow, type Transaction, tx } from '#app/platform/database.server.ts'
import type { EventKind } from '#app/platform/events/event.ts'
import { record } from '#app/platform/events/record.server.ts'
import { once } from '#app/platform/http/idempotency.server.ts'
import { type Refused, refuse } from '#app/platform/refusal.ts'
import {
  documentVersions,
  inputs,
  inputVersions,
  meetingDocuments,
  meetingInputs,
  meetingItems,
  meetings,
  rounds,
} from '#db/schema/index.ts'
import { meetingCancelled, meetingPlanned, meetingPublished, meetingWritten } from './events.ts'
import type { MeetingWriting, NewMeeting } from './forms.ts'
import type { InputReference } from './input-reference.ts'
import {
  cancellationRefusal,
  type MeetingFault,
  publicationRefusal,
  readMeeting,
  type WrittenMeeting,
} from './meeting.ts'
import { meetingWorkRefusal } from './policy.ts'
import { mostPoints } from './programme.ts'

/** Everything that is wrong with what was written. */
type Faulty = Refused<'faulty'> & { faults: MeetingFault[] }

const faulty = (faults: MeetingFault[]): Faulty => ({ refusal: 'faulty', faults })

/** Plans a meeting of a strategy. Nobody but its staff sees it until it is published. */
export function planMeeting(actor: Actor, strategyId: string, form: NewMeeting) {
  return tx(async (tx) => {
    const refusal = meetingWorkRefusal(actor, strategyId)
    if (refusal) return refuse(refusal)
    const read = readMeeting(form)
    if ('faults' in read) return faulty(read.faults)
    return once(tx, actor.personId, form.key, `plan-meeting ${strategyId}`, async () => {
      const pointed = await inputsOf(tx, strategyId, read.meeting.inputs)
      if ('line' in pointed) return faulty([unknownInput(pointed.line)])
      const roundId = await roundOf(tx, strategyId, form.round)
      const { items, inputs: _, ...facts } = read.meeting
      const slug = freeSlug(nameOf(facts), await holdSlugs(tx, strategyId))
      const createdAt = await databaseNow(tx)
      const [made] = await tx
        .insert(meetings)
        .values({ strategyId, roundId, slug, ...facts, createdAt, createdBy: actor.personId })
        .returning({ id: meetings.id })
      if (!made) throw new Error('The meeting was not written')
      await replaceParts(tx, { id: made.id, strategyId }, items, pointed.ids, form.documents)
      await note(tx, meetingPlanned, actor, { id: made.id, strategyId }, createdAt)
      return { meetingId: made.id }
    })
  })
}

/**
 * Saves what a meeting is. Somebody who wrote from an older state is told and nothing is saved. A published meeting
 * keeps its address whatever it is called, and what is saved of it is public at once.
 */
export function writeMeeting(actor: Actor, meetingId: string, form: MeetingWriting) {
  return tx(async (tx) => {
    const meeting = await lockMeeting(tx, actor, meetingId)
    if ('refusal' in meeting) return meeting
    const { title, intro, place } = meeting
    const items = await tx
      .select({ clock: meetingItems.clock, title: meetingItems.title, speaker: meetingItems.speaker })
      .from(meetingItems)
      .where(eq(meetingItems.meetingId, meetingId))
      .limit(mostPoints)
    const read = readMeeting(form, { title, intro, place, items })
    if ('faults' in read) return faulty(read.faults)
    return once(tx, actor.personId, form.key, `write-meeting ${meetingId}`, async () => {
      if (meeting.revision !== form.revision) return refuse('stale')
      const { strategyId } = meeting
      const pointed = await inputsOf(tx, strategyId, read.meeting.inputs)
      if ('line' in pointed) return faulty([unknownInput(pointed.line)])
      const roundId = await roundOf(tx, strategyId, form.round)
      const { items, inputs: _, ...facts } = read.meeting
      const slug = meeting.publishedAt
        ? meeting.slug
        : freeSlug(nameOf(facts), await holdSlugs(tx, strategyId, meetingId))
      const revision = meeting.revision + 1
      await tx
        .update(meetings)
        .set({ ...facts, roundId, slug, revision })
        .where(eq(meetings.id, meetingId))
      await replaceParts(tx, meeting, items, pointed.ids, form.documents)
      await note(tx, meetingWritten, actor, meeting, await databaseNow(tx), { revision })
      return { revision }
    })
  })
}

/** Puts a meeting on the public pages. */
export function publishMeeting(actor: Actor, meetingId: string, key: string) {
  return tx(async (tx) => {
    const meeting = await lockMeeting(tx, actor, meetingId)
    if ('refusal' in meeting) return meeting
    return once(tx, actor.personId, key, `publish-meeting ${meetingId}`, async () => {
      const refusal = publicationRefusal(meeting)
      if (refusal) return refuse(refusal)
      const publishedAt = await databaseNow(tx)
      await tx
        .update(meetings)
        .set({ publishedAt, publishedBy: actor.personId })
        .where(eq(meetings.id, meetingId))
      await note(tx, meetingPublished, actor, meeting, publishedAt)
      return { meetingId }
    })
  })
}

/** Calls a meeting off. Its page stays, and says so. */
export function cancelMeeting(actor: Actor, meetingId: string, key: string) {
  return tx(async (tx) => {
    const meeting = await lockMeeting(tx, actor, meetingId)
    if ('refusal' in meeting) return meeting
    return once(tx, actor.personId, key, `cancel-meeting ${meetingId}`, async () => {
      const cancelledAt = await databaseNow(tx)
      const refusal = cancellationRefusal(meeting, cancelledAt)
      if (refusal) return refuse(refusal)
      await tx.update(meetings).set({ cancelledAt }).where(eq(meetings.id, meetingId))
      await note(tx, meetingCancelled, actor, meeting, cancelledAt)
      return { meetingId }
    })
  })
}

type Subject = { id: string; strategyId: string }

/** Writes what happened to a meeting on record. */
export const note = (
  tx: Transaction,
  kind: EventKind,
  actor: Actor,
  { id: subjectId, strategyId }: Subject,
  at: Date,
  data = {},
) => record(tx, { kind, actorId: actor.personId, subjectId, strategyId, at, data })

/** A meeting held until the transaction ends, for somebody who may decide about it. */
export async function lockMeeting(tx: Transaction, actor: Actor, meetingId: string) {
  const [meeting] = await tx.select().from(meetings).where(eq(meetings.id, meetingId)).limit(1).for('update')
  if (!meeting) return refuse('not-found')
  const refusal = meetingWorkRefusal(actor, meeting.strategyId)
  return refusal ? refuse(refusal) : meeting
}

const nameOf = ({ title }: Pick<WrittenMeeting, 'title'>) => title.nb ?? title.nn ?? ''

const unknownInput = (line: number): MeetingFault => ({ field: 'inputs', reason: 'unknown-input', line })

// A slug is free only while nobody else of the strategy can take it.
async function holdSlugs(tx: Transaction, strategyId: string, except?: string): Promise<string[]> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`meeting-slugs/${strategyId}`}, 0))`)
  const others = and(eq(meetings.strategyId, strategyId), except ? ne(meetings.id, except) : undefined)
  const rows = await tx.select({ slug: meetings.slug }).from(meetings).where(others).limit(10_000)
  return rows.map(({ slug }) => slug)
}

// A round of another strategy is no round here.
async function roundOf(tx: Transaction, strategyId: string, roundId: string | undefined) {
  if (!roundId) return null
  const [round] = await tx
    .select({ id: rounds.id })
    .from(rounds)
    .where(and(eq(rounds.id, roundId), eq(rounds.strategyId, strategyId)))
    .limit(1)
  return round?.id ?? null
}

/** The inputs of the strategy that are pointed at, each once and in order; the first line that points at none. */
async function inputsOf(
  tx: Transaction,
  strategyId: string,
  references: readonly InputReference[],
): Promise<{ ids: string[] } | { line: number }> {
  const ids = references.flatMap((one) => ('id' in one ? one.id : []))
  const receipts = references.flatMap((one) => ('receipt' in one ? one.receipt : []))
  const [byId, byReceipt] = await Promise.all([
    ids.length > 0
      ? tx
          .select({ id: inputs.id })
          .from(inputs)
          .where(and(inArray(inputs.id, ids), eq(inputs.strategyId, strategyId)))
          .limit(ids.length)
      : [],
    receipts.length > 0
      ? tx
          .select({ id: inputVersions.inputId, receipt: inputVersions.receiptNumber })
          .from(inputVersions)
          .where(
            and(inArray(inputVersions.receiptNumber, receipts), eq(inputVersions.strategyId, strategyId)),
          )
          .limit(receipts.length)
      : [],
  ])
  const known = new Map([
    ...byId.map(({ id }) => [id, id] as const),
    ...byReceipt.map(({ id, receipt }) => [receipt, id] as const),
  ])
  const found: string[] = []
  for (const one of references) {
    const id = known.get('id' in one ? one.id : one.receipt)
    if (!id) return { line: one.line }
    found.push(id)
  }
  return { ids: [...new Set(found)] }
}

/** What hangs on a meeting is replaced as a whole: its programme, its inputs, and those of the versions that are the strategy's. */
async function replaceParts(
  tx: Transaction,
  { id: meetingId, strategyId }: Subject,
  items: WrittenMeeting['items'],
  inputIds: readonly string[],
  versionIds: readonly string[],
) {
  await tx.delete(meetingItems).where(eq(meetingItems.meetingId, meetingId))
  await tx.delete(meetingInputs).where(eq(meetingInputs.meetingId, meetingId))
  await tx.delete(meetingDocuments).where(eq(meetingDocuments.meetingId, meetingId))
  if (items.length > 0)
    await tx.insert(meetingItems).values(items.map((item, position) => ({ ...item, meetingId, position })))
  if (inputIds.length > 0)
    await tx
      .insert(meetingInputs)
      .values(inputIds.map((inputId, position) => ({ meetingId, inputId, position })))
  if (versionIds.length === 0) return
  const own = await tx
    .select({ versionId: documentVersions.id })
    .from(documentVersions)
    .where(and(inArray(documentVersions.id, [...versionIds]), eq(documentVersions.strategyId, strategyId)))
    .limit(versionIds.length)
  if (own.length > 0)
    await tx.insert(meetingDocuments).values(own.map(({ versionId }) => ({ meetingId, versionId })))
}
