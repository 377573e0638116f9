/** What a page is kept as, the smallest first. */
export const encodings = ['br', 'gzip', 'identity'] as const
export type Encoding = (typeof encodings)[number]

const longest = 500

/**
 * The form a reader is given, by `Accept-Encoding` (RFC 9110 § 12.5.3): the one they like best, of two they like as well the
 * smaller. Who says nothing, or nothing we can read, or refuses all, gets it as it is.
 */
export function encodingFor(accepted: string | undefined): Encoding {
  if (!accepted || accepted.length > longest) return 'identity'
  const weights = new Map<string, number>()
  for (const part of accepted.toLowerCase().split(',')) {
    const [name = '', ...more] = part.split(';').map((piece) => piece.trim())
    const weight = more.find((piece) => /^q\s*=/.test(piece))
    if (name && !weights.has(name)) weights.set(name, weight ? weightOf(weight) : 1)
  }
  const weightFor = (encoding: Encoding) => {
    const named = weights.get(encoding) ?? (encoding === 'gzip' ? weights.get('x-gzip') : undefined)
    // As it is will do for everybody who has not refused it, but is nobody's first wish.
    return named ?? weights.get('*') ?? (encoding === 'identity' ? 0.0001 : 0)
  }
  const asItIs: { encoding: Encoding; weight: number } = { encoding: 'identity', weight: 0 }
  return encodings
    .map((encoding) => ({ encoding, weight: weightFor(encoding) }))
    .reduce((best, one) => (one.weight > best.weight ? one : best), asItIs).encoding
}

const weightOf = (piece: string) => {
  const value = piece.replace(/^q\s*=\s*/, '')
  return /^(0(\.\d{0,3})?|1(\.0{0,3})?)$/.test(value) ? Number(value) : 0
}
