import { useCallback, useEffect, useRef } from 'react'
import type { RichTextValue } from '#app/ui/rich-text-editor.tsx'
import type { Entry } from '../filled.ts'
import { asksForText, asksImportance } from '../question.ts'
import { AcceptanceField, ChoiceField, ChoicesField, StepField } from './choice-fields.tsx'
import type { FieldProps, QuestionFieldProps } from './field-props.tsx'
import { FileField } from './file-field.tsx'
import { ImportanceField } from './importance-field.tsx'
import { ParticipantsField } from './participants-field.tsx'
import { RankingField } from './ranking-field.tsx'
import { SwotField } from './swot-field.tsx'
import { TableField } from './table-field.tsx'
import { TextField } from './text-field.tsx'

/** The fields a question is answered in, by its kind. Works as plain form fields; script makes it pleasant. */
export function QuestionField({ filled = {}, onChange, ...field }: QuestionFieldProps) {
  const { question, name, error, status } = field
  const drawn = useRef<HTMLDivElement>(null)
  const told = useRef(onChange)
  told.current = onChange
  const text = useRef<Entry[]>([])
  const tell = useCallback(() => {
    const entries = drawn.current ? entriesIn(drawn.current, name) : []
    const own = new Set(text.current.map(([key]) => key))
    told.current?.([...text.current, ...entries.filter(([key]) => !own.has(key))])
  }, [name])
  // What is drawn anew must be drawn before it is read.
  const touched = useCallback(() => void setTimeout(tell), [tell])
  const written = useCallback(
    (value: RichTextValue) => {
      const { text: words, document } = value
      text.current = [
        [name, words],
        ...(document ? [[`${name}.json`, JSON.stringify(document)] as Entry] : []),
      ]
      tell()
    },
    [name, tell],
  )
  useEffect(() => {
    // Filled in before the page was awake, so nobody has been told.
    if (drawn.current && controlsIn(drawn.current, name).some(isChanged)) tell()
  }, [name, tell])
  return (
    <div
      ref={drawn}
      className="in-stack in-stack--3"
      onChange={asksForText(question.kind) ? undefined : touched}
    >
      <Kind {...{ ...field, filled, touched, written }} />
      {asksImportance(question) && (
        <ImportanceField name={name} value={filled.importance} touched={touched} />
      )}
      {status && !asksForText(question.kind) && <p className="in-small in-muted in-row">{status}</p>}
      {error && question.kind === 'file' && <p className="ds-validation-message">{error}</p>}
    </div>
  )
}

function Kind(field: FieldProps) {
  switch (field.question.kind) {
    case 'rich-text':
    case 'general':
      return <TextField {...field} />
    case 'single-choice':
      return <ChoiceField {...field} />
    case 'multiple-choice':
      return <ChoicesField {...field} />
    case 'scale':
      return <StepField {...field} />
    case 'ranking':
      return <RankingField {...field} />
    case 'swot':
      return <SwotField {...field} />
    case 'table':
      return <TableField {...field} />
    case 'acceptance':
      return <AcceptanceField {...field} />
    case 'participants':
      return <ParticipantsField {...field} />
    case 'file':
      return <FileField {...field} />
  }
}

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

function controlsIn(drawn: HTMLElement, name: string): Control[] {
  const controls = drawn.querySelectorAll<Control>('input, select, textarea')
  return [...controls].filter((control) => control.name === name || control.name.startsWith(`${name}.`))
}

const canBeChecked = (control: Control): control is HTMLInputElement =>
  control instanceof HTMLInputElement && (control.type === 'radio' || control.type === 'checkbox')

function entriesIn(drawn: HTMLElement, name: string): Entry[] {
  return controlsIn(drawn, name)
    .filter((control) => !canBeChecked(control) || control.checked)
    .map((control) => [control.name, control.value])
}

function isChanged(control: Control): boolean {
  if (canBeChecked(control)) return control.checked !== control.defaultChecked
  if (control instanceof HTMLSelectElement)
    return [...control.options].some((option) => option.selected !== option.defaultSelected)
  return control.type !== 'hidden' && control.value !== control.defaultValue
}
