import type { Span } from './outline.ts'

/** A piece of markup as React writes it: an element with what is in it, or words. */
export type Markup = {
  tag: string
  attributes: Readonly<Record<string, string>>
  children: (Markup | string)[]
}

/** How words are read where one is in the markup: their language where it is another, whether they are said beside. */
export type Reading = { lang: string; origin: string; said?: string; quiet?: boolean }

// The same that a print of the page leaves out (app/ui/styles/print.css): ways about, and what is done with a page.
const left = ['in-noprint', 'in-sr', 'in-toc', 'in-toc-fold', 'in-switch', 'in-more', 'in-pages', 'ds-button']
const leftTags = new Set(['nav', 'svg', 'form', 'button', 'input', 'hr', 'img'])
/** Elements that stand in a line of words. */
export const inline = new Set(
  ['a', 'abbr', 'b', 'br', 'cite', 'code', 'del', 'em', 'i', 'ins', 'mark', 'q', 'small', 'span'].concat([
    ...['strong', 'sub', 'sup', 'time'],
  ]),
)

/** Whether an element is of a class. */
export const isOf = ({ attributes }: Markup, name: string) =>
  (attributes.class ?? '').split(' ').includes(name)

/** Whether an element stands on no paper. */
export const isLeftOut = (element: Markup) =>
  leftTags.has(element.tag) ||
  element.attributes['aria-hidden'] === 'true' ||
  left.some((name) => isOf(element, name))

/** The elements right under one. */
export const elementsOf = ({ children }: Markup): Markup[] =>
  children.filter((child) => typeof child !== 'string')

type Look = { look?: Span['look']; href?: string; said?: string | undefined; lines?: boolean }

/** Words as they are read: spaces as one, lines only where the page has them. */
export function spansOf(children: readonly (Markup | string)[], reading: Reading): Span[] {
  const spans: Span[] = []
  const add = (text: string, { look, href, said, lines }: Look) => {
    const before = spans.at(-1)?.text ?? '\n'
    const joined = lines ? text.replace(/[^\S\n\u00a0]+/g, ' ') : text.replace(/[^\S\u00a0]+/g, ' ')
    const words = /[ \n]$/.test(before) ? joined.replace(/^ /, '') : joined
    if (words === '') return
    const lang = said && said !== reading.lang ? said : undefined
    spans.push({ text: words, ...(look && { look }), ...(lang && { lang }), ...(href && { href }) })
  }
  const walk = (child: Markup | string, look: Look) => {
    if (typeof child === 'string') return add(child, look)
    if (isLeftOut(child)) return
    if (child.tag === 'br') return add('\n', { ...look, lines: true })
    // What stands on a line of its own on the page.
    if (isOf(child, 'in-block') || isOf(child, 'in-hash-text') || !inline.has(child.tag)) lineBreak()
    const { lang, href = '' } = child.attributes
    const own: Look = { ...look, ...(lang && { said: lang }) }
    if (child.tag === 'strong' || child.tag === 'b') own.look = 'strong'
    else if (child.tag === 'em' || child.tag === 'i') own.look = 'emphasis'
    else if (child.tag === 'ins') own.look = 'added'
    else if (child.tag === 'del') own.look = 'removed'
    if (child.tag === 'a' && !href.startsWith('#'))
      own.href = href.startsWith('/') ? reading.origin + href : href
    if (isOf(child, 'in-lines') || isOf(child, 'in-prelines')) own.lines = true
    for (const each of child.children) walk(each, own)
  }
  const lineBreak = () => {
    if (spans.length > 0 && !spans.at(-1)?.text.endsWith('\n')) add('\n', { lines: true })
  }
  for (const child of children) walk(child, { said: reading.said })
  return linesFirst(trimmed(spans))
}

function trimmed(spans: Span[]): Span[] {
  const last = spans.at(-1)
  if (!last) return spans
  const text = last.text.replace(/[ \n]+$/, '')
  return text === '' ? trimmed(spans.slice(0, -1)) : [...spans.slice(0, -1), { ...last, text }]
}

/** A line begins with the words that stand on it: what is drawn goes on where the words before it ended. */
function linesFirst(spans: Span[]): Span[] {
  let begun = ''
  return spans.flatMap((span) => {
    const [, words = '', lines = ''] = /^([\s\S]*?)(\n*)$/.exec(span.text) ?? []
    const text = words && begun + words
    begun = words ? lines : begun + lines
    return text ? [{ ...span, text }] : []
  })
}
