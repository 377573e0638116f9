import { QUADRANTS, type Quadrant } from '#app/features/questionnaires/question.ts'
import { type LocalisedText, pick, type TextLanguage } from '#app/platform/localised-text.ts'
import type { RichTextDoc, RichTextNode } from '#app/platform/rich-text/document.ts'
import { docFromPlainText } from '#app/platform/rich-text/plain-text.ts'
import { writtenAmount } from './amount.ts'
import type { AnswerContent, Judged } from './answer-content.ts'

/** The fields of a SWOT as a text names them, in the language it is written in. */
export const QUADRANT_WORDS: Record<TextLanguage, Record<Quadrant, string>> = {
  nb: { strengths: 'styrker', weaknesses: 'svakheter', opportunities: 'muligheter', threats: 'trusler' },
  nn: { strengths: 'styrkar', weaknesses: 'veikskapar', opportunities: 'moglegheiter', threats: 'truslar' },
  en: {
    strengths: 'strengths',
    weaknesses: 'weaknesses',
    opportunities: 'opportunities',
    threats: 'threats',
  },
  sv: { strengths: 'styrkor', weaknesses: 'svagheter', opportunities: 'möjligheter', threats: 'hot' },
}

/**
 * An answer with words in several fields as one text: headings say what the fields are called, paragraphs are the words.
 * Null for answers without words of their own, also for a table of amounts alone.
 */
export function writtenOut(answer: AnswerContent, question: Judged, lang: TextLanguage): RichTextDoc | null {
  const content = blocks(answer, question, lang)
  return content.length > 0 ? { type: 'doc', content } : null
}

function blocks(answer: AnswerContent, question: Judged, lang: TextLanguage): RichTextNode[] {
  if (answer.kind === 'acceptance') return answer.note === undefined ? [] : paragraphs(answer.note)
  if (answer.kind === 'swot') return swotBlocks(answer.cells, question, lang)
  return answer.kind === 'table' ? tableBlocks(answer.cells, question, lang) : []
}

type Cells<Kind extends 'swot' | 'table'> = Extract<AnswerContent, { kind: Kind }>['cells']

function swotBlocks(cells: Cells<'swot'>, { settings }: Judged, lang: TextLanguage): RichTextNode[] {
  return (settings?.levels ?? []).flatMap(({ key, label }) =>
    QUADRANTS.flatMap((quadrant) => {
      const words = Object.hasOwn(cells, key) ? cells[key]?.[quadrant] : undefined
      if (!words) return []
      return [heading(`${named(label, key, lang)}: ${QUADRANT_WORDS[lang][quadrant]}`), ...paragraphs(words)]
    }),
  )
}

function tableBlocks(cells: Cells<'table'>, { settings }: Judged, lang: TextLanguage): RichTextNode[] {
  const anyWords = Object.values(cells).some((row) =>
    Object.values(row).some((cell) => typeof cell === 'string'),
  )
  if (!anyWords) return []
  return (settings?.rows ?? []).flatMap(({ key, label }) => {
    const row = Object.hasOwn(cells, key) ? cells[key] : undefined
    if (!row) return []
    const lines = (settings?.columns ?? []).flatMap(({ key: column, label: name, unit }) => {
      const cell = Object.hasOwn(row, column) ? row[column] : undefined
      if (cell === undefined) return []
      const amount = typeof cell === 'number' ? [writtenAmount(cell), unit].filter(Boolean).join(' ') : cell
      return paragraphs(`${named(name, column, lang)}: ${amount}`)
    })
    return [heading(named(label, key, lang)), ...lines]
  })
}

function named(label: LocalisedText, key: string, lang: TextLanguage): string {
  return pick(label, lang).text.trim() || key
}

const heading = (text: string): RichTextNode => ({
  type: 'heading',
  attrs: { level: 3 },
  content: [{ type: 'text', text }],
})

function paragraphs(words: string): RichTextNode[] {
  return docFromPlainText(words).content
}
