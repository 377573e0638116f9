import { and, eq, isNull, sql } from 'drizzle-orm'
import { filtersOf } from '#app/features/discovery/filters.ts'
import { type StoredSearch, storedSearch } from '#app/features/discovery/search-form.ts'
import type { Transaction } from '#app/platform/database.server.ts'
import {
  inputVersions,
  passages,
  savedSearches,
  taggingJobPassages,
  taggingJobs,
  taggings,
  themes,
} from '#db/schema/index.ts'
import { themes as themeContents } from '#db/seed/content/codebook.ts'
import { savedSearches as savedContents, taggedHits } from '#db/seed/content/searches.ts'
import { versionCounts } from '#search/counting.server.ts'
import { enqueuePassages } from '#search/outbox.server.ts'
import { found, type Seeded } from './frame.server.ts'
import { osloTime } from './oslo-time.ts'

/** What the secretariat of the demo has searched for and kept, and what it has tagged at once. */
export async function seedSearches(tx: Transaction, seeded: Seeded) {
  const { strategyId, people, today } = seeded
  for (const { by, name, typed, kinds, shared, day } of savedContents) {
    const search = searchFor(typed, kinds)
    await tx.insert(savedSearches).values({
      ...{ ownerId: found(people.get(by), by).id, strategyId: shared ? strategyId : null, shared, name },
      ...{ form: search.form, search, savedAt: osloTime(today, day, '11:20') },
    })
  }
  await seedTaggedHits(tx, seeded)
}

async function seedTaggedHits(tx: Transaction, { strategyId, people, today }: Seeded) {
  const { by, theme, typed, written, day, time } = taggedHits
  const code = found(
    themeContents.find(({ key }) => key === theme),
    theme,
  ).code
  const [row] = await tx
    .select({ id: themes.id })
    .from(themes)
    .where(and(eq(themes.strategyId, strategyId), eq(themes.code, code)))
  const themeId = found(row, theme).id
  const hits = await tx
    .select({ id: passages.id })
    .from(passages)
    .innerJoin(inputVersions, eq(inputVersions.id, passages.versionId))
    .where(
      and(
        eq(passages.strategyId, strategyId),
        isNull(passages.supersededAt),
        versionCounts(),
        sql`${passages.text} ~* ('\\m' || ${written})`,
      ),
    )
  const at = osloTime(today, day, time)
  const asked = { askedAt: at, askedBy: found(people.get(by), by).id, finishedAt: at }
  const [job] = await tx
    .insert(taggingJobs)
    .values({ strategyId, themeId, search: searchFor(typed, []), total: hits.length, ...asked })
    .returning({ id: taggingJobs.id })
  const jobId = found(job, typed).id
  const ids = hits.map(({ id }) => id)
  found(ids[0], `words like «${written}»`)
  await tx.insert(taggingJobPassages).values(ids.map((passageId) => ({ jobId, passageId, doneAt: at })))
  await tx
    .insert(taggings)
    .values(
      ids.map((passageId) => ({
        ...{ strategyId, passageId, themeId, jobId, taggedAt: at, taggedBy: asked.askedBy },
      })),
    )
    .onConflictDoNothing()
  await enqueuePassages(tx, strategyId, ids)
}

function searchFor(typed: string, kinds: readonly string[]): StoredSearch {
  const given = new URLSearchParams([['q', typed], ...kinds.map((kind) => ['kind', kind])])
  const search = storedSearch(filtersOf(given))
  if ('refusal' in search) throw new Error(`The demo saves what nobody can search for: «${typed}»`)
  return search
}
