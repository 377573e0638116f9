import {
  type AskedQuestion,
  countiesLayout,
  type ListedCounty,
  type ListedTheme,
  positionsLayout,
  questionLayout,
  questionPositionsLayout,
  questionsLayout,
  receivedLayout,
  themePositionsLayout,
  themesLayout,
} from './layout.ts'
import type { Layout } from './table.ts'

/** A table of a round, with what it takes to lay it out. `day` is when the municipalities are to have existed. */
export type Subject =
  | { kind: 'received' }
  | { kind: 'counties'; counties: readonly ListedCounty[]; day: string }
  | { kind: 'questions'; questions: readonly AskedQuestion[] }
  | { kind: 'question' | 'question-positions'; question: AskedQuestion }
  | { kind: 'themes' | 'positions'; themes: readonly ListedTheme[] }
  | { kind: 'theme-positions'; theme: ListedTheme }

/** The rows and columns of a table. */
export function layoutOf(subject: Subject): Layout {
  switch (subject.kind) {
    case 'received':
      return receivedLayout()
    case 'counties':
      return countiesLayout(subject.counties)
    case 'questions':
      return questionsLayout(subject.questions)
    case 'question':
      return questionLayout(subject.question)
    case 'question-positions':
      return questionPositionsLayout()
    case 'themes':
      return themesLayout(subject.themes)
    case 'positions':
      return positionsLayout(subject.themes)
    case 'theme-positions':
      return themePositionsLayout()
  }
}
