import { Form, useNavigation } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import type { LocalisedText } from '#app/platform/localised-text.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextArea, TextField } from '#app/ui/field.tsx'
import { Panel } from '#app/ui/panel.tsx'
import type { CodebookTheme } from './codebook-list.tsx'

const texts = ['title', 'definition', 'include', 'exclude'] as const
const forms = ['Nb', 'Nn'] as const

/** What was typed last, or what the theme says. */
export type ThemeTyped = Record<string, unknown> | null

type ThemeFormProps = {
  theme: CodebookTheme | null
  formKey: string
  typed: ThemeTyped
  errors: { field: string; message: string }[]
  cancel: string
}

/** Writes a theme, in both written forms side by side. */
export function ThemeForm({ theme, formKey, typed, errors, cancel }: ThemeFormProps) {
  const t = useTranslations('workbench')
  const busy = useNavigation().state === 'submitting'
  const errorOf = (name: string) => errors.find(({ field }) => field === name)?.message
  const filledWith = (name: string, stored: string | undefined) => {
    const own = typed?.[name]
    return typeof own === 'string' ? own : typed ? '' : stored
  }
  return (
    <Panel
      id="theme-form"
      heading={theme ? t('codebook.form.edit', { code: theme.code }) : t('codebook.form.new')}
    >
      <ErrorSummary heading={t('errors.heading')} errors={errors} />
      <Form method="post" className="in-form">
        <input type="hidden" name="act" value="write" />
        <input type="hidden" name="key" value={formKey} />
        {theme && <input type="hidden" name="theme" value={theme.id} />}
        <TextField
          name="code"
          label={t('codebook.form.code')}
          help={t('codebook.form.codeHelp')}
          error={errorOf('code')}
          defaultValue={filledWith('code', theme?.code)}
          maxLength={4}
          size={4}
          autoCapitalize="characters"
        />
        {texts.flatMap((text) =>
          forms.map((form) => {
            const name = `${text}${form}` as const
            const lang = form === 'Nb' ? 'nb' : 'nn'
            const stored: LocalisedText | null | undefined = theme?.[text]
            const Field = text === 'title' ? TextField : TextArea
            return (
              <Field
                key={name}
                name={name}
                label={t(`codebook.form.${name}`)}
                help={name === 'definitionNb' ? t('codebook.form.definitionHelp') : undefined}
                error={errorOf(name)}
                defaultValue={filledWith(name, stored?.[lang])}
                lang={lang}
                {...(text === 'title' ? {} : { rows: text === 'definition' ? 3 : 2 })}
              />
            )
          }),
        )}
        <div className="in-row">
          <Button disabled={busy}>{t('codebook.form.save')}</Button>
          <a href={cancel}>{t('codebook.form.cancel')}</a>
        </div>
      </Form>
      {theme && (
        <Form method="post" className="in-stack in-stack--2 in-measure">
          <hr />
          <input type="hidden" name="act" value="retire" />
          <input type="hidden" name="theme" value={theme.id} />
          <p className="in-small in-muted">{t('codebook.form.retireText')}</p>
          <div>
            <Button variant="secondary" size="sm" danger>
              {t('codebook.form.retire')}
            </Button>
          </div>
        </Form>
      )}
    </Panel>
  )
}
