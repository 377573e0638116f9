import type { AnswerContent } from '#app/features/inputs/answer-content.ts'
import type { AskedQuestion } from '#app/features/questionnaires/queries.server.ts'
import { asksImportance, NO_OPINION, type Question } from '#app/features/questionnaires/question.ts'
import type { Cell } from '#app/platform/files/csv.ts'
import type { Locale } from '#app/platform/locale.ts'
import { type LocalisedText, pick } from '#app/platform/localised-text.ts'

/** A question with a column of its own. */
export type CsvQuestion = Pick<AskedQuestion, 'id' | 'kind' | 'title' | 'options' | 'settings'> & {
  number: number
}

/** What the public may read of an answer, by its question. */
export type CsvAnswer = { questionId: string; answer: AnswerContent; text: string | null }

/** Words the file says itself, in the language it is asked for in. */
export type CsvWords = {
  importance: (title: string) => string
  noOpinion: string
  numbered: (number: number, title: string) => string
}

/** The questions anyone may read answers to, with what readers call them. Lists of people and files are for staff. */
export function columnsOf(questions: readonly AskedQuestion[]): CsvQuestion[] {
  return questions.flatMap(({ id, kind, title, options, settings }, place) =>
    kind === 'participants' || kind === 'file'
      ? []
      : [{ id, kind, title, options, settings, number: place + 1 }],
  )
}

/** The headings of the questions: one column for each, and one more where it asks how important something is. */
export function questionHeadings(
  questions: readonly CsvQuestion[],
  locale: Locale,
  words: CsvWords,
): string[] {
  return questions.flatMap((question) => {
    const title = words.numbered(question.number, pick(question.title, locale).text)
    return asksImportance(question) ? [title, words.importance(title)] : [title]
  })
}

/** What one sender answered, in the order of the headings; several texts that count stand one after another. */
export function questionCells(
  questions: readonly CsvQuestion[],
  answers: readonly CsvAnswer[],
  locale: Locale,
  words: CsvWords,
): Cell[] {
  return questions.flatMap((question) => {
    const own = answers.filter(({ questionId }) => questionId === question.id)
    const said = own.map(({ answer, text }) => answerText(question, answer, text, locale, words))
    const cell = said.filter(Boolean).join('\n\n') || null
    const importance = own.findLast(({ answer }) => answer.importance !== undefined)?.answer.importance
    return asksImportance(question) ? [cell, importance ?? null] : [cell]
  })
}

/** An answer in one cell: what was chosen in the question's words, then what was written. */
function answerText(
  question: CsvQuestion,
  answer: AnswerContent,
  text: string | null,
  locale: Locale,
  words: CsvWords,
): string {
  const name = named(question.options, locale)
  const of = (key: string) => (key === NO_OPINION && name(key) === key ? words.noOpinion : name(key))
  return [chosenText(question, answer, of, locale), text ?? ''].filter(Boolean).join('\n')
}

function chosenText(
  question: CsvQuestion,
  answer: AnswerContent,
  of: (key: string) => string,
  locale: Locale,
): string {
  switch (answer.kind) {
    case 'single-choice':
    case 'acceptance':
      return answer.choice && of(answer.choice)
    case 'scale':
      return String(answer.value) && of(String(answer.value))
    case 'multiple-choice':
      return answer.choices.map(of).join('; ')
    case 'ranking':
      return answer.order.map((key, place) => `${place + 1}. ${of(key)}`).join('; ')
    case 'table':
      return amounts(question.settings, answer.cells, locale)
    default:
      return ''
  }
}

function amounts(
  settings: Question['settings'],
  cells: Record<string, Record<string, string | number>>,
  locale: Locale,
): string {
  const [row, column] = [named(settings?.rows, locale), named(settings?.columns, locale)]
  return Object.entries(cells)
    .flatMap(([line, own]) =>
      Object.entries(own).flatMap(([key, amount]) =>
        // Words in a table are in the text, where they are masked.
        typeof amount === 'number' ? [`${row(line)}, ${column(key)}: ${amount}`] : [],
      ),
    )
    .join('\n')
}

function named(parts: readonly { key: string; label: LocalisedText }[] | null | undefined, locale: Locale) {
  const names = new Map((parts ?? []).map(({ key, label }) => [key, pick(label, locale).text]))
  return (key: string) => names.get(key) || key
}
