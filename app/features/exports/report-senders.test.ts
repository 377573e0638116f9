import { expect, test } from 'vitest'
import { voicesOf } from './report-senders.ts'

const body = (name: string | null, kind = 'municipality') => ({ kind, name })

test('bodies behind a number are named in the order of the tradition; persons and those without a name are counted', () => {
  const list = [
    body('Tindås'),
    body('Kari', 'person'),
    body(null),
    body('Tilsynet', 'state-body'),
    body('Ås'),
  ]
  expect(voicesOf(list, 6)).toEqual({
    bodies: [
      { kind: 'state-body', names: ['Tilsynet'] },
      { kind: 'municipality', names: ['Tindås', 'Ås'] },
    ],
    ...{ more: 0, persons: 1, unnamed: 2 },
  })
})

test('behind a number of very many, those there is no room for are told as how many they are', () => {
  const many = Array.from({ length: 450 }, (_, at) => body(`Kommune ${at}`))
  const { bodies, more, unnamed } = voicesOf(many, 450)
  expect([bodies[0]?.names.length, more, unnamed]).toEqual([400, 50, 0])
})
