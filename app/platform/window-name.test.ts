import { expect, test } from 'vitest'
import { windowName } from './window-name.ts'

test('a window is named by its parts and the site', () => {
  expect(windowName([{ label: 'Omgång 1' }, { label: 'Skolan 2030' }])).toEqual({
    words: 'Omgång 1 – Skolan 2030 – Innspill',
  })
  expect(windowName([{ label: 'Skolan 2030' }, { label: 'Utkast 2' }], ', ').words).toBe(
    'Skolan 2030, Utkast 2 – Innspill',
  )
})

test('its language is said where most of its letters are in another than the page', () => {
  const title = 'Digital kompetanse i barnehage og skole'
  expect(windowName([{ label: 'Omgång 1' }, { label: title, lang: 'nb' }]).lang).toBe('nb')
  expect(
    windowName([
      { label: 'Hva vi hørte', lang: 'nb' },
      { label: title, lang: 'nn' },
    ]).lang,
  ).toBe('nn')
})

test('a few words in another language leave it in that of the page', () => {
  expect(windowName([{ label: 'Ändringar mellan versionerna' }, { label: 'Skole', lang: 'nb' }]).lang).toBe(
    undefined,
  )
  expect(windowName([{ label: 'Plan', lang: 'nb' }]).lang).toBe(undefined)
})
