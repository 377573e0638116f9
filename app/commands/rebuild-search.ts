import { config } from '#app/platform/config.server.ts'
import { database } from '#app/platform/database.server.ts'
import { rebuildMeilisearch } from '#search/meilisearch/rebuild.server.ts'
import { postgresIndex } from '#search/postgres/changes.server.ts'
import { rebuild } from '#search/rebuild.server.ts'
import { migrate } from './migration.server.ts'
import { withDatabase } from './open-database.server.ts'

await withDatabase(async () => {
  await migrate()
  const { db } = database()
  const { written, deleted, failed } = await rebuild(db, postgresIndex(db))
  console.log(
    `The search index is rebuilt: ${written} documents written, ${deleted} removed, ${failed} failed.`,
  )
  if (failed > 0) process.exitCode = 1

  const { meilisearch } = config()
  if (!meilisearch) return
  const outcome = await rebuildMeilisearch(db, meilisearch, (line) => console.log(line))
  if ('refusal' in outcome) console.error(`The Meilisearch index is not rebuilt: ${outcome.refusal}.`)
  else
    console.log(
      `The Meilisearch index is rebuilt: ${outcome.documents} documents in ${outcome.uid}, ${outcome.failed} failed.`,
    )
  if ('refusal' in outcome || outcome.failed > 0) process.exitCode = 1
})
process.exit()
