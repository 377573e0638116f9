import { inArray } from 'drizzle-orm'
import { database } from '#app/platform/database.server.ts'
import { counties } from '#db/schema/index.ts'

/** The names of counties by number; numbers nobody knows are left out. */
export async function countyNames(numbers: readonly string[]): Promise<Map<string, string>> {
  if (numbers.length === 0) return new Map()
  const rows = await database()
    .db.select({ number: counties.number, name: counties.name })
    .from(counties)
    .where(inArray(counties.number, [...new Set(numbers)].slice(0, 200)))
  return new Map(rows.map(({ number, name }) => [number, name]))
}
