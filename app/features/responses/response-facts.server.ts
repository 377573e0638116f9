import { and, count, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Transaction } from '#app/platform/database.server.ts'
import {
  carriedForward,
  changes,
  citations,
  inputs,
  inputVersions,
  responses,
  rounds,
} from '#db/schema/index.ts'
import { listLaterVersions } from './change-versions.server.ts'
import type { Disposition } from './disposition.ts'
import { type JudgedResponse, responseProblems } from './response.ts'

type Answered = { id: string; roundId: string; publishedAt: Date | null }

/** What stands around a finding's responses, for the rule of what is in their way: four queries however many they are. */
export async function factsOf(db: Pick<Transaction, 'select'>, finding: Answered) {
  const own = eq(responses.findingId, finding.id)
  const counted = await db
    .select({ responseId: changes.responseId, standing: count() })
    .from(changes)
    .innerJoin(responses, eq(responses.id, changes.responseId))
    .where(and(own, isNull(changes.removedAt)))
    .groupBy(changes.responseId)
  const carried = await db
    .select({ id: carriedForward.id })
    .from(carriedForward)
    .where(eq(carriedForward.findingId, finding.id))
    .limit(1)
  const withdrawn = await db
    .select({ id: citations.id })
    .from(citations)
    .innerJoin(inputVersions, eq(inputVersions.id, citations.versionId))
    .innerJoin(inputs, and(eq(inputs.id, inputVersions.inputId), isNotNull(inputs.withdrawnAt)))
    .where(eq(citations.findingId, finding.id))
  const [round] = await db.select().from(rounds).where(eq(rounds.id, finding.roundId))
  const later = round ? await listLaterVersions(db, round) : []
  const around: ResponseFacts = {
    changes: new Map(counted.map(({ responseId, standing }) => [responseId, standing])),
    withdrawn: new Set(withdrawn.map(({ id }) => id)),
    laterPublished: later.some(({ obliges }) => obliges),
    carried: carried.length > 0,
    findingPublished: finding.publishedAt !== null,
  }
  return around
}

/** What stands around a finding's responses. */
export type ResponseFacts = Pick<JudgedResponse, 'laterPublished' | 'carried' | 'findingPublished'> & {
  changes: ReadonlyMap<string, number>
  withdrawn: ReadonlySet<string>
}

type Said = {
  id: string
  citationId: string | null
  disposition: Disposition
  reason: JudgedResponse['reason']
}

/** What is wrong with a response, given what stands around it. */
export function problemsWith({ id, citationId, disposition, reason }: Said, facts: ResponseFacts) {
  const { laterPublished, carried, findingPublished } = facts
  const withdrawn = citationId !== null && facts.withdrawn.has(citationId)
  const changes = facts.changes.get(id) ?? 0
  return responseProblems({
    ...{ disposition, reason, changes, laterPublished, carried, withdrawn, findingPublished },
  })
}
