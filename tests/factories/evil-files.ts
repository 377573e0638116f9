import { deflateSync } from 'node:zlib'
import { aDocx, docxParts, paragraphXml, zipped } from './docx.ts'
import { locked, lying, renamed, zeros } from './evil-docx.ts'
import { anOdt, anXlsx, odtParts, xlsxParts } from './files.ts'

const plain = docxParts(paragraphXml('Vi vil dele data.'))
const document = plain['word/document.xml'] ?? ''
const ole = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const withDocument = (xml: string) => zipped({ ...plain, 'word/document.xml': xml })
const many = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`word/media/${at}.bin`, 'x']))
const safe = aDocx(['Vi vil dele data.'], { 'word/aaaaaaaaaaaaaaa.bin': 'x' })
const named = (name: string) => renamed(safe, 'word/aaaaaaaaaaaaaaa.bin', name)

/** Files that are turned away at the door, by the refusal each is to get. */
export async function unwelcomeFiles(): Promise<[refusal: string, what: string, bytes: Buffer][]> {
  const bomb = await zeros(200)
  return [
    ['empty-file', 'nothing', Buffer.alloc(0)],
    ['unknown-kind', 'a program', Buffer.concat([Buffer.from('MZ\x90\x00', 'latin1'), Buffer.alloc(200)])],
    ['unknown-kind', 'a web page', Buffer.from('<!doctype html><script>alert(1)</script>')],
    [
      'unknown-kind',
      'a drawing that may carry script',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
    ],
    ['unknown-kind', 'a text with the name of a PDF', Buffer.from('Kjære kommune,')],
    ['unknown-kind', 'a web page before a Word file', Buffer.concat([Buffer.from('<html>'), safe])],
    ['unknown-kind', 'some other zip', zipped({ 'les-meg.txt': 'Hei' })],
    [
      'unknown-kind',
      'an OpenDocument spreadsheet',
      zipped({ ...odtParts(''), mimetype: 'application/vnd.oasis.opendocument.spreadsheet' }),
    ],
    ['old-office', 'an old Word file, or one with a password', Buffer.concat([ole, Buffer.alloc(600)])],
    ['encrypted', 'a locked zip', locked(safe)],
    [
      'encrypted',
      'an OpenDocument text with a password',
      zipped({ ...odtParts(''), 'META-INF/manifest.xml': '<manifest:encryption-data/>' }),
    ],
    ['macros', 'macros', aDocx(['Hei.'], { 'word/vbaProject.bin': 'x' })],
    ['macros', 'macros in a spreadsheet', zipped({ ...xlsxParts('Ark', [['a']]), 'xl/vbaProject.bin': 'x' })],
    [
      'macros',
      'macros in an OpenDocument text',
      zipped({ ...odtParts(''), 'Basic/Standard/Module1.xml': '<x/>' }),
    ],
    ['unpacks-too-large', '200 MB of zeros in one part', bomb],
    ['unpacks-too-large', '10,000 parts', aDocx(['Hei.'], many(10_000))],
    [
      'unpacks-too-large',
      'a part packed a thousand to one',
      zipped({ ...odtParts(''), 'big.bin': new Uint8Array(4_000_000) }),
    ],
    ['unsafe-names', 'a path that leads out', named('../../../../aaaaaaaa.bin')],
    ['unsafe-names', 'a backslash', named('word\\aaaaaaaaaaaaaaa.bin')],
    ['broken-zip', 'a file cut off in the middle', safe.subarray(0, safe.length - 200)],
    ['broken-zip', 'a beginning and no more', safe.subarray(0, 40)],
  ]
}

const laughs = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join(
  '',
)
const doctype = (declared: string) => `<!DOCTYPE x [${declared}]>`
const spaces = ' '.repeat(1_200_000)
/** Letters that do not pack well. */
export const noise = (length: number) =>
  Array.from({ length }, (_, at) => ((at * 7919) % 1_000_003).toString(36)).join('')

/** Files that are taken in and cannot be read, by what is said of them. */
export function unreadableFiles(): [
  refusal: string,
  kind: 'docx' | 'odt' | 'xlsx' | 'pdf',
  what: string,
  bytes: Buffer,
][] {
  const secret = doctype('<!ENTITY e SYSTEM "file:///etc/passwd">')
  return [
    [
      'declares-entities',
      'docx',
      'an external entity',
      withDocument(document.replace('<w:document', `${secret}<w:document`).replace('Vi vil', '&e;')),
    ],
    [
      'declares-entities',
      'docx',
      'a billion laughs',
      withDocument(
        document
          .replace('<w:document', `${doctype(`<!ENTITY l0 "ha">${laughs}`)}<w:document`)
          .replace('Vi vil', '&l9;'),
      ),
    ],
    [
      'declares-entities',
      'odt',
      'an external entity',
      zipped({ ...odtParts(''), 'content.xml': `${secret}<x>&e;</x>` }),
    ],
    [
      'declares-entities',
      'xlsx',
      'an external entity',
      zipped({ ...xlsxParts('Ark', [['a']]), 'xl/sharedStrings.xml': `${secret}<sst>&e;</sst>` }),
    ],
    ['broken', 'docx', 'an entity nobody declared', withDocument(document.replace('Vi vil', '&hei;'))],
    ['broken', 'docx', 'XML cut off in the middle', withDocument(document.slice(0, -60))],
    [
      'broken',
      'docx',
      'a part that lies about its size',
      lying(
        zipped({
          ...plain,
          'word/document.xml': document.replace('<w:body>', `<w:body><!--${noise(60_000)}-->`),
        }),
      ),
    ],
    [
      'too-complex',
      'docx',
      'five thousand elements inside each other',
      withDocument(document.replace('<w:body>', `<w:body>${'<w:p>'.repeat(5_000)}${'</w:p>'.repeat(5_000)}`)),
    ],
    ['no-text', 'docx', 'a document without text', aDocx(['', spaces.slice(0, 9)])],
    ['no-text', 'odt', 'an OpenDocument text without text', anOdt([])],
    ['no-text', 'xlsx', 'an empty sheet without a name', anXlsx(' ', [])],
    ['broken', 'pdf', 'a PDF that is only its beginning', Buffer.from('%PDF-1.7\n1 0 obj\n<<')],
  ]
}

/** A PDF of one page whose contents unpack to so many megabytes. */
export function aPdfBomb(megabytes: number, contents = ' '): Buffer {
  const packed = deflateSync(Buffer.alloc(megabytes * 1024 * 1024, contents), { level: 9 })
  return aRawPdf(packed, '/Filter /FlateDecode')
}

/** A PDF of one page with these contents, written by hand. */
export function aRawPdf(contents: Buffer, more = ''): Buffer {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
  ]
  const pieces: Buffer[] = [Buffer.from('%PDF-1.7\n')]
  const offsets: number[] = []
  const add = (object: Buffer) => {
    offsets.push(pieces.reduce((sum, piece) => sum + piece.length, 0))
    pieces.push(Buffer.from(`${offsets.length} 0 obj\n`), object, Buffer.from('\nendobj\n'))
  }
  for (const object of objects) add(Buffer.from(object))
  const head = Buffer.from(`<< /Length ${contents.length} ${more} >>\nstream\n`)
  add(Buffer.concat([head, contents, Buffer.from('\nendstream')]))
  add(Buffer.from('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'))
  const start = pieces.reduce((sum, piece) => sum + piece.length, 0)
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const trailer = `xref\n0 6\n0000000000 65535 f \n${table}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${start}\n%%EOF`
  return Buffer.concat([...pieces, Buffer.from(trailer)])
}
