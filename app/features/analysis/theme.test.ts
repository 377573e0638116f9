import { expect, test } from 'vitest'
import { normalisedCode, suggestedCode, type ThemeDraft, themeColour, themeRefusal } from './theme.ts'

const draft: ThemeDraft = {
  code: 'PV',
  title: { nb: 'Personvern', nn: 'Personvern' },
  definition: { nb: 'Barns og ansattes personopplysninger.' },
}

test('a theme with code, title and definition enters the codebook', () => {
  expect(themeRefusal(draft, ['ØK', 'KO'])).toBe(null)
})

test('a code is two letters, Norwegian and Sámi letters too', () => {
  for (const code of ['pv', 'ØK', 'Čá', ' ab ']) expect(themeRefusal({ ...draft, code }, [])).toBe(null)
  for (const code of ['', 'P', 'PVX', 'P1', 'P ', '12', '👍👍', 'P-']) {
    expect(themeRefusal({ ...draft, code }, [])).toBe('code-not-two-letters')
  }
})

test('no two themes of a codebook have the same code', () => {
  expect(themeRefusal(draft, ['PV'])).toBe('code-taken')
  expect(themeRefusal({ ...draft, code: 'pv' }, ['PV'])).toBe('code-taken')
  expect(themeRefusal({ ...draft, code: 'A\u030AB' }, ['ÅB'])).toBe('code-taken')
  expect(normalisedCode(' pv ')).toBe('PV')
})

test('a theme needs a title and a definition of a reasonable length', () => {
  expect(themeRefusal({ ...draft, title: { nb: ' ' } }, [])).toBe('title-missing')
  expect(themeRefusal({ ...draft, title: { nb: 'a'.repeat(121) } }, [])).toBe('title-too-long')
  expect(themeRefusal({ ...draft, definition: {} }, [])).toBe('definition-missing')
  expect(themeRefusal({ ...draft, definition: { nb: 'a'.repeat(2001) } }, [])).toBe('definition-too-long')
})

test('themes get their colours in the order they are made', () => {
  expect([0, 1, 6, 7, 8].map(themeColour)).toEqual([1, 2, 7, 1, 2])
})

test('a free code is suggested from the letters of the title', () => {
  expect(suggestedCode('Økonomi', [])).toBe('ØK')
  expect(suggestedCode('Økonomi', ['ØK', 'ØO'])).toBe('ØN')
  expect(suggestedCode('Ø', [])).toBe('')
})
