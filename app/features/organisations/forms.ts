import { z } from 'zod'
import { cleanLine, cleanText } from '#app/platform/rich-text/clean-text.ts'
import { ORGANISATION_ROLES } from './membership.ts'
import { ORGANISATION_KINDS } from './organisation.ts'

// Messages are catalogue keys.
const key = z.uuid('try-again')
const roles = z.array(z.enum(ORGANISATION_ROLES, 'try-again')).default([])
const someRoles = roles.refine((chosen) => chosen.length > 0, 'roles-missing')
const ticked = z
  .string()
  .optional()
  .transform((value) => value !== undefined)

// Checked by rules on the cleaned text, not by another schema after it: the form's reader takes '' for nothing there.
const line = (longest: number) =>
  z
    .string()
    .default('')
    .transform(cleanLine)
    .refine((text) => text.length <= longest, 'too-long')

const needed = (missing: string, longest: number) =>
  z
    .string({ error: missing })
    .transform(cleanLine)
    .refine((text) => text !== '', missing)
    .refine((text) => text.length <= longest, 'too-long')

const email = z
  .string({ error: 'email-missing' })
  .transform(cleanLine)
  .refine((text) => text !== '', 'email-missing')
  .refine((text) => z.email().max(254).safeParse(text).success, 'email-unusable')

/** Changing what a member may do, ending a membership, inviting, deciding requests, and the organisation's own rule. */
export const membersForm = z.discriminatedUnion(
  'act',
  [
    z.object({ act: z.literal('roles'), key, person: z.uuid('try-again'), roles: someRoles, told: ticked }),
    z.object({ act: z.literal('end'), key, person: z.uuid('try-again'), told: ticked }),
    z.object({ act: z.literal('invite'), key, email, roles: someRoles }),
    z.object({ act: z.literal('resend'), key, invitation: z.uuid('try-again') }),
    z.object({ act: z.literal('revoke'), key, invitation: z.uuid('try-again') }),
    z.object({ act: z.literal('consent'), key, request: z.uuid('try-again'), roles: someRoles }),
    z.object({ act: z.literal('decline'), key, request: z.uuid('try-again') }),
    z.object({ act: z.literal('approval'), key, required: ticked }),
  ],
  'try-again',
)
export type MembersAct = z.output<typeof membersForm>

/** Asking to work for an organisation, with words to those who decide. */
export const joinForm = z.object({
  key,
  organisation: z.uuid('try-again'),
  message: z
    .string({ error: 'message-missing' })
    .transform((sent) => cleanText(sent).trim())
    .refine((text) => text !== '', 'message-missing')
    .refine((text) => text.length <= 2_000, 'too-long'),
})

/** Telling of a body that is not here yet. The number may stand with spaces, as it is often written. */
export const newOrganisationForm = z.object({
  key,
  name: needed('name-missing', 200),
  kind: z.enum(ORGANISATION_KINDS, 'kind-missing'),
  organisationNumber: line(40).transform((text) => text.replace(/[\s.]/g, '')),
})
export type NewOrganisation = Omit<z.output<typeof newOrganisationForm>, 'key'>

/** Accepting an invitation; whoever is new here says their name. */
export const acceptForm = z.object({ name: line(200) })

const day = line(40).refine((text) => text === '' || z.iso.date().safeParse(text).success, 'date-unusable')

/** What administrators write of an organisation. */
const organisationFields = z.object({
  act: z.literal('save'),
  key,
  name: needed('name-missing', 200),
  officialName: line(200),
  kind: z.enum(ORGANISATION_KINDS, 'kind-missing'),
  organisationNumber: line(40).transform((text) => text.replace(/[\s.]/g, '')),
  municipalityNumber: line(20),
  county: line(20),
  writtenForm: z.enum(['neutral', 'nb', 'nn'], 'try-again'),
  validFrom: day,
  validTo: day,
  listed: ticked,
})
export type OrganisationFields = Omit<z.output<typeof organisationFields>, 'key' | 'act'>

/** The page of one organisation: its fields, and everything about its members. */
export const keepingForm = z.discriminatedUnion(
  'act',
  [organisationFields, ...membersForm.options],
  'try-again',
)

/** Sending the file of a register: to see what it would change, or to import it. */
export const registerForm = z.object({ act: z.enum(['try', 'import']).default('try') })
