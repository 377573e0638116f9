import { and, asc, eq, isNull, ne, or } from 'drizzle-orm'
import type { Actor } from '#app/features/identity/actor.ts'
import { decisionRefusal, workRefusal } from '#app/features/strategies/policy.ts'
import { database, databaseNow, tx } from '#app/platform/database.server.ts'
import { record } from '#app/platform/events/record.server.ts'
import { keyWith, once } from '#app/platform/http/idempotency.server.ts'
import { refuse } from '#app/platform/refusal.ts'
import { findings, strategies } from '#db/schema/index.ts'
import { checkFindings } from './checking.server.ts'
import { quantityWordsChanged } from './events.ts'
import { bandProblems } from './quantity-bands.ts'
import { DEFAULT_BANDS, type QuantityBand } from './quantity-words.ts'

/** What a strategy's findings mean by their words of quantity; `own` is null where it is what everybody means. */
export async function findQuantityWords(actor: Actor, strategyId: string) {
  if (workRefusal(actor, strategyId)) return refuse('not-found')
  const [found] = await database()
    .db.select({ id: strategies.id, title: strategies.title, own: strategies.quantityBands })
    .from(strategies)
    .where(eq(strategies.id, strategyId))
  return found ? { ...found, bands: found.own ?? DEFAULT_BANDS } : refuse('not-found')
}

/**
 * Says what the words mean from now on; null is what everybody means. What is published keeps what they meant then. Refused
 * where two of them could be said of the same number, or one has no meaning ('bands').
 */
export function setQuantityWords(
  actor: Actor,
  strategyId: string,
  { key, bands }: { key: string; bands: QuantityBand[] | null },
) {
  return tx(async (tx) => {
    const [strategy] = await tx
      .select({ own: strategies.quantityBands })
      .from(strategies)
      .where(eq(strategies.id, strategyId))
      .for('update')
    if (!strategy) return refuse('not-found')
    const refusal = decisionRefusal(actor, strategyId)
    if (refusal) return refuse(refusal)
    if (bands && bandProblems(bands).length > 0) return refuse('bands')
    return once(tx, actor.personId, keyWith(key, bands), 'set-quantity-words', async () => {
      await tx.update(strategies).set({ quantityBands: bands }).where(eq(strategies.id, strategyId))
      await record(tx, {
        ...{ kind: quantityWordsChanged, actorId: actor.personId, subjectId: strategyId },
        ...{ strategyId, at: await databaseNow(tx), data: { bands } },
      })
      return { own: bands !== null }
    })
  })
}

/** Most findings that are looked through at once. */
const mostLooked = 300

/** The findings of a strategy whose text, as it is written now, has words that do not fit its numbers. */
export async function listMisfits(strategyId: string, now: Date) {
  const { db } = database()
  const rows = await db
    .select({
      ...{ id: findings.id, strategyId: findings.strategyId, roundId: findings.roundId },
      ...{ title: findings.title, text: findings.text },
    })
    .from(findings)
    .where(
      and(
        eq(findings.strategyId, strategyId),
        // What is published as it is written is not touched.
        or(isNull(findings.publishedRevision), ne(findings.publishedRevision, findings.revision)),
      ),
    )
    .orderBy(asc(findings.roundId), asc(findings.position))
    .limit(mostLooked)
  const checked = await checkFindings(db, rows, now)
  return rows.flatMap(({ id, roundId, title }) => {
    const problems = (checked.get(id)?.problems ?? []).filter(
      ({ kind }) => kind === 'word-off' || kind === 'word-without-count',
    )
    return problems.length > 0 ? [{ id, roundId, title, problems }] : []
  })
}
