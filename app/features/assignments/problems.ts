import { translator } from '../../messages/translator.ts'
import type { Locale } from '../../platform/locale.ts'

export type Problem = { field: string; message: string }

const fieldOf: Record<string, string> = {
  'person-missing': 'people',
  'not-staff': 'people',
  'too-few-people': 'people',
  'too-many-people': 'people',
  'already-assigned': 'people',
  'already-divided': 'people',
  'due-past': 'due',
  'due-unusable': 'due',
  noteTooLong: 'note',
  'question-missing': 'question',
  'theme-missing': 'theme',
  'theme-retired': 'theme',
  'organisation-missing': 'organisation',
}

/** Why an assignment was refused, in words, at its field. */
export function assignmentProblem(locale: Locale, refusal: string): Problem {
  const t = translator(locale, 'workbench')
  const key = `assignmentErrors.${refusal}` as 'assignmentErrors.unclear'
  return { field: fieldOf[refusal] ?? 'form', message: t.has(key) ? t(key) : t('assignmentErrors.unclear') }
}

/** The first reason of each field that a form could not be read for. */
export const assignmentProblems = (locale: Locale, errors: Record<string, string[]>): Problem[] =>
  Object.values(errors).map(([refusal = 'unclear']) => assignmentProblem(locale, refusal))
