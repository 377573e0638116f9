import type { OrganisationRole } from '#app/features/identity/actor.ts'
import type { Problem } from './problems.ts'

/** Why a form about members was not heard: which form, about whom or what, and what was typed. */
export type Refusal = {
  act: string
  about: string | null
  reason: string
  problems: Problem[]
  roles: OrganisationRole[] | null
  email: string
}
