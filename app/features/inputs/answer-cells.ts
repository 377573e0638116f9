import { QUADRANTS, type Quadrant } from '#app/features/questionnaires/question.ts'
import { type Refused, refuse } from '#app/platform/refusal.ts'
import { cleanText } from '#app/platform/rich-text/clean-text.ts'
import { parseAmount } from './amount.ts'
import type { AnswerContent, Judged, SwotCells } from './answer-content.ts'
import { charactersIn } from './answer-texts.ts'
import { partOf, wordsIn } from './sent-parts.ts'

export type CellsRefusal = 'too-many-characters' | 'not-a-number' | 'too-long'

type Asked = Pick<Judged, 'settings'>

const LONGEST_CELL = 20_000
// As much as a written text may hold: the cells are written out as one.
const LONGEST_TOGETHER = 200_000

/** The four fields at each level. Levels without words are left out. */
export function parseSwot(
  { settings }: Asked,
  sent: unknown,
): { answer: Extract<AnswerContent, { kind: 'swot' }> } | Refused<CellsRefusal> {
  const given = partOf(sent, 'cells')
  const read = reader(settings?.mostCharacters)
  const cells: Record<string, SwotCells> = {}
  for (const { key } of settings?.levels ?? []) {
    const level = partOf(given, key)
    const words = (quadrant: Quadrant) => read.words(wordsIn(level, quadrant))
    const [strengths, weaknesses, opportunities, threats] = QUADRANTS.map(words) as [
      string,
      string,
      string,
      string,
    ]
    const filled = { strengths, weaknesses, opportunities, threats }
    if (Object.values(filled).some((text) => text !== '')) cells[key] = filled
  }
  return read.refusal() ?? { answer: { kind: 'swot', cells } }
}

/** The cells of a table, words and amounts. Empty ones are left out, and so are rows without any. */
export function parseTable(
  { settings }: Asked,
  sent: unknown,
): { answer: Extract<AnswerContent, { kind: 'table' }> } | Refused<CellsRefusal> {
  const given = partOf(sent, 'cells')
  const read = reader(settings?.mostCharacters)
  const cells: Record<string, Record<string, string | number>> = {}
  for (const { key: row } of settings?.rows ?? []) {
    const filled: [string, string | number][] = []
    for (const { key: column, kind } of settings?.columns ?? []) {
      const words = read.words(wordsIn(partOf(given, row), column))
      if (words === '') continue
      const amount = kind === 'amount' ? amountIn(partOf(partOf(given, row), column), words) : words
      if (amount === null) return refuse('not-a-number')
      filled.push([column, amount])
    }
    if (filled.length > 0) cells[row] = Object.fromEntries(filled)
  }
  return read.refusal() ?? { answer: { kind: 'table', cells } }
}

// A number that comes back from a stored answer is not written as one in Norway.
function amountIn(cell: unknown, words: string): number | null {
  return typeof cell === 'number' && Number.isFinite(cell) ? cell + 0 : parseAmount(words)
}

function reader(most: number | undefined) {
  let refusal: Refused<CellsRefusal> | null = null
  let together = 0
  return {
    words(sent: string): string {
      const text = cleanText(sent).trim()
      const characters = charactersIn(text)
      together += characters
      if (characters > (most ?? LONGEST_CELL)) refusal ??= refuse('too-many-characters')
      if (together > LONGEST_TOGETHER) refusal ??= refuse('too-long')
      return text
    },
    refusal: () => refusal,
  }
}
