import { afterAll, beforeAll } from 'vitest'
import { closeDatabase } from '#app/platform/database.server.ts'
import { queue } from '#app/platform/jobs/queue.server.ts'
import type { Database } from '#db/client.server.ts'
import { type Answers, aDraft } from '#tests/factories/inputs.ts'
import { aMember, anOrganisation, only } from '#tests/factories/people.ts'
import { aQuestionnaire, aRound } from '#tests/factories/strategies.ts'
import { type TestDatabase, testDatabase } from '#tests/setup/database.ts'

/** A database of the file's own, which the app's commands use too. Call once at the top of a test file. */
export function appDatabase(): { readonly db: Database; readonly sql: TestDatabase['sql'] } {
  let opened: TestDatabase
  beforeAll(async () => {
    opened = await testDatabase()
    process.env.DATABASE_URL = opened.url
  })
  afterAll(async () => {
    await (await queue()).stop({ graceful: false })
    await closeDatabase()
    await opened.end()
  })
  return {
    get db() {
      return opened.db
    },
    get sql() {
      return opened.sql
    },
  }
}

/** An open round with the standard questions, a municipality, its people, and a draft ready to be sent. */
export async function aReadyDraft(db: Database, own: Parameters<typeof aRound>[1] = {}, more: Answers = {}) {
  const round = await aRound(db, own)
  const questions = await aQuestionnaire(db, round)
  const organisation = await anOrganisation(db)
  const writer = await aMember(db, organisation, 'contributor')
  const submitter = await aMember(db, organisation, 'submitter')
  const required = only(questions.slice(0, 1)).id
  const input = await aDraft(db, round, organisation, { [required]: 'Bistanden må vare i to år.', ...more })
  return { round, questions, organisation, writer, submitter, input, required }
}
