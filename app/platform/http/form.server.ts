import { parseWithZod } from '@conform-to/zod/v4'
import type { z } from 'zod'

/** Reasons per field, as keys the page translates, beside what was typed, so that nothing is lost. */
export type FormErrors = { errors: Record<string, string[]>; typed: Record<string, unknown> }

/**
 * Reads a posted form by its schema. Gives the value, or the reasons per field with what was typed.
 * Messages in schemas are catalogue keys, never sentences.
 */
export async function readForm<S extends z.ZodType>(
  request: Request,
  schema: S,
): Promise<{ value: z.output<S> } | FormErrors> {
  const form = await request.formData()
  const submission = parseWithZod(form, { schema })
  if (submission.status === 'success') return { value: submission.value as z.output<S> }
  const errors = Object.fromEntries(
    Object.entries(submission.error ?? {}).map(([field, reasons]) => [field, reasons ?? []]),
  )
  return { errors, typed: submission.payload }
}
