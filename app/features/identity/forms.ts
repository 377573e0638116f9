import { z } from 'zod'

const address = z.string({ error: 'email-missing' }).trim().min(1, 'email-missing').max(254, 'email-unusable')

/** Asking for a sign-in link by mail. Messages are catalogue keys. */
export const linkRequestForm = z.object({ email: address.pipe(z.email('email-unusable')) })

/** Trying the demo as one of its invented people. */
export const demoPersonForm = z.object({ person: z.uuid() })
