import { redirect } from '@remix-run/node'
import { and, eq, isNotNull } from 'drizzle-orm'
import { database } from '#app/platform/database.server.ts'
import { denied, slugParam } from '#app/platform/http/answer.server.ts'
import { strategies, strategyAddresses } from '#db/schema/index.ts'
import { renamedPath } from './address.ts'
import { findRound } from './queries.server.ts'

type Asked = { request: Request; params: { strategy?: string; round?: string } }

/** The published strategy a public address names; leads on from one it had before, else 404. */
export async function strategyAt(asked: Asked) {
  const [strategy] = await database()
    .db.select({
      ...{ id: strategies.id, slug: strategies.slug, title: strategies.title },
      ...{ contactEmail: strategies.contactEmail, publishedAt: strategies.publishedAt },
    })
    .from(strategies)
    .where(and(eq(strategies.slug, slugParam(asked.params.strategy)), isNotNull(strategies.publishedAt)))
  return strategy ?? leadOn(asked)
}

/** The published round a public address names; leads on where its strategy was renamed, else 404. */
export async function roundAt(asked: Asked) {
  const { strategy, round } = asked.params
  return (await findRound(slugParam(strategy), slugParam(round))) ?? leadOn(asked)
}

/**
 * Where nothing stands at an address: 301 to the same place under the strategy's present address when it was renamed,
 * else 404. What is not public does not tell that it was renamed either.
 */
export async function leadOn({ request, params }: Asked): Promise<never> {
  const asked = slugParam(params.strategy)
  const [moved] = await database()
    .db.select({ slug: strategies.slug })
    .from(strategyAddresses)
    .innerJoin(strategies, eq(strategies.id, strategyAddresses.strategyId))
    .where(and(eq(strategyAddresses.slug, asked), isNotNull(strategies.publishedAt)))
  if (!moved || moved.slug === asked) throw denied('not-found')
  // Browsers keep a 301 without an end, and a strategy may go back to an address it had.
  throw redirect(renamedPath(new URL(request.url), moved.slug), {
    status: 301,
    headers: { 'Cache-Control': 'public, max-age=300' },
  })
}
