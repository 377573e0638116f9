import { lexemesOf } from '../analyser.ts'
import type { QueryNode } from '../port.ts'
import { quoteLexeme } from './lexemes.ts'

/** What a query asks of the text index: nothing, the impossible, or a tsquery. */
export type Plan =
  | { readonly kind: 'all' }
  | { readonly kind: 'none' }
  | { readonly kind: 'tsquery'; readonly text: string }

const all: Plan = { kind: 'all' }
const none: Plan = { kind: 'none' }
const tsquery = (text: string): Plan => ({ kind: 'tsquery', text })

/** A query tree as tsquery text. Words without letters or digits match nothing, for nothing was indexed of them. */
export function plan(query: QueryNode): Plan {
  switch (query.kind) {
    case 'all':
      return all
    case 'term':
      return sideBySide(lexemesOf([query.text], query.match))
    case 'phrase':
      return sideBySide(lexemesOf(query.words, query.match))
    case 'and':
      return together(query.children.map(plan), ' & ', none, all)
    case 'or':
      return together(query.children.map(plan), ' | ', all, none)
    case 'not':
      return negated(plan(query.child))
  }
}

function sideBySide(words: readonly (readonly string[])[]): Plan {
  if (words.length === 0) return none
  return tsquery(grouped(words.map(anyOf), ' <-> '))
}

function anyOf(lexemes: readonly string[]): string {
  return grouped(lexemes.map(quoteLexeme), ' | ')
}

// `absorbing` decides alone (nothing AND x), `neutral` adds nothing (everything AND x).
function together(plans: readonly Plan[], operator: string, absorbing: Plan, neutral: Plan): Plan {
  if (plans.some((part) => part.kind === absorbing.kind)) return absorbing
  const texts = plans.flatMap((part) => (part.kind === 'tsquery' ? [part.text] : []))
  return texts.length === 0 ? neutral : tsquery(grouped(texts, operator))
}

function negated(inner: Plan): Plan {
  if (inner.kind === 'tsquery') return tsquery(`!(${inner.text})`)
  return inner.kind === 'all' ? none : all
}

function grouped(parts: readonly string[], operator: string): string {
  return parts.length === 1 ? parts.join('') : `(${parts.join(operator)})`
}
