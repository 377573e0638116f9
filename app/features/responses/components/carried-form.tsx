import { Form } from '@remix-run/react'
import { useLocale, useTranslations } from 'use-intl/react'
import { OtherLanguages } from '#app/features/strategies/components/other-languages.tsx'
import { type LocalisedText, pick } from '#app/platform/localised-text.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Select, TextArea, TextField } from '#app/ui/field.tsx'
import { LinkSwitch } from '#app/ui/link-switch.tsx'
import { Localised } from '#app/ui/localised.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { CARRIED_AS, type CarriedAs } from '../carried.ts'

type CarryFormProps = {
  /** The page without anybody chosen. */
  base: string
  formKey: string
  finding: { id: string; title: LocalisedText; themeId: string | null }
  rounds: readonly { id: string; number: number; title: LocalisedText; frozen: boolean }[]
  round: { id: string; number: number; frozen: boolean }
  themes: readonly { id: string; code: string; title: LocalisedText }[]
  questions: readonly { id: string; title: LocalisedText }[]
  as: CarriedAs
  typed: Record<string, unknown> | null
  errors: { field: string; message: string }[]
}

/** Takes one finding into a later round: as a theme or as a question there, one that stands or a new one. */
export function CarryForm(props: CarryFormProps) {
  const { base, formKey, finding, rounds, round, themes, questions, as, typed, errors } = props
  const t = useTranslations('workbench.carried')
  const summary = useTranslations('workbench.errors')
  const locale = useLocale()
  const errorOf = (name: string) => errors.find(({ field }) => field === name)?.message
  const written = (name: string, first = '') =>
    typed ? (typeof typed[name] === 'string' ? String(typed[name]) : '') : first
  const at = (way: { round?: string; as?: CarriedAs }) =>
    `${base}?finding=${finding.id}&to=${way.round ?? round.id}&as=${way.as ?? as}`
  const ways = CARRIED_AS.filter(
    (way) => (way !== 'question' || questions.length > 0) && (way !== 'new-question' || !round.frozen),
  )
  return (
    <Panel id="carry" heading={t('carry', { number: round.number })}>
      <ErrorSummary heading={summary('heading')} errors={errors} />
      <div className="in-stack in-stack--3">
        <p>
          <Localised text={finding.title} />
        </p>
        {rounds.length > 1 && (
          <nav aria-label={t('otherRounds')} className="in-row">
            {rounds.map(({ id, number }) => (
              <a
                key={id}
                href={`${at({ round: id })}#carry`}
                aria-current={id === round.id ? 'page' : undefined}
              >
                {t('round', { number })}
              </a>
            ))}
          </nav>
        )}
        {round.frozen && <p className="in-small">{t('frozen')}</p>}
        <p>{t('how')}</p>
        <LinkSwitch
          label={t('how')}
          links={ways.map((way) => ({
            ...{ href: `${at({ as: way })}#carry`, label: t(`as.${way}`), current: way === as },
          }))}
        />
      </div>
      <Form method="post" action={at({})} className="in-form" preventScrollReset>
        <input type="hidden" name="act" value="carry" />
        <input type="hidden" name="key" value={formKey} />
        <input type="hidden" name="finding" value={finding.id} />
        <input type="hidden" name="round" value={round.id} />
        <input type="hidden" name="as" value={as} />
        {as === 'theme' && (
          <Select
            name="theme"
            label={t('theme')}
            error={errorOf('theme')}
            emptyLabel={t('chooseTheme')}
            options={themes.map(({ id, code, title }) => ({
              ...{ value: id, label: `${code} ${pick(title, locale).text}` },
            }))}
            defaultValue={written('theme', finding.themeId ?? '')}
          />
        )}
        {as === 'question' && (
          <Select
            name="question"
            label={t('question')}
            error={errorOf('question')}
            emptyLabel={t('chooseQuestion')}
            options={questions.map(({ id, title }, at) => ({
              ...{ value: id, label: `${at + 1}. ${pick(title, locale).text}` },
            }))}
            defaultValue={written('question')}
          />
        )}
        {(as === 'new-theme' || as === 'new-question') && (
          <>
            <TextField
              {...{ name: 'titleNb', label: t(`titleNb.${as}`), error: errorOf('titleNb') }}
              {...{ defaultValue: written('titleNb', finding.title.nb), lang: 'nb' }}
            />
            <TextField
              {...{ name: 'titleNn', label: t(`titleNn.${as}`), error: errorOf('titleNn') }}
              {...{ defaultValue: written('titleNn', finding.title.nn), lang: 'nn' }}
            />
          </>
        )}
        {as === 'new-question' && (
          <OtherLanguages
            filled={{ typed, errors }}
            texts={[{ name: 'title', called: 'question', stored: null }]}
          />
        )}
        {as === 'new-theme' && (
          <>
            <TextField
              {...{ name: 'code', label: t('code'), help: t('codeHelp'), error: errorOf('code') }}
              {...{ defaultValue: written('code'), maxLength: 20 }}
            />
            <TextArea
              {...{ name: 'definitionNb', label: t('definitionNb') }}
              {...{
                error: errorOf('definitionNb'),
                defaultValue: written('definitionNb'),
                lang: 'nb',
                rows: 3,
              }}
            />
            <TextArea
              {...{ name: 'definitionNn', label: t('definitionNn'), error: errorOf('definitionNn') }}
              {...{ defaultValue: written('definitionNn'), lang: 'nn', rows: 3 }}
            />
          </>
        )}
        <div className="in-row">
          <Button>{t('take')}</Button>
          <a href={base}>{t('cancel')}</a>
        </div>
      </Form>
    </Panel>
  )
}
