/** One part of a posted form: a field, or a file when it has a file name. Its data must be read before the next part. */
export type FormPart = { name: string; fileName: string | null; data: AsyncGenerator<Buffer, void> }

/** The body is no form, ended before it was finished, or has more parts or longer headers than a form of ours. */
export class BrokenForm extends Error {
  override name = 'BrokenForm'
}

const longestHeaders = 8 * 1024
const mostParts = 40

/**
 * The parts of a multipart form (RFC 7578) as they come in. Holds one piece of the body at a time and at most 8 kB of
 * headers, whatever is sent; throws BrokenForm.
 */
export async function* partsOf(
  body: AsyncIterable<Uint8Array>,
  contentType: string,
): AsyncGenerator<FormPart, void> {
  const delimiter = Buffer.from(`\r\n--${boundaryOf(contentType)}`)
  const coming = body[Symbol.asyncIterator]()
  // As if a line had ended before the body, so that the first boundary is found like the others.
  let held: Buffer = Buffer.from('\r\n')

  async function more() {
    const { done, value } = await coming.next()
    if (done) throw new BrokenForm('the body ended too soon')
    held = held.length === 0 ? Buffer.from(value) : Buffer.concat([held, value])
  }
  async function* untilBoundary() {
    for (;;) {
      const at = held.indexOf(delimiter)
      // What may be the beginning of a boundary waits for what comes after it.
      const sure = at < 0 ? held.length - delimiter.length + 1 : at
      if (sure > 0) yield held.subarray(0, sure)
      if (sure > 0) held = held.subarray(sure)
      if (at >= 0) {
        held = held.subarray(delimiter.length)
        return
      }
      await more()
    }
  }

  for await (const _ of untilBoundary()) if (_.length > longestHeaders) throw new BrokenForm('no boundary')
  for (let count = 0; ; count += 1) {
    while (held.length < 2) await more()
    if (held.subarray(0, 2).equals(Buffer.from('--'))) return
    if (count === mostParts) throw new BrokenForm('too many parts')
    let end = held.indexOf('\r\n\r\n')
    for (; end < 0; end = held.indexOf('\r\n\r\n')) {
      if (held.length > longestHeaders) throw new BrokenForm('headers too long')
      await more()
    }
    if (end > longestHeaders) throw new BrokenForm('headers too long')
    const headers = held.subarray(0, end).toString('utf8')
    held = held.subarray(end + 4)
    // A part without data ends where its headers do.
    const data = untilBoundary()
    yield { ...dispositionOf(headers), data }
    for await (const _ of data) {
      // What nobody read passes by.
    }
  }
}

function boundaryOf(contentType: string): string {
  const [, quoted, plain] =
    /^multipart\/form-data\s*;.*?\bboundary=(?:"([^"]{1,70})"|([^;\s"]{1,70}))/i.exec(contentType) ?? []
  const boundary = quoted ?? plain
  if (!boundary) throw new BrokenForm('no boundary')
  return boundary
}

function dispositionOf(headers: string): Pick<FormPart, 'name' | 'fileName'> {
  const [, value] = /^content-disposition:\s*form-data\s*;(.*)$/im.exec(headers) ?? []
  const [, name] = /(?:^|;)\s*name="([^"]*)"/i.exec(value ?? '') ?? []
  if (name === undefined) throw new BrokenForm('a part without a name')
  const [, fileName] = /(?:^|;)\s*filename="([^"]*)"/i.exec(value ?? '') ?? []
  return { name: written(name), fileName: fileName === undefined ? null : written(fileName) }
}

// Browsers write three signs in names this way (HTML, multipart/form-data encoding algorithm).
const written = (name: string) => name.replace(/%22|%0D|%0A/gi, (sign) => decodeURIComponent(sign))
