import { inArray, sql } from 'drizzle-orm'
import { config } from '#app/platform/config.server.ts'
import { database, tx } from '#app/platform/database.server.ts'
import type { LocalisedText } from '#app/platform/localised-text.ts'
import { listDemoLetters } from '#app/platform/mail/mailer.server.ts'
import { people } from '#db/schema/index.ts'
import { people as invented } from '#db/seed/content/people.ts'
import { createLink } from './sign-in.server.ts'

/** Whether this installation shows invented content and lets anyone try its roles. */
export const isDemo = () => config().demo

/** Somebody invented whom a visitor of the demo may sign in as. */
export type DemoPerson = {
  id: string
  name: string
  line: LocalisedText
  part: 'administrator' | 'staff' | 'submitter' | 'contributor'
}

const offered = new Map(invented.filter(({ signIn }) => signIn).map((person) => [person.email, person]))

/** The invented people that stand on the sign-in page, in the order of the seed. Nobody outside demo mode. */
export async function listDemoPeople(): Promise<DemoPerson[]> {
  if (!isDemo()) return []
  const rows = await database()
    .db.select({ id: people.id, name: people.name, email: sql<string>`lower(${people.email})` })
    .from(people)
    .where(inArray(sql`lower(${people.email})`, [...offered.keys()]))
    .limit(100)
  return [...offered].flatMap(([email, person]) => {
    const row = rows.find((one) => one.email === email)
    return row ? [{ id: row.id, name: row.name, line: person.signIn ?? {}, part: partOf(person) }] : []
  })
}

function partOf({ administrator, staff, memberships }: (typeof invented)[number]): DemoPerson['part'] {
  if (administrator) return 'administrator'
  if (staff) return 'staff'
  return memberships?.some(({ roles }) => roles.includes('submitter')) ? 'submitter' : 'contributor'
}

/** A one-time link's token for an invented person, as the letter would carry it; null for anybody else. */
export async function demoLink(personId: string): Promise<string | null> {
  const person = (await listDemoPeople()).find(({ id }) => id === personId)
  return person ? tx((tx) => createLink(tx, person.id)) : null
}

/** The letters the demo would have sent; null outside demo mode, where nobody reads other people's letters. */
export async function findDemoLetters() {
  return isDemo() ? { letters: await listDemoLetters() } : null
}
