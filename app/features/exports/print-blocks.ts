import type { Span } from './outline.ts'
import { type PrintBlock, type PrintHeading, type PrintItem, plain, strong } from './print.ts'
import { elementsOf, inline, isLeftOut, isOf, type Markup, type Reading, spansOf } from './print-spans.ts'
import { tableOf } from './print-table.ts'

/** What a page says as blocks to print, in the order of the page. */
export function blocksOf({ children }: Pick<Markup, 'children'>, reading: Reading): PrintBlock[] {
  const blocks: PrintBlock[] = []
  let run: (Markup | string)[] = []
  const end = () => {
    const spans = spansOf(run, reading)
    if (plain(spans) !== '') blocks.push({ kind: reading.quiet ? 'quiet' : 'text', spans })
    run = []
  }
  for (const child of children) {
    if (typeof child !== 'string' && isLeftOut(child)) continue
    if (typeof child === 'string' || inline.has(child.tag)) run.push(child)
    else {
      end()
      blocks.push(...named(child, elementBlocks(child, within(child, reading))))
    }
  }
  end()
  return blocks
}

/** The first of an element's blocks has its address; what only names a heading for those who are read to is none. */
function named({ attributes }: Markup, [first, ...rest]: PrintBlock[]): PrintBlock[] {
  if (!first) return []
  const { id } = attributes
  const has = first.id !== undefined && !/-(heading|title)$/.test(first.id)
  return [id && !has ? { ...first, id } : first, ...rest]
}

function within(element: Markup, reading: Reading): Reading {
  const { lang } = element.attributes
  const quiet = isOf(element, 'in-meta') || isOf(element, 'in-muted') || isOf(element, 'in-kicker')
  return { ...reading, ...(lang && { said: lang }), ...(quiet && { quiet }) }
}

const levels: Record<string, PrintHeading['level']> = { h1: 0, h2: 1, h3: 2, h4: 3, h5: 4, h6: 4 }

function elementBlocks(element: Markup, reading: Reading): PrintBlock[] {
  const { tag, children } = element
  const level = levels[tag]
  if (level !== undefined) return heading(level, spansOf(children, reading))
  if (isOf(element, 'in-para')) return numberedBlocks(element, reading)
  if (isOf(element, 'in-ambition'))
    return [{ kind: 'framed', quoted: false, blocks: blocksOf(element, reading) }]
  if (isOf(element, 'in-signature')) return [{ kind: 'text', spans: onLines(element, reading) }]
  if (isOf(element, 'in-kicker') || isOf(element, 'in-row')) return inARow(element, reading)
  switch (tag) {
    case 'blockquote':
      return [{ kind: 'framed', quoted: true, blocks: blocksOf(element, reading) }]
    case 'ul':
    case 'ol':
      return listBlocks(element, reading)
    case 'dl':
      return [{ kind: 'items', terms: true, items: termsOf(element, reading) }]
    case 'table':
      return tableOf(element, reading)
    case 'details':
      return unfolded(element, reading)
    default:
      return blocksOf(element, reading)
  }
}

const heading = (level: PrintHeading['level'], spans: Span[]): PrintBlock[] =>
  plain(spans) === '' ? [] : [{ kind: 'heading', level, spans }]

/** What opens on request stands open on paper, under its name; the rest of a text has none. */
function unfolded(element: Markup, reading: Reading): PrintBlock[] {
  const summary = elementsOf(element).find(({ tag }) => tag === 'summary')
  const under = blocksOf({ children: element.children.filter((child) => child !== summary) }, reading)
  if (!summary || isOf(element, 'in-more-text')) return under
  const name = spansOf(summary.children, reading)
  return element.attributes.id
    ? [...heading(2, name), ...under]
    : [{ kind: 'text', spans: strong(name) }, ...under]
}

/** A paragraph under its number, or more that share it. */
function numberedBlocks(element: Markup, reading: Reading): PrintBlock[] {
  const parts = elementsOf(element)
  const number = plain(spansOf(parts.find((part) => isOf(part, 'in-para__no'))?.children ?? [], reading))
  const text = parts.find((part) => isOf(part, 'in-para__text'))
  const [first, ...rest] = text ? blocksOf(text, reading) : []
  if (!first) return []
  return [first.kind === 'text' && number ? { ...first, number } : first, ...rest]
}

/** Each part of an element on a line of its own. */
const onLines = (element: Markup, reading: Reading) =>
  elementsOf(element).flatMap((part, at) => {
    const spans = spansOf([part], reading)
    return at > 0
      ? spans.map((span, first) => (first === 0 ? { ...span, text: `\n${span.text}` } : span))
      : spans
  })

/** What stands side by side on the page, on one line. */
function inARow(element: Markup, reading: Reading): PrintBlock[] {
  const drawn = element.children
    .filter((child) => typeof child === 'string' || !isLeftOut(child))
    .map((child) => spansOf([child], reading))
    .filter((spans) => plain(spans) !== '')
  if (element.children.some((child) => typeof child !== 'string' && !inline.has(child.tag)))
    return blocksOf(element, reading)
  const spans = drawn.flatMap((one, at) => (at > 0 ? [{ text: ' · ' }, ...one] : one))
  return spans.length > 0 ? [{ kind: 'quiet', spans }] : []
}

/** A list; one whose items have headings of their own is no list on paper but one part after another. */
function listBlocks(element: Markup, reading: Reading): PrintBlock[] {
  const items = elementsOf(element).filter((item) => !isLeftOut(item))
  if (items.some((item) => isOf(item, 'in-measure-item') || isOf(item, 'in-comment')))
    return items.flatMap((item) => named(item, partBlocks(item, within(item, reading))))
  const first = Number(element.attributes.start ?? 1)
  const labelled = element.tag === 'ol' && !isOf(element, 'in-tree')
  const bulleted = !isOf(element, 'in-plain') && !isOf(element, 'in-commentlist')
  return [
    {
      kind: 'items',
      terms: false,
      items: items.map((item, at) => ({
        label: labelled ? `${first + at}.` : bulleted ? '•' : '',
        ...(item.attributes.id && { id: item.attributes.id }),
        blocks: blocksOf(item, within(item, reading)),
      })),
    },
  ]
}

/** A part with a code and a heading: «T1 Felles veiledning». */
function partBlocks(item: Markup, reading: Reading): PrintBlock[] {
  const code = elementsOf(item).find((part) => isOf(part, 'in-measure-item__code'))
  const blocks = blocksOf({ children: item.children.filter((child) => child !== code) }, reading)
  const [first, ...rest] = blocks
  if (!code || first?.kind !== 'heading') return blocks
  return [{ ...first, spans: [...spansOf([code], reading), { text: ' ' }, ...first.spans] }, ...rest]
}

function termsOf(list: Markup, reading: Reading): PrintItem[] {
  const pairs = elementsOf(list).flatMap((one) => (one.tag === 'div' ? elementsOf(one) : [one]))
  return pairs.flatMap((term, at): PrintItem[] => {
    const description = pairs[at + 1]
    if (term.tag !== 'dt' || description?.tag !== 'dd') return []
    return [
      {
        label: plain(spansOf(term.children, reading)),
        blocks: blocksOf(description, within(description, reading)),
      },
    ]
  })
}
