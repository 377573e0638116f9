import type { IndexedDocument } from './document.ts'
import { spelt } from './spelling.ts'

type Attribute = keyof IndexedDocument

/** What documents must meet, as a tree that becomes the server's filter text in one place. */
export type Condition =
  | { readonly kind: 'all' }
  | { readonly kind: 'none' }
  /** The attribute is, or holds, one of the values. */
  | { readonly kind: 'any'; readonly attribute: Attribute; readonly values: readonly string[] }
  | { readonly kind: 'beginning'; readonly attribute: Attribute; readonly text: string }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Condition[] }
  | { readonly kind: 'not'; readonly part: Condition }

/** The deepest tree handed to the server, which refuses a little beyond. */
export const maxDepth = 30

export const all: Condition = { kind: 'all' }
export const none: Condition = { kind: 'none' }

/** One of the values; without values nothing. */
export function oneOf(attribute: Attribute, values: readonly string[]): Condition {
  return values.length === 0 ? none : { kind: 'any', attribute, values }
}

export function beginsWith(attribute: Attribute, text: string): Condition {
  return { kind: 'beginning', attribute, text }
}

export function both(...parts: readonly Condition[]): Condition {
  return together('and', parts)
}

/** Values of one attribute become one list: the server reads a list many times faster than as many alternatives. */
export function either(...parts: readonly Condition[]): Condition {
  const joined = together('or', parts)
  if (joined.kind !== 'or') return joined
  const values = new Map<Attribute, Set<string>>()
  for (const part of joined.parts) {
    if (part.kind !== 'any') continue
    values.set(part.attribute, new Set([...(values.get(part.attribute) ?? []), ...part.values]))
  }
  const lists = Array.from(values, ([attribute, list]) => oneOf(attribute, [...list]))
  return together('or', [...lists, ...joined.parts.filter((part) => part.kind !== 'any')])
}

export function except(part: Condition): Condition {
  if (part.kind === 'all') return none
  if (part.kind === 'none') return all
  return part.kind === 'not' ? part.part : { kind: 'not', part }
}

/** The only place where values become filter syntax. `all` and `none` have none: they are worked out before. */
export function filterText(condition: Condition): string {
  switch (condition.kind) {
    case 'all':
    case 'none':
      throw new Error('Everything and nothing are no filters.')
    case 'any': {
      const [only = '', ...more] = condition.values.map(quoted)
      return more.length === 0
        ? `${condition.attribute} = ${only}`
        : `${condition.attribute} IN [${[only, ...more].join(', ')}]`
    }
    case 'beginning':
      return `${condition.attribute} STARTS WITH ${quoted(condition.text)}`
    case 'and':
    case 'or':
      return condition.parts.map(inner).join(condition.kind === 'and' ? ' AND ' : ' OR ')
    case 'not':
      return `NOT ${inner(condition.part)}`
  }
}

/** How many levels of `and`, `or` and `not` lie within one another. */
export function depthOf(condition: Condition): number {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return 1 + Math.max(...condition.parts.map(depthOf))
    case 'not':
      return 1 + depthOf(condition.part)
    default:
      return 0
  }
}

// `all` adds nothing to "and" and decides "or" alone; `none` the other way round.
function together(kind: 'and' | 'or', parts: readonly Condition[]): Condition {
  const [absorbing, neutral] = kind === 'and' ? [none, all] : [all, none]
  const flat = parts
    .filter((part) => part.kind !== neutral.kind)
    .flatMap((part) => (part.kind === kind ? part.parts : [part]))
  if (flat.some((part) => part.kind === absorbing.kind)) return absorbing
  const [only, ...more] = flat
  if (!only) return neutral
  return more.length === 0 ? only : { kind, parts: flat }
}

function inner(part: Condition): string {
  const text = filterText(part)
  return part.kind === 'and' || part.kind === 'or' ? `(${text})` : text
}

function quoted(value: string): string {
  return `"${spelt(value)}"`
}
