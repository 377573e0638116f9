import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { IntlProvider } from 'use-intl/react'
import { expect, test } from 'vitest'
import { ComparisonHead } from '#app/features/documents/components/comparison-head.tsx'
import { catalogue } from '#app/messages/catalogue.ts'
import { inSentence } from '#app/ui/localised.tsx'
import { wronglyMarked } from './marked-content.ts'

const [first, second, third] = ['Utkast 1', 'Utkast 2', 'Plan til budsjett'].map((name, at) => ({
  number: at + 1,
  title: { nb: `⟦${name}⟧` },
})) as [Version, Version, Version]
type Version = { number: number; title: { nb: string } }

const side = ({ title }: Version) => ({
  ...{ stories: {}, path: '/', title: inSentence(title), name: inSentence(title) },
})

const provider = { locale: 'sv', messages: catalogue.sv, timeZone: 'Europe/Oslo' }
const html = renderToStaticMarkup(
  createElement(
    IntlProvider,
    provider as Parameters<typeof IntlProvider>[0],
    createElement(ComparisonHead, {
      ...{ strategy: 's', document: 'd', from: second, to: third, versions: [first, second, third] },
      counts: { of: 0, changed: 0, new: 0, moved: 0, split: 0, merged: 0, same: 0, deleted: 0, others: 0 },
      ...{ confirmed: true, sides: { from: side(second), to: side(third) }, texts: [] },
    }),
  ),
)

test('a link to another comparison is called by words on the page, each marked as the language it is in', () => {
  expect(wronglyMarked(`<html lang="sv"><body>${html}</body></html>`, 'sv')).toEqual([])
  const [, ids = ''] = /aria-labelledby="([^"]+)"/.exec(html) ?? []
  const called = ids
    .split(' ')
    .map((id) => html.split(`id="${id}"`)[1]?.replace(/^[^>]*>(.*?)<\/(p|a)>.*$/s, '$1'))
  expect(called.map((words) => words?.replace(/<[^>]+>/g, ''))).toEqual([
    'Vad som har ändrats i ⟦Plan til budsjett⟧, sedan',
    '⟦Utkast 1⟧',
  ])
})
