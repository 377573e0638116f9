import { and, asc, desc, eq, not, sql } from 'drizzle-orm'
import type { Actor } from '#app/features/identity/actor.ts'
import type { Member } from '#app/features/organisations/membership.server.ts'
import { type OrganisationKind, personalSlug } from '#app/features/organisations/organisation.ts'
import { asPerson, listWriters } from '#app/features/organisations/sender.server.ts'
import type { Sender } from '#app/features/organisations/sender.ts'
import { isAskedOf } from '#app/features/questionnaires/asked.server.ts'
import { type AskedQuestion, askedColumns } from '#app/features/questionnaires/queries.server.ts'
import { database } from '#app/platform/database.server.ts'
import {
  attachments,
  draftAnswers,
  inputPublications,
  inputs,
  inputVersions,
  invitations,
  organisations,
  people,
  questionnaires,
  questions,
  rounds,
  strategies,
} from '#db/schema/index.ts'
import { type AnswerContent, answerFromRow } from './answers.ts'
import type { VersionKind } from './input.ts'
import type { PersonNaming } from './naming.ts'
import { mayRead, type Standing, standingOf } from './policy.ts'
import { type SenderRound, senderRoundColumns } from './queries.server.ts'
import { isTakenBack } from './taken-back.server.ts'
import { isWithheld } from './withheld.server.ts'

/** A question with the answer that stands in the draft. Revision 0: nobody has saved one. */
export type WrittenQuestion = AskedQuestion & {
  answer: AnswerContent | null
  revision: number
  updatedAt: Date | null
  updatedByName: string | null
  /** The files that answer it, for questions answered by files. */
  files: { id: string; name: string }[]
}

/** A version that was sent, as its sender sees it in a list. */
export type SentVersion = {
  id: string
  number: number
  kind: VersionKind
  receiptNumber: string
  submittedAt: Date
  lateAt: Date | null
  publishedAt: Date | null
  /** Registered by staff, who took it back. */
  takenBack: boolean
}

/** An input its sender may read, whose it is, and where it belongs. */
export type OwnInputHead = {
  id: string
  withdrawnAt: Date | null
  withdrawalReason: string | null
  sender: Sender
  /** How a private person wants to stand; null for an organisation. */
  naming: PersonNaming | null
  round: SenderRound
  standing: Standing
}

/** The draft as the writing page shows it. */
export type Draft = OwnInputHead & {
  questions: WrittenQuestion[]
  members: Member[]
  versions: SentVersion[]
}

/** An input at an address of the workspace; null when it is not there or not the actor's to read. */
export async function findOwnInput(
  actor: Actor,
  slug: string,
  inputId: string,
): Promise<OwnInputHead | null> {
  const [found] = await database()
    .db.select({
      id: inputs.id,
      withdrawnAt: inputs.withdrawnAt,
      withdrawalReason: inputs.withdrawalReason,
      naming: sql<PersonNaming | null>`${inputs.naming}`,
      organisation: { id: organisations.id, name: organisations.name, kind: organisations.kind },
      round: senderRoundColumns(sql`coalesce(${organisations.kind}, 'person')`),
    })
    .from(inputs)
    .leftJoin(organisations, eq(organisations.id, inputs.organisationId))
    .innerJoin(rounds, eq(rounds.id, inputs.roundId))
    .innerJoin(strategies, eq(strategies.id, rounds.strategyId))
    .leftJoin(
      invitations,
      and(eq(invitations.roundId, rounds.id), eq(invitations.organisationId, inputs.organisationId)),
    )
    .where(
      and(
        eq(inputs.id, inputId),
        slug === personalSlug ? eq(inputs.personId, actor.personId) : eq(organisations.slug, slug),
      ),
    )
  if (!found) return null
  const { organisation, ...rest } = found
  const sender = organisation ? asOrganisation(slug, organisation) : asPerson(actor)
  return mayRead(actor, sender) ? { ...rest, sender, standing: standingOf(actor, sender) } : null
}

function asOrganisation(slug: string, own: { id: string; name: string; kind: string }): Sender {
  const { id: organisationId, name, kind } = own
  return { organisationId, personId: null, slug, name, kind: kind as OrganisationKind }
}

/** The draft with every question, who works on it, and what has been sent before. */
export async function findDraft(actor: Actor, slug: string, inputId: string): Promise<Draft | null> {
  const head = await findOwnInput(actor, slug, inputId)
  if (!head) return null
  const [written, members, versions] = await Promise.all([
    listWritten(inputId),
    listWriters(head.sender),
    listSentVersions(inputId),
  ])
  return { ...head, questions: written, members, versions }
}

const filesOfQuestion = sql<{ id: string; name: string }[]>`(select coalesce(jsonb_agg(f), '[]') from (
  select id, name from ${attachments} where input_id = ${inputs.id} and question_id = ${questions.id}
    and ${questions.kind} = 'file' and removed_at is null order by uploaded_at, id limit 50) f)`

async function listWritten(inputId: string): Promise<WrittenQuestion[]> {
  const rows = await database()
    .db.select({
      question: askedColumns,
      body: draftAnswers.body,
      choice: draftAnswers.choice,
      data: draftAnswers.data,
      importance: draftAnswers.importance,
      revision: sql<number>`coalesce(${draftAnswers.revision}, 0)`,
      updatedAt: draftAnswers.updatedAt,
      updatedByName: people.name,
      files: filesOfQuestion,
    })
    .from(inputs)
    .innerJoin(questionnaires, eq(questionnaires.roundId, inputs.roundId))
    .innerJoin(questions, eq(questions.questionnaireId, questionnaires.id))
    .leftJoin(
      draftAnswers,
      and(eq(draftAnswers.inputId, inputs.id), eq(draftAnswers.questionId, questions.id)),
    )
    .leftJoin(people, eq(people.id, draftAnswers.updatedBy))
    .leftJoin(organisations, eq(organisations.id, inputs.organisationId))
    .where(and(eq(inputs.id, inputId), isAskedOf(sql`coalesce(${organisations.kind}, 'person')`)))
    .orderBy(asc(questions.position))
    .limit(200)
  return rows.map(({ question, body, choice, data, importance, ...row }, at) => ({
    ...{ ...question, ...row, position: at + 1 },
    answer: answerFromRow(question.kind, { body, choice, data, importance }),
  }))
}

/** What was sent of an input, the newest first. Asks no policy: the caller has found the input. */
export function listSentVersions(inputId: string): Promise<SentVersion[]> {
  return database()
    .db.select({
      id: inputVersions.id,
      number: inputVersions.number,
      kind: sql<VersionKind>`${inputVersions.kind}`,
      receiptNumber: inputVersions.receiptNumber,
      submittedAt: inputVersions.submittedAt,
      lateAt: inputVersions.lateAt,
      publishedAt: inputPublications.publishedAt,
      takenBack: isTakenBack(inputVersions.id),
    })
    .from(inputVersions)
    .leftJoin(
      inputPublications,
      and(eq(inputPublications.versionId, inputVersions.id), not(isWithheld(inputVersions.id))),
    )
    .where(eq(inputVersions.inputId, inputId))
    .orderBy(desc(inputVersions.number))
    .limit(50)
}
