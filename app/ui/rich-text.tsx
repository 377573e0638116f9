import { createElement, Fragment, type ReactNode } from 'react'
import type { RichTextMark, RichTextNode } from '#app/platform/rich-text/document.ts'
import { safeHref } from '#app/platform/rich-text/link.ts'

const ELEMENTS = new Map([
  ['paragraph', 'p'],
  ['bulletList', 'ul'],
  ['orderedList', 'ol'],
  ['listItem', 'li'],
  ['blockquote', 'blockquote'],
])

/** What a reader sees where something is masked, in the reader's own language. */
type MaskedSign = { text: string; lang: string }

type How = { heading: string; masked: MaskedSign | undefined }

/**
 * Draws a stored document. Headings get `headingLevel`, whatever level they were written at; what is masked is drawn as
 * `masked`, or with the sign stored in the text.
 */
export function RichText({
  document,
  headingLevel = 3,
  masked,
}: {
  document: RichTextNode | null | undefined
  headingLevel?: 3 | 4
  masked?: MaskedSign
}) {
  return <>{document?.type === 'doc' ? children(document, { heading: `h${headingLevel}`, masked }) : null}</>
}

function children(node: RichTextNode, how: How): ReactNode {
  return Array.isArray(node.content) ? node.content.map((child, place) => draw(child, how, place)) : null
}

function draw(node: RichTextNode, how: How, key: number): ReactNode {
  if (node.type === 'text') return <Fragment key={key}>{marked(node, how)}</Fragment>
  if (node.type === 'hardBreak') return <br key={key} />
  if (node.type === 'heading') return createElement(how.heading, { key }, children(node, how))
  const element = ELEMENTS.get(node.type ?? '')
  return element ? createElement(element, { key, ...listStart(node) }, children(node, how)) : null
}

function listStart({ type, attrs }: RichTextNode) {
  return type === 'orderedList' && typeof attrs?.start === 'number' && attrs.start !== 1
    ? { start: attrs.start }
    : {}
}

function marked({ text, marks }: RichTextNode, { masked }: How): ReactNode {
  if (typeof text !== 'string') return null
  if (Array.isArray(marks) && marks.some(({ type }) => type === 'masked'))
    return (
      <span className="in-masked" lang={masked?.lang}>
        {masked?.text ?? text}
      </span>
    )
  let drawn: ReactNode = text
  for (const { type, attrs } of Array.isArray(marks) ? marks : []) drawn = wrapped(drawn, type, attrs)
  return drawn
}

function wrapped(inner: ReactNode, mark: string, attrs: RichTextMark['attrs']): ReactNode {
  if (mark === 'bold') return <strong>{inner}</strong>
  if (mark === 'italic') return <em>{inner}</em>
  const href = mark === 'link' && typeof attrs?.href === 'string' ? safeHref(attrs.href) : null
  if (href === null) return inner
  return (
    <a href={href} rel="noopener noreferrer nofollow">
      {inner}
    </a>
  )
}
