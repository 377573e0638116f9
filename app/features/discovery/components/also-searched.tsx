import { useFormatter, useTranslations } from 'use-intl/react'
import type { Expansion } from '#search/port.ts'
import type { Told } from '../asking.server.ts'
import { addressOf, type Filters } from '../filters.ts'

/** More words than this are not listed for one typed word. */
const mostWords = 8

const kinds = ['inflection', 'fuzzy', 'infix', 'compound'] as const

type AlsoSearchedProps = { action: string; filters: Filters; kept: Record<string, string>; told: Told }

/** What was looked for besides the words as typed, and what was not. */
export function AlsoSearched({ action, filters, kept, told }: AlsoSearchedProps) {
  const t = useTranslations('public.search')
  const { any, ignored } = { ...filters, ...told }
  const lines = kinds.flatMap((kind) => {
    const own = told.expansions.filter((one) => one.kind === kind && one.words.length > 0)
    return own.length > 0 ? [{ kind, own }] : []
  })
  if (lines.length === 0 && !any && ignored.length === 0) return null
  return (
    <ul className="in-plain in-small in-muted in-also">
      {any && (
        <li>
          {t('anyOf')} <a href={addressOf(action, { ...filters, any: false, page: 1 }, kept)}>{t('allOf')}</a>
        </li>
      )}
      {lines.map(({ kind, own }) => (
        <li key={kind}>
          {t(`also.${kind}`, { part: own.map(({ text }) => text).join(', ') })}{' '}
          {own.map((expansion, place) => (
            <span key={expansion.text}>
              {place > 0 && '; '}
              <Words {...expansion} />
            </span>
          ))}
        </li>
      ))}
      {ignored.length > 0 && <li>{t('ignored', { words: ignored.join(', ') })}</li>}
    </ul>
  )
}

function Words({ words, more }: Expansion) {
  const t = useTranslations('public.search')
  const format = useFormatter()
  const left = more + Math.max(0, words.length - mostWords)
  return (
    <>
      {words.slice(0, mostWords).join(', ')}
      {left > 0 && ` ${t('andMore', { more: format.number(left) })}`}
    </>
  )
}
