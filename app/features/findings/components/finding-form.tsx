import { Form, useNavigation } from '@remix-run/react'
import { useLocale, useTranslations } from 'use-intl/react'
import type { LocalisedText } from '#app/platform/localised-text.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Select, TextArea, TextField } from '#app/ui/field.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { type FieldProblem, type ThemeChoice, themeOptions } from './new-finding-form.tsx'

type FindingFormProps = {
  finding: { title: LocalisedText; text: LocalisedText; revision: number; themeId: string | null }
  formKey: string
  themes: readonly ThemeChoice[]
  typed: Record<string, unknown> | null
  errors: FieldProblem[]
  /** The state line: when it was saved, just after it was. */
  saved: string | null
}

/** The finding's words in both written forms. What was typed stays when a save is refused. */
export function FindingForm({ finding, formKey, themes, typed, errors, saved }: FindingFormProps) {
  const t = useTranslations('workbench')
  const locale = useLocale()
  const { title, text } = finding
  const busy = useNavigation().formData?.get('act') === 'write'
  const errorOf = (name: string) => errors.find(({ field }) => field === name)?.message
  const written = (name: string, stored: string | null | undefined) => {
    if (!typed) return stored ?? ''
    return typeof typed[name] === 'string' ? String(typed[name]) : ''
  }
  return (
    <Panel id="text-panel" heading={t('finding.write')}>
      <ErrorSummary heading={t('errors.heading')} errors={errors} />
      <Form method="post" className="in-form" preventScrollReset>
        <input type="hidden" name="act" value="write" />
        <input type="hidden" name="key" value={formKey} />
        <input type="hidden" name="revision" value={finding.revision} />
        <TextField
          name="titleNb"
          label={t('findings.titleNb')}
          error={errorOf('titleNb')}
          defaultValue={written('titleNb', title.nb)}
          lang="nb"
        />
        <TextArea
          name="textNb"
          label={t('finding.textNb')}
          help={t('finding.textHelp')}
          error={errorOf('textNb')}
          defaultValue={written('textNb', text.nb)}
          lang="nb"
          rows={8}
        />
        <TextField
          name="titleNn"
          label={t('findings.titleNn')}
          error={errorOf('titleNn')}
          defaultValue={written('titleNn', title.nn)}
          lang="nn"
        />
        <TextArea
          name="textNn"
          label={t('finding.textNn')}
          error={errorOf('textNn')}
          defaultValue={written('textNn', text.nn)}
          lang="nn"
          rows={8}
        />
        <Select
          name="theme"
          label={t('findings.theme')}
          emptyLabel={t('findings.noTheme')}
          options={themeOptions(themes, locale)}
          defaultValue={written('theme', finding.themeId)}
        />
        <div className="in-row">
          <Button aria-disabled={busy}>{t('finding.save')}</Button>
          <span role="status" className="in-small in-muted">
            {saved}
          </span>
        </div>
      </Form>
    </Panel>
  )
}
