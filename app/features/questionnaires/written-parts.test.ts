import fc from 'fast-check'
import { expect, test } from 'vitest'
import { NO_OPINION, type QuestionOption, questionRefusal } from './question.ts'
import {
  columnsFrom,
  formRows,
  optionsFrom,
  rearranged,
  rowsOf,
  stepsFrom,
  type WrittenPart,
  writtenPart,
} from './written-parts.ts'

const row = (nb: string, own: Partial<WrittenPart> = {}): WrittenPart => ({
  key: '',
  nb,
  nn: '',
  en: '',
  sv: '',
  ...own,
})
const option = (key: string, nb = key): QuestionOption => ({ key, label: { nb } })

test('a part keeps its key whatever becomes of its words and its place', () => {
  const stored = [option('staten', 'Staten'), option('fylket', 'Fylket')]
  const rows = [row('Fylkeskommunen', { key: 'fylket' }), row('Staten', { key: 'staten' })]
  expect(optionsFrom(rows, stored)).toEqual([option('fylket', 'Fylkeskommunen'), option('staten', 'Staten')])
})

test('a new part gets a key of its words, and never one that stood here', () => {
  const stored = [option('staten', 'Staten')]
  expect(optionsFrom([row('Staten')], stored)).toEqual([option('staten-2', 'Staten')])
  expect(optionsFrom([row('Små øyer på Ås'), row('Æra')], [])).toEqual([
    option('sma-oyer-pa-as', 'Små øyer på Ås'),
    option('aera', 'Æra'),
  ])
  expect(optionsFrom([row('No opinion'), row('日本')], []).map(({ key }) => key)).toEqual([
    'no-opinion-2',
    'valg',
  ])
})

test('a key that was never here, or comes twice, is not taken from the form', () => {
  const rows = [row('En', { key: 'hans' }), row('To', { key: 'a' }), row('Tre', { key: 'a' })]
  expect(optionsFrom(rows, [option('a')]).map(({ key }) => key)).toEqual(['en', 'a', 'tre'])
})

test('rows without words are left out, and languages without words', () => {
  const stored = [{ key: 'a', label: { nb: 'En', en: 'One' } }]
  const rows = [
    row(' '),
    row('Ny', { key: 'a', sv: 'Ny på svenska' }),
    row(''),
    row('', { sv: 'Bara svenska' }),
  ]
  expect(optionsFrom(rows, stored)).toEqual([
    { key: 'a', label: { nb: 'Ny', sv: 'Ny på svenska' } },
    { key: 'bara-svenska', label: { sv: 'Bara svenska' } },
  ])
})

test('the steps of a scale are numbered by their place, and no opinion keeps its own words', () => {
  const outside = { key: NO_OPINION, label: { nb: 'Vet ikke' } }
  const stored = [option('0', 'Nei'), option('1', 'Ja'), outside]
  const rows = [row('Ja', { key: '1' }), row('Kanskje'), row('Nei', { key: '0' })]
  expect(stepsFrom(rows, stored)).toEqual([
    option('0', 'Ja'),
    option('1', 'Kanskje'),
    option('2', 'Nei'),
    outside,
  ])
  expect(stepsFrom([row('Lite'), row('Mye')], [])).toEqual([option('1', 'Lite'), option('2', 'Mye')])
})

test('a column holds words unless it is said to hold amounts', () => {
  const rows = [row('Hva'), row('Kostnad', { kind: 'amount', unit: 'kr' }), row('Antall', { kind: 'amount' })]
  expect(columnsFrom(rows, [])).toEqual([
    { key: 'hva', label: { nb: 'Hva' }, kind: 'text' },
    { key: 'kostnad', label: { nb: 'Kostnad' }, kind: 'amount', unit: 'kr' },
    { key: 'antall', label: { nb: 'Antall' }, kind: 'amount' },
  ])
})

test('rows are rearranged in the form before anything is saved', () => {
  const rows = ['a', 'b', 'c'].map((nb) => row(nb))
  const words = (list: readonly WrittenPart[]) => list.map(({ nb }) => nb)
  expect(words(rearranged(rows, 'up', 2))).toEqual(['a', 'c', 'b'])
  expect(words(rearranged(rows, 'down', 0))).toEqual(['b', 'a', 'c'])
  expect(words(rearranged(rows, 'remove', 1))).toEqual(['a', 'c'])
  expect(words(rearranged(rows, 'more', 0))).toEqual(['a', 'b', 'c', '', '', ''])
  expect(words(rearranged(rows, 'up', 9))).toEqual(['a', 'b', 'c'])
})

test('rows come in the order of the form', () => {
  expect(rowsOf({ 10: row('c'), 2: row('b'), 0: row('a') }).map(({ nb }) => nb)).toEqual(['a', 'b', 'c'])
})

test('whatever is written in the rows, a choice with two of them can be asked', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ key: fc.string(), nb: fc.string({ unit: 'binary' }), nn: fc.string() }), {
        minLength: 2,
        maxLength: 30,
      }),
      (written) => {
        const options = optionsFrom(
          written.map((part) => ({ ...part, nb: `x${part.nb}`, en: '', sv: '' })),
          [],
        )
        expect(questionRefusal({ kind: 'single-choice', title: { nb: 'Hva?' }, options })).toBe(null)
        // Drawn and sent again it is the same.
        expect(optionsFrom(formRows(options.map(writtenPart), 2), options)).toEqual(options)
      },
    ),
  )
})
