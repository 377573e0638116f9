import fc from 'fast-check'
import type { LineageBlock, Link } from '#app/features/documents/lineage.ts'

/** One thing a writer does to a draft. Places are shares of the draft, so that any history fits any draft. */
export type Edit = {
  act: 'insert' | 'delete' | 'move' | 'split' | 'join' | 'reword'
  at: number
  target: number
  seed: number
}

/** Common words come often, as they do in a language: the n-th word about 1/n as often as the first. */
const vocabulary = Array.from({ length: 400 }, (_, rank) => {
  const [first, second, third] = ['sktlmvbfg'[rank % 9], 'aeiouyø'[rank % 7], 'nrdslk'[rank % 6]]
  return `${first}${second}${third}${rank.toString(36)}`
})

/** Numbers that look like chance and are the same for the same seed. */
export function chanceOf(seed: number) {
  let state = (seed * 2_654_435_761 + 97) >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const aWord = (chance: () => number) => vocabulary[Math.floor(400 ** chance()) - 1] ?? 'og'

/** Sentences that strategies say again and again. */
const stock = [
  'Kommunen og staten skal samarbeide om dette innen utgangen av perioden.',
  'Tiltaket skal vurderes sammen med dem det gjelder.',
  'Eieren har ansvaret.',
]

/** A paragraph of some sentences; one in four opens with a sentence that others have too. */
function aText(chance: () => number): string {
  const opening = chance() < 0.25 ? (stock[Math.floor(chance() * stock.length)] ?? []) : []
  const sentences = Array.from({ length: 1 + Math.floor(chance() * 4) }, () => {
    const words = Array.from({ length: 6 + Math.floor(chance() * 10) }, () => aWord(chance)).join(' ')
    return `${words[0]?.toUpperCase()}${words.slice(1)}.`
  })
  return [opening, ...sentences].flat().join(' ')
}

/** A draft with a heading over every tenth block, and a subheading in every chapter: the same in all if it `repeats`. */
export function aDraftOf(size: number, seed: number, repeats = false): LineageBlock[] {
  const chance = chanceOf(seed)
  return Array.from({ length: size }, (_, at) => {
    const heading = at % 10 === 0
    const subheading = at % 10 === 5
    const title = subheading && repeats ? 'Tiltak' : `${aWord(chance)} ${aWord(chance)} ${at}`
    const text = heading || subheading ? title : aText(chance)
    const kind = heading ? 'heading' : subheading ? 'subheading' : 'paragraph'
    return { id: `v1-${at}`, kind, text: { nb: text } }
  })
}

type Traced = { block: LineageBlock; origins: string[]; whole: boolean }

/** The draft after a history, and which block truly came from which. Split and joined blocks are not split again. */
export function live(draft: readonly LineageBlock[], edits: readonly Edit[], version = 'v2') {
  let blocks: Traced[] = draft.map((block) => ({ block, origins: [block.id], whole: true }))
  edits.forEach(({ act, at, target, seed }, turn) => {
    const chance = chanceOf(seed)
    const place = Math.floor(at * blocks.length)
    const traced = blocks[place]
    const paragraph = traced?.block.kind === 'paragraph'
    const write = (text: string): LineageBlock => ({
      ...{ id: `${version}-${turn}-${seed}-${text.length}`, kind: 'paragraph', text: { nb: text } },
    })
    if (act === 'insert') blocks.splice(place, 0, { block: write(aText(chance)), origins: [], whole: false })
    if (act === 'delete') blocks.splice(place, 1)
    if (act === 'move') {
      const [taken] = blocks.splice(place, 1)
      if (taken) blocks.splice(Math.floor(target * (blocks.length + 1)), 0, taken)
    }
    const text = traced?.block.text.nb ?? ''
    if (act === 'reword' && traced && paragraph) {
      const share = 0.05 + chance() * 0.45
      const words = text.split(' ').map((word) => (chance() < share ? aWord(chance) : word))
      blocks[place] = { ...traced, block: { ...traced.block, text: { nb: words.join(' ') } } }
    }
    const sentences = text.split(/(?<=\.) /)
    if (act === 'split' && traced?.whole && paragraph && sentences.length > 1) {
      const cut = 1 + Math.floor(chance() * (sentences.length - 1))
      const parts = [sentences.slice(0, cut), sentences.slice(cut)].map((part) => part.join(' '))
      const made = parts.map((part, one) => ({
        ...{ block: { ...write(part), id: `${version}-${turn}-${seed}-part${one}` } },
        ...{ origins: traced.origins, whole: false },
      }))
      blocks.splice(place, 1, ...made)
    }
    const next = blocks[place + 1]
    if (act === 'join' && traced?.whole && next?.whole && paragraph && next.block.kind === 'paragraph') {
      const block = { ...write(`${text} ${next.block.text.nb}`), id: `${version}-${turn}-${seed}-joined` }
      blocks.splice(place, 2, { block, origins: [...traced.origins, ...next.origins], whole: false })
    }
  })
  blocks = blocks.map(({ block, ...rest }, at) => ({ ...rest, block: { ...block, id: `${version}:${at}` } }))
  return { blocks: blocks.map(({ block }) => block), truth: truthOf(draft, blocks) }
}

function truthOf(draft: readonly LineageBlock[], blocks: readonly Traced[]): Link[] {
  const kept = new Set(blocks.flatMap(({ origins }) => origins))
  return [
    ...blocks.flatMap(({ block, origins }) => {
      const links: Link[] = origins.map((from) => ({ from, to: block.id }))
      return links.length > 0 ? links : [{ from: null, to: block.id }]
    }),
    ...draft.flatMap(({ id }) => (kept.has(id) ? [] : [{ from: id, to: null }])),
  ]
}

const acts = ['insert', 'delete', 'move', 'split', 'join', 'reword'] as const

/** Any history of at most so many edits, of the kinds named or of all. */
export const aHistory = (most: number, kinds: readonly Edit['act'][] = acts) => {
  const place = fc.double({ min: 0, max: 0.999, noNaN: true })
  const seed = fc.integer({ min: 1, max: 100_000 })
  return fc.array(fc.record({ act: fc.constantFrom(...kinds), at: place, target: place, seed }), {
    maxLength: most,
  })
}

/** A link as a word, to count and compare links by. */
export const wordOf = ({ from, to }: Link) => `${from} > ${to}`
