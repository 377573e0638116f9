import { useLocale, useTranslations } from 'use-intl/react'
import { type LocalisedText, pick } from '#app/platform/localised-text.ts'
import { useDates } from '#app/ui/dates.tsx'
import { Alert } from '#app/ui/message.tsx'

export type NamedTheme = { id: string; code: string; title: LocalisedText }

type ThemeDoneProps = {
  done: { what: DoneWord; passages: number; disagreeing: number }
  from: NamedTheme | null
  into: NamedTheme | null
}

type DoneWord =
  | 'saved'
  | 'created'
  | 'moved'
  | 'merged'
  | 'split'
  | 'retired'
  | 'restored'
  | 'example'
  | 'no-example'

/** What was just done with the theme. */
export function ThemeDone({ done: { what, ...numbers }, from, into }: ThemeDoneProps) {
  const t = useTranslations('workbench.theme.done')
  return (
    <Alert tone="success" live>
      <p>
        {what === 'merged'
          ? t('merged', { from: from?.code ?? '', ...numbers })
          : what === 'split'
            ? t('split', { into: into?.code ?? '', ...numbers })
            : t(what)}
      </p>
    </Alert>
  )
}

type ThemeNoticesProps = {
  theme: { id: string; code: string; retiredAt: Date | null; mergedInto: string | null }
  successor: NamedTheme | null
  rechecks: number
  base: string
}

/** That a theme is part of another now, out of use, or came after something was read. */
export function ThemeNotices({ theme, successor, rechecks, base }: ThemeNoticesProps) {
  const t = useTranslations('workbench.theme')
  const locale = useLocale()
  const { day } = useDates()
  if (theme.retiredAt && successor) {
    const into = `${successor.code} ${pick(successor.title, locale).text}`
    return (
      <Alert tone="info" heading={t('mergedHeading')}>
        <p>{t('mergedText', { code: theme.code, day: day(theme.retiredAt), into })}</p>
        <p>
          <a href={`${base}/themes/${successor.id}`}>{t('toInto', { into })}</a>
        </p>
      </Alert>
    )
  }
  if (theme.retiredAt)
    return (
      <Alert tone="info" heading={t('retiredHeading')}>
        <p>{t('retiredText', { day: day(theme.retiredAt) })}</p>
      </Alert>
    )
  if (rechecks === 0) return null
  return (
    <Alert tone="info">
      <p>
        {t('recheck', { count: rechecks })}{' '}
        <a href={`${base}/rechecks?theme=${theme.id}`}>{t('toRecheck')}</a>
      </p>
    </Alert>
  )
}
