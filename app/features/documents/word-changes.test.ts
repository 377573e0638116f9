import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aPagesEffort, mergedChanges, splitChanges, type WordChange, wordChanges } from './word-changes.ts'

/** Changes as one line: [-taken out-], [+put in+]. */
const line = (changes: readonly WordChange[]) =>
  changes
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `[+${text}+]` : `[-${text}-]`))
    .join('')

const earlier = (changes: readonly WordChange[]) =>
  changes.map(({ kind, text }) => (kind === 'added' ? '' : text)).join('')
const later = (changes: readonly WordChange[]) =>
  changes.map(({ kind, text }) => (kind === 'removed' ? '' : text)).join('')

const words = [
  'og',
  'skal',
  'kommunen',
  'staten',
  '2029',
  'innen',
  'felles',
  '«nett»',
  ', ',
  '. ',
  '\n\n',
  ' ',
  '–',
]
const aText = fc.oneof(
  fc.array(fc.constantFrom(...words), { maxLength: 60 }).map((parts) => parts.join(' ')),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
)

test('the changes give both texts back exactly', () => {
  fc.assert(
    fc.property(aText, aText, (before, after) => {
      const changes = wordChanges(before, after)
      expect([earlier(changes), later(changes)]).toEqual([before, after])
      expect(changes.every(({ text }) => text !== '')).toBe(true)
    }),
    { numRuns: 2_000 },
  )
})

test('a text against itself is unchanged, and one from nothing is all put in', () => {
  fc.assert(
    fc.property(aText, (text) => {
      expect(wordChanges(text, text).every(({ kind }) => kind === 'same')).toBe(true)
      expect(wordChanges('', text).every(({ kind }) => kind === 'added')).toBe(true)
      expect(wordChanges(text, '').every(({ kind }) => kind === 'removed')).toBe(true)
    }),
  )
})

test('changes are whole words, gathered so that a sentence can be read', () => {
  const before = 'Kommunene skal ta i bruk en felles tjenestekatalog innen 2029.'
  const after = 'Staten skal tilby en felles tjenestekatalog innen 2028.'
  expect(line(wordChanges(before, after))).toBe(
    '[-Kommunene-][+Staten+] skal [-ta i bruk-][+tilby+] en felles tjenestekatalog innen [-2029-][+2028+].',
  )
})

test('a word that stands alone between two longer changes goes with them', () => {
  const end = 'Staten gir råd hvert år, og skolene følger dem.'
  const before = `Både barn og unge møter skal papir, skjerm og tastatur. ${end}`
  const after = `På de fire første trinnene skal alle lære lesing. ${end}`
  expect(line(wordChanges(before, after))).toBe(
    `[-Både barn og unge møter skal papir, skjerm og tastatur-][+På de fire første trinnene skal alle lære lesing+]. ${end}`,
  )
})

test('two texts with next to nothing in common are shown whole, one after the other', () => {
  const [before, after] = [
    'Hver kommune skal ha en plan for sky.',
    'Barn og unge trenger trygge voksne, og tid.',
  ]
  expect(wordChanges(before, after)).toEqual([
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ])
})

test('texts too long to be compared word by word are shown as replaced', () => {
  const many = (word: string) => Array.from({ length: 4_000 }, (_, at) => `${word}${at} fast`).join(' ')
  expect(wordChanges(many('a'), many('b'))).toHaveLength(2)
})

test('a page of long rewritten texts costs no more than its effort; the rest is shown as replaced', () => {
  const text = (step: number) =>
    Array.from({ length: 900 }, (_, at) => `ord${(at * step + at * at) % 40}`).join(' ')
  const effort = aPagesEffort()
  const all = Array.from({ length: 60 }, () => wordChanges(text(7), text(11), effort))
  expect(effort.left).toBeLessThanOrEqual(400 ** 2)
  expect(all.at(-1)).toHaveLength(2)
  expect(wordChanges('én to', 'én tre', { left: 100 })).toHaveLength(3)
})

test('a block that became two is compared with both, and each part shows its own changes', () => {
  const [one, two] = ['Skoler skal ha stabilt nett.', 'Eieren har ansvaret for nettet i byggene.']
  const parts = splitChanges(`${one} ${two}`, [one, `Også ${two}`])
  expect(parts.map(line)).toEqual([one, `[+Også+] ${two}`])
  // Cut and nothing else: the space there was between the sentences is not shown as taken out.
  expect(splitChanges(`${one} ${two}`, [one, two]).map(line)).toEqual([one, two])
})

test('the parts of a split block read as they do in the later version, and nothing of the earlier is lost', () => {
  const letters = (text: string) => text.replace(/\s/g, '')
  fc.assert(
    fc.property(aText, fc.array(aText, { minLength: 1, maxLength: 4 }), (before, parts) => {
      const cut = splitChanges(before, parts)
      expect(cut.map(later)).toEqual(parts)
      expect(letters(cut.map(earlier).join(''))).toBe(letters(before))
    }),
    { numRuns: 1_000 },
  )
})

test('blocks that became one are compared with it together, and where they met is no change', () => {
  const [one, two] = ['Skoler skal ha nett.', 'Barnehager skal ha nett.']
  expect(line(mergedChanges([one, two], `${one} ${two}`))).toBe(`${one} ${two}`)
  expect(line(mergedChanges([one, two], `${one} Også ${two}`))).toBe(`${one}[+ Også +]${two}`)
})

test('what a merged block reads as now is told exactly, and no word of its parts is lost', () => {
  const letters = (text: string) => text.replace(/\s/g, '')
  fc.assert(
    fc.property(fc.array(aText, { minLength: 2, maxLength: 4 }), aText, (parts, after) => {
      const changes = mergedChanges(parts, after)
      expect(later(changes)).toBe(after)
      expect(letters(earlier(changes))).toBe(letters(parts.join('')))
    }),
    { numRuns: 1_000 },
  )
})
