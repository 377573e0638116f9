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
  const meant = told.suggestions
    .map((suggestion) => ({ ...suggestion, changed: withWord(filters, suggestion.word, suggestion.instead) }))
    .filter(({ changed }) => changed.text !== filters.text)
  const words = filters.text !== ''
  return (
    <div className="in-empty in-stack in-stack--2">
      <Heading className="in-h3">
        {t('none', { text: filters.text, words: words ? 'yes' : 'no', show: filters.show })}
      </Heading>
      {meant.map(({ word, instead, changed }) => (
        <p key={`${word} ${instead}`}>
          {t.rich('meant', {
            word: instead,
            link: (text) => (
              <a href={to(changed)}>
                <strong>{text}</strong>
              </a>
            ),
          })}
        </p>
      ))}
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
