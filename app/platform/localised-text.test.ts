import { expect, test } from 'vitest'
import { pick } from './localised-text.ts'
import { isRefusal, refuse } from './refusal.ts'

test('a reader gets the text in the language asked for', () => {
  expect(pick({ nb: 'Utkast', nn: 'Utkast til strategi' }, 'nn')).toEqual({
    text: 'Utkast til strategi',
    lang: 'nn',
    fallback: false,
  })
})

test('bokmål and nynorsk stand in for each other before English and Swedish', () => {
  expect(pick({ nb: 'Fristen', en: 'The deadline' }, 'nn')).toEqual({
    text: 'Fristen',
    lang: 'nb',
    fallback: true,
  })
  expect(pick({ en: 'The deadline', sv: 'Tidsfristen' }, 'nb').lang).toBe('en')
  expect(pick({ sv: 'Tidsfristen' }, 'nb').lang).toBe('sv')
})

test('a blank text counts as missing', () => {
  expect(pick({ nn: '  ', nb: 'Fristen' }, 'nn')).toEqual({ text: 'Fristen', lang: 'nb', fallback: true })
  expect(pick({}, 'nb')).toEqual({ text: '', lang: 'nb', fallback: false })
})

test('a refusal is told from any other outcome', () => {
  expect(isRefusal(refuse('round-closed'))).toBe(true)
  expect(isRefusal({ receipt: '2026-000001' })).toBe(false)
  expect(isRefusal(null)).toBe(false)
})
