import { type ReactNode, useEffect, useRef } from 'react'
import { useLocale } from 'use-intl/react'
import { pick } from '#app/platform/localised-text.ts'
import type { RichTextDoc } from '#app/platform/rich-text/document.ts'
import { RadioGroup } from '#app/ui/choice.tsx'
import { RichTextEditor, type RichTextLabels, type RichTextValue } from '#app/ui/rich-text-editor.tsx'
import { ScaleField } from '#app/ui/scale-field.tsx'
import { asksForText, NO_OPINION, type Question } from '../question.ts'

export type QuestionFieldProps = {
  question: Pick<Question, 'kind' | 'options' | 'required'>
  name: string
  /** What the field is called; the question itself stands above it as a heading. */
  label: string
  /** The answer beside every scale that is no step on it, where the question has no words of its own for it. */
  outsideLabel: string
  editorLabels: RichTextLabels
  defaultText?: string
  defaultDocument?: RichTextDoc
  defaultChoice?: string
  error?: ReactNode
  status?: ReactNode
  onChange?: (value: RichTextValue) => void
}

/** The field a question is answered in, by its kind. Works as plain form fields; script makes texts an editor. */
export function QuestionField({
  question,
  outsideLabel,
  editorLabels,
  onChange,
  ...field
}: QuestionFieldProps) {
  const locale = useLocale()
  const { name, label, error, status, defaultText, defaultDocument, defaultChoice } = field
  const drawn = useRef<HTMLDivElement>(null)
  const start = useRef({ defaultChoice, onChange })
  useEffect(() => {
    // Chosen before the page was awake, so nobody has been told.
    const chosen = drawn.current?.querySelector<HTMLInputElement>('input:checked')?.value
    if (chosen !== undefined && chosen !== start.current.defaultChoice)
      start.current.onChange?.({ text: chosen })
  }, [])
  if (asksForText(question.kind))
    return (
      <RichTextEditor
        {...{ name, error, status, defaultText, defaultDocument, onChange }}
        label={<span className="in-sr">{label}</span>}
        labels={editorLabels}
      />
    )
  const choices = (question.options ?? []).map(({ key, label: words }) => ({
    value: key,
    label: pick(words, locale).text,
  }))
  const outside = choices.find(({ value }) => value === NO_OPINION)
  const options = choices.filter((choice) => choice !== outside)
  const group = { name, error, options, legend: label, legendHidden: true, defaultValue: defaultChoice }
  return (
    <div
      ref={drawn}
      className="in-stack in-stack--2"
      onChange={(event) => {
        if (event.target instanceof HTMLInputElement) onChange?.({ text: event.target.value })
      }}
    >
      {question.kind === 'scale' ? (
        <ScaleField {...group} outside={outside ?? { value: NO_OPINION, label: outsideLabel }} />
      ) : (
        <RadioGroup {...group} />
      )}
      {status && <p className="in-small in-muted in-row">{status}</p>}
    </div>
  )
}
