import fc from 'fast-check'
import { expect, test } from 'vitest'
import { merged, mergedText } from './merging.ts'

const base = 'Én.\n\nTo.\n\nTre.'

test('changes of different paragraphs are both kept, also when the paragraphs are neighbours', () => {
  expect(mergedText(base, 'Én ny.\n\nTo.\n\nTre.', 'Én.\n\nTo.\n\nTre ny.')).toBe('Én ny.\n\nTo.\n\nTre ny.')
  expect(mergedText(base, 'Én ny.\n\nTo.\n\nTre.', 'Én.\n\nTo ny.\n\nTre.')).toBe('Én ny.\n\nTo ny.\n\nTre.')
})

test('a paragraph put in, one taken out and one changed by another are all kept', () => {
  expect(mergedText(base, 'Én.\n\nNy.\n\nTo.\n\nTre.', 'Én ny.\n\nTo.\n\nTre.')).toBe(
    'Én ny.\n\nNy.\n\nTo.\n\nTre.',
  )
  expect(mergedText(base, 'Én.\n\nTo.', 'Én ny.\n\nTo.\n\nTre.')).toBe('Én ny.\n\nTo.')
  expect(mergedText(base, 'Én.\n\nTo.\n\nTre.\n\nFire.', 'Null.\n\nÉn.\n\nTo.\n\nTre.')).toBe(
    'Null.\n\nÉn.\n\nTo.\n\nTre.\n\nFire.',
  )
})

test('the same paragraph changed by both is for them to decide, the same change by both is not', () => {
  expect(mergedText(base, 'Én.\n\nTo A.\n\nTre.', 'Én.\n\nTo B.\n\nTre.')).toBe(null)
  expect(mergedText(base, 'Én.\n\nTre.', 'Én.\n\nTo B.\n\nTre.')).toBe(null)
  expect(mergedText('', 'Min.', 'Din.')).toBe(null)
  expect(mergedText(base, 'Én.\n\nTo A.\n\nTre.', 'Én.\n\nTo A.\n\nTre.')).toBe('Én.\n\nTo A.\n\nTre.')
})

test('the heading of a finding and each written form are merged by themselves', () => {
  const start = { title: { nb: 'Penger', nn: 'Pengar' }, text: { nb: 'Én.' } }
  const theirs = { title: { nb: 'Mer penger', nn: 'Pengar' }, text: { nb: 'Én.' } }
  const mine = { title: { nb: 'Penger', nn: 'Meir pengar' }, text: { nb: 'Én.', nn: 'Ein.' } }
  expect(merged(start, theirs, mine)).toEqual({
    title: { nb: 'Mer penger', nn: 'Meir pengar' },
    text: { nb: 'Én.', nn: 'Ein.' },
  })
  expect(merged(start, theirs, { ...mine, title: { nb: 'Kroner' } })).toBe('conflict')
})

const paragraphs = fc.uniqueArray(fc.stringMatching(/^[a-zæøå]{3,9}\.$/), { minLength: 1, maxLength: 8 })

test('whoever changes other paragraphs loses none of theirs, whichever they are', () => {
  fc.assert(
    fc.property(
      paragraphs,
      fc.array(fc.constantFrom('theirs', 'mine', 'nobody'), { minLength: 8 }),
      (words, who) => {
        const changedBy = (whose: string, sign: string) =>
          words.map((word, at) => (who[at] === whose ? `${word} ${sign}.` : word))
        const [theirs, mine] = [changedBy('theirs', 'Deres'), changedBy('mine', 'Min')]
        const both = words.map((word, at) => (theirs[at] === word ? mine[at] : theirs[at]))
        const text = (list: (string | undefined)[]) => list.join('\n\n')
        expect(mergedText(text(words), text(theirs), text(mine))).toBe(text(both))
      },
    ),
  )
})
