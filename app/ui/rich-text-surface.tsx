import { type Editor, EditorContent, useEditor } from '@tiptap/react'
import { type ReactNode, useState } from 'react'
import type { RichTextDoc } from '#app/platform/rich-text/document.ts'
import { richTextExtensions } from '#app/platform/rich-text/extensions.ts'
import { docFromPlainText, textareaText } from '#app/platform/rich-text/plain-text.ts'
import type { FieldWiring } from './field.tsx'
import { type RichTextLabels, RichTextToolbar } from './rich-text-toolbar.tsx'

export type { RichTextLabels }

/** What is written now. There is no document before the editor has loaded. */
export type RichTextValue = { text: string; document?: RichTextDoc }

export type RichTextSurfaceProps = {
  wiring: FieldWiring
  labels: RichTextLabels
  labelledBy: string
  start: RichTextDoc | string
  takeFocus: boolean
  lang?: string
  required?: boolean
  onChange?: (value: RichTextValue) => void
  status?: ReactNode
}

/** The editor itself. Loaded on its own, because it is heavy and not needed to write. */
export function RichTextSurface(props: RichTextSurfaceProps) {
  const { wiring, labels, labelledBy, start, takeFocus, lang, required, onChange, status } = props
  const [value, setValue] = useState(() => {
    const document = typeof start === 'string' ? docFromPlainText(start) : start
    return { text: textareaText(document), document }
  })
  const editor = useEditor({
    extensions: richTextExtensions,
    content: value.document,
    immediatelyRender: false,
    shouldRerenderOnTransaction: false,
    injectCSS: false,
    autofocus: takeFocus ? 'end' : false,
    editorProps: {
      attributes: {
        id: wiring.id,
        class: 'in-editor__body',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-labelledby': labelledBy,
        ...(lang && { lang }),
        ...(required && { 'aria-required': 'true' }),
        ...(wiring['aria-describedby'] && { 'aria-describedby': wiring['aria-describedby'] }),
        ...(wiring['aria-invalid'] && { 'aria-invalid': 'true' }),
      },
    },
    onUpdate: ({ editor: changed }) => {
      const now = written(changed)
      setValue(now)
      onChange?.(now)
    },
  })

  return (
    <div className="in-editor">
      {editor && <RichTextToolbar editor={editor} labels={labels} controls={wiring.id} />}
      <EditorContent editor={editor} />
      <input type="hidden" name={wiring.name} value={value.text} />
      <input type="hidden" name={`${wiring.name}.json`} value={JSON.stringify(value.document)} />
      {status && <div className="in-editor__foot">{status}</div>}
    </div>
  )
}

/** The plain text beside the document: the same as the textarea would have shown. */
function written(editor: Editor) {
  const document = editor.getJSON() as RichTextDoc
  return { text: textareaText(document), document }
}
