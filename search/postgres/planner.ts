import { type Wanted, wantedBy } from '../lexemes.ts'
import type { QueryNode } from '../tree.ts'
import { quoteLexeme } from './tsvector.ts'

/** What a query asks of the text index: nothing, the impossible, or a tsquery. */
export type Plan =
  | { readonly kind: 'all' }
  | { readonly kind: 'none' }
  | { readonly kind: 'tsquery'; readonly text: string }

const all: Plan = { kind: 'all' }
const none: Plan = { kind: 'none' }
const tsquery = (text: string): Plan => ({ kind: 'tsquery', text })

/** A query tree as tsquery text. */
export function plan(query: QueryNode): Plan {
  switch (query.kind) {
    case 'and':
      return together(query.children.map(plan), ' & ', none, all)
    case 'or':
      return together(query.children.map(plan), ' | ', all, none)
    case 'not':
      return negated(plan(query.child))
    default:
      return leaf(wantedBy(query))
  }
}

function leaf(wanted: Wanted): Plan {
  switch (wanted.kind) {
    case 'all':
      return all
    case 'none':
      return none
    case 'prefix':
      return tsquery(`${quoteLexeme(wanted.beginning)}:*`)
    case 'run':
      return tsquery(grouped(wanted.words.map(anyOf), ' <-> '))
    case 'near':
      return tsquery(near(wanted.words.map(anyOf), wanted.distance))
  }
}

// tsquery knows exact distances only, and in one order only.
function near([one = '', other = '']: readonly string[], distance: number): string {
  const steps = Array.from({ length: distance }, (_, at) => at + 1)
  return grouped(
    steps
      .flatMap((step) => [`${one} <${step}> ${other}`, `${other} <${step}> ${one}`])
      .map((text) => `(${text})`),
    ' | ',
  )
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
