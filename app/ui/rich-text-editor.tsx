import { type ComponentType, type ReactNode, useEffect, useRef, useState } from 'react'
import type { RichTextDoc } from '#app/platform/rich-text/document.ts'
import { Field, type FieldText } from './field.tsx'
import type { RichTextLabels, RichTextSurfaceProps, RichTextValue } from './rich-text-surface.tsx'

export type { RichTextLabels, RichTextValue }

export type RichTextEditorProps = FieldText & {
  labels: RichTextLabels
  defaultText?: string
  defaultDocument?: RichTextDoc
  rows?: number
  lang?: string
  required?: boolean
  /** Called on every change, for autosave. */
  onChange?: (value: RichTextValue) => void
  /** The line under the text: when it was saved, how many words. */
  status?: ReactNode
  /** Fetches the editor when somebody comes to the field: on a page of many fields most are never come to. */
  patient?: boolean
}

type Loaded = {
  Surface: ComponentType<RichTextSurfaceProps>
  start: RichTextDoc | string
  hadFocus: boolean
}

/**
 * A textarea that becomes an editor when script has loaded. Sends the plain text as `name`, and, when the
 * editor was there, the document as JSON in `<name>.json`. What was typed before the editor came is kept.
 */
export function RichTextEditor({
  labels,
  defaultText = '',
  defaultDocument,
  rows = 8,
  lang,
  required,
  onChange,
  status,
  patient = false,
  ...field
}: RichTextEditorProps) {
  const area = useRef<HTMLTextAreaElement>(null)
  const [loaded, setLoaded] = useState<Loaded>()
  const start = useRef({ defaultText, defaultDocument, onChange })
  const [near, setNear] = useState(!patient)
  const comeNear = () => setNear(true)

  useEffect(() => {
    // Written before the page was awake, so nobody has been told.
    const text = area.current?.value ?? start.current.defaultText
    if (text !== start.current.defaultText) start.current.onChange?.({ text })
    if (document.activeElement === area.current) setNear(true)
  }, [])

  useEffect(() => {
    if (!near) return
    let wanted = true
    import('./rich-text-surface.tsx').then(
      ({ RichTextSurface }) => {
        if (!wanted) return
        const { defaultText: before, defaultDocument: stored } = start.current
        const typed = area.current?.value ?? before
        const hadFocus = document.activeElement === area.current
        setLoaded({ Surface: RichTextSurface, start: typed === before && stored ? stored : typed, hadFocus })
      },
      // Without the editor the textarea still works.
      () => undefined,
    )
    return () => {
      wanted = false
    }
  }, [near])

  return (
    <Field {...field} labelId={`${field.id ?? field.name}-label`}>
      {(wiring) =>
        loaded ? (
          <loaded.Surface
            {...{ wiring, labels, lang, required, onChange, status }}
            labelledBy={`${wiring.id}-label`}
            start={loaded.start}
            takeFocus={loaded.hadFocus}
          />
        ) : (
          <div className="in-editor">
            <textarea
              {...wiring}
              {...{ rows, lang, required }}
              ref={area}
              defaultValue={defaultText}
              className="in-editor__area"
              onFocus={comeNear}
              onPointerEnter={comeNear}
              onChange={(event) => onChange?.({ text: event.currentTarget.value })}
            />
            {status && <div className="in-editor__foot">{status}</div>}
          </div>
        )
      }
    </Field>
  )
}
