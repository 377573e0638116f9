import type { LocalisedText } from '#app/platform/localised-text.ts'

/** One alternative of a choice or one step of a scale; the key is stored, the label shown. */
export type QuestionOption = { key: string; label: LocalisedText }

/** A column of a table question: words, or an amount of `unit`. */
export type TableColumn = { key: string; label: LocalisedText; kind: 'text' | 'amount'; unit?: string }

/**
 * What some kinds are asked with beside their options. `mostCharacters` limits each text, `fewest` and `most` how many
 * are chosen, ranked, listed or uploaded; `importance` asks how important it is beside what one thinks.
 */
export type QuestionSettings = {
  mostCharacters?: number
  fewest?: number
  most?: number
  importance?: boolean
  levels?: readonly QuestionOption[]
  rows?: readonly QuestionOption[]
  columns?: readonly TableColumn[]
}

/** A list a question is made of, as a refusal names its members. */
export type PartOfQuestion = 'option' | 'level' | 'row' | 'column'

/** Why its parts and limits keep a question from being asked. */
export type SettingsRefusal =
  | `too-few-${PartOfQuestion}s`
  | `too-many-${PartOfQuestion}s`
  | `${PartOfQuestion}-without-label`
  | `${PartOfQuestion}-twice`
  | `${PartOfQuestion}-key-malformed`
  | 'steps-not-in-order'
  | 'limits-impossible'

/** The most of each that a page can show and a person can answer. */
export const MOST = {
  options: 30,
  steps: 11,
  levels: 6,
  rows: 40,
  columns: 10,
  people: 100,
  files: 20,
  characters: 200_000,
} as const

// Keys become names of fields, in which a point stands between the parts.
const KEY = /^[\p{L}\p{N}][\p{L}\p{N}_-]{0,59}$/u

type Shape = {
  kind: string
  options: readonly QuestionOption[] | null
  settings?: QuestionSettings | null
}

/** Whether the parts and limits of a question hold together; the options of a scale are its steps alone. */
export function settingsRefusal(question: Shape): SettingsRefusal | null {
  const { kind, settings } = question
  if (kind === 'scale') return scaleRefusal(question.options ?? [])
  if (kind === 'swot')
    return partsRefusal('level', settings?.levels, 1, MOST.levels) ?? charactersRefusal(question)
  if (kind === 'table')
    return (
      partsRefusal('row', settings?.rows, 1, MOST.rows) ??
      partsRefusal('column', settings?.columns, 1, MOST.columns) ??
      charactersRefusal(question)
    )
  if (kind === 'participants') return countsRefusal(question, MOST.people)
  if (kind === 'file') return countsRefusal(question, MOST.files)
  if (kind === 'rich-text' || kind === 'general') return charactersRefusal(question)
  const options = question.options ?? []
  const refusal = partsRefusal('option', options, 2, MOST.options)
  if (refusal) return refusal
  if (kind === 'acceptance') return charactersRefusal(question)
  return kind === 'single-choice' ? null : countsRefusal(question, options.length)
}

function scaleRefusal(steps: readonly QuestionOption[]): SettingsRefusal | null {
  const refusal = partsRefusal('option', steps, 2, MOST.steps, /^/)
  if (refusal) return refusal
  const numbers = steps.map(({ key }) => Number(key))
  const inOrder = numbers.every((step, at) => Number.isInteger(step) && step === (numbers[0] ?? 0) + at)
  return inOrder ? null : 'steps-not-in-order'
}

function partsRefusal(
  part: PartOfQuestion,
  given: readonly Pick<QuestionOption, 'key' | 'label'>[] | undefined,
  fewest: number,
  most: number,
  keys = KEY,
): SettingsRefusal | null {
  const parts = given ?? []
  if (parts.length < fewest) return `too-few-${part}s`
  if (parts.length > most) return `too-many-${part}s`
  if (new Set(parts.map(({ key }) => key)).size < parts.length) return `${part}-twice`
  if (parts.some(({ label }) => !Object.values(label).some((text) => text?.trim())))
    return `${part}-without-label`
  return parts.every(({ key }) => keys.test(key)) ? null : `${part}-key-malformed`
}

function countsRefusal({ settings }: Shape, room: number): SettingsRefusal | null {
  const { fewest = 0, most = room } = settings ?? {}
  const counts = [fewest, most].every(Number.isInteger)
  return counts && fewest >= 0 && most >= 1 && fewest <= most && most <= room ? null : 'limits-impossible'
}

function charactersRefusal({ settings }: Shape): SettingsRefusal | null {
  const most = settings?.mostCharacters
  if (most === undefined) return null
  return Number.isInteger(most) && most >= 1 && most <= MOST.characters ? null : 'limits-impossible'
}
