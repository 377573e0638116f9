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

/** Draws a stored document. Headings get `headingLevel`, whatever level they were written at. */
export function RichText({
  document,
  headingLevel = 3,
}: {
  document: RichTextNode | null | undefined
  headingLevel?: 3 | 4
}) {
  return <>{document?.type === 'doc' ? children(document, `h${headingLevel}`) : null}</>
}

function children(node: RichTextNode, heading: string): ReactNode {
  return Array.isArray(node.content) ? node.content.map((child, place) => draw(child, heading, place)) : null
}

function draw(node: RichTextNode, heading: string, key: number): ReactNode {
  if (node.type === 'text') return <Fragment key={key}>{marked(node)}</Fragment>
  if (node.type === 'hardBreak') return <br key={key} />
  if (node.type === 'heading') return createElement(heading, { key }, children(node, heading))
  const element = ELEMENTS.get(node.type ?? '')
  return element ? createElement(element, { key, ...listStart(node) }, children(node, heading)) : null
}

function listStart({ type, attrs }: RichTextNode) {
  return type === 'orderedList' && typeof attrs?.start === 'number' && attrs.start !== 1
    ? { start: attrs.start }
    : {}
}

function marked({ text, marks }: RichTextNode): ReactNode {
  if (typeof text !== 'string') return null
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
