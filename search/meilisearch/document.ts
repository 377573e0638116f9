import { type Audience, type SearchDocument, taggedOf } from '../document.ts'
import { lexemesOfDocument } from '../lexemes.ts'
import { spelt } from './spelling.ts'

/**
 * What a Meilisearch index holds of a document: what is filtered, counted and sorted by, and which lexemes it has, but
 * neither their places nor any text to be read. Values are spelt as in `spelling.ts`.
 */
export type IndexedDocument = {
  readonly id: string
  readonly rev: number
  readonly audience: Audience
  readonly strategyId: string
  readonly roundId: string
  readonly questionId: string | null
  readonly inputId: string
  readonly organisationKind: string
  readonly county: string | null
  readonly language: string
  readonly themeIds: readonly string[]
  readonly positions: readonly string[]
  readonly tagged: 'yes' | 'no'
  /** Milliseconds since 1970: as exact as Postgres was given it, so that both sort alike. */
  readonly submittedAt: number | null
  readonly lexSet: readonly string[]
}

/** Counted up when the same document is written differently; every index must then be built anew. */
export const documentShape = 2

/** A document as the index holds it. */
export function indexedDocument(doc: SearchDocument): IndexedDocument {
  return {
    id: idOf(doc.docKey),
    rev: doc.rev,
    audience: doc.audience,
    strategyId: doc.strategyId,
    roundId: doc.roundId,
    questionId: doc.questionId,
    inputId: doc.inputId,
    organisationKind: spelt(doc.organisationKind),
    county: doc.countyNumber === null ? null : spelt(doc.countyNumber),
    language: spelt(doc.lang),
    themeIds: [...new Set(doc.themeIds)],
    positions: [...new Set(doc.positions)].map(spelt),
    tagged: taggedOf(doc),
    submittedAt: doc.submittedAt?.getTime() ?? null,
    lexSet: Array.from(lexemesOfDocument(doc).keys(), spelt),
  }
}

/** A document's id in an index, where a slash is not allowed. */
export function idOf(docKey: string): string {
  return docKey.replace('/', '_')
}

/** The key of a document in an index; an id that is not ours gives a key that no document has. */
export function docKeyOf(id: string): string {
  return id.replace('_', '/')
}
