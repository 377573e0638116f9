/** From tokens to a tree. NOT binds tighter than NEAR, NEAR than AND (also between words side by side), AND than OR. */
import { isStopWord } from '../language/stop-words.ts'
import type { TypedQuery } from '../tree.ts'
import type { Token } from './tokens.ts'

/** How deep brackets may stand in brackets. */
const maxDepth = 10

/** How plain words are meant: `compounds` finds them in compounds too, `any` wants only some of them to be there. */
export type Reading = { readonly compounds?: boolean; readonly any?: boolean }

/** Why tokens make no query. */
export type GrammarRefusal =
  | 'nothing-to-search-for'
  | 'unbalanced-parentheses'
  | 'nested-too-deep'
  | 'operator-without-words'
  | 'near-needs-two-words'

/** A tree, with the words that were left out of it; or why there is none. */
export type Read =
  | { readonly query: TypedQuery; readonly ignored: readonly string[] }
  | { readonly refusal: GrammarRefusal }

type Operand = { readonly node: TypedQuery; readonly plain: boolean }

/** The tree that tokens make. */
export function readTokens(tokens: readonly Token[], reading: Reading): Read {
  const ignored = new Set<string>()
  let at = 0
  let depth = 0
  let refusal: GrammarRefusal | undefined

  // Once refused nothing more is read, so every loop below ends.
  const next = () => (refusal ? undefined : tokens[at])
  const refuse = (reason: GrammarRefusal) => {
    refusal ??= reason
    return null
  }

  function alternatives(): Operand | null {
    const children = [conjunction()]
    while (next()?.kind === 'or') {
      at++
      children.push(conjunction())
    }
    const [first = null] = children
    if (children.length === 1) return first
    const nodes = children.flatMap((child) => child?.node ?? [])
    return nodes.length < children.length ? refuse('operator-without-words') : compound('or', nodes)
  }

  function conjunction(): Operand | null {
    const groups: Operand[][] = []
    let joins = false
    for (let token = next(); token && token.kind !== 'or' && token.kind !== 'close'; token = next()) {
      if (token.kind === 'and') {
        if (joins || groups.length === 0) return refuse('operator-without-words')
        joins = true
        at++
        continue
      }
      const operand = proximity()
      if (operand && joins) groups.at(-1)?.push(operand)
      else if (operand) groups.push([operand])
      else if (joins) return refuse('operator-without-words')
      joins = false
    }
    if (joins) return refuse('operator-without-words')
    return groups.length === 0 ? null : together(groups)
  }

  function together(groups: readonly Operand[][]): Operand {
    const parts = groups.map((group) => {
      const [only] = group
      return only && group.length === 1 ? only : compound('and', group.map(meaning))
    })
    if (!reading.any) return compound('and', parts.map(meaning))
    const wanted = parts.filter(({ node }) => !isCondition(node))
    const telling = wanted.filter((part) => !isFiller(part))
    const kept = telling.length > 0 ? telling : wanted
    for (const { node } of wanted.filter((part) => !kept.includes(part)))
      if (node.kind === 'term') ignored.add(node.text)
    const some = kept.length > 0 ? [compound('or', kept.map(meaning)).node] : []
    return compound('and', [...some, ...parts.filter(({ node }) => isCondition(node)).map(meaning)])
  }

  function proximity(): Operand | null {
    const one = negation()
    const token = next()
    if (token?.kind !== 'near') return one
    at++
    const other = negation()
    const two = [one?.node, other?.node]
    const [first, second] = two.flatMap((node) => (node?.kind === 'term' && !node.field ? node : []))
    if (!first || !second || first.match !== second.match || next()?.kind === 'near')
      return refuse('near-needs-two-words')
    const { distance } = token
    const node = { kind: 'near', words: [first.text, second.text], match: first.match, distance } as const
    return { node, plain: false }
  }

  function negation(): Operand | null {
    let negations = 0
    for (; next()?.kind === 'not'; at++) negations++
    const operand = primary()
    if (negations === 0) return operand
    if (!operand) return refuse('operator-without-words')
    const child = meaning(operand)
    if (negations % 2 === 0) return operand
    return { node: child.kind === 'not' ? child.child : { kind: 'not', child }, plain: false }
  }

  function primary(): Operand | null {
    const token = next()
    if (token?.kind === 'part') {
      at++
      return token
    }
    if (token?.kind === 'near') return refuse('near-needs-two-words')
    if (token?.kind !== 'open') return null
    if (depth === maxDepth) return refuse('nested-too-deep')
    at++
    depth++
    const inside = alternatives()
    if (next()?.kind !== 'close') return refuse('unbalanced-parentheses')
    at++
    depth--
    return inside
  }

  function meaning({ node, plain }: Operand): TypedQuery {
    return plain && reading.compounds && node.kind === 'term' ? { kind: 'compounds', text: node.text } : node
  }

  const whole = alternatives()
  if (next()) refuse('unbalanced-parentheses')
  if (!whole || refusal) return { refusal: refusal ?? 'nothing-to-search-for' }
  return { query: meaning(whole), ignored: [...ignored] }
}

function compound(kind: 'and' | 'or', nodes: readonly TypedQuery[]): Operand {
  const children = nodes.flatMap((node) => (node.kind === kind ? node.children : [node]))
  const [only] = children
  return { node: only && children.length === 1 ? only : { kind, children }, plain: false }
}

// What narrows a search rather than being looked for, when only some words must be there.
function isCondition(node: TypedQuery): boolean {
  return node.kind === 'not' || node.kind === 'language' || ('field' in node && node.field === 'sender')
}

function isFiller({ node, plain }: Operand): boolean {
  return plain && node.kind === 'term' && isStopWord(node.text)
}
