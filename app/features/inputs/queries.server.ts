import { and, asc, count, desc, eq, isNotNull, isNull, lte, max, not, or, type SQL, sql } from 'drizzle-orm'
import type { Sender, SenderIds } from '#app/features/organisations/sender.ts'
import { type AskedQuestion, listQuestions } from '#app/features/questionnaires/queries.server.ts'
import type { InputsShown, RoundWindow } from '#app/features/strategies/round.ts'
import { database } from '#app/platform/database.server.ts'
import type { LocalisedText } from '#app/platform/localised-text.ts'
import {
  inputPublications,
  inputs,
  inputVersions,
  invitations,
  questionnaires,
  rounds,
  strategies,
} from '#db/schema/index.ts'
import type { Naming, PersonNaming } from './naming.ts'
import { isWithheld } from './withheld.server.ts'

/** What pages of a sender say of a round and when it takes input from this sender. */
export type SenderRound = RoundWindow & {
  id: string
  slug: string
  number: number
  title: LocalisedText
  inputsShown: InputsShown
  strategySlug: string
  strategyTitle: LocalisedText
  extendedUntil: Date | null
  groupDeadlineAt: Date | null
  naming: Naming
}

/** Columns of a SenderRound for a kind of sender, in queries that join rounds, strategies and the sender's invitation. */
export const senderRoundColumns = (kind: SQL | string) => ({
  id: rounds.id,
  slug: rounds.slug,
  number: rounds.number,
  title: rounds.title,
  opensAt: rounds.opensAt,
  deadlineAt: rounds.deadlineAt,
  acceptsLateUntil: rounds.acceptsLateUntil,
  closedAt: rounds.closedAt,
  inputsShown: sql<InputsShown>`${rounds.inputsShown}`,
  strategySlug: strategies.slug,
  strategyTitle: strategies.title,
  naming: sql<Naming>`${rounds.naming}`,
  extendedUntil: invitations.extendedUntil,
  groupDeadlineAt: sql<Date | null>`(${rounds.groupDeadlines} ->> ${kind})::timestamptz`.mapWith(
    (moment: string) => new Date(moment),
  ),
})

/** The sender's own rows of inputs. */
export const sentBy = (sender: SenderIds) =>
  sender.organisationId === null
    ? eq(inputs.personId, sender.personId)
    : eq(inputs.organisationId, sender.organisationId)

/** The invitation of a sender to the round of the same row. Private persons are not invited. */
export const invitedTo = ({ organisationId }: SenderIds) =>
  organisationId === null
    ? sql`false`
    : and(eq(invitations.roundId, rounds.id), eq(invitations.organisationId, organisationId))

/** A round that takes input from a sender, with the draft it has there, if any. */
export type OpenRound = SenderRound & { invitedAt: Date | null; inputId: string | null }

/** The rounds that take input from a sender now, the nearest deadline first. */
export async function listOpenRoundsFor(sender: Sender, now: Date): Promise<OpenRound[]> {
  const columns = senderRoundColumns(sender.kind)
  const until = sql`greatest(${rounds.acceptsLateUntil},
    coalesce(${invitations.extendedUntil}, ${columns.groupDeadlineAt}, ${rounds.deadlineAt}))`
  return database()
    .db.select({ ...columns, invitedAt: invitations.invitedAt, inputId: inputs.id })
    .from(rounds)
    .innerJoin(strategies, eq(strategies.id, rounds.strategyId))
    .innerJoin(questionnaires, eq(questionnaires.roundId, rounds.id))
    .leftJoin(invitations, invitedTo(sender))
    .leftJoin(inputs, and(eq(inputs.roundId, rounds.id), sentBy(sender)))
    .where(
      and(
        isNotNull(rounds.publishedAt),
        isNotNull(strategies.publishedAt),
        lte(rounds.opensAt, now),
        or(isNull(rounds.closedAt), sql`${rounds.closedAt} > ${now.toISOString()}`),
        sql`${until} >= ${now.toISOString()}`,
      ),
    )
    .orderBy(asc(rounds.deadlineAt), rounds.id)
    .limit(20)
}

