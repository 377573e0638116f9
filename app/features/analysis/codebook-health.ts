import { type LocalisedText, pick } from '../../platform/localised-text.ts'

/** A theme in use, with what it is held up against. */
export type HealthTheme = {
  id: string
  code: string
  title: LocalisedText
  definition: LocalisedText
  /** Whether nothing stands under it. */
  leaf: boolean
  inputs: number
  passages: number
  /** Taggings that say where the sender stands. */
  positions: number
}

/** How the codebook is used as a whole. */
export type HealthUse = {
  themes: readonly HealthTheme[]
  /** Inputs that count. */
  inputs: number
  /** Passages with any theme. */
  passages: number
  /** On how many inputs two themes are both. */
  overlaps: readonly { one: string; other: string; both: number }[]
}

/** Something about a codebook that somebody should look at. */
export type HealthProblem =
  | { rule: 'too-many-themes'; themes: number }
  | { rule: 'hardly-used'; theme: HealthTheme; inputs: number }
  | { rule: 'same-inputs'; one: HealthTheme; other: HealthTheme; both: number; either: number }
  | { rule: 'same-meaning'; one: HealthTheme; other: HealthTheme }
  | { rule: 'no-definition'; theme: HealthTheme }
  | { rule: 'no-positions'; theme: HealthTheme }
  | { rule: 'much-other'; theme: HealthTheme; passages: number }

/** A codebook of more themes than this at the ends of its tree is more than those who tag can hold in mind. */
export const MOST_LEAVES = 70

const fewInputs = 5
const smallShare = 0.001
const sameInputs = 0.7
const sameMeaning = 0.9
const otherShare = 0.1

/**
 * Rules of a codebook in good health that need nothing but counting, adapted from themefinder's themeset_rules: what is
 * listed is a question to staff, never an answer. Few and little-used themes are not compared: one input is no pattern.
 */
export function codebookProblems({ themes, inputs, passages, overlaps }: HealthUse): HealthProblem[] {
  const leaves = themes.filter(({ leaf }) => leaf)
  const byId = new Map(themes.map((theme) => [theme.id, theme]))
  const positionsAreUsed = themes.some(({ positions }) => positions > 0)
  const many =
    leaves.length > MOST_LEAVES ? [{ rule: 'too-many-themes' as const, themes: leaves.length }] : []
  const other = themes.flatMap((theme) =>
    isOther(theme) && theme.passages > passages * otherShare
      ? [{ rule: 'much-other' as const, theme, passages }]
      : [],
  )
  const unclear = themes.flatMap((theme) =>
    isEmpty(theme.definition) ? [{ rule: 'no-definition' as const, theme }] : [],
  )
  const alike = overlaps.flatMap(({ one, other, both }) => {
    const [a, b] = [byId.get(one), byId.get(other)]
    if (!a || !b) return []
    const either = a.inputs + b.inputs - both
    return either >= fewInputs && both / either > sameInputs
      ? [{ rule: 'same-inputs' as const, one: a, other: b, both, either }]
      : []
  })
  const hardly = leaves.flatMap((theme) =>
    theme.inputs < fewInputs && theme.inputs < inputs * smallShare
      ? [{ rule: 'hardly-used' as const, theme, inputs }]
      : [],
  )
  const silent = themes.flatMap((theme) =>
    positionsAreUsed && theme.inputs >= fewInputs && theme.positions === 0
      ? [{ rule: 'no-positions' as const, theme }]
      : [],
  )
  return [...many, ...other, ...unclear, ...alike, ...sameMeanings(themes), ...hardly, ...silent]
}

const isEmpty = (text: LocalisedText) => pick(text, 'nb').text === ''

/** Where what belongs nowhere else is put, by its name. */
function isOther({ title }: HealthTheme): boolean {
  return Object.values(title).some((words) => /^(annet|anna|andre|øvrig|øvrige|other)\b/iu.test(words.trim()))
}

function sameMeanings(themes: readonly HealthTheme[]): HealthProblem[] {
  const read = themes.map((theme) => ({
    theme,
    said: new Map(forms.map((form) => [form, gramsOf(theme, form)])),
  }))
  return read.flatMap(({ theme: one, said }, at) =>
    read.slice(at + 1).flatMap(({ theme: other, said: otherSaid }) => {
      const likeness = forms.map((form) => cosine(said.get(form), otherSaid.get(form)))
      return Math.max(...likeness) > sameMeaning ? [{ rule: 'same-meaning' as const, one, other }] : []
    }),
  )
}

const forms = ['nb', 'nn'] as const

// Four letters at a time, spaces among them: words that share a stem or a part share most of these.
function gramsOf({ title, definition }: HealthTheme, form: 'nb' | 'nn'): Map<string, number> {
  const words = `${title[form] ?? ''} ${definition[form] ?? ''}`.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const letters = [...` ${words.join(' ')} `]
  const grams = new Map<string, number>()
  if (words.length === 0) return grams
  for (let at = 0; at + 4 <= letters.length; at += 1) {
    const gram = letters.slice(at, at + 4).join('')
    grams.set(gram, (grams.get(gram) ?? 0) + 1)
  }
  return grams
}

function cosine(
  one: ReadonlyMap<string, number> = new Map(),
  other: ReadonlyMap<string, number> = new Map(),
) {
  let product = 0
  for (const [gram, times] of one) product += times * (other.get(gram) ?? 0)
  return product === 0 ? 0 : product / (lengthOf(one) * lengthOf(other))
}

function lengthOf(grams: ReadonlyMap<string, number>): number {
  let sum = 0
  for (const times of grams.values()) sum += times * times
  return Math.sqrt(sum)
}
