import { Fragment } from 'react'
import { themeClass } from './theme-code.tsx'

/** A stretch of a text in UTF-16 code units, `end` not included. With a theme it is drawn in the theme's set. */
export type Highlight = { start: number; end: number; theme?: { color: number; code: string } }

/**
 * A text with stretches marked. Where stretches overlap, the one that starts first keeps the shared part.
 */
export function Highlighted({ text, spans }: { text: string; spans: readonly Highlight[] }) {
  const parts = []
  let at = 0
  for (const { start, end, theme } of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const from = Math.max(start, at)
    const to = Math.min(end, text.length)
    if (to <= from) continue
    parts.push(<Fragment key={`text ${at}`}>{text.slice(at, from)}</Fragment>)
    parts.push(
      <mark key={`mark ${from}`} className={theme ? themeClass(theme.color) : 'in-kw'}>
        {text.slice(from, to)}
        {theme && <span className="in-code">{theme.code}</span>}
      </mark>,
    )
    at = to
  }
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  )
}
