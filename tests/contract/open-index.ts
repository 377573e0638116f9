import { eq } from 'drizzle-orm'
import { type rounds, searchDocuments, searchOutbox } from '#db/schema/index.ts'
import { dispatchAll } from '#search/dispatcher.server.ts'
import { searchEngine } from '#search/engine.server.ts'
import { enqueuePassagesOf } from '#search/outbox.server.ts'
import { staffScope } from '#search/port.ts'
import { postgresIndex } from '#search/postgres/changes.server.ts'
import { aSubmittedInput, publish } from '#tests/factories/inputs.ts'
import { anOrganisation, aPerson, only } from '#tests/factories/people.ts'
import { aQuestionnaire, aRound } from '#tests/factories/strategies.ts'
import { testDatabase } from '#tests/setup/database.ts'

type OwnRound = Partial<typeof rounds.$inferInsert>

/** A database with an index beside it, and the few things its tests do again and again. */
export async function openIndex() {
  const { db, end } = await testDatabase()
  const engine = searchEngine(db)
  const index = postgresIndex(db)

  /** An input that was sent, with one question answered by this text. */
  async function anInput(text: string, own: OwnRound = {}) {
    const round = await aRound(db, own)
    const question = only((await aQuestionnaire(db, round)).slice(0, 1))
    const sender = await anOrganisation(db)
    const made = await aSubmittedInput(db, round, sender, { [question.id]: text })
    return { round, sender, question, ...made }
  }

  async function aPublishedInput(text: string, own: OwnRound = {}) {
    const made = await anInput(text, own)
    await publish(db, made, (await aPerson(db)).id)
    return made
  }

  /** What the index holds of an input now: 'audience: text'. */
  async function listIndexed(inputId: string): Promise<string[]> {
    const rows = await db.select().from(searchDocuments).where(eq(searchDocuments.inputId, inputId))
    return rows.map(({ audience, body }) => `${audience}: ${body}`).sort()
  }

  /** What the index holds of an input once everything waiting is done. */
  async function indexed(inputId: string): Promise<string[]> {
    await enqueuePassagesOf(db, inputId)
    await dispatchAll(db, index)
    return listIndexed(inputId)
  }

  /** How far behind the index says it is to the staff of a strategy. */
  async function freshness(strategyId: string) {
    const scope = staffScope([strategyId])
    if (!scope) throw new Error('no strategy')
    const page = { number: 1, size: 1 }
    const answer = await engine.search({ unit: 'passage', query: { kind: 'all' }, facets: [], page }, scope)
    return answer.freshness
  }

  async function empty() {
    await db.delete(searchOutbox)
    await db.delete(searchDocuments)
  }

  return { db, end, engine, index, anInput, aPublishedInput, listIndexed, indexed, freshness, empty }
}

export type Index = Awaited<ReturnType<typeof openIndex>>
