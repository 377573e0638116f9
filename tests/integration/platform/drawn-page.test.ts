import { createElement } from 'react'
import { expect, test } from 'vitest'
import { drawnPage } from '#app/platform/http/drawn-page.server.ts'

test('a letter of several bytes is drawn whole wherever in the page it stands', async () => {
  for (const letter of ['å', 'š', '–', '😀'])
    for (let before = 1_900; before < 2_060; before++) {
      const words = [
        'a'.repeat(600),
        'b'.repeat(600),
        'c'.repeat(600),
        'd'.repeat(before - 1_800),
        `f${letter}r`,
      ]
      const html = await drawnPage(
        createElement(
          'form',
          null,
          words.map((word) => createElement('p', { key: word }, word)),
          createElement('textarea', { defaultValue: `f${letter}r`, readOnly: true }),
        ),
      )
      expect(html.includes('\0'), `${letter} after ${before}`).toBe(false)
      expect(html.split(`f${letter}r`)).toHaveLength(3)
    }
})
