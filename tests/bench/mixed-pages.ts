import { existsSync } from 'node:fs'
import path from 'node:path'
import { eq } from 'drizzle-orm'
import type { Sql } from 'postgres'
import { seedDemo } from '#app/commands/seed/seed.server.ts'
import type { Database } from '#db/client.server.ts'
import { people, rounds, strategies } from '#db/schema/index.ts'
import { aMember, anOrganisation, only } from '#tests/factories/people.ts'
import { serve } from '#tests/setup/served.ts'
import { cookieOf } from '#tests/setup/sign-in.ts'
import { type Mixed, mixedReaders } from './mixed-readers.ts'

/** The demo served by two processes, two people who are signed in, and a round whose title stands on the pages. */
export async function twoProcesses({ db, sql }: { db: Database; sql: Sql }, databaseUrl: string) {
  await seedDemo()
  const env = { DATABASE_URL: databaseUrl, WORKER: 'off', DEMO: '1' }
  const served = await Promise.all([serve(env), serve(env)])
  const round = only(
    await db
      .select({ id: rounds.id, slug: rounds.slug, strategy: strategies.slug })
      .from(rounds)
      .innerJoin(strategies, eq(strategies.id, rounds.strategyId))
      .where(eq(rounds.slug, 'runde-2'))
      .limit(1),
  )
  const own = await Promise.all(
    ['Ada Særmerkt', 'Bo Kjenneteikn'].map(async (name) => {
      const organisation = await anOrganisation(db)
      const { personId } = await aMember(db, organisation, 'contributor')
      await db.update(people).set({ name }).where(eq(people.id, personId))
      return {
        ...{ cookie: await cookieOf(db, personId), words: name },
        path: `/workspace/${organisation.slug}`,
      }
    }),
  )
  const mixed: Omit<Mixed, 'requests'> = {
    ...{ origins: served.map(({ origin }) => origin), sql, roundId: round.id, people: own },
    paths: ['', '/nn', '/en'].flatMap((lang) => [
      lang || '/',
      `${lang}/strategies/${round.strategy}/rounds/${round.slug}`,
    ]),
  }
  return { mixed, stop: () => Promise.all(served.map((one) => one.stop())) }
}

/** Ten thousand requests with and without a cookie on two processes, while what they read changes all the time. */
export async function measureMixedPages(database: { db: Database; sql: Sql }, databaseUrl: string) {
  if (!existsSync(path.resolve('build/server/index.js')))
    return { report: { mixed: null }, notes: { mixed: 'there is no build: npm run build first' } }
  const { mixed, stop } = await twoProcesses(database, databaseUrl)
  try {
    const seen = await mixedReaders({ ...mixed, requests: 10_000 })
    await database.sql`alter table rounds disable trigger rounds_changed_noted`
    const unnoted = await mixedReaders({ ...mixed, requests: 1_000 })
    return {
      report: { mixed: seen, mixedUnnoted: unnoted },
      notes: {
        mixedUnnoted: 'the same where changes are not noted: the readers must see that pages are old',
      },
    }
  } finally {
    await stop()
  }
}
