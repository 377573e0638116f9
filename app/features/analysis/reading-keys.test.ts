import { expect, test } from 'vitest'
import { deedOfKey, keyOf, READING_KEYS, themesMeant } from './reading-keys.ts'

const press = (key: string, more = {}) =>
  deedOfKey({ key, shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, ...more })

test('no two deeds have the same key, and each key does what it is told to', () => {
  const keys = READING_KEYS.map(({ key, shift }) => `${shift} ${key}`)
  expect(new Set(keys).size).toBe(keys.length)
  for (const { key, does, shift = false } of READING_KEYS)
    if (does !== 'themes')
      expect(press(shift ? key.toUpperCase() : key, { shiftKey: shift })).toEqual({ does })
})

test('figures are themes, signs are themselves with Shift or without, and other keys are the browser’s', () => {
  expect(press('3')).toEqual({ does: 'themes', figure: 3 })
  expect(press('0')).toBe(null)
  expect(press('/', { shiftKey: true })).toEqual({ does: 'find' })
  expect(press('?', { shiftKey: true })).toEqual({ does: 'help' })
  expect(press('f', { ctrlKey: true })).toBe(null)
  expect(press('N', { shiftKey: true })).toBe(null)
  expect(press('Enter')).toBe(null)
  expect(keyOf('nextInput')).toBe('Shift J')
})

test('a theme is found by its code, by the beginnings of its words, or by what stands in it', () => {
  const themes = [
    { code: 'PV', title: 'Personvern', above: [] },
    { code: 'ØK', title: 'Økonomi og finansiering', above: [] },
    { code: 'FR', title: 'Frister og tempo', above: [] },
    { code: 'IN', title: 'Felles infrastruktur', above: [] },
  ]
  const codes = (typed: string) => themesMeant(themes, typed).map(({ code }) => code)
  expect(codes('')).toEqual(['PV', 'ØK', 'FR', 'IN'])
  expect(codes('fr')).toEqual(['FR', 'IN'])
  expect(codes('øk')).toEqual(['ØK'])
  expect(codes('øko FINANS')).toEqual(['ØK'])
  expect(codes('struktur')).toEqual(['IN'])
  expect(codes('f')).toEqual(['FR', 'ØK', 'IN'])
  expect(codes('finnes ikke')).toEqual([])
})

test('a sub-theme is found by the words of the theme above it too, after those that have the words themselves', () => {
  const themes = [
    { code: 'SK', title: 'Skole', above: [] },
    { code: 'DR', title: 'Drift', above: ['Skole'] },
    { code: 'TR', title: 'Transport', above: [] },
    { code: 'DF', title: 'Drift', above: ['Transport'] },
    { code: 'SV', title: 'Skolevei', above: ['Transport'] },
  ]
  const codes = (typed: string) => themesMeant(themes, typed).map(({ code }) => code)
  expect(codes('drift')).toEqual(['DR', 'DF'])
  expect(codes('trans drift')).toEqual(['DF'])
  expect(codes('dri tra')).toEqual(['DF'])
  expect(codes('skole')).toEqual(['SK', 'SV', 'DR'])
})
