import { expect, test } from 'vitest'
import { mostUnfolded, withFilesFolded } from './folded-files.ts'

const passages = (name: string, count: number) =>
  Array.from({ length: count }, (_, at) => ({ id: `${name}-${at}` }))
const answer = { id: 'answer', said: { kind: 'question' }, passages: passages('answer', 5_000) }
const file = (id: string, count: number) => ({
  id,
  said: { kind: 'attachment' },
  passages: passages(id, count),
})
const none = { file: null, passage: null }
const shown = (
  answers: Parameters<typeof withFilesFolded>[0],
  asked = none as Parameters<typeof withFilesFolded>[1],
) => withFilesFolded(answers, asked).map(({ passages, folded }) => [passages.length, folded])

test('answers are whole, and so are files that say little', () => {
  expect(shown([answer, file('a', 100), file('b', mostUnfolded - 100)])).toEqual([
    ...[
      [5_000, 0],
      [100, 0],
      [mostUnfolded - 100, 0],
    ],
  ])
})

test('long files are folded but for the one that is asked for, by itself or by a passage in it', () => {
  const answers = [answer, file('a', 3_000), file('b', 10)]
  expect(shown(answers)).toEqual([
    [5_000, 0],
    [0, 3_000],
    [0, 10],
  ])
  expect(shown(answers, { file: 'a', passage: null })).toEqual([
    [5_000, 0],
    [3_000, 0],
    [0, 10],
  ])
  expect(shown(answers, { file: null, passage: 'b-3' })).toEqual([
    [5_000, 0],
    [0, 3_000],
    [10, 0],
  ])
})
