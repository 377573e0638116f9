import { and, asc, count, desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { Actor } from '#app/features/identity/actor.ts'
import { INPUT_STATUSES, type InputStatus } from '#app/features/inputs/publication.ts'
import { isWithheld } from '#app/features/inputs/withheld.server.ts'
import { strategiesOf, workRefusal } from '#app/features/strategies/policy.ts'
import { countedUntilChanged } from '#app/platform/changes/kept.server.ts'
import { database } from '#app/platform/database.server.ts'
import { refuse } from '#app/platform/refusal.ts'
import {
  inputMasks,
  inputPublications,
  inputs,
  inputVersions,
  inputWithholdings,
  invitations,
  passages,
  rounds,
  strategies,
  taggings,
  takedownRequests,
} from '#db/schema/index.ts'
import { versionCounts } from '#search/counting.server.ts'

const counts = versionCounts()

const isPublic = sql<boolean>`exists (select 1 from ${inputPublications}
  where ${inputPublications.versionId} = ${inputVersions.id})`

const withheld = isWithheld(inputVersions.id)

const masks = sql`(select count(*) from ${inputMasks}
  where ${inputMasks.versionId} = ${inputVersions.id} and ${inputMasks.removedAt} is null)`

const tagged = sql`exists (select 1 from ${taggings}
  where ${taggings.passageId} = ${passages.id} and ${taggings.removedAt} is null)`

const whole = (expression: SQL) => expression.mapWith(Number)

/** What is read to say how many versions of a round count, and what has become of each. */
const listed = [inputVersions, inputs, inputPublications, inputMasks, inputWithholdings]

type RoundWork = {
  received: { roundId: string; received: number; late: number; withdrawn: number; published: number }[]
  read: { roundId: string; passages: number; tagged: number }[]
  invited: { roundId: string; invited: number; answered: number }[]
}

/** How much each round of these strategies has received, how much of it is tagged, and how many were asked: one row of lists. */
function workOf(mine: readonly string[]): SQL {
  const ofMine = (of: SQL) => sql`${of} = any(${sql.param(`{${mine.join(',')}}`)}::uuid[])`
  const version = sql`from ${inputVersions} join ${inputs} on ${inputs.id} = ${inputVersions.inputId}`
  const here = sql`where ${ofMine(sql`${inputVersions.strategyId}`)} and ${counts}`
  const list = (rows: SQL) => sql`(select coalesce(jsonb_agg(r), '[]') from (${rows}) r)`
  const received = sql`select ${inputVersions.roundId} as "roundId", count(*) as received,
    count(*) filter (where ${inputVersions.lateAt} is not null) as late,
    count(*) filter (where ${inputs.withdrawnAt} is not null) as withdrawn,
    count(*) filter (where ${isPublic} and not ${withheld} and ${inputs.withdrawnAt} is null) as published
    ${version} ${here} group by ${inputVersions.roundId}`
  const read = sql`select ${inputVersions.roundId} as "roundId", count(*) as passages,
    count(*) filter (where ${tagged}) as tagged
    from ${inputVersions} join ${passages} on ${passages.versionId} = ${inputVersions.id}
      and ${passages.supersededAt} is null ${here} group by ${inputVersions.roundId}`
  const invited = sql`select ${invitations.roundId} as "roundId", count(*) as invited,
    count(*) filter (where exists (select from ${inputs}
      join ${inputVersions} on ${inputVersions.inputId} = ${inputs.id}
      where ${inputs.roundId} = ${invitations.roundId}
        and ${inputs.organisationId} = ${invitations.organisationId})) as answered
    from ${invitations} join ${rounds} on ${rounds.id} = ${invitations.roundId}
    where ${ofMine(sql`${rounds.strategyId}`)} and ${invitations.invitedAt} is not null group by ${invitations.roundId}`
  return sql`select ${list(received)} as received, ${list(read)} as read, ${list(invited)} as invited`
}

/** The strategies somebody works on, each with its rounds and how far the work has come, newest round first. */
export async function listWork(actor: Actor) {
  const mine = strategiesOf(actor)
  if (mine.length === 0) return []
  const { db } = database()
  const grounds = { strategyIds: mine, tables: [...listed, passages, taggings, invitations] }
  const [list, { received, read, invited }] = await Promise.all([
    db
      .select({
        ...{ strategyId: strategies.id, strategyTitle: strategies.title },
        ...{ roundId: rounds.id, title: rounds.title, number: rounds.number },
        ...{ opensAt: rounds.opensAt, deadlineAt: rounds.deadlineAt, inputsShown: rounds.inputsShown },
        ...{ acceptsLateUntil: rounds.acceptsLateUntil, closedAt: rounds.closedAt },
      })
      .from(strategies)
      .leftJoin(rounds, eq(rounds.strategyId, strategies.id))
      .where(inArray(strategies.id, mine))
      .orderBy(asc(strategies.createdAt), desc(rounds.number))
      .limit(200),
    countedUntilChanged<RoundWork>(`work ${[...mine].sort()}`, grounds, workOf(mine)),
  ])
  const of = <T extends { roundId: string }>(rows: T[], roundId: string) =>
    rows.find((row) => row.roundId === roundId)
  return mine.flatMap((id) => {
    const own = list.filter(({ strategyId }) => strategyId === id)
    const [first] = own
    if (!first) return []
    const work = own.flatMap(({ roundId, title, number, opensAt, deadlineAt, ...round }) => {
      if (!roundId || !title || !number || !opensAt || !deadlineAt) return []
      const { acceptsLateUntil, closedAt } = round
      return {
        ...{ id: roundId, title, number, opensAt, deadlineAt, acceptsLateUntil, closedAt },
        ...{ received: 0, late: 0, withdrawn: 0, published: 0, ...of(received, roundId) },
        ...{ passages: 0, tagged: 0, ...of(read, roundId) },
        ...{ invited: 0, answered: 0, ...of(invited, roundId) },
      }
    })
    return { id, title: first.strategyTitle, rounds: work }
  })
}

/** The strategies somebody works on, each with its newest round: what the menu leads to. */
export async function listPlaces(actor: Actor) {
  const rows = await database()
    .db.selectDistinctOn([strategies.id], {
      ...{ strategyId: strategies.id, title: strategies.title, roundId: rounds.id },
    })
    .from(strategies)
    .leftJoin(rounds, eq(rounds.strategyId, strategies.id))
    .where(inArray(strategies.id, strategiesOf(actor)))
    .orderBy(strategies.id, desc(rounds.number))
    .limit(200)
  return rows
}

/** A round and its strategy, as every page of the round needs them. */
export async function findWorkRound(actor: Actor, roundId: string) {
  const [found] = await database()
    .db.select({
      round: { id: rounds.id, title: rounds.title, number: rounds.number, slug: rounds.slug },
      strategy: { id: strategies.id, title: strategies.title, legalRegime: strategies.legalRegime },
    })
    .from(rounds)
    .innerJoin(strategies, eq(strategies.id, rounds.strategyId))
    .where(eq(rounds.id, roundId))
  if (!found || workRefusal(actor, found.strategy.id)) return refuse('not-found')
  return found
}

const standing = sql`${inputs.withdrawnAt} is null and not ${withheld}`

const statusIs: Record<InputStatus, SQL> = {
  all: sql`true`,
  waiting: sql`${standing} and not ${isPublic}`,
  published: sql`${standing} and ${isPublic} and ${masks} = 0`,
  masked: sql`${standing} and ${isPublic} and ${masks} > 0`,
  withheld: sql`${inputs.withdrawnAt} is null and ${withheld}`,
  withdrawn: sql`${inputs.withdrawnAt} is not null`,
}

const row = {
  ...{ inputId: inputs.id, versionId: inputVersions.id, number: inputVersions.number },
  ...{ kind: inputVersions.kind, senderName: inputVersions.senderName, senderKind: inputVersions.senderKind },
  ...{ lang: inputVersions.lang, submittedAt: inputVersions.submittedAt, lateAt: inputVersions.lateAt },
  ...{ receivedOn: inputVersions.receivedOn, receiptNumber: inputVersions.receiptNumber },
  ...{ withdrawnAt: inputs.withdrawnAt, published: isPublic, withheld, masks: whole(masks) },
  passages: whole(sql`(select count(*) from ${passages}
    where ${passages.versionId} = ${inputVersions.id} and ${passages.supersededAt} is null)`),
  tagged: whole(sql`(select count(*) from ${passages}
    where ${passages.versionId} = ${inputVersions.id} and ${passages.supersededAt} is null and ${tagged})`),
}

const ownInput = eq(inputs.id, inputVersions.inputId)
const roundInputs = () => database().db.select(row).from(inputVersions).innerJoin(inputs, ownInput).$dynamic()
const countInputs = () =>
  database().db.select({ number: count() }).from(inputVersions).innerJoin(inputs, ownInput).$dynamic()

// By a part of the name, however it is written, or by the whole number of a receipt.
const isFrom = (words: string) => sql`(position(lower(${words}) in lower(${inputVersions.senderName})) > 0
  or ${inputVersions.receiptNumber} = ${words})`

/**
 * One page of a round's inputs as they came in, a row for each version that counts, and how many of each status. With
 * `sender` only those of senders so named, and `found` is how many they are.
 */
export async function listRoundInputs(
  round: { id: string; strategyId: string },
  { status, sender = '', page, size }: { status: InputStatus; sender?: string; page: number; size: number },
) {
  const ofRound = and(eq(inputVersions.roundId, round.id), counts)
  const asked = and(ofRound, statusIs[status], sender === '' ? undefined : isFrom(sender))
  const grounds = { strategyIds: [round.strategyId], tables: [...listed, takedownRequests] }
  const [rows, { openTakedowns, ...counted }, named] = await Promise.all([
    roundInputs()
      .where(asked)
      .orderBy(inputVersions.submittedAt, inputVersions.id)
      .limit(size)
      .offset((page - 1) * size),
    countedUntilChanged<Sums>(`inputs ${round.id}`, grounds, countRoundInputs(round.id)),
    sender === '' ? null : countInputs().where(asked),
  ])
  return { rows, counts: counted, openTakedowns, found: named?.[0]?.number ?? null }
}

type Sums = Record<InputStatus | 'openTakedowns', number>

/** How many versions of a round count, how many of each status, and how many wishes to take something down are open. */
const countRoundInputs = (roundId: string) => sql`select count(*) as "all",
    ${sql.join(
      INPUT_STATUSES.filter((status) => status !== 'all').map(
        (status) => sql`count(*) filter (where ${statusIs[status]}) as ${sql.identifier(status)}`,
      ),
      sql`, `,
    )},
    (select count(*) from ${takedownRequests} join ${rounds} on ${rounds.strategyId} = ${takedownRequests.strategyId}
      where ${rounds.id} = ${roundId} and ${takedownRequests.decidedAt} is null) as "openTakedowns"
  from ${inputVersions} join ${inputs} on ${inputs.id} = ${inputVersions.inputId}
  where ${inputVersions.roundId} = ${roundId} and ${counts}`

/** The chosen versions that can be published: of this round, not public yet, neither withheld nor withdrawn. */
export async function listPublishable(roundId: string, versionIds: readonly string[]) {
  if (versionIds.length === 0) return []
  return roundInputs()
    .where(
      and(eq(inputVersions.roundId, roundId), inArray(inputVersions.id, [...versionIds]), statusIs.waiting),
    )
    .orderBy(inputVersions.submittedAt, inputVersions.id)
    .limit(200)
}

/** What waits next in a round after a version, from the beginning when it was the last; and how many wait beside it. */
export async function nextWaiting(roundId: string, version: { id: string; submittedAt: Date }) {
  const later = sql`(${inputVersions.submittedAt}, ${inputVersions.id}) >
    (${version.submittedAt.toISOString()}::timestamptz, ${version.id}::uuid)`
  const [next] = await database()
    .db.select({
      ...{ inputId: inputs.id, number: inputVersions.number, senderName: inputVersions.senderName },
      left: whole(sql`count(*) over ()`),
    })
    .from(inputVersions)
    .innerJoin(inputs, eq(inputs.id, inputVersions.inputId))
    .where(
      and(
        eq(inputVersions.roundId, roundId),
        counts,
        statusIs.waiting,
        sql`${inputVersions.id} <> ${version.id}`,
      ),
    )
    .orderBy(sql`${later} desc`, asc(inputVersions.submittedAt), asc(inputVersions.id))
    .limit(1)
  return next ? { next, left: next.left } : { next: null, left: 0 }
}

/** What stands beside a version in its round, as it came in, and its place among all that count. */
export async function listNeighbours(roundId: string, version: { id: string; inputId: string }, beside = 4) {
  const { db } = database()
  const ordered = db.$with('ordered').as(
    db
      .select({
        ...{ inputId: inputVersions.inputId, versionId: inputVersions.id, number: inputVersions.number },
        ...{ senderName: inputVersions.senderName, lateAt: inputVersions.lateAt },
        place: sql`row_number() over (order by ${inputVersions.submittedAt}, ${inputVersions.id})`
          .mapWith(Number)
          .as('place'),
        total: sql`count(*) over ()`.mapWith(Number).as('total'),
      })
      .from(inputVersions)
      .where(and(eq(inputVersions.roundId, roundId), counts)),
  )
  // One that no longer counts has the place of what replaced it.
  const here = sql`(select place from ordered where input_id = ${version.inputId}
    order by (id = ${version.id}) desc, place desc limit 1)`
  return db
    .with(ordered)
    .select({
      ...{ inputId: ordered.inputId, versionId: ordered.versionId, number: ordered.number },
      ...{ senderName: ordered.senderName, lateAt: ordered.lateAt },
      ...{ place: ordered.place, total: ordered.total, withdrawnAt: inputs.withdrawnAt },
      passages: whole(sql`(select count(*) from ${passages}
        where ${passages.versionId} = ${ordered.versionId} and ${passages.supersededAt} is null)`),
      tagged: whole(sql`(select count(*) from ${passages}
        where ${passages.versionId} = ${ordered.versionId} and ${passages.supersededAt} is null and ${tagged})`),
    })
    .from(ordered)
    .innerJoin(inputs, eq(inputs.id, ordered.inputId))
    .where(sql`${ordered.place} between ${here} - ${beside}::int and ${here} + ${beside}::int`)
    .orderBy(ordered.place)
}
