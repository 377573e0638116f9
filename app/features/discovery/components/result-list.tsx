import type { ReactNode } from 'react'
import { Highlighted } from '#app/ui/highlighted.tsx'
import type { Fragment } from '#search/highlight.ts'

/** A passage found: who wrote it, where it stands, and its words around the first match. */
export type Result = {
  key: string
  href: string
  sender: ReactNode
  /** The question, the round and so on: a line under the sender. */
  place: ReactNode
  lang: string
  fragment: Fragment
  /** What can be done with it, or what it is tagged with. */
  aside?: ReactNode
}

/** Hits in context, the words looked for marked. */
export function ResultList({ results, level = 2 }: { results: readonly Result[]; level?: 2 | 3 }) {
  const Heading = `h${level}` as const
  return (
    <ol className="in-list">
      {results.map(({ key, href, sender, place, lang, fragment, aside }) => (
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
        </li>
      ))}
    </ol>
  )
}
