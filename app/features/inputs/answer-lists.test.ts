import { expect, test } from 'vitest'
import { parseFiles, parsePeople } from './answer-lists.ts'

const people = (...rows: unknown[]) => parsePeople({ settings: { fewest: 2, most: 3 } }, { people: rows })
const one = { name: 'Åse Lund', role: 'Rektor', leadership: '' }

test('people have names, and empty rows are nobody', () => {
  expect(people(one, {}, { name: ' Ola\n Vik ', leadership: 'political' })).toEqual({
    answer: {
      kind: 'participants',
      people: [
        { name: 'Åse Lund', role: 'Rektor' },
        { name: 'Ola Vik', role: '', leadership: 'political' },
      ],
    },
  })
  expect(people({ role: 'Rektor' })).toEqual({ refusal: 'name-missing' })
  expect(people(one, { ...one, name: 'a'.repeat(201) })).toEqual({ refusal: 'name-too-long' })
  expect(people(one, { ...one, leadership: 'spiritual' })).toEqual({ refusal: 'unknown-choice' })
})

test('too few and too many people are said, and nobody at all is no answer', () => {
  expect(people()).toEqual({ answer: { kind: 'participants', people: [] } })
  expect(people(one)).toEqual({ refusal: 'too-few-people' })
  expect(people(one, one, one, one)).toEqual({ refusal: 'too-many-people' })
  expect(parsePeople({}, { people: Array.from({ length: 100_000 }, () => one) })).toEqual({
    refusal: 'too-many-people',
  })
})

test('files are ids, each once', () => {
  const id = '0197a0c0-0000-7000-8000-000000000001'
  expect(parseFiles({}, { attachments: [id, id] })).toEqual({ answer: { kind: 'file', attachments: [id] } })
  expect(parseFiles({}, { attachments: ['../../etc'] })).toEqual({ refusal: 'unknown-choice' })
  expect(parseFiles({ settings: { most: 1 } }, { attachments: [id, id.replace('1', '2')] })).toEqual({
    refusal: 'too-many-files',
  })
})
