import { expect, test } from 'vitest'
import { blocksOf } from './finding-text.ts'
import { DEFAULT_BANDS, fits, quantityProblems, quantityWords } from './quantity-words.ts'

const counts = new Map([
  [1, { count: 3, of: 62 }],
  [2, { count: 14, of: 62 }],
  [3, { count: 20, of: 62 }],
  [4, { count: 40, of: 62 }],
])

function partsOf(paragraph: string) {
  const [block] = blocksOf(paragraph)
  return block?.kind === 'claim' ? block.parts : []
}
const words = (paragraph: string, lang: 'nb' | 'nn' = 'nb') =>
  quantityWords(partsOf(paragraph), DEFAULT_BANDS, lang).map(({ word }) => word)
const problems = (paragraph: string, lang: 'nb' | 'nn' = 'nb') =>
  quantityProblems(partsOf(paragraph), counts, DEFAULT_BANDS, lang).map(
    ({ kind, word }) => `${kind}: ${word}`,
  )

test('a word of quantity needs a number in its paragraph, and that it can be said of it', () => {
  expect(problems('Mange vil ha mer tid.')).toEqual(['word-without-count: Mange'])
  expect(problems('Mange kommuner, {t3}, vil ha mer tid.')).toEqual([])
  expect(problems('Mange kommuner, {t2}, vil ha mer tid.')).toEqual(['word-off: Mange'])
  expect(problems('De fleste ({t4}) er enige.')).toEqual([])
  expect(problems('De fleste ({t3}) er enige.')).toEqual(['word-off: De fleste'])
  expect(problems('Enkelte, {t1}, sier nei, og flere ({t2}) nøler.')).toEqual([])
})

test('it is enough that one of the numbers of the paragraph bears the word', () => {
  expect(problems('{t1} sier nei. Mange, {t3}, sier ja.')).toEqual([])
})

test('a citation is no number', () => {
  expect(problems('Mange sier dette: {s3}')).toEqual(['word-without-count: Mange'])
})

test('each written form has its own words', () => {
  expect(words('Dei fleste, fleire og nokre få.', 'nn')).toEqual(['Dei fleste', 'fleire', 'nokre få'])
  expect(words('Fleirtalet og eit fleirtal.', 'nn')).toEqual(['Fleirtalet', 'eit fleirtal'])
  expect(words('Flertallet og et flertall.')).toEqual(['Flertallet', 'et flertall'])
  expect(words('Dei fleste og fleire.')).toEqual([])
})

test('only whole words count, also where they are inflected, in capitals, or over two lines', () => {
  expect(words('Mangesidige, mangel, flerespråklig og enkeltvis.')).toEqual([])
  expect(words('MANGE. Flertallets syn. De aller\nfleste.')).toEqual([
    'MANGE',
    'Flertallets',
    'De aller fleste',
  ])
})

test('what stands between quotation marks is said by others', () => {
  expect(words('Heftet «Mange vil» og "flere" og “de fleste” er nevnt.')).toEqual([])
  expect(words('«Ja», sier mange, «men {t2} er ikke flere».')).toEqual(['mange'])
})

test('a heading is no claim', () => {
  expect(blocksOf('## Mange vil ha mer tid')).toEqual([{ kind: 'heading', words: 'Mange vil ha mer tid' }])
})

test('a negated word counts like the word', () => {
  expect(problems('Ikke mange vil ha mer tid.')).toEqual(['word-without-count: mange'])
})

test('a question of how many, and one or more, say nothing of a number', () => {
  expect(words('Ingen vet hvor mange det gjelder, eller om en eller flere må svare.')).toEqual([])
  expect(words('Ingen veit kor mange det gjeld, eller om éin eller fleire må svare.', 'nn')).toEqual([])
})

test('a word that stands twice is told once', () => {
  expect(problems('mange og mange')).toEqual(['word-without-count: mange'])
})

const [few, several, many, most] = DEFAULT_BANDS
test.each([
  [few, 0, 62, false],
  [few, 1, 62, true],
  [few, 3, 4, true],
  [few, 4, 62, false],
  [several, 3, 62, false],
  [several, 4, 62, true],
  [several, 25, 100, false],
  [many, 24, 100, false],
  [many, 25, 100, true],
  [many, 31, 62, true],
  [many, 126, 250, false],
  [most, 31, 62, false],
  [most, 126, 250, true],
  [most, 62, 62, true],
  [most, 0, 0, false],
] as const)(
  'half is no majority, and the limits are where they are said to be (%#)',
  (band, count, of, said) => {
    expect(fits({ count, of }, band ?? many ?? { nb: [], nn: [] })).toBe(said)
  },
)
