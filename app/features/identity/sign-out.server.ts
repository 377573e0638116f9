import { databaseNow, tx } from '#app/platform/database.server.ts'
import { record } from '#app/platform/events/record.server.ts'
import { actorOf } from './access.server.ts'
import { signedOut } from './events.ts'
import { closeSession } from './session.server.ts'

/** Ends the asker's session, whether there was one or not. Returns the Set-Cookie value and their language. */
export async function signOut(asked: { request: Request; context: object }) {
  const actor = await actorOf(asked)
  if (actor) {
    await tx(async (tx) => {
      const at = await databaseNow(tx)
      await record(tx, { kind: signedOut, actorId: actor.personId, subjectId: actor.personId, at })
    })
  }
  return { cookie: await closeSession(asked.request), locale: actor?.locale ?? 'nb' }
}
