/** The parts of a request that ask for a page only if it is another, or only if it is the same. */
export type Conditions = { 'if-match'?: string | undefined; 'if-none-match'?: string | undefined }

const longest = 8_000
const tag = /(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*"/y

/**
 * What a reader is to be given of a page with this strong tag: the page, the news that they have it (304), or the news that
 * it is another than they asked for (412). RFC 9110 § 13; what is no list of tags is as if it were not there.
 */
export function outcomeOf(asked: Conditions, etag: string): 200 | 304 | 412 {
  const wanted = listed(asked['if-match'])
  if (wanted && wanted !== '*' && !wanted.includes(etag)) return 412
  const held = listed(asked['if-none-match'])
  // Weak comparison: a proxy that changes the bytes on the way marks the tag as weak, and it is the same page still.
  return held && (held === '*' || held.some((one) => one.replace(/^W\//, '') === etag)) ? 304 : 200
}

function listed(header: string | undefined): string[] | '*' | null {
  const text = header?.trim()
  if (!text || text.length > longest) return null
  if (text === '*') return '*'
  const found: string[] = []
  for (let at = 0; at < text.length; ) {
    tag.lastIndex = at
    const [one] = tag.exec(text) ?? []
    if (one === undefined) return null
    found.push(one)
    const rest = /^[ \t]*(,[ \t,]*|$)/.exec(text.slice(at + one.length))
    if (!rest) return null
    at += one.length + rest[0].length
  }
  return found
}
