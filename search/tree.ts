/** What is asked for, as a tree. Planners switch on `kind`, so a new kind breaks each planner at compile time. */

/** How a word may match: any inflection of it, or only the form as written (case and accents aside). */
export type Match = 'inflected' | 'exact'

/** Where a word is looked for: in what was written (when nothing is said), or in the sender's name. */
export type Field = 'body' | 'sender'

/**
 * A leaf an engine can plan. `prefix` is the beginning of a form as written. `near`: both words, in either order, the
 * places of the two at most `distance` apart (1 is side by side). `language`: the passage's language.
 */
export type Leaf =
  | { readonly kind: 'all' }
  | { readonly kind: 'term'; readonly text: string; readonly match: Match; readonly field?: Field }
  | { readonly kind: 'prefix'; readonly text: string; readonly field?: Field }
  | {
      readonly kind: 'phrase'
      readonly words: readonly string[]
      readonly match: Match
      readonly field?: Field
    }
  | {
      readonly kind: 'near'
      readonly words: readonly [string, string]
      readonly match: Match
      readonly distance: number
    }
  | { readonly kind: 'language'; readonly lang: string }

/**
 * A leaf that stands for words of the corpus and must be replaced by them before planning (`expansion.server.ts`):
 * words a letter or two away, words that contain a part, and a word with its compounds.
 */
export type OpenLeaf =
  | { readonly kind: 'fuzzy'; readonly text: string }
  | { readonly kind: 'infix'; readonly text: string }
  | { readonly kind: 'compounds'; readonly text: string }

/** A query every engine can answer. */
export type QueryNode =
  | Leaf
  | { readonly kind: 'and'; readonly children: readonly QueryNode[] }
  | { readonly kind: 'or'; readonly children: readonly QueryNode[] }
  | { readonly kind: 'not'; readonly child: QueryNode }

/** A query as typed, with leaves that depend on what has been written. */
export type TypedQuery =
  | Leaf
  | OpenLeaf
  | { readonly kind: 'and'; readonly children: readonly TypedQuery[] }
  | { readonly kind: 'or'; readonly children: readonly TypedQuery[] }
  | { readonly kind: 'not'; readonly child: TypedQuery }

export const maxDistance = 10

/** How many letters a beginning or a part of a word must have, so that it stands for few words. */
export const minPartLength = 3
