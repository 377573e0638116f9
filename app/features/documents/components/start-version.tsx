import { useTranslations } from 'use-intl/react'
import { Button } from '#app/ui/button.tsx'

type StartVersionProps = {
  documentId: string
  /** The number the version will have; the first cannot be a copy. */
  next: number
  formKey: string
  /** The page of the strategy's documents, which makes the version and leads to it. */
  action: string
}

/** Ways of beginning the next version: from the text there is, empty, or from a file. */
export function StartVersion({ documentId, next, formKey, action }: StartVersionProps) {
  const t = useTranslations('workbench.documents')
  return (
    <form method="post" action={action} className="in-row">
      <input type="hidden" name="act" value="start" />
      <input type="hidden" name="key" value={formKey} />
      <input type="hidden" name="document" value={documentId} />
      {next > 1 && (
        <Button size="sm" variant="secondary" name="from" value="latest">
          {t('startCopy', { number: next })}
        </Button>
      )}
      <Button size="sm" variant={next > 1 ? 'tertiary' : 'secondary'} name="from" value="empty">
        {t('startEmpty', { number: next })}
      </Button>
      <a href={`/workbench/documents/${documentId}/import`}>{t('startImport')}</a>
    </form>
  )
}
