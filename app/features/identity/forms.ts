import { z } from 'zod'
import { locales } from '../../platform/locale.ts'
import { cleanLine } from '../../platform/rich-text/clean-text.ts'

const address = z.string({ error: 'email-missing' }).trim().min(1, 'email-missing').max(254, 'email-unusable')

/** Asking for a sign-in link by mail. Messages are catalogue keys. */
export const linkRequestForm = z.object({ email: address.pipe(z.email('email-unusable')) })

/**
 * Beginning to answer without being here from before: for oneself, or for a body that is not here yet. `website` is a
 * field nobody sees; what fills it in is no person.
 */
export const newcomerForm = z.object({
  name: z
    .string({ error: 'name-missing' })
    .transform(cleanLine)
    // Rules on the cleaned text, not another schema after it: the form's reader takes '' for nothing there.
    .refine((name) => name !== '', 'name-missing')
    .refine((name) => name.length <= 120, 'name-too-long'),
  email: address.pipe(z.email('email-unusable')),
  answersFor: z.enum(['self', 'body'], 'answers-for-missing'),
  website: z.string().default(''),
})

/** Trying the demo as one of its invented people. */
export const demoPersonForm = z.object({ person: z.uuid() })

/** The language one's own screens and letters are to be in. */
export const languageForm = z.object({ key: z.uuid(), language: z.enum(locales) })
