import { type LocalisedText, pick, type TextLanguage } from '../../platform/localised-text.ts'
import {
  type Effort,
  mergedChanges,
  splitChanges,
  type WordChange,
  wordChanges,
} from '../documents/word-changes.ts'
import { type Disposition, promisesChange } from './disposition.ts'

/** A paragraph at one end of a change, with where it is read. */
export type ChainPlace = {
  id: string
  strategy: string
  document: { slug: string; title: LocalisedText }
  version: { number: number; title: LocalisedText; publishedAt: Date }
  anchor: string
  text: LocalisedText
}

/** A change as anyone may see it: every version it names is published. */
export type ChainChange = {
  id: string
  kind: 'changed' | 'moved' | 'added' | 'removed' | 'none'
  before: ChainPlace | null
  after: ChainPlace | null
  /** The version it came in. */
  version: { number: number; title: LocalisedText } | null
  note: LocalisedText | null
}

/** What was not settled and is taken up in a later round that anyone may read. */
export type Carried = {
  round: { slug: string; number: number }
  as: 'theme' | 'question'
  title: LocalisedText
  /** Of a question: its number there. */
  position: number | null
}

/** What is made of a finding, or of one citation of it, as it was published. */
export type ChainResponse = {
  id: string
  findingId: string
  citationId: string | null
  disposition: Disposition
  reason: LocalisedText
  publishedAt: Date
  changes: ChainChange[]
}

/** Words of a paragraph as one column shows them, with where it is read. */
export type DrawnSide = { place: ChainPlace; words: WordChange[]; lang: TextLanguage; fallback: boolean }

/**
 * A change as a page draws it, before beside after. Several changes of one response to or from the same paragraph are one:
 * split or merged.
 */
export type DrawnChange = {
  key: string
  kind: ChainChange['kind'] | 'split' | 'merged'
  before: DrawnSide[]
  after: DrawnSide[]
  version: ChainChange['version']
  notes: LocalisedText[]
}

/** The changes of a response as a page draws them, in their order, compared in the reader's language where that can be. */
export function drawChanges(
  changes: readonly ChainChange[],
  locale: TextLanguage,
  effort: Effort,
): DrawnChange[] {
  return together(changes).map((group) => drawn(group, locale, effort))
}

/** Changes that are one: from the same paragraph to several, or from several to the same. */
function together(changes: readonly ChainChange[]): ChainChange[][] {
  const left = [...changes]
  const groups: ChainChange[][] = []
  const shares = (one: ChainPlace | null, other: ChainPlace | null) =>
    one !== null && other !== null && one.id === other.id
  for (let first = left.shift(); first; first = left.shift()) {
    const { before, after } = first
    const both = (change: ChainChange) => change.before !== null && change.after !== null
    const split = both(first) ? left.filter((one) => both(one) && shares(one.before, before)) : []
    const merged = both(first) ? left.filter((one) => both(one) && shares(one.after, after)) : []
    const others = split.length > 0 ? split : merged
    for (const other of others) left.splice(left.indexOf(other), 1)
    groups.push([first, ...others])
  }
  return groups
}

function drawn(group: readonly ChainChange[], locale: TextLanguage, effort: Effort): DrawnChange {
  const befores = distinct(group.flatMap(({ before }) => before ?? []))
  const afters = distinct(group.flatMap(({ after }) => after ?? []))
  const shared = sharedLanguage([...befores, ...afters], locale)
  const textOf = ({ text }: ChainPlace) => (shared ? (text[shared] ?? '') : pick(text, locale).text)
  const [first] = group
  const kind = befores.length > 1 ? 'merged' : afters.length > 1 ? 'split' : (first?.kind ?? 'none')
  const { from, to } = compared(befores.map(textOf), afters.map(textOf), effort)
  const side = (place: ChainPlace, words: WordChange[] | undefined): DrawnSide => {
    const { lang, fallback } = shared
      ? { lang: shared, fallback: shared !== locale }
      : pick(place.text, locale)
    return { place, words: words ?? [], lang, fallback }
  }
  return {
    ...{ key: first?.id ?? '', kind, version: first?.version ?? null },
    before: befores.map((place, at) => side(place, from[at])),
    after: afters.map((place, at) => side(place, to[at])),
    notes: group.flatMap(({ note }) => note ?? []),
  }
}

