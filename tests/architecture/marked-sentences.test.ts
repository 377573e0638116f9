import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { catalogue } from '#app/messages/catalogue.ts'

type Words = { [key: string]: string | Words }

const marked = new Set(
  sentences(catalogue.nb).flatMap(([key, sentence]) => (/<\w+>/.test(sentence) ? [key] : [])),
)

function sentences(words: Words, above = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[above + key, value] as [string, string]]
      : sentences(value, `${above}${key}.`),
  )
}

const translators = /const (\w+) = (?:useTranslations\('([^']+)'\)|translator\([^,]+, '([^']+)'\))/g
const used = /\b(\w+)\((?:\s*[^'"`()]*\? )?\s*'([\w.-]+)'(?:[^()'"`]*?: \1\('([\w.-]+)')?/g

/** The sentences with marks in them that a file asks for as if they had none: it would show their keys. */
function plainUses(text: string): string[] {
  const spaces = new Map<string, Set<string>>()
  for (const [, name = '', hook, made] of text.matchAll(translators))
    spaces.set(name, (spaces.get(name) ?? new Set()).add(hook ?? made ?? ''))
  return [...text.matchAll(used)].flatMap(([, name = '', ...keys]) =>
    [...(spaces.get(name) ?? [])].flatMap((space) =>
      keys.flatMap((key) => (key && marked.has(`${space}.${key}`) ? [`${space}.${key}`] : [])),
    ),
  )
}

// A component of the same file with a translator of its own may have a sentence of the same name without marks.
const elsewhere = new Set(['app/features/documents/components/alignment-rows.tsx public.changes.gone'])

test('a sentence with marks in it is asked for with what the marks stand for', () => {
  const files = execFileSync('git', ['ls-files', '-z', 'app/*.ts', 'app/*.tsx'], { encoding: 'utf8' })
    .split('\0')
    .filter((path) => path && !path.endsWith('.test.ts') && existsSync(path))
  const wrong = files.flatMap((path) => plainUses(readFileSync(path, 'utf8')).map((key) => `${path} ${key}`))
  expect(wrong.filter((one) => !elsewhere.has(one))).toEqual([])
})

test('one that is asked for as if it had none is noticed', () => {
  const asking = (call: string) => plainUses(`const t = translator(lang, 'public')\nreturn ${call}`)
  expect(asking("t('heard.place', { version, number })")).toEqual(['public.heard.place'])
  expect(asking("number ? t('heard.place', { number }) : name")).toEqual(['public.heard.place'])
  expect(asking("t.markup('heard.place', { version: () => name, number })")).toEqual([])
})
