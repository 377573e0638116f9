import { type Editor, useEditorState } from '@tiptap/react'
import type {} from '@tiptap/starter-kit'
import { type ReactNode, useState } from 'react'
import { safeHref } from '#app/platform/rich-text/link.ts'
import { Button } from './button.tsx'
import { ArrowUndoIcon, BulletListIcon, LinkIcon, NumberListIcon } from './icons.tsx'

/** What the buttons are called. The two marks are the letters shown on the buttons. */
export type RichTextLabels = {
  toolbar: string
  bold: string
  boldMark: string
  italic: string
  italicMark: string
  bulletList: string
  numberedList: string
  link: string
  linkAddress: string
  linkSave: string
  linkRemove: string
  undo: string
}

type Props = { editor: Editor; labels: RichTextLabels; controls: string }

/** What can be done with the text that is chosen. */
export function RichTextToolbar({ editor, labels, controls }: Props) {
  const [linking, setLinking] = useState(false)
  const on = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      bold: now.isActive('bold'),
      italic: now.isActive('italic'),
      bulletList: now.isActive('bulletList'),
      orderedList: now.isActive('orderedList'),
      link: now.isActive('link'),
    }),
  })
  const act = () => editor.chain().focus()
  return (
    <>
      <div className="in-editor__bar" role="toolbar" aria-label={labels.toolbar} aria-controls={controls}>
        <Tool label={labels.bold} pressed={on.bold} onClick={() => act().toggleBold().run()}>
          <b aria-hidden="true">{labels.boldMark}</b>
        </Tool>
        <Tool label={labels.italic} pressed={on.italic} onClick={() => act().toggleItalic().run()}>
          <i aria-hidden="true">{labels.italicMark}</i>
        </Tool>
        <span className="in-editor__sep" />
        <Tool
          label={labels.bulletList}
          pressed={on.bulletList}
          onClick={() => act().toggleBulletList().run()}
        >
          <BulletListIcon />
        </Tool>
        <Tool
          label={labels.numberedList}
          pressed={on.orderedList}
          onClick={() => act().toggleOrderedList().run()}
        >
          <NumberListIcon />
        </Tool>
        <Tool label={labels.link} pressed={on.link} onClick={() => setLinking((open) => !open)}>
          <LinkIcon />
        </Tool>
        <span className="in-editor__sep" />
        <Tool label={labels.undo} onClick={() => act().undo().run()}>
          <ArrowUndoIcon />
        </Tool>
      </div>
      {linking && (
        <LinkBar {...{ editor, labels, controls }} linked={on.link} close={() => setLinking(false)} />
      )}
    </>
  )
}

type ToolProps = { label: string; pressed?: boolean; onClick: () => void; children: ReactNode }

function Tool({ label, pressed, onClick, children }: ToolProps) {
  return (
    <button type="button" aria-label={label} title={label} aria-pressed={pressed} onClick={onClick}>
      {children}
    </button>
  )
}

function LinkBar({
  editor,
  labels,
  controls,
  linked,
  close,
}: Props & { linked: boolean; close: () => void }) {
  const [address, setAddress] = useState(() => String(editor.getAttributes('link').href ?? ''))
  const id = `${controls}-link`
  const save = () => {
    const href = safeHref(/^[a-z]+:/i.test(address) ? address : `https://${address}`)
    if (!address.trim() || href === null) return
    editor.chain().focus().extendMarkRange('link').setLink({ href }).run()
    close()
  }
  return (
    <div className="in-editor__link">
      <label className="in-small" htmlFor={id}>
        {labels.linkAddress}
      </label>
      <input
        className="ds-input"
        id={id}
        inputMode="url"
        value={address}
        onChange={(event) => setAddress(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') close()
          if (event.key !== 'Enter') return
          // Enter here must not send the form round the editor.
          event.preventDefault()
          save()
        }}
      />
      <Button type="button" size="sm" variant="secondary" onClick={save}>
        {labels.linkSave}
      </Button>
      {linked && (
        <Button
          type="button"
          size="sm"
          variant="tertiary"
          onClick={() => {
            editor.chain().focus().extendMarkRange('link').unsetLink().run()
            close()
          }}
        >
          {labels.linkRemove}
        </Button>
      )}
    </div>
  )
}
