import { Form, useNavigation } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import type { LocalisedText } from '#app/platform/localised-text.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { type Option, Select, TextArea, TextField } from '#app/ui/field.tsx'
import { Panel } from '#app/ui/panel.tsx'

/** What was typed last, or nothing yet. */
export type ThemeTyped = Record<string, unknown> | null

export type FieldProblem = { field: string; message: string }

type Written = {
  code: string
  title: LocalisedText
  definition: LocalisedText
  include: LocalisedText | null
  exclude: LocalisedText | null
  standardAnswer: LocalisedText | null
  assigneeId: string | null
  seen: string
}

type ThemeFormProps = {
  /** Null for a new one. */
  theme: Written | null
  /** Where a new one goes; no choice for one that stands: that is moved on its own. */
  parents: Option[] | null
  parent?: string | undefined
  staff: Option[]
  formKey: string
  typed: ThemeTyped
  errors: FieldProblem[]
  cancel: string
}

const texts = ['definition', 'include', 'exclude'] as const

/** Writes a theme, in both written forms side by side. */
export function ThemeForm({ theme, parents, parent, staff, formKey, typed, errors, cancel }: ThemeFormProps) {
  const t = useTranslations('workbench')
  const busy = useNavigation().state === 'submitting'
  const fieldOf = (name: string, stored?: string | null) => {
    const own = typed?.[name]
    return {
      name,
      error: errors.find(({ field }) => field === name)?.message,
      defaultValue: typeof own === 'string' ? own : typed ? '' : (stored ?? undefined),
    }
  }
  const pairOf = (text: keyof Pick<Written, 'title' | 'definition' | 'include' | 'exclude'>, rows?: number) =>
    (['nb', 'nn'] as const).map((lang) => {
      const name = `${text}${lang === 'nb' ? ('Nb' as const) : ('Nn' as const)}` as const
      const Field = rows ? TextArea : TextField
      return (
        <Field
          key={name}
          {...fieldOf(name, theme?.[text]?.[lang])}
          label={t(`codebook.form.${name}`)}
          help={name === 'definitionNb' ? t('codebook.form.definitionHelp') : undefined}
          lang={lang}
          {...(rows ? { rows } : {})}
        />
      )
    })
  return (
    <Panel
      id="theme-form"
      heading={theme ? t('codebook.form.edit', { code: theme.code }) : t('codebook.form.new')}
    >
      <ErrorSummary heading={t('errors.heading')} errors={errors} />
      <Form method="post" className="in-form">
        <input type="hidden" name="act" value="write" />
        <input type="hidden" name="key" value={formKey} />
        {theme && <input type="hidden" name="seen" value={theme.seen} />}
        <TextField
          {...fieldOf('code', theme?.code)}
          label={t('codebook.form.code')}
          help={t('codebook.form.codeHelp')}
          maxLength={4}
          size={4}
          autoCapitalize="characters"
        />
        {pairOf('title')}
        {texts.flatMap((text) => pairOf(text, text === 'definition' ? 3 : 2))}
        {parents && (
          <Select
            {...fieldOf('parent', parent)}
            label={t('theme.parent')}
            options={parents}
            emptyLabel={t('theme.atTop')}
          />
        )}
        <Select
          {...fieldOf('assignee', theme?.assigneeId)}
          label={t('theme.assignee')}
          help={t('theme.assigneeHelp')}
          options={staff}
          emptyLabel={t('theme.nobody')}
        />
        {(['answerNb', 'answerNn'] as const).map((name) => {
          const lang = name === 'answerNb' ? 'nb' : 'nn'
          return (
            <TextArea
              key={name}
              {...fieldOf(name, theme?.standardAnswer?.[lang])}
              label={t(`theme.${name}`)}
              help={name === 'answerNb' ? t('theme.answerHelp') : undefined}
              lang={lang}
              rows={4}
            />
          )
        })}
        {theme && (
          <TextField {...fieldOf('reason')} label={t('theme.reasonIf')} help={t('theme.reasonHelp')} />
        )}
        <div className="in-row">
          <Button disabled={busy}>{t('codebook.form.save')}</Button>
          <a href={cancel}>{t('codebook.form.cancel')}</a>
        </div>
      </Form>
    </Panel>
  )
}
