import { parseWithZod } from '@conform-to/zod/v4'
import { configureCoercion } from '@conform-to/zod/v4/future'
import type { z } from 'zod'
import { isKeptEmpty } from './kept-empty.ts'

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
  const form = await formOf(request)
  return form ? parseForm(form, schema) : unreadable
}

/** The same of a form that carries a file beside its fields. No file chosen is null. */
export async function readUpload<S extends z.ZodType>(
  request: Request,
  schema: S,
  field: string,
): Promise<{ value: z.output<S>; file: File | null } | FormErrors> {
  const form = await formOf(request)
  if (!form) return unreadable
  const file = form.get(field)
  form.delete(field)
  const parsed = parseForm(form, schema)
  if ('errors' in parsed) return parsed
  // A browser sends an empty file without a name when none was chosen.
  return { ...parsed, file: file instanceof File && (file.name || file.size) ? file : null }
}

const unreadable: FormErrors = { errors: { form: ['unreadable'] }, typed: {} }

// A body that is no form, or stops half-way, is nobody's mistake on the page.
async function formOf(request: Request): Promise<FormData | null> {
  try {
    return await request.formData()
  } catch {
    return null
  }
}

const asSent = (value: unknown) => value
const { coerceFormValue } = configureCoercion({ customize: (type) => (isKeptEmpty(type) ? asSent : null) })

/** The same of fields that have been read. */
export function parseForm<S extends z.ZodType>(
  form: FormData,
  schema: S,
): { value: z.output<S> } | FormErrors {
  const submission = parseWithZod(form, { schema: coerceFormValue(schema), disableAutoCoercion: true })
  if (submission.status === 'success') return { value: submission.value as z.output<S> }
  const errors = Object.fromEntries(
    Object.entries(submission.error ?? {}).map(([field, reasons]) => [field, reasons ?? []]),
  )
  return { errors, typed: submission.payload }
}
