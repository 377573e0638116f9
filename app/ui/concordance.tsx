import type { ReactNode } from 'react'

export type ConcordanceLine = {
  key: string
  before: string
  match: string
  after: string
  lang: string
  /** Where the line stands: a link, and a word on the place. */
  source: ReactNode
}

/**
 * Matches amid their words, a line for each: under each other in the middle of a wide window, as ordinary lines of text
 * in a narrow one. A list, so that each line is read out as the text it is.
 */
export function Concordance({ label, lines }: { label: string; lines: readonly ConcordanceLine[] }) {
  return (
    <ol className="in-kwic" aria-label={label}>
      {lines.map(({ key, before, match, after, lang, source }) => (
        <li key={key}>
          <p className="in-kwic__text" lang={lang}>
            <span className="in-kwic__before">{before}</span>
            <span className="in-kwic__after">
              <mark className="in-kw">{match}</mark>
              {after}
            </span>
          </p>
          <p className="in-kwic__source">{source}</p>
        </li>
      ))}
    </ol>
  )
}
