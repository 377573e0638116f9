import { expect, test } from 'vitest'
import { type Facts, factsMark, factsRefusal, type Kin } from './facts.ts'

const facts: Facts = {
  kind: 'plan',
  title: { nb: 'Plan' },
  ...{ subtitle: null, owner: null, contact: null },
  ...{ periodFrom: 2023, periodTo: 2026, parentId: null, supersedesId: null },
}
const own = { id: 'own', title: { nb: 'Plan' }, adopted: false }
const kin = (id: string, parentId: string | null = null, supersedesId: string | null = null): Kin => ({
  id,
  parentId,
  supersedesId,
})

test('a document has a title in at least one written form', () => {
  expect(factsRefusal(own, facts, [kin('own')])).toBe(null)
  expect(factsRefusal(own, { ...facts, title: { nn: 'Plan' } }, [kin('own')])).toBe(null)
  expect(factsRefusal(own, { ...facts, title: {} }, [kin('own')])).toBe('title-missing')
})

test('the title of an adopted document stays, in every language', () => {
  const adopted = { ...own, adopted: true }
  expect(factsRefusal(adopted, facts, [])).toBe(null)
  expect(factsRefusal(adopted, { ...facts, title: { nb: 'Ny plan' } }, [])).toBe('title-adopted')
  expect(factsRefusal(adopted, { ...facts, title: { nb: 'Plan', nn: 'Plan' } }, [])).toBe('title-adopted')
})

test('a period runs forwards, and twenty years at most', () => {
  expect(factsRefusal(own, { ...facts, periodTo: 2023 }, [])).toBe(null)
  expect(factsRefusal(own, { ...facts, periodTo: null }, [])).toBe(null)
  expect(factsRefusal(own, { ...facts, periodTo: 2022 }, [])).toBe('period-reversed')
  expect(factsRefusal(own, { ...facts, periodTo: 2043 }, [])).toBe(null)
  expect(factsRefusal(own, { ...facts, periodTo: 2044 }, [])).toBe('period-too-long')
})

test('a document belongs to and replaces documents of its own strategy, never itself, and never in a circle', () => {
  const all = [
    kin('own'),
    kin('child', 'own'),
    kin('grandchild', 'child'),
    kin('new', null, 'own'),
    kin('free'),
  ]
  const parent = (parentId: string) => factsRefusal(own, { ...facts, parentId }, all)
  const replaced = (supersedesId: string) => factsRefusal(own, { ...facts, supersedesId }, all)
  expect(parent('free')).toBe(null)
  expect(parent('elsewhere')).toBe('parent-unknown')
  expect(parent('own')).toBe('parent-circular')
  expect(parent('grandchild')).toBe('parent-circular')
  expect(replaced('free')).toBe(null)
  expect(replaced('elsewhere')).toBe('superseded-unknown')
  expect(replaced('own')).toBe('already-superseded')
  expect(replaced('new')).toBe('superseded-circular')
})

test('a document is replaced by one document only', () => {
  const all = [kin('own'), kin('old'), kin('other', null, 'old')]
  expect(factsRefusal(own, { ...facts, supersedesId: 'old' }, all)).toBe('already-superseded')
  expect(factsRefusal({ ...own, id: 'other' }, { ...facts, supersedesId: 'old' }, all)).toBe(null)
})

test('a circle that is there already does not keep the rule from answering', () => {
  const all = [kin('own'), kin('a', 'b'), kin('b', 'a')]
  expect(factsRefusal(own, { ...facts, parentId: 'a' }, all)).toBe(null)
})

test('the mark tells facts apart and does not mind the order languages are stored in', () => {
  const turned = { ...facts, title: { nn: 'B', nb: 'A' } }
  expect(factsMark({ ...facts, title: { nb: 'A', nn: 'B' } })).toBe(factsMark(turned))
  expect(factsMark({ ...facts, contact: '' })).toBe(factsMark(facts))
  const others = [
    { kind: 'report' },
    { owner: { nb: 'x' } },
    { contact: 'x' },
    { periodTo: 2027 },
    { parentId: 'x' },
  ]
  for (const other of others) expect(factsMark({ ...facts, ...other })).not.toBe(factsMark(facts))
})
