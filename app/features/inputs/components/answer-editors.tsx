import type { Filled } from '#app/features/questionnaires/filled.ts'
import { answerHistoryPath, attachmentsPath, autosavePath } from '../address.ts'
import type { AnswerConflict } from '../draft.ts'
import type { WrittenQuestion } from '../drafts.server.ts'
import { type EarlierAnswer, earlierBeside } from '../earlier-answer.ts'
import type { Presence } from '../presence.ts'
import { AnswerEditor } from './answer-editor.tsx'
import type { EditorHandles } from './presence.tsx'

/** What a post without script could not save, to be shown again where it was typed. */
export type NotSaved = {
  conflicts: AnswerConflict[]
  typed: { questionId: string; reason: string; filled: Filled }[]
}

/** Every question with its field, each with what concerns it of what the page knows. */
export function AnswerEditors({
  draft,
  self,
  earlier,
  presence,
  answered,
  refused,
  onAnswered,
  handles,
}: {
  draft: { id: string; slug: string; questions: readonly WrittenQuestion[] }
  /** Who the page is drawn for. */
  self: string
  earlier: readonly EarlierAnswer[]
  presence: Presence
  answered: ReadonlySet<string>
  refused: NotSaved | undefined
  onAnswered: (questionId: string, answered: boolean) => void
  handles: EditorHandles
}) {
  const { id: inputId, slug, questions } = draft
  return questions.map((question) => {
    const { id } = question
    const typed = refused?.typed.find(({ questionId }) => questionId === id)
    return (
      <AnswerEditor
        key={id}
        question={question}
        total={questions.length}
        place={{
          ...{ personId: self, inputId, autosaveUrl: autosavePath(slug, inputId) },
          ...{ historyUrl: answerHistoryPath(slug, inputId, id), uploadUrl: attachmentsPath(slug, inputId) },
        }}
        typed={typed?.filled}
        error={typed?.reason}
        conflict={refused?.conflicts.find(({ questionId }) => questionId === id)}
        earlier={earlierBeside(question, earlier)}
        newer={presence.newer.find(({ questionId }) => questionId === id)}
        writers={presence.writers.flatMap(({ questionId, name }) => (questionId === id ? [name] : []))}
        answered={answered.has(id)}
        onAnswered={onAnswered}
        handles={handles}
      />
    )
  })
}
