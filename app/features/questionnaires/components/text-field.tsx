import { useTranslations } from 'use-intl/react'
import type { RichTextDoc } from '#app/platform/rich-text/document.ts'
import { RichTextEditor } from '#app/ui/rich-text-editor.tsx'
import type { Filled } from '../filled.ts'
import type { FieldProps } from './field-props.tsx'
import { useLimits } from './limits.tsx'

/** A written text: a plain field, and an editor where there is script. */
export function TextField({ question, name, label, filled, error, status, written }: FieldProps) {
  const limits = useLimits(question)
  return (
    <RichTextEditor
      {...{ name, error, status }}
      label={<span className="in-sr">{label}</span>}
      help={limits}
      labels={useEditorLabels()}
      defaultText={filled.text}
      defaultDocument={documentIn(filled)}
      onChange={written}
      patient
    />
  )
}

// What was kept in the browser is read back as it was sent; what cannot be read is shown as its plain text.
function documentIn({ body, document }: Filled): RichTextDoc | undefined {
  if (body || !document) return body
  try {
    const read: unknown = JSON.parse(document)
    const isDoc = typeof read === 'object' && read !== null && 'type' in read && read.type === 'doc'
    return isDoc ? (read as RichTextDoc) : undefined
  } catch {
    return undefined
  }
}

function useEditorLabels() {
  const t = useTranslations('workspace.writing.editor')
  return {
    toolbar: t('toolbar'),
    bold: t('bold'),
    boldMark: t('boldMark'),
    italic: t('italic'),
    italicMark: t('italicMark'),
    bulletList: t('bulletList'),
    numberedList: t('numberedList'),
    link: t('link'),
    linkAddress: t('linkAddress'),
    linkSave: t('linkSave'),
    linkRemove: t('linkRemove'),
    undo: t('undo'),
  }
}
