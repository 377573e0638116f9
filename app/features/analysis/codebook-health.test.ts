import { expect, test } from 'vitest'
import { codebookProblems, type HealthTheme, type HealthUse, MOST_LEAVES } from './codebook-health.ts'

const theme = (id: string, own: Partial<HealthTheme> = {}): HealthTheme => ({
  ...{ id, code: id.toUpperCase(), title: { nb: `Tema ${id}` }, leaf: true },
  ...{ definition: { nb: `${id} `.repeat(20) + [...id].map((letter) => letter.repeat(30)).join(' ') } },
  ...{ inputs: 10, passages: 20, positions: 1, ...own },
})

const rules = (use: Partial<HealthUse>) =>
  codebookProblems({ themes: [], inputs: 60, passages: 100, overlaps: [], ...use }).map(({ rule }) => rule)

test('a small codebook in use has nothing to look at', () => {
  expect(rules({ themes: [theme('ab'), theme('xy')] })).toEqual([])
})

test('more than seventy themes without sub-themes are too many', () => {
  const many = Array.from({ length: MOST_LEAVES + 1 }, (_, at) => {
    const id = String.fromCharCode(97 + (at % 26)) + String.fromCharCode(97 + Math.floor(at / 26))
    return theme(id)
  })
  expect(rules({ themes: many })).toEqual(['too-many-themes'])
  expect(rules({ themes: many.map((one, at) => ({ ...one, leaf: at > 0 })) })).toEqual([])
})

test('a theme on fewer than five inputs and under one in a thousand is hardly used', () => {
  const rare = theme('ab', { inputs: 4 })
  expect(rules({ themes: [rare], inputs: 5_000 })).toEqual(['hardly-used'])
  expect(rules({ themes: [rare], inputs: 60 })).toEqual([])
  expect(rules({ themes: [theme('ab', { inputs: 5 })], inputs: 50_000 })).toEqual([])
  // Four of four thousand is one in a thousand, and not under it.
  expect(rules({ themes: [rare], inputs: 4_000 })).toEqual([])
  expect(rules({ themes: [rare], inputs: 4_001 })).toEqual(['hardly-used'])
  expect(rules({ themes: [{ ...rare, leaf: false }], inputs: 5_000 })).toEqual([])
})

test('two themes on the same inputs may be one, when they are more than a handful', () => {
  const themes = [theme('ab'), theme('xy')]
  const overlap = (both: number) => [{ one: 'ab', other: 'xy', both }]
  expect(rules({ themes, overlaps: overlap(9) })).toEqual(['same-inputs'])
  expect(rules({ themes, overlaps: overlap(8) })).toEqual([])
  const of = (inputs: number, others: number) => [theme('ab', { inputs }), theme('xy', { inputs: others })]
  // Seven of ten is seven tenths, and not more; five of seven is.
  expect(rules({ themes: of(9, 8), overlaps: overlap(7) })).toEqual([])
  expect(rules({ themes: of(6, 6), overlaps: overlap(5) })).toEqual(['same-inputs'])
  const few = [theme('ab', { inputs: 2 }), theme('xy', { inputs: 2 })]
  expect(rules({ themes: few, overlaps: overlap(2) })).toEqual([])
})

test('two themes that say nearly the same may be one, in either written form', () => {
  const said = { nb: 'Vern av opplysninger om barn og ansatte, og evnen til å tåle feil og angrep.' }
  const near = { nb: 'Vern av opplysninger om barn og ansatte, og evne til å tåle feil og angrep.' }
  const title = { nb: 'Personvern' }
  const themes = [theme('ab', { title, definition: said }), theme('xy', { title, definition: near })]
  expect(rules({ themes })).toEqual(['same-meaning'])
  const related = { nb: 'Vern av opplysninger om barn og ansatte, og evne til å stå imot angrep.' }
  expect(
    rules({
      themes: [theme('ab', { title, definition: said }), theme('xy', { title, definition: related })],
    }),
  ).toEqual([])
  const nynorsk = themes.map((one) => ({
    ...one,
    title: { nn: 'Personvern' },
    definition: { nn: one.definition.nb ?? '' },
  }))
  expect(rules({ themes: nynorsk })).toEqual(['same-meaning'])
})

test('a theme without a definition, or never with a position where others are, is shown', () => {
  expect(rules({ themes: [theme('ab', { definition: {} })] })).toEqual(['no-definition'])
  expect(rules({ themes: [theme('ab'), theme('xy', { positions: 0 })] })).toEqual(['no-positions'])
  expect(rules({ themes: [theme('xy', { positions: 0 })] })).toEqual([])
  expect(rules({ themes: [theme('ab'), theme('xy', { positions: 0, inputs: 4 })] })).toEqual([])
})

test('more than one in ten passages under «other» asks for a theme', () => {
  const other = (passages: number) => theme('an', { title: { nb: 'Annet' }, passages })
  expect(rules({ themes: [other(11)] })).toEqual(['much-other'])
  expect(rules({ themes: [other(10)] })).toEqual([])
  expect(rules({ themes: [theme('an', { title: { nn: 'Andre ting' }, passages: 50 })] })).toEqual([
    'much-other',
  ])
})
