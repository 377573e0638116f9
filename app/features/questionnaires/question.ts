import type { LocalisedText } from '#app/platform/localised-text.ts'

/** What a round can ask for; `general` is the one free text every questionnaire has. */
export const QUESTION_KINDS = ['rich-text', 'single-choice', 'scale', 'general'] as const

/** One of the kinds above. */
export type QuestionKind = (typeof QUESTION_KINDS)[number]

/** One alternative of a choice or one step of a scale; the key is stored, the label shown. */
export type QuestionOption = { key: string; label: LocalisedText }

/** A question as its answers are judged by it; choices and scales have options, texts have none. */
export type Question = {
  id: string
  kind: QuestionKind
  required: boolean
  options: readonly QuestionOption[] | null
}

/** The answer offered beside every scale; it is an answer, unlike leaving the question alone. */
export const NO_OPINION = 'no-opinion'

/** Why a question cannot be asked like this. */
export type QuestionRefusal =
  | 'title-missing'
  | 'title-too-long'
  | 'too-few-options'
  | 'too-many-options'
  | 'option-without-label'
  | 'option-twice'
  | 'steps-not-in-order'

const LONGEST_TITLE = 1000
const MOST_OPTIONS = 30
const MOST_STEPS = 11

/** Whether a stored word is a kind of question we know. */
export function isQuestionKind(word: string): word is QuestionKind {
  return QUESTION_KINDS.some((kind) => kind === word)
}

/** Whether a question is answered with a written text. */
export function asksForText(kind: QuestionKind): boolean {
  return kind === 'rich-text' || kind === 'general'
}

/** Whether a question can be asked: its words, its alternatives, its steps. */
export function questionRefusal(
  question: Pick<Question, 'kind' | 'options'> & { title: LocalisedText },
): QuestionRefusal | null {
  const titles = Object.values(question.title)
  if (!titles.some((title) => title?.trim())) return 'title-missing'
  if (titles.some((title) => (title?.length ?? 0) > LONGEST_TITLE)) return 'title-too-long'
  if (asksForText(question.kind)) return null
  const options = (question.options ?? []).filter(
    (option) => question.kind !== 'scale' || option.key !== NO_OPINION,
  )
  return (
    optionsRefusal(options, question.kind === 'scale' ? MOST_STEPS : MOST_OPTIONS) ?? stepsRefusal(question)
  )
}

function optionsRefusal(options: readonly QuestionOption[], most: number): QuestionRefusal | null {
  if (options.length < 2) return 'too-few-options'
  if (options.length > most) return 'too-many-options'
  if (new Set(options.map((option) => option.key)).size < options.length) return 'option-twice'
  const named = options.every(({ label }) => Object.values(label).some((text) => text?.trim()))
  return named ? null : 'option-without-label'
}

function stepsRefusal(question: Pick<Question, 'kind' | 'options'>): QuestionRefusal | null {
  if (question.kind !== 'scale') return null
  const steps = scaleSteps(question)
  const inOrder = steps.every((step, at) => Number.isInteger(step) && step === (steps[0] ?? 0) + at)
  return inOrder ? null : 'steps-not-in-order'
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
