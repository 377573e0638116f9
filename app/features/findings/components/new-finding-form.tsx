import { Form, useNavigation } from '@remix-run/react'
import { useLocale, useTranslations } from 'use-intl/react'
import type { Locale } from '#app/platform/locale.ts'
import { type LocalisedText, pick } from '#app/platform/localised-text.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Select, TextField } from '#app/ui/field.tsx'
import { Panel } from '#app/ui/panel.tsx'

/** A theme a finding can be about. */
export type ThemeChoice = { id: string; code: string; title: LocalisedText }

/** Something a form was refused for, by field. */
export type FieldProblem = { field: string; message: string }

type NewFindingFormProps = {
  formKey: string
  themes: readonly ThemeChoice[]
  typed: Record<string, unknown> | null
  errors: FieldProblem[]
}

/** Starts a finding with its heading. */
export function NewFindingForm({ formKey, themes, typed, errors }: NewFindingFormProps) {
  const t = useTranslations('workbench')
  const locale = useLocale()
  const busy = useNavigation().state === 'submitting'
  const errorOf = (name: string) => errors.find(({ field }) => field === name)?.message
  const written = (name: string) => (typeof typed?.[name] === 'string' ? String(typed[name]) : undefined)
  return (
    <Panel id="new-finding" heading={t('findings.add')}>
      <ErrorSummary heading={t('errors.heading')} errors={errors} />
      <Form method="post" className="in-form">
        <input type="hidden" name="key" value={formKey} />
        <TextField
          name="titleNb"
          label={t('findings.titleNb')}
          help={t('findings.titleHelp')}
          error={errorOf('titleNb')}
          defaultValue={written('titleNb')}
          lang="nb"
        />
        <TextField
          name="titleNn"
          label={t('findings.titleNn')}
          error={errorOf('titleNn')}
          defaultValue={written('titleNn')}
          lang="nn"
        />
        <Select
          name="theme"
          label={t('findings.theme')}
          emptyLabel={t('findings.noTheme')}
          options={themeOptions(themes, locale)}
          defaultValue={written('theme')}
        />
        <div className="in-row">
          <Button disabled={busy}>{t('findings.start')}</Button>
        </div>
      </Form>
    </Panel>
  )
}

/** Themes as options of a list. */
export function themeOptions(themes: readonly ThemeChoice[], locale: Locale) {
  return themes.map(({ id, code, title }) => ({ value: id, label: `${code} ${pick(title, locale).text}` }))
}
