import { createHash, randomBytes } from 'node:crypto'
import { DrizzlePostgreSQLAdapter } from '@lucia-auth/adapter-drizzle'
import { and, eq, isNull } from 'drizzle-orm'
import { Lucia, TimeSpan } from 'lucia'
import { config } from '#app/platform/config.server.ts'
import { database } from '#app/platform/database.server.ts'
import { memberships, people, sessions, strategyStaff } from '#db/schema/index.ts'
import { localeOf } from '../../platform/locale.ts'
import type { Actor, OrganisationRole, StaffRole } from './actor.ts'

export const hashed = (token: string) => createHash('sha256').update(token).digest('hex')
export const newToken = () => randomBytes(32).toString('base64url')

declare module 'lucia' {
  interface Register {
    Lucia: ReturnType<typeof newLucia>
    DatabaseUserAttributes: { name: string; locale: string; administratorSince: Date | null }
  }
}

function newLucia() {
  const secure = config().secureCookies
  return new Lucia(new DrizzlePostgreSQLAdapter(database().db, sessions, people), {
    sessionExpiresIn: new TimeSpan(12, 'h'),
    sessionCookie: {
      name: secure ? '__Host-session' : 'session',
      expires: false,
      attributes: { secure, sameSite: 'lax', path: '/' },
    },
    getUserAttributes: ({ name, locale, administratorSince }) => ({ name, locale, administratorSince }),
  })
}

let made: ReturnType<typeof newLucia> | undefined
function lucia() {
  made ??= newLucia()
  return made
}

/** Opens a session; the cookie carries a random token, the table only its SHA-256. Returns the Set-Cookie value. */
export async function openSession(personId: string): Promise<string> {
  const token = newToken()
  await lucia().createSession(personId, {}, { sessionId: hashed(token) })
  return lucia().createSessionCookie(token).serialize()
}

/** Ends the session of a request. Returns the Set-Cookie value that clears the cookie. */
export async function closeSession(request: Request): Promise<string> {
  const token = tokenOf(request)
  if (token) await lucia().invalidateSession(hashed(token))
  return lucia().createBlankSessionCookie().serialize()
}

const tokenOf = (request: Request) => lucia().readSessionCookie(request.headers.get('Cookie') ?? '')

/** The person behind a request, or null. One query, and once in six hours one more that prolongs the session. */
export async function findPerson(request: Request) {
  const token = tokenOf(request)
  if (!token) return null
  const { user } = await lucia().validateSession(hashed(token))
  return user
}

/** The person behind a request with today's roles, or null. */
export async function findActor(request: Request): Promise<Actor | null> {
  const user = await findPerson(request)
  if (!user) return null
  const { db } = database()
  const [belongs, works] = await Promise.all([
    db
      .select({ organisationId: memberships.organisationId, role: memberships.role })
      .from(memberships)
      .where(and(eq(memberships.personId, user.id), isNull(memberships.endedAt)))
      .limit(500),
    db
      .select({
        strategyId: strategyStaff.strategyId,
        organiserId: strategyStaff.organiserId,
        role: strategyStaff.role,
      })
      .from(strategyStaff)
      .where(and(eq(strategyStaff.personId, user.id), isNull(strategyStaff.endedAt)))
      .limit(500),
  ])
  return {
    personId: user.id,
    name: user.name,
    locale: localeOf(user.locale),
    administrator: user.administratorSince !== null,
    memberships: belongs.map((m) => ({ ...m, role: m.role as OrganisationRole })),
    staff: works.map((s) => ({ ...s, role: s.role as StaffRole })),
  }
}
