import { fold } from './analyser.ts'
import type { Database } from './database.server.ts'
import type { Audience } from './document.ts'
import { closed, openLeavesIn, replaced, withoutNegations, wordsLookedFor } from './expansion.ts'
import { isCompoundOf } from './language/compounds.ts'
import type { AccessScope, Expansion, Suggestion } from './port.ts'
import { minPartLength, type OpenLeaf, type QueryNode, type TypedQuery } from './tree.ts'
import {
  type Candidates,
  listContaining,
  listForms,
  listSimilar,
  unwrittenOf,
  type Written,
  writtenOf,
} from './words.server.ts'

/** A query every engine can answer, what its words stand for, and whether some stood for more than is searched for. */
export type Expanded = {
  readonly query: QueryNode
  readonly expansions: readonly Expansion[]
  readonly bounded: boolean
}

/** How many words one open leaf stands for at most. */
const maxWords = 50

/** How many leaves are replaced or mended, and how many of the words each stands for are named. */
const maxAsked = 8
const maxNamed = 6

/** With how many different beginnings of its forms compounds of a word are looked for. */
const maxParts = 6

/** The query with its open leaves replaced; those beyond the eighth stand for themselves alone. */
export async function replaceOpen(db: Database, typed: TypedQuery, scope: AccessScope): Promise<Expanded> {
  const open = openLeavesIn(typed)
  const asked = open.slice(0, maxAsked)
  const candidates = await candidatesFor(db, scope, asked)
  const others = await writtenOf(db, scope, candidates, { most: maxWords, spelt: maxNamed })
  const written = new Map(asked.map((leaf, at) => [keyOf(leaf), others[at]]))
  const looked = openLeavesIn(withoutNegations(typed)).filter((leaf) => written.has(keyOf(leaf)))
  return {
    query: closed(typed, (leaf) =>
      replaced(leaf, written.get(keyOf(leaf))?.words.map(({ form }) => form) ?? []),
    ),
    expansions: looked.flatMap((leaf) => named(leaf.text, kinds[leaf.kind], written.get(keyOf(leaf)))),
    bounded: open.length > maxAsked || others.some(({ cut }) => cut),
  }
}

/** For each word looked for that nobody in this scope has written, the nearest word that somebody has. */
export async function suggest(db: Database, query: TypedQuery, scope: AccessScope): Promise<Suggestion[]> {
  const looked = wordsLookedFor(query).slice(0, maxAsked)
  const unwritten = await unwrittenOf(
    db,
    scope,
    looked.filter((word) => fold(word).length >= minLetters),
  )
  const similar = await listSimilar(db, scope.audience, unwritten)
  const written = await writtenOf(db, scope, similar, { most: 1, spelt: 1 })
  return unwritten.flatMap((word, at) => {
    const [nearest] = written[at]?.words ?? []
    return nearest ? [{ word, instead: nearest.spelt }] : []
  })
}

/** Shorter words are too like too many others. */
const minLetters = 4

const kinds = { fuzzy: 'fuzzy', infix: 'infix', compounds: 'compound' } as const

const keyOf = (leaf: OpenLeaf) => `${leaf.kind} ${leaf.text}`

/** What each leaf may stand for, in its own order. */
async function candidatesFor(
  db: Database,
  { audience }: AccessScope,
  leaves: readonly OpenLeaf[],
): Promise<Candidates[]> {
  const of = (kind: OpenLeaf['kind']) => leaves.filter((leaf) => leaf.kind === kind)
  const [fuzzy, infix, compounds] = [of('fuzzy'), of('infix'), of('compounds')]
  const texts = (some: readonly OpenLeaf[]) => some.map(({ text }) => text)
  const [similar, containing, compound] = await Promise.all([
    listSimilar(db, audience, texts(fuzzy)),
    listContaining(
      db,
      audience,
      infix.map(({ text }) => ({ parts: [text] })),
    ),
    listCompounds(db, audience, texts(compounds)),
  ])
  const found = new Map<OpenLeaf, Candidates | undefined>([
    ...fuzzy.map((leaf, at) => [leaf, similar[at]] as const),
    ...infix.map((leaf, at) => [leaf, containing[at]] as const),
    ...compounds.map((leaf, at) => [leaf, compound[at]] as const),
  ])
  return leaves.map((leaf) => found.get(leaf) ?? { forms: [], cut: false })
}

// A compound is written with the word in any of its forms.
async function listCompounds(
  db: Database,
  audience: Audience,
  words: readonly string[],
): Promise<Candidates[]> {
  const others = await listForms(db, audience, words)
  const places = words.map((word, at) => {
    const forms = [fold(word), ...(others[at]?.forms ?? [])].filter((form) => form.length >= minPartLength)
    // In front of another word the last vowel may go: Swedish "skola" in "skolbok".
    const cut = forms.map((form) => (form.length > minPartLength + 1 ? form.replace(/[ae]$/, '') : form))
    const shortest = [...new Set(cut)].filter(
      (form) => !cut.some((one) => one !== form && form.includes(one)),
    )
    return {
      parts: shortest.slice(0, maxParts),
      wanted: (compound: string) =>
        !forms.includes(compound) && forms.some((form) => isCompoundOf(compound, form)),
    }
  })
  return listContaining(db, audience, places)
}

function named(text: string, kind: Expansion['kind'], written: Written | undefined): Expansion[] {
  const words = written?.words ?? []
  const shown = words.slice(0, maxNamed).map(({ spelt }) => spelt)
  return shown.length === 0 ? [] : [{ text, kind, words: shown, more: words.length - shown.length }]
}
