import { z } from 'zod'

/** Checking a receipt: its number and its sum, as somebody types them. */
export const receiptCheckForm = z.object({ number: z.string().default(''), sum: z.string().default('') })
