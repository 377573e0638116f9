import { SENDER_KINDS } from '../organisations/sender-kind.ts'

// The order of the tradition (nordic-practice.md § C3): central bodies, then counties and municipalities, then the rest.
const order: readonly string[] = ['state-body', 'county-municipality', 'municipality']

const known: readonly string[] = SENDER_KINDS

const place = (kind: string) => {
  const at = order.indexOf(kind)
  return at === -1 ? order.length + Math.max(0, known.indexOf(kind)) : at
}

/** The kinds of sender in the order a report names them, private persons last. */
export function inTradition<Of extends { kind: string }>(list: readonly Of[]): Of[] {
  return [...list].sort((a, b) => place(a.kind) - place(b.kind))
}

/** A sender as a report tells of it; `from` tells two of one name apart. */
type Behind = { from: string | null; sender: { name: string | null; kind: string } | null }

/** Who stands behind something: bodies by kind and name, each once; private persons are counted and never named. */
export function behindIn(list: readonly Behind[]): {
  bodies: { kind: string; names: string[] }[]
  persons: number
} {
  const kinds = new Map<string, Map<string, string>>()
  const persons = new Set<string>()
  list.forEach(({ from, sender }, at) => {
    if (!sender) return
    const key = from ?? `${at}`
    if (sender.kind === 'person') persons.add(key)
    else if (sender.name) kinds.set(sender.kind, (kinds.get(sender.kind) ?? new Map()).set(key, sender.name))
  })
  const bodies = [...kinds].map(([kind, names]) => ({
    kind,
    names: [...names.values()].sort((a, b) => a.localeCompare(b, 'nb')),
  }))
  return { bodies: inTradition(bodies), persons: persons.size }
}

/** Names that stand behind one number on paper; a round of all municipalities has room. */
const mostNamed = 400

/** Those behind a number, each once: bodies that may be named by kind and name; private persons and the others are counted. */
export function voicesOf(list: readonly { kind: string; name: string | null }[], total: number) {
  const bodies = new Map<string, string[]>()
  const persons = list.filter(({ kind }) => kind === 'person').length
  const named = list.flatMap(({ kind, name }) => (kind !== 'person' && name !== null ? [{ kind, name }] : []))
  for (const { kind, name } of inTradition(named).slice(0, mostNamed))
    bodies.set(kind, [...(bodies.get(kind) ?? []), name])
  return {
    bodies: [...bodies].map(([kind, names]) => ({ kind, names })),
    more: Math.max(0, named.length - mostNamed),
    ...{ persons, unnamed: total - persons - named.length },
  }
}
