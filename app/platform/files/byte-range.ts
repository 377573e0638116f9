/** A stretch of a file's bytes, the end included. */
export type ByteRange = { start: number; end: number }

/**
 * The stretch that a Range header asks for of a file of `size` bytes (RFC 9110 § 14). Null where all of it is to be sent:
 * nothing is asked for, not in bytes, in several stretches, or not so that it can be read. 'beyond' lies outside the file.
 */
export function rangeAsked(header: string | null, size: number): ByteRange | 'beyond' | null {
  const [, from = '', to = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '') ?? []
  if (from === '' && to === '') return null
  if (from === '') {
    const last = Number(to)
    return last === 0 || size === 0 ? 'beyond' : { start: Math.max(0, size - last), end: size - 1 }
  }
  const start = Number(from)
  if (to !== '' && Number(to) < start) return null
  return start >= size ? 'beyond' : { start, end: to === '' ? size - 1 : Math.min(Number(to), size - 1) }
}

/** Whether a header of entity tags (If-Match, If-None-Match, If-Range) names this strong one. */
export function namesTag(header: string | null, tag: string): boolean {
  return (header ?? '').split(',').some((one) => one.trim() === tag || one.trim() === '*')
}
