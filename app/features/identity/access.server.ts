import { redirect } from '@remix-run/node'
import { denied } from '#app/platform/http/answer.server.ts'
import { localeChosen } from '#app/platform/locale.ts'
import type { Actor } from './actor.ts'
import { findActor, findPerson } from './session.server.ts'
import { signInPath } from './sign-in.ts'

type Asked = { request: Request; context: object }

// A document request runs several loaders at once; they share one look-up through their common load context.
const found = new WeakMap<object, Promise<Actor | null>>()

/** Who is asking, looked up once per request; null for a stranger. */
export function actorOf({ request, context }: Asked): Promise<Actor | null> {
  const known = found.get(context) ?? findActor(request)
  found.set(context, known)
  return known
}

/**
 * Who is asking; a stranger is sent to sign in and comes back afterwards: in the language the letter they come from is in,
 * else the one their browser asks for.
 */
export async function requireActor(asked: Asked): Promise<Actor> {
  const actor = await actorOf(asked)
  if (actor) return actor
  const { pathname, search } = new URL(asked.request.url)
  const to = asked.request.method === 'GET' ? pathname + search : null
  throw redirect(signInPath(localeChosen(asked.request), null, to))
}

/**
 * Who is asking, without roles: for the addresses a page calls while somebody types, whose own query finds the roles
 * along with what they are needed for. A stranger is sent to sign in.
 */
export async function requirePerson({ request }: Pick<Asked, 'request'>): Promise<Pick<Actor, 'personId'>> {
  const person = await findPerson(request)
  if (!person) throw redirect(signInPath(localeChosen(request), null, null))
  return { personId: person.id }
}

/** Someone who works on at least one strategy, or 403. */
export async function requireStaff(asked: Asked): Promise<Actor> {
  const actor = await requireActor(asked)
  if (actor.staff.length === 0) throw denied('forbidden')
  return actor
}

export async function requireAdministrator(asked: Asked): Promise<Actor> {
  const actor = await requireActor(asked)
  if (!actor.administrator) throw denied('forbidden')
  return actor
}
