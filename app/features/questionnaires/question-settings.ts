import type { PartOfQuestion, Question, QuestionOption, QuestionRefusal } from './question.ts'

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

type Shape = Pick<Question, 'kind' | 'options' | 'settings'>

/** Whether the parts and limits of a question hold together; the options of a scale are its steps alone. */
export function settingsRefusal(question: Shape): QuestionRefusal | null {
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

function scaleRefusal(steps: readonly QuestionOption[]): QuestionRefusal | null {
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
): QuestionRefusal | null {
  const parts = given ?? []
  if (parts.length < fewest) return `too-few-${part}s`
  if (parts.length > most) return `too-many-${part}s`
  if (new Set(parts.map(({ key }) => key)).size < parts.length) return `${part}-twice`
  if (parts.some(({ label }) => !Object.values(label).some((text) => text?.trim())))
    return `${part}-without-label`
  return parts.every(({ key }) => keys.test(key)) ? null : `${part}-key-malformed`
}

function countsRefusal({ settings }: Shape, room: number): QuestionRefusal | null {
  const { fewest = 0, most = room } = settings ?? {}
  const counts = [fewest, most].every(Number.isInteger)
  return counts && fewest >= 0 && most >= 1 && fewest <= most && most <= room ? null : 'limits-impossible'
}

function charactersRefusal({ settings }: Shape): QuestionRefusal | null {
  const most = settings?.mostCharacters
  if (most === undefined) return null
  return Number.isInteger(most) && most >= 1 && most <= MOST.characters ? null : 'limits-impossible'
}
