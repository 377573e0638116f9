import type { Readable } from 'node:stream'
import { SaxesParser } from 'saxes'

/** Why a document's XML is not read. */
export class UnreadableXml extends Error {
  override name = 'UnreadableXml'
  constructor(readonly reason: 'declares-entities' | 'too-complex' | 'broken') {
    super(reason)
  }
}

const deepest = 500

/** What is heard of an XML part. Names stand without their prefix. */
export type XmlListener = {
  open?(name: string, attributes: Readonly<Record<string, string>>): void
  close?(name: string): void
  text?(text: string): void
  /** Whether enough has been heard. */
  enough?(): boolean
}

/**
 * Reads a part as it is unpacked, never the whole of it at once. A document type is refused before anything in it can
 * take effect: nothing is fetched, and no entity but XML's own five is known. Throws UnreadableXml.
 */
export async function hearXml(part: Readable, listener: XmlListener): Promise<void> {
  const parser = new SaxesParser({ position: false })
  let depth = 0
  parser.on('doctype', () => {
    throw new UnreadableXml('declares-entities')
  })
  parser.on('error', () => {
    throw new UnreadableXml('broken')
  })
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1
    if (depth > deepest) throw new UnreadableXml('too-complex')
    listener.open?.(local(name), attributes as Record<string, string>)
  })
  parser.on('closetag', ({ name }) => {
    depth -= 1
    listener.close?.(local(name))
  })
  parser.on('text', (text) => listener.text?.(text))
  parser.on('cdata', (text) => listener.text?.(text))
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const piece of part as AsyncIterable<Buffer>) {
      parser.write(decoder.decode(piece, { stream: true }))
      if (listener.enough?.()) return
    }
    parser.write(decoder.decode())
    parser.close()
  } catch (error) {
    throw error instanceof UnreadableXml ? error : new UnreadableXml('broken')
  } finally {
    part.destroy()
  }
}

const local = (name: string) => name.slice(name.indexOf(':') + 1)
