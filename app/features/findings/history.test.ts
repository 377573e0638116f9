import fc from 'fast-check'
import { expect, test } from 'vitest'
import { paragraphsOf } from './finding-text.ts'
import { paragraphChanges } from './history.ts'

test('what was changed, put in and taken out is told by paragraph', () => {
  expect(paragraphChanges('Én.\n\nTo.\n\nTre.', 'Én.\n\nTo ny.\n\nTre.\n\nFire.')).toEqual([
    { before: 'Én.', after: 'Én.' },
    { before: 'To.', after: 'To ny.' },
    { before: 'Tre.', after: 'Tre.' },
    { before: null, after: 'Fire.' },
  ])
  expect(paragraphChanges('Én.\n\nTo.', 'To.')).toEqual([
    { before: 'Én.', after: null },
    { before: 'To.', after: 'To.' },
  ])
})

test('nothing of either version is lost', () => {
  const text = fc.array(fc.constantFrom('Én.', 'To.', 'Tre.', 'Fire.'), { maxLength: 8 })
  fc.assert(
    fc.property(text, text, (one, other) => {
      const changes = paragraphChanges(one.join('\n\n'), other.join('\n\n'))
      expect(changes.flatMap(({ before }) => before ?? [])).toEqual(paragraphsOf(one.join('\n\n')))
      expect(changes.flatMap(({ after }) => after ?? [])).toEqual(paragraphsOf(other.join('\n\n')))
    }),
  )
})
