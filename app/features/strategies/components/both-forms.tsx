import { TextArea, TextField } from '#app/ui/field.tsx'
import type { Problem } from '../problems.ts'

/** What a form shows: what was typed when it comes back, else what is stored; and what is wrong with it. */
export type Filled = { typed: Record<string, unknown> | null; errors: readonly Problem[] }

/** Reads a form that may have come back. */
export function filledIn({ typed, errors }: Filled) {
  return {
    value: (name: string, stored: string | null | undefined) =>
      typed ? (typeof typed[name] === 'string' ? String(typed[name]) : '') : (stored ?? ''),
    error: (name: string) => errors.find(({ field }) => field === name)?.message,
  }
}

type BothFormsProps = {
  name: string
  labels: { nb: string; nn: string }
  stored: { nb?: string; nn?: string } | null
  filled: Filled
  help?: string
  /** How many lines, for a longer text; a single line without. */
  rows?: number
  /** Goes before the ids where a page has several forms with the same fields. */
  prefix?: string
}

/** The same field in both written forms, beside each other where there is room. */
export function BothForms({ name, labels, stored, filled, help, rows, prefix = '' }: BothFormsProps) {
  const { value, error } = filledIn(filled)
  return (
    <div className="in-both">
      {(['nb', 'nn'] as const).map((lang) => {
        const field = `${name}${lang === 'nb' ? 'Nb' : 'Nn'}`
        const common = {
          ...{ name: field, id: `${prefix}${field}`, label: labels[lang], lang, error: error(field) },
          ...{ defaultValue: value(field, stored?.[lang]), help: lang === 'nb' ? help : undefined },
        }
        return rows ? <TextArea key={lang} {...common} rows={rows} /> : <TextField key={lang} {...common} />
      })}
    </div>
  )
}
