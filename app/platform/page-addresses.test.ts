import { expect, test } from 'vitest'
import { addressLinks, pageAddresses } from './page-addresses.ts'

test('a page says its own address and that of the same page in every language', () => {
  expect(pageAddresses('https://innspill.example', '/nn/strategies/a/heard.data')).toEqual({
    canonical: 'https://innspill.example/nn/strategies/a/heard',
    others: [
      { lang: 'nb', href: 'https://innspill.example/strategies/a/heard' },
      { lang: 'nn', href: 'https://innspill.example/nn/strategies/a/heard' },
      { lang: 'en', href: 'https://innspill.example/en/strategies/a/heard' },
      { lang: 'sv', href: 'https://innspill.example/sv/strategies/a/heard' },
    ],
  })
})

test('a later page of a list is a page of its own', () => {
  const [own, nb] = addressLinks(pageAddresses('https://innspill.example', '/a', 3))
  expect([own?.href, nb?.href]).toEqual([
    'https://innspill.example/a?page=3',
    'https://innspill.example/a?page=3',
  ])
  expect(addressLinks(undefined)).toEqual([])
})
