import { expect, test } from 'vitest'
import {
  positionsLayout,
  receivedLayout,
  themePositionsLayout,
  themesLayout,
} from '#app/features/tables/layout.ts'
import { wholesOf } from './count.ts'

const theme = { id: 'tilgang', code: 'A', colour: 1, title: { nb: 'Tilgang' }, depth: 0 }
const places = (wholes: ReturnType<typeof wholesOf>) =>
  wholes.map(({ name, row, column }) => `${name}: ${row}/${column}`)

test('a number is first of those who answered', () => {
  const themes = wholesOf('themes', themesLayout([theme]), { row: 'tilgang', column: 'municipality' })
  expect(places(themes)).toEqual(['base: answered/municipality', 'line: tilgang/all', 'all: answered/all'])
  const late = wholesOf('received', receivedLayout(), { row: 'municipality', column: 'late' })
  expect(places(late)).toEqual([
    'answered: municipality/answered',
    'base: municipality/invited',
    'line: all/late',
    'all: all/invited',
  ])
})

test('the line that sums up is of everybody, and of nothing in its own line', () => {
  const all = wholesOf('theme-positions', themePositionsLayout(), { row: 'all', column: 'supports' })
  expect(places(all)).toEqual(['base: all/answered'])
})

test('what others are of is only of the whole table, and never of itself', () => {
  const answered = wholesOf('theme-positions', themePositionsLayout(), {
    ...{ row: 'municipality', column: 'answered' },
  })
  expect(places(answered)).toEqual(['line: all/answered'])
  expect(wholesOf('positions', positionsLayout([theme]), { row: 'tilgang', column: 'answered' })).toEqual([])
})

test('who was not asked is of nobody who was', () => {
  const uninvited = wholesOf('received', receivedLayout(), { row: 'municipality', column: 'uninvited' })
  expect(places(uninvited)).toEqual(['line: all/uninvited'])
})
