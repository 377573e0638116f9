import { useTranslations } from 'use-intl/react'
import { LinkButton } from '#app/ui/button.tsx'
import { FilesIcon } from '#app/ui/icons.tsx'
import type { FieldProps } from './field-props.tsx'
import { useLimits } from './limits.tsx'

/** The files that answer a question, and the way to where they are uploaded. */
export function FileField({ question, name, filled, uploadHref }: FieldProps) {
  const t = useTranslations('public.question.field')
  const limits = useLimits(question)
  const files = filled.files ?? []
  return (
    <div className="in-stack in-stack--2" id={name}>
      {limits && <p className="in-meta">{limits}</p>}
      {files.length === 0 ? (
        <p className="in-muted">{t('noFiles')}</p>
      ) : (
        <ul className="in-plain in-stack in-stack--1">
          {files.map((file) => (
            <li key={file.id}>{file.name}</li>
          ))}
        </ul>
      )}
      {uploadHref && (
        <p>
          <LinkButton variant="secondary" size="sm" icon={FilesIcon} href={uploadHref}>
            {t(files.length === 0 ? 'upload' : 'changeFiles')}
          </LinkButton>
        </p>
      )}
    </div>
  )
}
