import { Form, useNavigation } from '@remix-run/react'
import { useLocale, useTranslations } from 'use-intl/react'
import { type LocalisedText, pick } from '#app/platform/localised-text.ts'
import { Button } from '#app/ui/button.tsx'
import { Checkbox, FieldGroup } from '#app/ui/choice.tsx'
import { useDates } from '#app/ui/dates.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Localised } from '#app/ui/localised.tsx'
import { Panel } from '#app/ui/panel.tsx'

type Named = { id: string; code: string; title: LocalisedText }

type LateThemesProps = {
  themes: readonly (Named & { count: number })[]
  chosen: string | null
  self: string
}

/** The themes that came after something was read, each with how much is left. */
export function LateThemes({ themes, chosen, self }: LateThemesProps) {
  const t = useTranslations('workbench.rechecks')
  return (
    <Panel id="late" heading={t('themes')}>
      <ul className="in-qlist">
        {themes.map((theme) => (
          <li key={theme.id}>
            <a href={`${self}?theme=${theme.id}`} aria-current={theme.id === chosen ? 'true' : undefined}>
              <b>{theme.code}</b>
              <span>
                <Localised text={theme.title} />
              </span>
              <span className="in-small">{t('left', { count: theme.count })}</span>
            </a>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

type RecheckListProps = {
  theme: Named & { definition: LocalisedText; createdAt: Date }
  waiting: {
    total: number
    versions: readonly {
      id: string
      inputId: string
      number: number
      senderName: string
      round: LocalisedText
      readAt: Date
    }[]
  }
  formKey: string
  errors: { field: string; message: string }[]
  base: string
}

/** What was read before a theme was there: one reads it again, tags, and says what is looked through. */
export function RecheckList({ theme, waiting, formKey, errors, base }: RecheckListProps) {
  const t = useTranslations('workbench')
  const locale = useLocale()
  const { day } = useDates()
  const busy = useNavigation().state === 'submitting'
  const { text: title } = pick(theme.title, locale)
  return (
    <Panel id="waiting" heading={`${theme.code} ${title}`}>
      {waiting.versions.length === 0 ? (
        <Empty
          heading={t('rechecks.themeDone')}
          action={{ href: `${base}/rechecks`, label: t('rechecks.others') }}
        >
          {t('rechecks.themeDoneText')}
        </Empty>
      ) : (
        <Form method="post" className="in-form">
          <ErrorSummary heading={t('errors.heading')} errors={errors} />
          <input type="hidden" name="key" value={formKey} />
          <input type="hidden" name="theme" value={theme.id} />
          <p>
            <Localised text={theme.definition} />
          </p>
          <p className="in-small in-muted">
            {t('rechecks.since', { day: day(theme.createdAt), count: waiting.total })}{' '}
            <a href={`${base}/themes/${theme.id}`}>{t('rechecks.toTheme')}</a>
          </p>
          <FieldGroup
            name="versions"
            legend={t('rechecks.which')}
            error={errors.find(({ field }) => field === 'versions')?.message}
          >
            {waiting.versions.map((version, place) => (
              <Checkbox
                key={version.id}
                name="versions"
                value={version.id}
                id={place === 0 ? 'versions' : `version-${version.id}`}
                label={version.senderName}
                help={
                  <>
                    {`${pick(version.round, locale).text} · ${t('rechecks.readOn', { day: day(version.readAt) })} · `}
                    <a
                      href={`/workbench/inputs/${version.inputId}?version=${version.number}`}
                      aria-label={t('rechecks.read', { sender: version.senderName })}
                    >
                      {t('rechecks.readIt')}
                    </a>
                  </>
                }
              />
            ))}
          </FieldGroup>
          <Button disabled={busy}>{t('rechecks.submit')}</Button>
        </Form>
      )}
    </Panel>
  )
}