const distinct = (places: readonly ChainPlace[]) => [
  ...new Map(places.map((place) => [place.id, place])).values(),
]

/** The words of each paragraph before and after, marked; what has no other side is taken out or put in as a whole. */
function compared(before: readonly string[], after: readonly string[], effort: Effort) {
  const [one, other] = [before[0] ?? '', after[0] ?? '']
  const whole =
    (kind: WordChange['kind']) =>
    (text: string): WordChange[] => [{ kind, text }]
  if (after.length === 0) return { from: before.map(whole('removed')), to: [] }
  if (before.length === 0) return { from: [], to: after.map(whole('added')) }
  if (before.length > 1)
    return { from: before.map(whole('same')), to: [without('removed', mergedChanges(before, other, effort))] }
  if (after.length > 1) {
    const parts = splitChanges(one, after, effort)
    return { from: [whole('same')(one)], to: parts.map((part) => without('removed', part)) }
  }
  if (alike(one, other)) return { from: [whole('same')(one)], to: [whole('same')(other)] }
  const changes = wordChanges(one, other, effort)
  return { from: [without('added', changes)], to: [without('removed', changes)] }
}

const alike = (one: string, other: string) => spaced(one) === spaced(other)
const spaced = (text: string) => text.replace(/\s+/g, ' ').trim()

const without = (kind: WordChange['kind'], changes: readonly WordChange[]) =>
  changes.filter((change) => change.kind !== kind)

/** The language nearest the reader's that all the paragraphs are written in; null when there is none. */
function sharedLanguage(places: readonly ChainPlace[], locale: TextLanguage): TextLanguage | null {
  const shared: LocalisedText = {}
  for (const language of ['nb', 'nn', 'en', 'sv'] as const)
    if (places.every(({ text }) => text[language]?.trim())) shared[language] = language
  const { text, lang } = pick(shared, locale)
  return text ? lang : null
}

/** All that some responses did to the text, each change once: one to a passage may have done what the finding's did too. */
export function changesOf(responses: readonly Pick<ChainResponse, 'changes'>[]): ChainChange[] {
  const ends = ({ id, before, after }: ChainChange) => (before || after ? `${before?.id} ${after?.id}` : id)
  return [
    ...new Map(responses.flatMap(({ changes }) => changes.map((change) => [ends(change), change]))).values(),
  ]
}

/**
 * Whether the public is to be told that the paragraphs stand here once they are published: the text was to be followed, and
 * nothing that may be shown says how. It is said of every such finding, so it does not tell what is being written.
 */
export function awaitsChange(responses: readonly Pick<ChainResponse, 'disposition' | 'changes'>[]): boolean {
  const promised = responses.some(({ disposition }) => promisesChange(disposition))
  return promised && changesOf(responses).length === 0
}

/** Whether a finding was written anew after what is made of it was published: the response answers an earlier text. */
export function answersEarlierText(finding: { writtenAt: Date }, response: { publishedAt: Date }): boolean {
  return finding.writtenAt > response.publishedAt
}

/** Places told apart by the version they stand in, each once, in the order they first come. */
export function placesByVersion(places: readonly ChainPlace[]): [ChainPlace, ...ChainPlace[]][] {
  const byVersion = new Map<string, [ChainPlace, ...ChainPlace[]]>()
  for (const place of places) {
    const key = `${place.document.slug} ${place.version.number}`
    const own = byVersion.get(key)
    if (!own) byVersion.set(key, [place])
    else if (!own.some(({ id }) => id === place.id)) own.push(place)
  }
  return [...byVersion.values()]
}
