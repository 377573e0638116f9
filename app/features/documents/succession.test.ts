import { expect, test } from 'vitest'
import { standingEdition, standingOf } from './succession.ts'

const draft = (number: number) => ({ number, adoptedAt: null })
const adopted = (number: number) => ({ number, adoptedAt: new Date(0) })

test('without a version the last adopted is read, and the last published where none is adopted', () => {
  expect(standingEdition([draft(1), draft(3), draft(2)])?.number).toBe(3)
  expect(standingEdition([draft(1), adopted(2), draft(3)])?.number).toBe(2)
  expect(standingEdition([adopted(2), adopted(4), draft(5)])?.number).toBe(4)
  expect(standingEdition([])).toBe(null)
})

test('a draft is replaced by what comes after it, and most of all by what is adopted', () => {
  const [one, two, three] = [draft(1), adopted(2), draft(3)]
  expect(standingOf(one, [one, two, three])).toMatchObject({ state: 'not-adopted', replacedBy: two })
  expect(standingOf(one, [one, three])).toMatchObject({ replacedBy: three, replaces: null, draft: null })
  expect(standingOf(three, [one, three])).toMatchObject({ replacedBy: null, replaces: one })
})

test('an adopted version stays in force while a new one is only a draft, and is superseded when that is adopted', () => {
  const [first, second] = [adopted(1), draft(2)]
  expect(standingOf(first, [first, second])).toEqual({
    ...{ state: 'adopted', replacedBy: null, replaces: null, draft: second },
  })
  const now = adopted(2)
  expect(standingOf(first, [first, now])).toMatchObject({ state: 'superseded', replacedBy: now, draft: null })
  expect(standingOf(now, [first, now])).toMatchObject({ state: 'adopted', replaces: first })
})
