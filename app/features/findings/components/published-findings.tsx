import { useLocale, useTranslations } from 'use-intl/react'
import { findingPath } from '#app/features/strategies/address.ts'
import { pathIn } from '#app/platform/locale.ts'
import { useDates } from '#app/ui/dates.tsx'
import { Localised } from '#app/ui/localised.tsx'
import type { FindingCard } from '../published.server.ts'

/** What was heard, a line for each finding, with how much stands behind it. */
export function PublishedFindings({
  findings,
  level,
  whole,
}: {
  findings: readonly FindingCard[]
  level?: 2
  /** Also says which strategy each finding belongs to. */
  whole?: boolean
}) {
  const t = useTranslations('public.finding')
  const locale = useLocale()
  const { day } = useDates()
  return (
    <ul className="in-list">
      {findings.map(({ strategy, round, slug, title, quotes, inputs, of, publishedAt }) => {
        const link = (
          <a href={pathIn(locale, findingPath(strategy.slug, round.slug, slug))}>
            <strong>
              <Localised text={title} />
            </strong>
          </a>
        )
        return (
          <li key={`${round.slug} ${slug}`}>
            {level === 2 ? <h2 className="in-h3">{link}</h2> : link}
            <p className="in-meta">
              {t('behind', { quotes, inputs, of })} {t('published', { date: day(publishedAt) })}
            </p>
            {whole && (
              <p className="in-meta">
                <Localised text={strategy.title} />. {t('round', { number: round.number })}
              </p>
            )}
          </li>
        )
      })}
    </ul>
  )
}
