import { type Actor, isMember } from '#app/features/identity/actor.ts'

/** Members see their organisation's side of Innspill; to everyone else it does not exist. */
export function mayEnter(actor: Actor, organisation: { id: string }): boolean {
  return isMember(actor, organisation.id)
}
