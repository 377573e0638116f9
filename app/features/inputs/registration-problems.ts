import type { AskedQuestion } from '#app/features/questionnaires/queries.server.ts'
import { translator } from '#app/messages/translator.ts'
import type { Locale } from '#app/platform/locale.ts'
import type { Problem } from './registration-problem.ts'

/** The problems of a posted registration in sentences, each at its field. */
export function registrationProblems(
  locale: Locale,
  problems: readonly Problem[],
  questions: readonly Pick<AskedQuestion, 'id' | 'position'>[],
): { field: string; message: string }[] {
  const t = translator(locale, 'workbench')
  const own = translator(locale, 'workspace')
  return problems.map((problem) => {
    const { field } = problem
    if (!('question' in problem))
      return {
        field,
        message: t(`intake.problems.${problem.reason}`, { size: 0, most: 0, enclosed: 0, ...problem.said }),
      }
    const position = questions.find(({ id }) => id === problem.question)?.position ?? 0
    return {
      field,
      message: own('writing.fieldError', { position, reason: own(`refused.${problem.reason}`) }),
    }
  })
}
