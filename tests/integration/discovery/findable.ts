import { eq } from 'drizzle-orm'
import type { Database } from '#db/client.server.ts'
import { counties, strategies } from '#db/schema/index.ts'
import { dispatchAll } from '#search/dispatcher.server.ts'
import { enqueuePassagesOf } from '#search/outbox.server.ts'
import { postgresIndex } from '#search/postgres/changes.server.ts'
import { aSubmittedInput, publish } from '#tests/factories/inputs.ts'
import { anOrganisation, aPerson, only } from '#tests/factories/people.ts'
import { aQuestionnaire, aRound } from '#tests/factories/strategies.ts'

type Own = { name?: string; round?: Awaited<ReturnType<typeof aRound>> }

/** A published input whose text can be found at once, in a round of its own unless told otherwise. */
export async function aPublicInput(db: Database, text: string, own: Own = {}) {
  await db.insert(counties).values({ number: '91', name: 'Nordhav' }).onConflictDoNothing()
  const round = own.round ?? (await aRound(db))
  const [asked] = await aQuestionnaire(db, round)
  const sender = await anOrganisation(db, { name: own.name ?? 'Tindås kommune' })
  const sent = await aSubmittedInput(db, round, sender, { [asked?.id ?? '']: text }, { senderCounty: '91' })
  await publish(db, sent, (await aPerson(db)).id)
  await makeFindable(db, sent.input.id)
  const strategy = only(await db.select().from(strategies).where(eq(strategies.id, round.strategyId)))
  return { ...sent, round, strategy }
}

/** Lets the index know of an input as it is now. */
export async function makeFindable(db: Database, inputId: string) {
  await enqueuePassagesOf(db, inputId)
  await dispatchAll(db, postgresIndex(db))
}
