import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aDraftOf, aHistory, chanceOf, type Edit, live, wordOf } from '#tests/factories/histories.ts'
import { proposeAlignment } from './alignment.ts'
import { alignmentRefusal, type LineageBlock, type Link, tellKinds } from './lineage.ts'

const draft = aDraftOf(150, 7)

const paragraph = (id: string, nb: string, more: Partial<LineageBlock> = {}): LineageBlock => ({
  ...{ id, kind: 'paragraph', text: { nb } },
  ...more,
})

const kindsOf = (from: readonly LineageBlock[], to: readonly LineageBlock[]) =>
  tellKinds(proposeAlignment(from, to), from, to)

test('whatever was done to a draft, the proposal tells of every block once and never tangles them', () => {
  fc.assert(
    fc.property(aHistory(60), (edits) => {
      const { blocks } = live(draft, edits)
      expect(alignmentRefusal(proposeAlignment(draft, blocks), draft, blocks)).toBe(null)
    }),
    { numRuns: 40 },
  )
})

test('the same two versions are proposed the same way every time', () => {
  fc.assert(
    fc.property(aHistory(40), (edits) => {
      const { blocks } = live(draft, edits)
      expect(proposeAlignment(draft, blocks)).toEqual(proposeAlignment(draft, blocks))
    }),
    { numRuns: 40 },
  )
})

test('what nobody reworded is found again wherever it stands, and told as the same or moved', () => {
  fc.assert(
    fc.property(aHistory(30, ['insert', 'delete', 'move']), (edits) => {
      const { blocks, truth } = live(draft, edits)
      const kinds = new Map(kindsOf(draft, blocks).map((link) => [wordOf(link), link.kind]))
      for (const link of truth)
        if (link.from && link.to) expect(['same', 'moved']).toContain(kinds.get(wordOf(link)))
    }),
    { numRuns: 40 },
  )
})

test('one block that is moved is told as moved, and no other', () => {
  fc.assert(
    fc.property(aHistory(1, ['move']), (edits) => {
      const { blocks } = live(draft, edits)
      const moved = kindsOf(draft, blocks).filter(({ kind }) => kind === 'moved')
      const inOrder = blocks.every(({ text }, at) => text.nb === draft[at]?.text.nb)
      expect(moved.length).toBe(inOrder ? 0 : 1)
    }),
    { numRuns: 40 },
  )
})

test('seen from the later version, new is deleted and split is merged', () => {
  fc.assert(
    fc.property(aHistory(30, ['insert', 'delete', 'move', 'split', 'join']), (edits) => {
      const { blocks } = live(draft, edits)
      const turned: Link[] = proposeAlignment(blocks, draft).map(({ from, to }) => ({ from: to, to: from }))
      expect(turned.map(wordOf).sort()).toEqual(proposeAlignment(draft, blocks).map(wordOf).sort())
    }),
    { numRuns: 40 },
  )
})

/** Histories as a revision of a draft of 150 paragraphs is: about 45 edits of all kinds. */
function revisions(): Edit[][] {
  const acts: Edit['act'][] = ['reword', 'reword', 'reword', 'insert', 'delete', 'move', 'split', 'join']
  return Array.from({ length: 40 }, (_, run) => {
    const chance = chanceOf(run + 1)
    return Array.from({ length: 45 }, () => ({
      act: acts[Math.floor(chance() * acts.length)] ?? 'reword',
      ...{ at: chance(), target: chance(), seed: 1 + Math.floor(chance() * 100_000) },
    }))
  })
}

test('in revisions of a 150-block draft 98 of 100 links are found and true, and 96 of 100 where something happened', () => {
  const draft = aDraftOf(150, 7, true)
  const count = { links: 0, found: 0, proposed: 0, touched: 0, touchedFound: 0 }
  for (const edits of revisions()) {
    const { blocks, truth } = live(draft, edits)
    const proposal = new Set(proposeAlignment(draft, blocks).map(wordOf))
    const found = (links: readonly Link[]) => links.filter((link) => proposal.has(wordOf(link))).length
    const touched = tellKinds(truth, draft, blocks).filter(({ kind }) => kind !== 'same')
    count.links += truth.length
    count.found += found(truth)
    count.proposed += proposal.size
    count.touched += touched.length
    count.touchedFound += found(touched)
  }
  expect(count.found / count.links).toBeGreaterThan(0.98)
  expect(count.found / count.proposed).toBeGreaterThan(0.98)
  expect(count.touchedFound / count.touched).toBeGreaterThan(0.96)
})

test('a text that stands several times goes with its neighbours', () => {
  const [one, two] = ['Skoler skal ha nett.', 'Barnehager skal ha nett.']
  const from = [paragraph('a', 'Tiltak'), paragraph('b', one), paragraph('c', 'Tiltak'), paragraph('d', two)]
  const to = [paragraph('C', 'Tiltak'), paragraph('D', two)]
  expect(proposeAlignment(from, to).map(wordOf)).toEqual(['c > C', 'd > D', 'a > null', 'b > null'])
})

