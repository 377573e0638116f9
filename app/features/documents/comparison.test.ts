import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aDraftOf, aHistory, live } from '#tests/factories/histories.ts'
import { proposeAlignment } from './alignment.ts'
import { type ComparedBlock, compareVersions, foldSame } from './comparison.ts'
import type { LineageBlock } from './lineage.ts'

const addressed = (blocks: readonly LineageBlock[]): ComparedBlock[] =>
  blocks.map((block, at) => ({ ...block, anchor: String(at) }))

const version = (...blocks: [string, string, string?][]): ComparedBlock[] =>
  blocks.map(([anchor, nb, kind = 'paragraph']) => ({ id: `${anchor} ${nb}`, anchor, kind, text: { nb } }))

const compare = (from: ComparedBlock[], to: ComparedBlock[]) =>
  compareVersions(proposeAlignment(from, to), from, to, 'nb')

const nett = 'Barnehager og skoler skal ha stabilt nett inne og ute.'
const katalog = 'Kommunene skal ta i bruk en felles tjenestekatalog innen 2029.'
const plan = 'Hver kommune skal ha en egen plan for skytjenester.'

test('every block of both versions stands in the comparison, those of the later in their order', () => {
  const draft = addressed(aDraftOf(80, 11))
  fc.assert(
    fc.property(aHistory(40), (edits) => {
      const later = addressed(live(draft, edits).blocks)
      const { chapters, counts } = compare(draft, later)
      const rows = chapters.flatMap(({ heading, rows }) => [...(heading ? [heading] : []), ...rows])
      const kept = rows.filter(({ kind }) => kind !== 'deleted')
      expect(kept.map(({ anchor }) => anchor)).toEqual(later.map(({ anchor }) => anchor))
      const told = rows.flatMap(({ kind, anchor, from }) => (kind === 'deleted' ? [anchor] : from))
      expect(new Set(told)).toEqual(new Set(draft.map(({ anchor }) => anchor)))
      expect(counts.of).toBe(later.filter(({ kind }) => kind === 'paragraph').length)
      expect(counts.same + counts.changed + counts.moved + counts.split + counts.merged + counts.new).toBe(
        counts.of,
      )
    }),
    { numRuns: 40 },
  )
})

test('chapters tell how much is changed in them, and what was taken out stands where it stood', () => {
  const from = version(
    ['1', 'Nett', 'heading'],
    ['1.1', nett],
    ['1.2', plan],
    ['2', 'Data', 'heading'],
    ['2.1', katalog],
  )
  const to = version(
    ['1', 'Nett', 'heading'],
    ['1.1', nett],
    ['2', 'Data', 'heading'],
    ['2.1', `${katalog} Frist.`],
  )
  const { chapters, counts } = compare(from, to)
  expect(
    chapters.map(({ heading, changed, rows }) => [heading?.anchor, changed, rows.map(({ kind }) => kind)]),
  ).toEqual([
    ['1', 1, ['same', 'deleted']],
    ['2', 1, ['changed']],
  ])
  expect(counts).toMatchObject({ of: 2, same: 1, changed: 1, deleted: 1, others: 0 })
})

test('a split block shows in each part where the others are, a merged one all it came from', () => {
  const from = version(['1.1', `${nett} ${plan}`], ['1.2', katalog])
  const to = version(['1.1', nett], ['1.2', plan], ['1.3', katalog])
  const [chapter] = compare(from, to).chapters
  expect(chapter?.rows.map(({ kind, from, besides }) => [kind, from, besides])).toEqual([
    ['split', ['1.1'], ['1.2']],
    ['split', ['1.1'], ['1.1']],
    ['same', ['1.2'], []],
  ])
  expect(compare(to, from).chapters[0]?.rows[0]).toMatchObject({ kind: 'merged', from: ['1.1', '1.2'] })
})

test('a reader sees the words change in the own language, or is told in which they did', () => {
  const text = { nb: nett, nn: 'Barnehagar og skular skal ha stabilt nett.' }
  const from = [{ id: 'a', anchor: '1.1', kind: 'paragraph', text }]
  const to = [
    {
      id: 'A',
      anchor: '1.1',
      kind: 'paragraph',
      text: { ...text, nn: 'Barnehagar og skular skal ha raskt nett.' },
    },
  ]
  const links = [{ from: 'a', to: 'A' }]
  const row = (locale: 'nb' | 'nn' | 'en', other: ComparedBlock[] = to) =>
    compareVersions(links, from, other, locale).chapters[0]?.rows[0]
  expect(row('nb')).toMatchObject({ kind: 'changed', changes: [{ kind: 'same' }], elsewhere: ['nn'] })
  expect(row('nn')).toMatchObject({ kind: 'changed', elsewhere: [], fallback: false })
  expect(row('en')).toMatchObject({ lang: 'nb', fallback: true })
  const onlyNynorsk = [{ ...to[0], id: 'A', anchor: '1.1', kind: 'paragraph', text: { nn: text.nn } }]
  expect(row('nb', onlyNynorsk)).toMatchObject({ kind: 'same', lang: 'nn', fallback: true })
})

test('a paragraph that became an ambition says so', () => {
  const [from, to] = [version(['1.1', nett]), version(['1.a1', nett, 'ambition'])]
  const { chapters, counts } = compare(from, to)
  expect(chapters[0]?.rows[0]).toMatchObject({ kind: 'changed', wasKind: 'paragraph', blockKind: 'ambition' })
  expect(counts).toMatchObject({ of: 0, others: 1 })
})

test('neighbours that are the same are folded together, others stand alone', () => {
  const rows = (['same', 'same', 'changed', 'same', 'new', 'new'] as const).map((kind) => ({ kind }))
  expect(foldSame(rows).map((run) => run.length)).toEqual([2, 1, 1, 1, 1])
})
