import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl/react'
import { Concordance } from '#app/ui/concordance.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Highlighted } from '#app/ui/highlighted.tsx'
import type { ShownHit } from '../concordance.ts'
import { addressOf, type Filters } from '../filters.ts'

/** A passage found: who wrote it, where it stands, and its words around the first match. */
export type Result = ShownHit & {
  key: string
  inputId: string
  href: string
  sender: ReactNode
  /** The question, the round and so on: a line under the sender. */
  place: ReactNode
  /** The place in few words, for a line of a concordance. */
  shortPlace: ReactNode
  lang: string
  /** What can be done with it, or what it is tagged with. */
  aside?: ReactNode
}

type ResultsProps = {
  action: string
  filters: Filters
  kept: Record<string, string>
  results: readonly Result[]
  level?: 2 | 3
}

/** Hits as the reader asked to see them. */
export function Results({ level = 2, ...props }: ResultsProps) {
  const List = props.filters.show === 'words' ? Lines : ResultList
  return <List {...props} level={level} />
}

/** Hits in context, the words looked for marked; an input by its best passage, with the way to the others. */
function ResultList({ action, filters, kept, results, level }: Required<ResultsProps>) {
  const t = useTranslations('public.search')
  const Heading = `h${level}` as const
  const within = (input: string) => addressOf(action, { ...filters, show: 'passages', input, page: 1 }, kept)
  return (
    <ol className="in-list">
      {results.map(({ key, inputId, href, sender, place, lang, fragment, passagesInInput, aside }) => (
        <li key={key} className="in-stack in-stack--1">
          <Heading className="in-h3">
            <a href={href}>{sender}</a>
          </Heading>
          <p className="in-meta">{place}</p>
          <p className="in-measure" lang={lang}>
            {fragment.cutStart && '… '}
            <Highlighted {...fragment} />
            {fragment.cutEnd && ' …'}
          </p>
          {aside}
          {filters.show === 'inputs' && (
            <p className="in-meta">
              {passagesInInput > 1 ? (
                <a href={within(inputId)}>{t('inInput', { count: passagesInInput })}</a>
              ) : (
                t('inInput', { count: 1 })
              )}
            </p>
          )}
        </li>
      ))}
    </ol>
  )
}

/** Each match amid its words. */
function Lines({ action, filters, kept, results, level }: Required<ResultsProps>) {
  const t = useTranslations('public.search')
  const lines = results.flatMap(({ key, href, sender, shortPlace, lang, lines: own, moreLines }) =>
    own.map((line, place) => ({
      ...line,
      ...{ key: `${key} ${place}`, lang },
      source: (
        <>
          <a href={href}>{sender}</a> <span>{shortPlace}</span>
          {moreLines > 0 && place === own.length - 1 && <span>{t('moreLines', { count: moreLines })}</span>}
        </>
      ),
    })),
  )
  if (lines.length > 0) return <Concordance label={t('view.words')} lines={lines} />
  return (
    <Empty
      heading={t('noLines')}
      level={level}
      action={{
        href: addressOf(action, { ...filters, show: 'passages' }, kept),
        label: t('showPassages'),
      }}
    >
      {t('noLinesText')}
    </Empty>
  )
}
