import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { catalogue } from '#app/messages/catalogue.ts'
import { locales } from '#app/platform/locale.ts'

const files = readdirSync('app/features', { recursive: true, encoding: 'utf8' }).filter((file) =>
  /events\.ts$/.test(file),
)
const kinds = files.flatMap((file) =>
  [...readFileSync(`app/features/${file}`, 'utf8').matchAll(/type: '([a-z-]+)\.([a-z-]+)'/g)].map(
    ([, noun = '', verb = '']) => ({ noun, verb }),
  ),
)

test('every kind of event has words in the record of each language', () => {
  expect(kinds.length).toBeGreaterThan(50)
  const wordless = locales.flatMap((locale) => {
    const words: Record<string, Record<string, string>> = catalogue[locale].auth.audit.type
    return kinds
      .filter(({ noun, verb }) => !words[noun]?.[verb])
      .map(({ noun, verb }) => `${locale} ${noun}.${verb}`)
  })
  expect(wordless).toEqual([])
})
