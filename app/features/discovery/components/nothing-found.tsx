import { useTranslations } from 'use-intl/react'
import type { Told } from '../asking.server.ts'
import { addressOf, type Filters, isLimited, withoutLimits, withWord } from '../filters.ts'

type NothingFoundProps = {
  action: string
  filters: Filters
  kept: Record<string, string>
  told: Told
  level?: 2 | 3
  /** Why there may be nothing, in the words of the place. */
  advice: string
}

/** Nothing was found: what was looked for, and the ways on that might find something. */
export function NothingFound({ action, filters, kept, told, level = 2, advice }: NothingFoundProps) {
  const t = useTranslations('public.search')
  const Heading = `h${level}` as const
  const to = (changed: Filters) => addressOf(action, { ...changed, page: 1 }, kept)
  // All at once: with one of two words mended there would still be nothing.
  const meant = told.suggestions.reduce((all, { word, instead }) => withWord(all, word, instead), filters)
  const words = filters.text !== ''
  return (
    <div className="in-empty in-stack in-stack--2">
      <Heading className="in-h3">
        {t('none', { text: filters.text, words: words ? 'yes' : 'no', show: filters.show })}
      </Heading>
      {meant.text !== filters.text && (
        <p>
          {t.rich('meant', {
            text: meant.text,
            link: (words) => (
              <a href={to(meant)}>
                <strong>{words}</strong>
              </a>
            ),
          })}
        </p>
      )}
      <p>{advice}</p>
      <ul className="in-plain">
        {told.anyWidens && (
          <li>
            <a href={to({ ...filters, any: true })}>{t('tryAny')}</a>
          </li>
        )}
        {words && !filters.compounds && (
          <li>
            <a href={to({ ...filters, compounds: true })}>{t('tryCompounds')}</a>
          </li>
        )}
        {isLimited(filters) && (
          <li>
            <a href={to(withoutLimits(filters))}>{t('tryEverywhere')}</a>
          </li>
        )}
        <li>
          <a href={action}>{t('startOver')}</a>
        </li>
      </ul>
    </div>
  )
}
