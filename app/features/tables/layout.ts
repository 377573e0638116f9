import { POSITIONS } from '#app/features/analysis/position.ts'
import { SENDER_KINDS } from '#app/features/organisations/sender-kind.ts'
import type { QuestionKind, QuestionOption } from '#app/features/questionnaires/question.ts'
import type { LocalisedText } from '#app/platform/localised-text.ts'
import { optionColumn } from './placing.ts'
import type { Heading, Layout } from './table.ts'

/** A question as tables need it; `askedOf` is null where all are asked. */
export type AskedQuestion = {
  id: string
  position: number
  kind: QuestionKind
  title: LocalisedText
  options: readonly QuestionOption[] | null
  askedOf: readonly string[] | null
}

/** A theme of the codebook, in the order it is listed; under how many others it lies is its depth. */
export type ListedTheme = { id: string; code: string; colour: number; title: LocalisedText; depth: number }

/** A county that a municipality can lie in. */
export type ListedCounty = { number: string; name: string }

const of = (...keys: string[]): Heading[] => keys.map((key) => ({ key }))
const sometimes = (...keys: string[]): Heading[] => keys.map((key) => ({ key, optional: true }))

const kinds = (): Heading[] => sometimes(...SENDER_KINDS)

const inColumn = (key: string) => ({ in: 'column', key }) as const

/** Received by kind of sender: who was asked and what they did. */
export const receivedLayout = (): Layout => ({
  rows: kinds(),
  columns: of('invited', 'answered', 'with-remarks', 'no-remarks', 'late', 'silent', 'uninvited'),
  base: inColumn('invited'),
  parts: ['with-remarks', 'no-remarks', 'silent'],
  summed: 'rows',
  apart: ['uninvited'],
})

/** The key of the row of municipalities that lie in no county. */
export const NO_COUNTY = 'no-county'

/** Municipalities by county: those of the register, those invited, and those we have heard from. */
export const countiesLayout = (counties: readonly ListedCounty[]): Layout => ({
  rows: [
    ...counties.map(({ number, name }) => ({ key: number, words: { nb: name, nn: name }, optional: true })),
    ...sometimes(NO_COUNTY),
  ],
  columns: of('municipalities', 'invited', 'with-remarks', 'no-remarks', 'not-heard', 'late'),
  base: inColumn('municipalities'),
  parts: ['with-remarks', 'no-remarks', 'not-heard'],
  summed: 'rows',
})

/** All questions: how many of those asked answered each. */
export const questionsLayout = (questions: readonly AskedQuestion[]): Layout => ({
  rows: questions.map(({ id, title, position }) => ({ key: id, words: numbered(title, position) })),
  columns: of('asked', 'answered', 'no-remarks', 'unanswered'),
  base: inColumn('asked'),
  parts: ['answered', 'no-remarks', 'unanswered'],
  summed: null,
})

function numbered(title: LocalisedText, position: number): LocalisedText {
  return Object.fromEntries(Object.entries(title).map(([lang, words]) => [lang, `${position}. ${words}`]))
}

/** Whether a sender may stand in several columns of a question. */
export const severalChoices = (kind: QuestionKind) => kind === 'multiple-choice'

/** What senders of each kind answered to a question. A text is answered or not. */
export function questionLayout({ kind, options }: AskedQuestion): Layout {
  const chosen: Heading[] = options
    ? [
        ...options.map(({ key, label }) => ({ key: optionColumn(key), words: label })),
        ...(kind === 'scale' && !options.some(({ key }) => key === 'no-opinion')
          ? sometimes(optionColumn('no-opinion'))
          : []),
        ...sometimes('without-choice'),
      ]
    : of('answered')
  const columns = [...chosen, ...of('no-remarks', 'unanswered')]
  return {
    rows: kinds(),
    columns: [...of('asked'), ...columns],
    base: inColumn('asked'),
    parts: severalChoices(kind) ? [] : columns.map(({ key }) => key),
    summed: 'rows',
  }
}

/** The themes by kind of sender: how many took up each. */
export const themesLayout = (themes: readonly ListedTheme[]): Layout => ({
  rows: [...of('answered'), ...themes.map(themeHeading), ...of('none', 'no-remarks')],
  columns: kinds(),
  base: { in: 'row', key: 'answered' },
  parts: [],
  summed: 'columns',
})

const themeHeading = ({ id, title, code, colour, depth }: ListedTheme): Heading => ({
  ...{ key: id, words: title, theme: { code, colour, depth } },
})

const standings = (untouched: 'not-touched' | 'unanswered') => [
  ...of(...POSITIONS),
  ...sometimes('mentioned'),
  ...of('no-remarks', untouched),
]

/** Where those who answered stand on each theme. */
export const positionsLayout = (themes: readonly ListedTheme[]): Layout => ({
  rows: themes.map(themeHeading),
  columns: [...of('answered'), ...standings('not-touched')],
  base: inColumn('answered'),
  parts: standings('not-touched').map(({ key }) => key),
  summed: null,
})

/** Where senders of each kind stand on one theme. */
export const themePositionsLayout = (): Layout => ({
  ...positionsLayout([]),
  rows: kinds(),
  summed: 'rows',
})

/** Where senders of each kind stand in their answers to one question. */
export const questionPositionsLayout = (): Layout => ({
  rows: kinds(),
  columns: [...of('asked'), ...standings('unanswered')],
  base: inColumn('asked'),
  parts: standings('unanswered').map(({ key }) => key),
  summed: 'rows',
})
