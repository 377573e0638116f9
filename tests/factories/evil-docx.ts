import { strToU8, Zip, ZipDeflate, ZipPassThrough } from 'fflate'
import { aDocx, docxParts, paragraphXml, zipped } from './docx.ts'

const plain = docxParts(paragraphXml('Vi vil dele data.'))
const document = plain['word/document.xml'] ?? ''
const types = plain['[Content_Types].xml'] ?? ''

/** A part of so many megabytes of zeros, packed small. */
export function zeros(megabytes: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = []
    const zip = new Zip((error, chunk, last) => {
      if (error) return reject(error)
      chunks.push(chunk)
      if (last) resolve(Buffer.concat(chunks))
    })
    for (const [name, text] of Object.entries(plain)) {
      const part = new ZipPassThrough(name)
      zip.add(part)
      part.push(strToU8(text), true)
    }
    const bomb = new ZipDeflate('word/media/image1.png', { level: 9 })
    zip.add(bomb)
    const megabyte = new Uint8Array(1024 * 1024)
    for (let at = 1; at <= megabytes; at += 1) bomb.push(megabyte, at === megabytes)
    zip.end()
  })
}

/** The same bytes with every declared size of unpacked data made small: a file that lies about itself. */
export function lying(zip: Buffer): Buffer {
  const bytes = Buffer.from(zip)
  for (let at = 0; at < bytes.length - 30; at += 1) {
    const mark = bytes.readUInt32LE(at)
    if (mark === 0x04034b50 && bytes.readUInt32LE(at + 22) > 50_000) bytes.writeUInt32LE(10, at + 22)
    if (mark === 0x02014b50 && bytes.readUInt32LE(at + 24) > 50_000) bytes.writeUInt32LE(10, at + 24)
  }
  return bytes
}

/** The same bytes with one file name written as another of the same length. */
export const renamed = (zip: Buffer, from: string, to: string) =>
  Buffer.from(zip.toString('latin1').replaceAll(from, to), 'latin1')

/** Marks every entry as encrypted. */
export function locked(zip: Buffer): Buffer {
  const bytes = Buffer.from(zip)
  for (let at = 0; at < bytes.length - 30; at += 1) {
    const mark = bytes.readUInt32LE(at)
    if (mark === 0x04034b50) bytes.writeUInt16LE(bytes.readUInt16LE(at + 6) | 1, at + 6)
    if (mark === 0x02014b50) bytes.writeUInt16LE(bytes.readUInt16LE(at + 8) | 1, at + 8)
  }
  return bytes
}

const laughs = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join(
  '',
)
const ole = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const inBody = (xml: string) => document.replace('<w:body>', `<w:body>${xml}`)
const withDocument = (xml: string | Uint8Array) => zipped({ ...plain, 'word/document.xml': xml })
const many = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`word/media/${at}.bin`, 'x']))

/** Files nobody should be able to hand in, by the refusal each is to get. */
export async function evilFiles(): Promise<[refusal: string, what: string, bytes: Buffer][]> {
  const bomb = await zeros(200)
  const safe = aDocx(['Vi vil dele data.'], { 'word/aaaaaaaaaaaaaaa.bin': 'x' })
  const named = (name: string) => renamed(safe, 'word/aaaaaaaaaaaaaaa.bin', name)
  return [
    ['empty-file', 'nothing', Buffer.alloc(0)],
    ['pdf', 'a PDF', Buffer.from('%PDF-1.7\n1 0 obj')],
    ['pdf', 'a PDF that is also a Word file', Buffer.concat([Buffer.from('%PDF-1.7\n'), safe])],
    ['old-word', 'an old Word file', Buffer.concat([ole, Buffer.alloc(600)])],
    [
      ...(['encrypted', 'a file with a password'] as const),
      Buffer.concat([ole, Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')]),
    ],
    ['encrypted', 'a locked zip', locked(safe)],
    ['not-word', 'a text with the name of a Word file', Buffer.from('Kjære kommune,')],
    ['not-word', 'a web page before a Word file', Buffer.concat([Buffer.from('<html>'), safe])],
    ['other-zip', 'some other zip', zipped({ 'les-meg.txt': 'Hei' })],
    [
      ...(['other-zip', 'a spreadsheet'] as const),
      zipped({
        ...plain,
        '[Content_Types].xml': types.replaceAll('wordprocessingml.document.main', 'spreadsheetml.sheet.main'),
      }),
    ],
    ['macros', 'macros', aDocx(['Hei.'], { 'word/vbaProject.bin': 'x' })],
    [
      ...(['macros', 'a document that may have macros'] as const),
      zipped({
        ...plain,
        '[Content_Types].xml': types.replace(
          'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
          'application/vnd.ms-word.document.macroEnabled.main+xml',
        ),
      }),
    ],
    ['unpacks-too-large', '200 MB of zeros', bomb],
    ['broken-zip', '200 MB of zeros that say they are ten bytes', lying(bomb)],
    ['unpacks-too-large', '9 MB of XML', withDocument(inBody(' '.repeat(9 * 1024 * 1024)))],
    ['unpacks-too-large', '2,500 parts', aDocx(['Hei.'], many(2_500))],
    ['unsafe-names', 'a path that leads out', named('../../../../aaaaaaaa.bin')],
    ['unsafe-names', 'an absolute path', named('/ord/aaaaaaaaaaaaaaa.bin')],
    ['unsafe-names', 'a drive', named('C:/d/aaaaaaaaaaaaaaa.bin')],
    ['unsafe-names', 'a backslash', named('word\\aaaaaaaaaaaaaaa.bin')],
    [
      ...(['unsafe-names', 'the same name twice'] as const),
      renamed(aDocx(['Hei.'], { 'word/documenx.xml': document }), 'word/documenx.xml', 'word/document.xml'),
    ],
    [
      ...(['declares-entities', 'an external entity'] as const),
      withDocument(
        document
          .replace('<w:document', '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><w:document')
          .replace('Vi vil', '&e;'),
      ),
    ],
    [
      ...(['declares-entities', 'a billion laughs'] as const),
      withDocument(
        document
          .replace('<w:document', `<!DOCTYPE x [<!ENTITY l0 "ha">${laughs}]><w:document`)
          .replace('Vi vil', '&l9;'),
      ),
    ],
    [
      'declares-entities',
      'an entity in another part',
      aDocx(['Hei.'], { 'customXml/item1.xml': '<!DOCTYPE x><x/>' }),
    ],
    ['broken-xml', 'XML in another encoding', withDocument(Buffer.from(`\ufeff${document}`, 'utf16le'))],
    ['unreadable', 'XML cut off in the middle', withDocument(document.slice(0, -60))],
    [
      'unreadable',
      'a hundred thousand elements inside each other',
      withDocument(inBody('<w:p>'.repeat(100_000) + '</w:p>'.repeat(100_000))),
    ],
    ['too-complex', 'a million elements', withDocument(inBody('<w:r/>'.repeat(1_000_000)))],
    ['broken-zip', 'a file cut off in the middle', safe.subarray(0, safe.length - 200)],
    ['nothing-readable', 'a document without text', aDocx(['', '  '])],
    ['too-many-blocks', '2,001 paragraphs', aDocx(Array.from({ length: 2_001 }, (_, at) => `Avsnitt ${at}`))],
    ['block-too-long', 'a paragraph of 10,001 letters', aDocx(['Kort.', 'x'.repeat(10_001)])],
    ['block-too-long', 'a heading of 301 letters', aDocx([{ style: 'Overskrift1', text: 'x'.repeat(301) }])],
  ]
}
