import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tokensOf } from './analyser.ts'
import { plainly } from './expansion.ts'
import { parseQuery } from './query.ts'
import { rankedText } from './ranked-text.ts'
import { type RankedDocument, rank, rankedWords } from './ranking.ts'

const nothingCounted = { documents: 0, meanLength: 0, holding: new Map<string, number>() }

function order(typed: string, texts: readonly string[], rarity = nothingCounted): string[] {
  const parsed = parseQuery(typed)
  if (!('query' in parsed)) throw new Error(parsed.refusal)
  return rank(texts.map(documentOf), rankedWords(plainly(parsed.query)), rarity).scored.map(
    ({ docKey }) => docKey,
  )
}

function documentOf(text: string): RankedDocument {
  const words = tokensOf(text, 'nb')
  return { docKey: text, stems: rankedText(words), wordCount: words.length }
}

test('saying a word more often ranks higher, and so does saying it in fewer words', () => {
  const once = 'Skolen er åpen for alle som bor i kommunen i dag'
  const twice = 'Skolen er åpen for alle som bor ved skolen i dag'
  const short = 'Skolen er åpen'
  expect(order('skole', [once, twice])).toEqual([twice, once])
  expect(order('skole', [once, short])).toEqual([short, once])
})

test('a rare word weighs more than a common one', () => {
  const parsed = parseQuery('skole personvern')
  if (!('query' in parsed)) throw new Error(parsed.refusal)
  const stems = rankedWords(plainly(parsed.query)).map((word) => word.stems)
  const holding = new Map([
    ...(stems[0] ?? []).map((s) => [s, 900] as const),
    ...(stems[1] ?? []).map((s) => [s, 3] as const),
  ])
  const rarity = { documents: 1_000, meanLength: 5, holding }
  expect(order('skole personvern', ['Skolen tar ansvar', 'Personvern tar ansvar'], rarity)).toEqual([
    'Personvern tar ansvar',
    'Skolen tar ansvar',
  ])
})

test('words standing together as asked rank before the same words apart or turned', () => {
  const together = 'Vi vil at felles digitale løsninger kommer før alt annet vi gjør nå'
  const apart = 'Vi vil at løsninger kommer før alt annet vi gjør nå, felles og digitale'
  expect(order('felles digitale løsninger', [apart, together])).toEqual([together, apart])
})

test('a compound of the word counts for something, though less than the word', () => {
  const word = 'Her står om helsetjeneste og annet'
  const compound = 'Her står om helsetjenestelov og annet'
  const neither = 'Her står om veier og annet der'
  expect(order('helsetjeneste', [neither, compound, word])).toEqual([word, compound, neither])
})

test('the form that was typed counts a little more than another form of the word', () => {
  expect(order('skolene', ['Her er skolen vår', 'Her er skolene våre'])[0]).toBe('Her er skolene våre')
  expect(order('skolen', ['Her er skolene vår', 'Her er skolen våre'])[0]).toBe('Her er skolen våre')
})

test('a negated word and the name of a sender count for nothing', () => {
  expect(rankedWords({ kind: 'not', child: { kind: 'term', text: 'skole', match: 'inflected' } })).toEqual([])
  expect(rankedWords({ kind: 'term', text: 'nordvik', match: 'exact', field: 'sender' })).toEqual([])
})

test('forms that stand for one another are one word, and words that do not are several', () => {
  const term = (text: string, match: 'exact' | 'inflected') => ({ kind: 'term', text, match }) as const
  expect(
    rankedWords({ kind: 'or', children: [term('skole', 'exact'), term('skule', 'exact')] }),
  ).toHaveLength(1)
  expect(
    rankedWords({ kind: 'or', children: [term('skole', 'inflected'), term('vei', 'inflected')] }),
  ).toHaveLength(2)
})

test('a beginning ranks what begins with it', () => {
  const words = rankedWords({ kind: 'prefix', text: 'barneh' })
  const texts = ['Skolen er fin', 'Barnehagen er fin']
  expect(rank(texts.map(documentOf), words, nothingCounted).scored[0]?.docKey).toBe('Barnehagen er fin')
})

test('every document comes back once, with a number for a score, and equals keep their order', () => {
  const text = fc.array(fc.constantFrom('skole', 'vei', 'barnehage', 'og', '12'), { maxLength: 12 })
  fc.assert(
    fc.property(fc.array(text, { maxLength: 20 }), (made) => {
      const texts = made.map((words, at) => `${at} ${words.join(' ')}`)
      const { scored } = rank(
        texts.map(documentOf),
        [
          { stems: ['skol'], forms: ['skole'] },
          { stems: ['vei'], forms: ['vei'] },
        ],
        nothingCounted,
      )
      expect(scored.map(({ docKey }) => docKey).sort()).toEqual([...texts].sort())
      for (const { score } of scored) expect(Number.isFinite(score)).toBe(true)
    }),
  )
  expect(order('finnesikke', ['b en', 'a en', 'c en'])).toEqual(['b en', 'a en', 'c en'])
})

test('the other forms a word was found in are told, the commonest first, and not those of words as written', () => {
  const texts = [
    'Skolen er her',
    'Skulane, skulane, skulane',
    'Skolen er stor',
    'Skole er bra',
    'Veien er lang',
  ]
  const found = (typed: string) => {
    const parsed = parseQuery(typed)
    if (!('query' in parsed)) throw new Error(parsed.refusal)
    return rank(texts.map(documentOf), rankedWords(plainly(parsed.query)), nothingCounted).found
  }
  expect(found('skole')).toEqual([
    {
      text: 'skole',
      forms: [
        { form: 'skolen', documents: 2, docKey: 'Skolen er stor' },
        { form: 'skulane', documents: 1, docKey: 'Skulane, skulane, skulane' },
      ],
      more: 0,
    },
  ])
  expect(found('"skole er"')).toEqual([])
  expect(found('finnesikke')).toEqual([])
})
