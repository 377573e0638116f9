import type { LocalisedText } from '#app/platform/localised-text.ts'
import {
  type QuestionOption,
  type QuestionSettings,
  type SettingsRefusal,
  settingsRefusal,
} from './question-settings.ts'

export type { QuestionOption, QuestionSettings, TableColumn } from './question-settings.ts'

/** What a round can ask for; `general` is the one free text every questionnaire has. */
export const QUESTION_KINDS = [
  'rich-text',
  'single-choice',
  'multiple-choice',
  'scale',
  'ranking',
  'swot',
  'table',
  'acceptance',
  'participants',
  'file',
  'general',
] as const

/** One of the kinds above. */
export type QuestionKind = (typeof QUESTION_KINDS)[number]

/** A question as its answers are judged by it; choices, scales, rankings and acceptances have options, others none. */
export type Question = {
  id: string
  kind: QuestionKind
  required: boolean
  options: readonly QuestionOption[] | null
  settings?: QuestionSettings | null
}

/** The answer offered beside every scale; it is an answer, unlike leaving the question alone. */
export const NO_OPINION = 'no-opinion'

/** How important, from 1 (little) to 4 (very). */
export const IMPORTANCES = [1, 2, 3, 4] as const
export type Importance = (typeof IMPORTANCES)[number]

/** The four fields of a SWOT, in the order they are read. */
export const QUADRANTS = ['strengths', 'weaknesses', 'opportunities', 'threats'] as const
export type Quadrant = (typeof QUADRANTS)[number]

/** Why a question cannot be asked like this. */
export type QuestionRefusal =
  | 'title-missing'
  | 'title-too-long'
  | 'importance-not-asked-here'
  | SettingsRefusal

const LONGEST_TITLE = 1000

/** Whether a stored word is a kind of question we know. */
export function isQuestionKind(word: string): word is QuestionKind {
  return QUESTION_KINDS.some((kind) => kind === word)
}

/** Whether a question is answered with a written text. */
export function asksForText(kind: QuestionKind): boolean {
  return kind === 'rich-text' || kind === 'general'
}

/** Whether a question is answered by its options. */
export function hasOptions(kind: QuestionKind): boolean {
  return ['single-choice', 'multiple-choice', 'scale', 'ranking', 'acceptance'].includes(kind)
}

/** Whether it can be asked how important something is beside what one thinks of it. */
export function mayAskImportance(kind: QuestionKind): boolean {
  return ['rich-text', 'single-choice', 'multiple-choice', 'scale'].includes(kind)
}

/** Whether a question asks how important it is. */
export function asksImportance({ kind, settings }: Pick<Question, 'kind' | 'settings'>): boolean {
  return settings?.importance === true && mayAskImportance(kind)
}

/** Whether the public never gets to read what is answered: lists of people are for those who receive them. */
export function neverPublic(kind: QuestionKind): boolean {
  return kind === 'participants'
}

/** Whether a question can be asked: its words, its alternatives, its steps, its limits. */
export function questionRefusal(
  question: Pick<Question, 'kind' | 'options' | 'settings'> & { title: LocalisedText },
): QuestionRefusal | null {
  const titles = Object.values(question.title)
  if (!titles.some((title) => title?.trim())) return 'title-missing'
  if (titles.some((title) => (title?.length ?? 0) > LONGEST_TITLE)) return 'title-too-long'
  if (question.settings?.importance && !mayAskImportance(question.kind)) return 'importance-not-asked-here'
  const { kind, options } = question
  const steps = options?.filter(({ key }) => key !== NO_OPINION) ?? null
  return settingsRefusal({ ...question, options: kind === 'scale' ? steps : options })
}

/** The steps of a scale as numbers, in order; "no opinion" is not a step. */
export function scaleSteps({ options }: Pick<Question, 'options'>): number[] {
  return (options ?? []).filter((option) => option.key !== NO_OPINION).map((option) => Number(option.key))
}

/** Whether a set of questions makes a questionnaire: exactly one general question, none of them twice. */
export function questionnaireRefusal(
  questions: readonly Pick<Question, 'id' | 'kind'>[],
): 'no-general-question' | 'two-general-questions' | 'question-twice' | null {
  const general = questions.filter((question) => question.kind === 'general').length
  if (general === 0) return 'no-general-question'
  if (general > 1) return 'two-general-questions'
  return new Set(questions.map((question) => question.id)).size < questions.length ? 'question-twice' : null
}
