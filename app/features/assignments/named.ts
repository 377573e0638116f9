import type { LocalisedText } from '../../platform/localised-text.ts'
import type { AssignmentKind } from './assignment.ts'

/** What an assignment is of, as it is told: the parts its kind has, the others null. */
export type Named = {
  kind: AssignmentKind
  share: number | null
  of: number | null
  themeTitle: LocalisedText | null
  /** What the theme was called that it was given by, when that one has been merged since. */
  themeBefore: LocalisedText | null
  questionTitle: LocalisedText | null
  questionNumber: number | null
  organisationName: string | null
}

/** How far an assignment has come, in answers and in inputs. */
export type Reckoned = { answers: number; read: number; inputs: number; inputsLeft: number }

/** The key of the words for what an assignment is of, with what goes into them. */
export function nameWords(
  { kind, share, of, questionNumber, organisationName, ...named }: Named,
  pick: (text: LocalisedText) => string,
) {
  return {
    key: kind,
    values: {
      ...{ share: share ?? 0, of: of ?? 0, number: questionNumber ?? 0 },
      organisation: organisationName ?? '',
      theme: pick(named.themeTitle ?? {}),
      merged: named.themeBefore ? 'yes' : 'no',
      before: pick(named.themeBefore ?? {}),
      question: pick(named.questionTitle ?? {}),
    },
  }
}
