import { useTranslations } from 'use-intl/react'
import { OtherLanguages } from '#app/features/strategies/components/other-languages.tsx'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Select, TextField } from '#app/ui/field.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { DOCUMENT_KINDS } from '../facts.ts'

type NewDocumentFormProps = {
  formKey: string
  typed: Record<string, unknown> | null
  errors: { field: string; message: string }[]
  cancel: string
}

/** Begins a document: what it is called and what it is. Its text comes afterwards. */
export function NewDocumentForm({ formKey, typed, errors, cancel }: NewDocumentFormProps) {
  const t = useTranslations('workbench')
  const written = (field: string) => (typeof typed?.[field] === 'string' ? String(typed[field]) : undefined)
  const errorOf = (field: string) => errors.find((one) => one.field === field)?.message
  return (
    <Panel id="new-document" heading={t('documents.add')}>
      <ErrorSummary heading={t('errors.heading')} errors={errors} />
      <form method="post" className="in-form">
        <input type="hidden" name="act" value="create" />
        <input type="hidden" name="key" value={formKey} />
        <TextField
          name="titleNb"
          label={t('documents.titleNb')}
          error={errorOf('titleNb')}
          defaultValue={written('titleNb')}
          lang="nb"
        />
        <TextField
          name="titleNn"
          label={t('documents.titleNn')}
          error={errorOf('titleNn')}
          defaultValue={written('titleNn')}
          lang="nn"
        />
        <OtherLanguages
          filled={{ typed, errors }}
          texts={[{ name: 'title', called: 'name', stored: null }]}
        />
        <Select
          name="kind"
          label={t('documents.kind')}
          options={DOCUMENT_KINDS.map((kind) => ({ value: kind, label: t(`documents.kinds.${kind}`) }))}
          defaultValue={written('kind') ?? 'draft'}
          error={errorOf('kind')}
        />
        <TextField
          name="slug"
          label={t('documents.slug')}
          help={t('documents.slugHelp')}
          error={errorOf('slug')}
          defaultValue={written('slug')}
          autoCapitalize="none"
          spellCheck={false}
        />
        <div className="in-row">
          <Button>{t('documents.create')}</Button>
          <a href={cancel}>{t('documents.cancel')}</a>
        </div>
      </form>
    </Panel>
  )
}
