import { and, asc, count, desc, eq, isNotNull, sql } from 'drizzle-orm'
import { database } from '#app/platform/database.server.ts'
import { inputs, inputVersions, meetings, people } from '#db/schema/index.ts'
import { CHANNELS, type Channel } from './channel.ts'
import { withdrawnAtOf } from './taken-back.server.ts'

export const intakePerPage = 50

const registered = (roundId: string) =>
  and(eq(inputVersions.roundId, roundId), eq(inputVersions.kind, 'registered'))

const row = {
  ...{ versionId: inputVersions.id, inputId: inputVersions.inputId, number: inputVersions.number },
  ...{ senderName: inputVersions.senderName, senderKind: inputVersions.senderKind },
  channel: sql<Channel | null>`${inputVersions.channel}`,
  ...{ receivedOn: inputVersions.receivedOn, submittedAt: inputVersions.submittedAt },
  ...{ lateAt: inputVersions.lateAt, noRemarks: inputVersions.noRemarks, speaker: inputVersions.speaker },
  ...{ meetingId: meetings.id, meetingTitle: meetings.title, receiptNumber: inputVersions.receiptNumber },
  ...{ registeredBy: people.name, withdrawnAt: withdrawnAtOf(inputVersions.id) },
}

const rows = () =>
  database()
    .db.select(row)
    .from(inputVersions)
    .innerJoin(inputs, eq(inputs.id, inputVersions.inputId))
    .leftJoin(people, eq(people.id, inputVersions.submittedBy))
    .leftJoin(meetings, eq(meetings.id, inputVersions.meetingId))
    .$dynamic()

/**
 * One page of what staff registered in a round, the latest first, and how many came each way. Asks no policy: the caller
 * has found the round for whoever asks.
 */
export async function listRegistered(
  roundId: string,
  { channel, page }: { channel: Channel | null; page: number },
) {
  const ofChannel = channel === null ? undefined : eq(inputVersions.channel, channel)
  const [list, sums] = await Promise.all([
    rows()
      .where(and(registered(roundId), ofChannel))
      .orderBy(desc(inputVersions.submittedAt), desc(inputVersions.receiptSequence))
      .limit(intakePerPage)
      .offset((page - 1) * intakePerPage),
    database()
      .db.select({ channel: inputVersions.channel, sum: count() })
      .from(inputVersions)
      .where(registered(roundId))
      .groupBy(inputVersions.channel),
  ])
  const of = (one: Channel | null) => sums.find(({ channel }) => channel === one)?.sum ?? 0
  const all = sums.reduce((total, { sum }) => total + sum, 0)
  const counts = Object.fromEntries(CHANNELS.map((one) => [one, of(one)])) as Record<Channel, number>
  return { rows: list, counts: { all, ...counts } }
}

export type RegisteredRow = Awaited<ReturnType<typeof listRegistered>>['rows'][number]

/** What was registered from a meeting, in the order it was, and how many they are. */
export async function listFromMeeting(roundId: string, meetingId: string) {
  const from = and(
    registered(roundId),
    eq(inputVersions.meetingId, meetingId),
    isNotNull(inputVersions.meetingId),
  )
  const [list, total] = await Promise.all([
    rows().where(from).orderBy(asc(inputVersions.receiptSequence)).limit(100),
    database().db.$count(inputVersions, from),
  ])
  return { list, total }
}

/** What was just registered, by its receipt number; null where this round has none of it. */
export async function findRegistered(roundId: string, receiptNumber: string): Promise<RegisteredRow | null> {
  const [found] = await rows()
    .where(and(registered(roundId), eq(inputVersions.receiptNumber, receiptNumber)))
    .limit(1)
  return found ?? null
}
