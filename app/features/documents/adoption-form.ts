import { z } from 'zod'
import { inOtherLanguages } from '../strategies/other-languages.ts'
import { ADOPTER_KINDS } from './adoption.ts'

const line = z.string().max(200, 'tooLong200').default('')

/** A decision recorded: first looked over (check), perhaps changed, then recorded for ever (adopt). */
export const adoptionForm = z.object({
  ...{ act: z.enum(['check', 'change', 'adopt']), key: z.uuid() },
  ...{ titleNb: line, titleNn: line, byNb: line, byNn: line },
  kind: z.enum(ADOPTER_KINDS, 'kindMissing'),
  on: z.string().max(40, 'not-a-day').default(''),
  caseNumber: z.string().max(60, 'tooLong60').default(''),
  consultedNb: z.string().max(500, 'tooLong500').default(''),
  consultedNn: z.string().max(500, 'tooLong500').default(''),
  ...inOtherLanguages('title', 200, 'tooLong200'),
  ...inOtherLanguages('by', 200, 'tooLong200'),
  ...inOtherLanguages('consulted', 500, 'tooLong500'),
})

export type AdoptionForm = Omit<z.output<typeof adoptionForm>, 'act'>