test('what the editor copied is proposed while it still resembles it, and not when it is another text', () => {
  const from = [
    paragraph('a', 'Kommunene skal ta i bruk felles tjenestekatalog innen 2029.'),
    paragraph('z', 'Ellers.'),
  ]
  const kept =
    'Staten skal tilby felles tjenestekatalog innen 2028, og hjelper små kommuner med å ta den i bruk.'
  const far = [paragraph('y', 'Helt annet om svømming.'), paragraph('x', 'Og om mat.')]
  const to = (text: string) => [
    ...far,
    paragraph('A', text, { copiedFromId: 'a' }),
    paragraph('Z', 'Ellers.'),
  ]
  expect(proposeAlignment(from, to(kept)).map(wordOf)).toContain('a > A')
  expect(proposeAlignment(from, to('Svømmehallen åpner tidlig.')).map(wordOf)).toContain('null > A')
})

test('a paragraph does not become a heading, and a heading keeps its place whatever it is called', () => {
  const body = paragraph('b', 'Opplysninger om barn skal deles etter nasjonale standarder.')
  const from = [paragraph('h', 'Datadeling', { kind: 'heading' }), body]
  const to = [paragraph('H', 'Flyt av opplysninger', { kind: 'heading' }), { ...body, id: 'B' }]
  expect(kindsOf(from, to).map(({ kind }) => kind)).toEqual(['changed', 'same'])
  const alone = [paragraph('p', 'Datadeling i skolen')]
  expect(kindsOf(from.slice(0, 1), alone).map(({ kind }) => kind)).toEqual(['new', 'deleted'])
})

test('a paragraph that was moved and half reworded is found by what is left of its words', () => {
  const others = ['Elever trenger ro.', 'Bøker må kjøpes inn.', 'Nettet skal virke.', 'Foreldre får beskjed.']
  const stays = (prefix: string) => others.map((nb, at) => paragraph(`${prefix}${at}`, nb))
  const moved = 'Tjenestekatalogen samler godkjente læringsverktøy for alle kommuner og viser personvern.'
  const reworded = 'Katalogen over tjenester samler godkjente læringsverktøy for alle eiere, og viser pris.'
  const from = [paragraph('m', moved), ...stays('a')]
  const to = [...stays('A'), paragraph('M', reworded)]
  expect(proposeAlignment(from, to).map(wordOf)).toContain('m > M')
  const little =
    'Staten lager en oversikt over godkjente tjenester for alle, og den viser personvern og pris.'
  const copied = (copiedFromId?: string) => [...stays('A'), paragraph('M', little, { copiedFromId })]
  expect(proposeAlignment(from, copied()).map(wordOf)).toContain('null > M')
  expect(proposeAlignment(from, copied('m')).map(wordOf)).toContain('m > M')
})

test('what somebody has settled is kept, and the rest is proposed round it', () => {
  const text = 'Private barnehager får tilgang til de samme løsningene.'
  const from = [paragraph('a', text), paragraph('b', 'Hver skole skal ha en plan for skjermbruk.')]
  const to = [paragraph('A', text), paragraph('B', 'Hver skole skal ha en plan for skjermbruk og mobil.')]
  const expected = ['null > A', 'b > B', 'a > null']
  expect(proposeAlignment(from, to, [{ from: 'a', to: null }]).map(wordOf)).toEqual(expected)
  expect(proposeAlignment(from, to, [{ from: null, to: 'A' }]).map(wordOf)).toEqual(expected)
  expect(proposeAlignment(from, to, [{ from: 'a', to: 'B' }]).map(wordOf)).toContain('a > B')
})

test('a version in another language is aligned by the language both have', () => {
  const from = [
    {
      ...paragraph('a', 'Skolen skal ha nett.'),
      text: { nb: 'Skolen skal ha nett.', nn: 'Skulen skal ha nett.' },
    },
  ]
  const to = [{ ...paragraph('A', ''), text: { nn: 'Skulen skal ha nett.' } }]
  expect(kindsOf(from, to)).toMatchObject([{ from: 'a', to: 'A', kind: 'same' }])
})

test('nothing against something is all new or all deleted, and blocks without words are no obstacle', () => {
  const some = [paragraph('a', 'Noe.'), paragraph('b', ''), paragraph('c', '  ')]
  expect(kindsOf([], some).map(({ kind }) => kind)).toEqual(['new', 'new', 'new'])
  expect(kindsOf(some, []).map(({ kind }) => kind)).toEqual(['deleted', 'deleted', 'deleted'])
  expect(kindsOf(some, some).map(({ kind }) => kind)).toEqual(['same', 'same', 'same'])
})
