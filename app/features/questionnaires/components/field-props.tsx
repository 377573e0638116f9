import type { ReactNode } from 'react'
import type { RichTextValue } from '#app/ui/rich-text-editor.tsx'
import type { Entry, Filled } from '../filled.ts'
import type { Question } from '../question.ts'

export type QuestionFieldProps = {
  question: Pick<Question, 'kind' | 'options' | 'settings' | 'required'>
  /** Of the text, choice or step itself; the other fields have it and a point before their own. */
  name: string
  /** What the field is called; the question itself stands above it as a heading. */
  label: string
  filled?: Filled
  /** Where files are uploaded, for questions answered by files. */
  uploadHref?: string
  error?: ReactNode
  status?: ReactNode
  /** Told what the fields send, every time any of them changes. */
  onChange?: (entries: readonly Entry[]) => void
}

/** What every kind of field is drawn from. `touched` tells that the fields changed without anybody typing. */
export type FieldProps = Omit<QuestionFieldProps, 'onChange' | 'filled'> & {
  filled: Filled
  touched: () => void
  written: (value: RichTextValue) => void
}
