import { rememberDatabase } from '#app/platform/config.server.ts'
import { closeDatabase } from '#app/platform/database.server.ts'
import { type TestDatabase, testDatabase } from './database.ts'

/** A test database that the app's own pool also uses: for commands that open their own transactions. */
export async function appDatabase(): Promise<TestDatabase> {
  const test = await testDatabase()
  rememberDatabase(test.url)
  return {
    ...test,
    async end() {
      await closeDatabase()
      await test.end()
    },
  }
}
