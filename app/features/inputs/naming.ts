import { z } from 'zod'

/** How a round lets private persons stand: by name; with the name hidden in public if they wish; also without any name. */
export const NAMING_RULES = ['named', 'may-hide', 'may-be-anonymous'] as const
export type Naming = (typeof NAMING_RULES)[number]

/** How a private person stands: named in public, name hidden in public, or without a name for everybody. */
export const PERSON_NAMINGS = ['named', 'hidden', 'anonymous'] as const
export type PersonNaming = (typeof PERSON_NAMINGS)[number]

/** What is frozen as the name of somebody who sends without one: the same word in both written forms. */
export const anonymousName = 'Anonym'

const ALLOWED: Record<Naming, readonly PersonNaming[]> = {
  named: ['named'],
  'may-hide': ['named', 'hidden'],
  'may-be-anonymous': ['named', 'hidden', 'anonymous'],
}

/** What a private person may choose among in a round. A rule nobody knows is read as the strictest of openness. */
export function namingsAllowed(rule: string): readonly PersonNaming[] {
  return NAMING_RULES.find((known) => known === rule) ? ALLOWED[rule as Naming] : ALLOWED.named
}

/** The naming that was asked for where the round allows it, else by name. */
export function namingAllowed(rule: string, asked: PersonNaming): PersonNaming {
  return namingsAllowed(rule).includes(asked) ? asked : 'named'
}

/** Beginning to answer, or choosing again how a private person stands. Organisations send no naming. */
export const namingForm = z.object({
  act: z.enum(['start', 'naming']).default('start'),
  naming: z.enum(PERSON_NAMINGS).default('named'),
})
