import { Form } from '@remix-run/react'
import { useLocale, useTranslations } from 'use-intl/react'
import { type LocalisedText, pick } from '#app/platform/localised-text.ts'
import { Button } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Select, TextArea, TextField } from '#app/ui/field.tsx'
import { Localised } from '#app/ui/localised.tsx'
import { Panel } from '#app/ui/panel.tsx'

type CarryFormProps = {
  /** The page without anybody chosen. */
  base: string
  formKey: string
  finding: { id: string; title: LocalisedText; themeId: string | null }
  rounds: readonly { id: string; number: number; title: LocalisedText; frozen: boolean }[]
  round: { id: string; number: number; frozen: boolean }
  themes: readonly { id: string; code: string; title: LocalisedText }[]
  questions: readonly { id: string; title: LocalisedText; position: number }[]
  typed: Record<string, unknown> | null
  errors: { field: string; message: string }[]
}

/** Takes one finding into a later round: as a theme or as a question there, one that stands or a new one. */
export function CarryForm(props: CarryFormProps) {
  const { base, formKey, finding, rounds, round, themes, questions, typed, errors } = props
  const t = useTranslations('workbench.carried')
  const summary = useTranslations('workbench.errors')
  const locale = useLocale()
  const errorOf = (name: string) => errors.find(({ field }) => field === name)?.message
  const written = (name: string, first = '') =>
    typed ? (typeof typed[name] === 'string' ? String(typed[name]) : '') : first
  const ways = [
    { value: 'theme', label: t('as.theme') },
    { value: 'new-theme', label: t('as.new-theme') },
    ...(questions.length > 0 ? [{ value: 'question', label: t('as.question') }] : []),
    ...(round.frozen ? [] : [{ value: 'new-question', label: t('as.new-question') }]),
  ]
  return (
    <Panel id="carry" heading={t('carry', { number: round.number })}>
      <ErrorSummary heading={summary('heading')} errors={errors} />
      <p>
        <Localised text={finding.title} />
      </p>
      {rounds.length > 1 && (
        <nav aria-label={t('otherRounds')} className="in-row">
          {rounds.map(({ id, number }) => (
            <a
              key={id}
              href={`${base}?finding=${finding.id}&to=${id}#carry`}
              aria-current={id === round.id ? 'page' : undefined}
            >
              {t('round', { number })}
            </a>
          ))}
        </nav>
      )}
      {round.frozen && <p className="in-small">{t('frozen')}</p>}
      <Form
        method="post"
        action={`${base}?finding=${finding.id}&to=${round.id}`}
        className="in-form"
        preventScrollReset
      >
        <input type="hidden" name="act" value="carry" />
        <input type="hidden" name="key" value={formKey} />
        <input type="hidden" name="finding" value={finding.id} />
        <input type="hidden" name="round" value={round.id} />
        <RadioGroup
          name="as"
          legend={t('how')}
          error={errorOf('as')}
          defaultValue={written('as', finding.themeId ? 'theme' : '')}
          options={ways}
        />
        <Select
          name="theme"
          label={t('theme')}
          help={t('themeHelp')}
          error={errorOf('theme')}
          emptyLabel={t('chooseTheme')}
          options={themes.map(({ id, code, title }) => ({
            ...{ value: id, label: `${code} ${pick(title, locale).text}` },
          }))}
          defaultValue={written('theme', finding.themeId ?? '')}
        />
        {questions.length > 0 && (
          <Select
            name="question"
            label={t('question')}
            help={t('questionHelp')}
            error={errorOf('question')}
            emptyLabel={t('chooseQuestion')}
            options={questions.map(({ id, position, title }) => ({
              ...{ value: id, label: `${position}. ${pick(title, locale).text}` },
            }))}
            defaultValue={written('question')}
          />
        )}
        <TextField
          {...{ name: 'titleNb', label: t('titleNb'), help: t('titleHelp'), error: errorOf('titleNb') }}
          {...{ defaultValue: written('titleNb', finding.title.nb), lang: 'nb' }}
        />
        <TextField
          {...{ name: 'titleNn', label: t('titleNn'), error: errorOf('titleNn') }}
          {...{ defaultValue: written('titleNn', finding.title.nn), lang: 'nn' }}
        />
        <TextField
          {...{ name: 'code', label: t('code'), help: t('codeHelp'), error: errorOf('code') }}
          {...{ defaultValue: written('code'), maxLength: 20 }}
        />
        <TextArea
          {...{ name: 'definitionNb', label: t('definitionNb'), help: t('definitionHelp') }}
          {...{ error: errorOf('definitionNb'), defaultValue: written('definitionNb'), lang: 'nb', rows: 3 }}
        />
        <TextArea
          {...{ name: 'definitionNn', label: t('definitionNn'), error: errorOf('definitionNn') }}
          {...{ defaultValue: written('definitionNn'), lang: 'nn', rows: 3 }}
        />
        <div className="in-row">
          <Button>{t('take')}</Button>
          <a href={base}>{t('cancel')}</a>
        </div>
      </Form>
    </Panel>
  )
}
