import { SaxesParser } from 'saxes'
import type { Markup } from './print-spans.ts'

/**
 * What React drew, as a tree. Its markup is XML but for what Unicode has no character for; words of people may hold that, and
 * no font has a sign for it.
 */
export function readMarkup(html: string): Markup {
  const root: Markup = { tag: 'div', attributes: {}, children: [] }
  const open = [root]
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => {
    const element: Markup = { tag: name, attributes: attributes as Record<string, string>, children: [] }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('closetag', () => open.pop())
  parser.on('text', (words) => open.at(-1)?.children.push(words))
  parser.on('error', (error) => {
    throw error
  })
  parser.write(`<root>${html.replace(/[^\P{Cc}\n\t]|[\ufffe\uffff]/gu, '')}</root>`).close()
  return root
}
