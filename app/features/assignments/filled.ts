import type { Problem } from './problems.ts'

/** What a form shows that came back: what was typed, and what is wrong with it. */
export type Filled = { typed: Record<string, unknown> | null; errors: readonly Problem[] }

/** Reads one field of a form that may have come back. */
export function filledIn({ typed, errors }: Filled) {
  return {
    value: (name: string, stored = '') =>
      typed ? (typeof typed[name] === 'string' ? String(typed[name]) : '') : stored,
    values: (name: string) => [typed?.[name] ?? []].flat().map(String),
    error: (name: string) => errors.find(({ field }) => field === name)?.message,
  }
}
