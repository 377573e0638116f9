import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'
import { expect, test } from 'vitest'
import { locales } from '../platform/locale.ts'
import { catalogue } from './catalogue.ts'

type Words = { [key: string]: string | Words }

test('a sentence is given the same in every language: arguments, choices and marks', () => {
  const bokmal = new Map(sentences(catalogue.nb))
  const differing = locales.flatMap((locale) =>
    sentences(catalogue[locale]).flatMap(([key, sentence]) => {
      const [here, there] = [given(sentence), given(bokmal.get(key) ?? '')]
      return here === there ? [] : [`${locale} ${key}: ${here} instead of ${there}`]
    }),
  )
  expect(differing).toEqual([])
})

test('no number is broken over two lines, nor parted from what it is counted in', () => {
  const broken = locales.flatMap((locale) =>
    sentences(catalogue[locale]).filter(([, sentence]) =>
      /\d \d{3}(?!\d)|[\d}] (?:(?:kB|MB|GB|kr)\b|%)/.test(sentence),
    ),
  )
  expect(broken).toEqual([])
})

function sentences(words: Words, above = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[above + key, value] as [string, string]]
      : sentences(value, `${above}${key}.`),
  )
}

/** What a sentence is given, by name: plural forms differ between languages, the rest does not. */
function given(sentence: string): string {
  return [...new Set(parse(sentence).flatMap(names))].sort().join(' ')
}

function names(element: MessageFormatElement): string[] {
  if (element.type === TYPE.literal || element.type === TYPE.pound) return []
  if (element.type === TYPE.tag) return [`<${element.value}>`, ...element.children.flatMap(names)]
  if (element.type !== TYPE.select && element.type !== TYPE.plural) return [element.value]
  const choices = element.type === TYPE.select ? Object.keys(element.options).sort() : []
  const inside = Object.values(element.options).flatMap(({ value }) => value.flatMap(names))
  return [[element.value, ...choices].join('|'), ...inside]
}
