import type { z } from 'zod'

const kept = new WeakSet<object>()

/**
 * A field that tells of being empty: reading a form (form.server.ts) makes nothing of an empty string, as if the field were
 * not there. Where a form without the field means another thing than one whose field is empty, its schema says so by this.
 */
export function keptEmpty<Schema extends z.ZodType>(schema: Schema): Schema {
  kept.add(schema)
  return schema
}

/** Whether what is empty is left as it was sent. */
export const isKeptEmpty = (schema: object) => kept.has(schema)
