import { Form } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { OtherLanguages } from '#app/features/strategies/components/other-languages.tsx'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextArea, TextField } from '#app/ui/field.tsx'
import { Panel } from '#app/ui/panel.tsx'

type NoChangeProps = {
  action: string
  formKey: string
  /** Links that stand, and are taken back. */
  standing: number
  typed: Record<string, unknown> | null
  errors: { field: string; message: string }[]
}

/** Says that nothing was changed, and why. */
export function NoChangeForm({ action, formKey, standing, typed, errors }: NoChangeProps) {
  const t = useTranslations('workbench.response.changes')
  const summary = useTranslations('workbench.errors')
  const errorOf = (name: string) => errors.find(({ field }) => field === name)?.message
  const written = (name: string) => (typeof typed?.[name] === 'string' ? String(typed[name]) : '')
  return (
    <Panel id="no-change" heading={t('none')}>
      <ErrorSummary heading={summary('heading')} errors={errors} />
      <Form method="post" action={action} className="in-form" preventScrollReset>
        <input type="hidden" name="act" value="none" />
        <input type="hidden" name="key" value={formKey} />
        <TextArea
          {...{ name: 'noteNb', label: t('noteNb'), help: t('noteHelp'), error: errorOf('noteNb') }}
          {...{ defaultValue: written('noteNb'), lang: 'nb', rows: 3 }}
        />
        <TextArea
          {...{ name: 'noteNn', label: t('noteNn'), error: errorOf('noteNn') }}
          {...{ defaultValue: written('noteNn'), lang: 'nn', rows: 3 }}
        />
        <OtherLanguages
          filled={{ typed, errors }}
          texts={[{ name: 'note', called: 'reason', stored: null, rows: 3 }]}
        />
        {standing > 0 && <p className="in-small">{t('noneTakesBack', { count: standing })}</p>}
        <Button variant="secondary">{t('sayNone')}</Button>
      </Form>
    </Panel>
  )
}

type SearchProps = { action: string; citation: string | null; version: string; sought: string }

/** Looks for a paragraph of the later version by its number or its words. */
export function ParagraphSearch({ action, citation, version, sought }: SearchProps) {
  const t = useTranslations('workbench.response.changes')
  return (
    <form method="get" action={`${action}#search`} className="in-row">
      {citation && <input type="hidden" name="citation" value={citation} />}
      <input type="hidden" name="version" value={version} />
      <TextField name="q" label={t('search')} help={t('searchHelp')} defaultValue={sought} maxLength={200} />
      <Button variant="secondary">{t('find')}</Button>
    </form>
  )
}
