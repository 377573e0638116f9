/** What was typed in a form that was refused, field by field; null when nothing was. */
export type Typed = Record<string, unknown> | null

/** A field's problem, with the sentence shown at it and on top. */
export type FieldProblem = { field: string; message: string }

/** What a field is drawn with: what was typed last, else what is stored. A field emptied by hand stays empty. */
export function filledWith(typed: Typed, name: string, stored: string | null | undefined): string {
  if (!typed) return stored ?? ''
  const own = typed[name]
  return typeof own === 'string' ? own : ''
}
