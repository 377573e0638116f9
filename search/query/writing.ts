import type { TypedQuery } from '../tree.ts'

/** A query as one could type it: read again with the same reading of plain words it is the same query. */
export function typedOf(query: TypedQuery): string {
  switch (query.kind) {
    case 'all':
      return ''
    case 'term':
      return inField(query.field, query.match === 'exact' ? `"${query.text}"` : query.text)
    case 'compounds':
      return query.text
    case 'phrase':
      return inField(
        query.field,
        query.match === 'exact' ? `"${query.words.join(' ')}"` : query.words.join('-'),
      )
    case 'prefix':
      return inField(query.field, `${query.text}*`)
    case 'fuzzy':
      return `${query.text}~`
    case 'infix':
      return `*${query.text}*`
    case 'near': {
      const [one, other] = query.words.map((word) => (query.match === 'exact' ? `"${word}"` : word))
      return `${one} NÆR/${query.distance} ${other}`
    }
    case 'language':
      return `språk:${query.lang}`
    case 'not':
      return `-${grouped(query.child)}`
    case 'and':
      return query.children.map((child) => (child.kind === 'or' ? grouped(child) : typedOf(child))).join(' ')
    case 'or':
      return query.children.map(typedOf).join(' ELLER ')
  }
}

function grouped(query: TypedQuery): string {
  return ['and', 'or', 'near'].includes(query.kind) ? `(${typedOf(query)})` : typedOf(query)
}

function inField(field: string | undefined, text: string): string {
  return field === 'sender' ? `avsender:${text}` : text
}
