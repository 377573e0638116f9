import { z } from 'zod'
import { ORGANISATION_KINDS } from '#app/features/organisations/organisation.ts'
import { SINGLE_CHANNELS } from './channel.ts'
import { PERSON_NAMINGS } from './naming.ts'
import { WRITTEN_LANGUAGES } from './written-language.ts'

/** What the button asks for: look for the sender, read the chosen file into the text, or register it. */
export const REGISTRATION_ACTS = ['find', 'read', 'register'] as const

const line = (most: number) => z.string().max(most, 'too-long').default('')

/**
 * The fields of a registration that are no answers. Who it is from is judged afterwards, against the register: `chosen`
 * was picked among those found for `searched`, and counts only while the name is still what was searched for.
 */
export const registrationForm = z.object({
  key: z.string('try-again').min(8, 'try-again').max(100, 'try-again'),
  act: z.enum(REGISTRATION_ACTS, 'try-again').default('register'),
  channel: z.enum(SINGLE_CHANNELS, 'channel-missing'),
  who: z.enum(['organisation', 'person']).default('organisation'),
  sender: line(300),
  searched: line(300),
  chosen: z.uuid().optional().catch(undefined),
  kind: z.enum(ORGANISATION_KINDS).optional().catch(undefined),
  naming: z.enum(PERSON_NAMINGS).optional().catch(undefined),
  received: line(100),
  meeting: z.uuid().optional().catch(undefined),
  speaker: line(300),
  lang: z.enum(WRITTEN_LANGUAGES, 'lang-missing').default('nb'),
  noRemarks: z.literal('on').optional().catch(undefined),
  original: z.literal('on').optional().catch(undefined),
  text: z.string().max(1_000_000, 'text-too-long').default(''),
})

export type RegistrationForm = z.output<typeof registrationForm>