/** A sender's input as its overview tells of it. */
export type OwnInput = {
  id: string
  withdrawnAt: Date | null
  round: SenderRound
  versions: number
  lastSubmittedAt: Date | null
  lateAt: Date | null
  receiptNumber: string | null
  publishedAt: Date | null
}

export const ownInputsPerPage = 20

/** One page of what a sender has begun or sent, the newest first, and how many there are. */
export async function listOwnInputs(
  sender: Sender,
  page: number,
): Promise<{ inputs: OwnInput[]; total: number }> {
  const { db } = database()
  const sent = db
    .select({
      versions: count().as('versions'),
      lastSubmittedAt: max(inputVersions.submittedAt).as('last_submitted_at'),
      lateAt: sql<
        string | null
      >`(array_agg(${inputVersions.lateAt} order by ${inputVersions.number} desc))[1]`.as('last_late_at'),
      receiptNumber: sql<
        string | null
      >`(array_agg(${inputVersions.receiptNumber} order by ${inputVersions.number} desc))[1]`.as(
        'last_receipt',
      ),
      publishedAt: max(inputPublications.publishedAt).as('last_published_at'),
    })
    .from(inputVersions)
    .leftJoin(
      inputPublications,
      and(eq(inputPublications.versionId, inputVersions.id), not(isWithheld(inputVersions.id))),
    )
    .where(eq(inputVersions.inputId, inputs.id))
    .as('sent')
  const [rows, total] = await Promise.all([
    db
      .select({
        id: inputs.id,
        withdrawnAt: inputs.withdrawnAt,
        round: senderRoundColumns(sender.kind),
        versions: sent.versions,
        lastSubmittedAt: sent.lastSubmittedAt,
        lateAt: sent.lateAt,
        receiptNumber: sent.receiptNumber,
        publishedAt: sent.publishedAt,
      })
      .from(inputs)
      .innerJoin(rounds, eq(rounds.id, inputs.roundId))
      .innerJoin(strategies, eq(strategies.id, rounds.strategyId))
      .leftJoin(invitations, invitedTo(sender))
      .leftJoinLateral(sent, sql`true`)
      .where(sentBy(sender))
      .orderBy(desc(inputs.id))
      .limit(ownInputsPerPage)
      .offset((page - 1) * ownInputsPerPage),
    db.$count(inputs, sentBy(sender)),
  ])
  const own = rows.map(({ versions, lateAt, ...row }) => ({
    ...row,
    versions: versions ?? 0,
    lateAt: lateAt === null ? null : new Date(lateAt),
  }))
  return { inputs: own, total }
}

/** A round with what it asks, how a private person has chosen to stand in it, and whether anything was sent. */
export type RoundToAnswer = OpenRound & {
  intro: LocalisedText
  questions: AskedQuestion[]
  inputNaming: PersonNaming | null
  inputSent: boolean
}

/** A round before its answer is begun: what it is about and what it asks; null when it is not published. */
export async function findRoundToAnswer(sender: Sender, roundId: string): Promise<RoundToAnswer | null> {
  const { db } = database()
  const [[round], questions] = await Promise.all([
    db
      .select({
        ...senderRoundColumns(sender.kind),
        intro: rounds.intro,
        invitedAt: invitations.invitedAt,
        inputId: inputs.id,
        inputNaming: sql<PersonNaming | null>`${inputs.naming}`,
        inputSent: sql<boolean>`exists (select 1 from ${inputVersions} v where v.input_id = ${inputs.id})`,
      })
      .from(rounds)
      .innerJoin(strategies, eq(strategies.id, rounds.strategyId))
      .leftJoin(invitations, invitedTo(sender))
      .leftJoin(inputs, and(eq(inputs.roundId, rounds.id), sentBy(sender)))
      .where(and(eq(rounds.id, roundId), isNotNull(rounds.publishedAt), isNotNull(strategies.publishedAt))),
    listQuestions(roundId, sender.kind),
  ])
  return round ? { ...round, questions } : null
}

/** Whether somebody has begun an input as a private person. */
export async function hasPersonalInputs(personId: string): Promise<boolean> {
  const rows = await database()
    .db.select({ id: inputs.id })
    .from(inputs)
    .where(eq(inputs.personId, personId))
    .limit(1)
  return rows.length > 0
}
