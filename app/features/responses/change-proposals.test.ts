import { expect, test } from 'vitest'
import { tellKinds } from '../documents/lineage.ts'
import { isSought, type ProposedBlock, proposedChanges } from './change-proposals.ts'

const block = (id: string, words: string, anchor = id): ProposedBlock => ({
  ...{ id, anchor, kind: 'paragraph', text: { nb: words } },
})

test('what became of a paragraph is linked as what it was: changed, moved, added or taken out, and nothing where it is the same', () => {
  const from = [block('a', 'Nett.'), block('b', 'Innen 2029.'), block('c', 'Borte.'), block('d', 'En. To.')]
  const to = [
    ...[block('A', 'Nett.'), block('B', 'Innen 2031.'), block('N', 'Ny.')],
    ...[block('D', 'En.'), block('E', 'To.')],
  ]
  const links = [
    ...[
      { from: 'a', to: 'A' },
      { from: 'b', to: 'B' },
      { from: 'c', to: null },
      { from: null, to: 'N' },
    ],
    ...[
      { from: 'd', to: 'D' },
      { from: 'd', to: 'E' },
    ],
  ]
  const told = proposedChanges(tellKinds(links, from, to), from, to)
  expect(told.map(({ kind, linkAs }) => `${kind} ${linkAs}`)).toEqual([
    ...['same null', 'changed changed', 'deleted removed', 'new added', 'split changed', 'split changed'],
  ])
})

test('a part that reads as before was moved there, not changed', () => {
  const [from, to] = [[block('a', 'En.')], [block('A', 'En.'), block('B', 'Og mer.')]]
  const links = ['A', 'B'].map((end) => ({ from: 'a', to: end }))
  const told = proposedChanges(tellKinds(links, from, to), from, to)
  expect(told.map(({ linkAs }) => linkAs)).toEqual(['moved', 'changed'])
})

test('a paragraph is found by its number, or by words that all stand in it', () => {
  const one = block('x', 'Kommunene skal ha stabilt nett.', '4.2')
  expect(isSought(one, '4.2')).toBe(true)
  expect(isSought(one, 'avsnitt 4.2')).toBe(true)
  expect(isSought(one, 'NETT kommunene')).toBe(true)
  expect(isSought(one, 'nett frist')).toBe(false)
  expect(isSought(one, '4')).toBe(false)
  expect(isSought(one, '  ')).toBe(false)
})
