import { createHash } from 'node:crypto'
import PDFDocument from 'pdfkit'
import { v7 } from 'uuid'
import { columnLetters } from '#app/platform/files/table-text.ts'
import type { Database } from '#db/client.server.ts'
import { attachments, versionAttachments } from '#db/schema/index.ts'
import { escaped, zipped } from './docx.ts'
import { only } from './people.ts'

/** A PDF as a word processor makes one: paragraphs in lines as wide as the page. `more` is pdfkit's. */
export function aPdf(paragraphs: readonly string[], more: PDFKit.PDFDocumentOptions = {}): Promise<Buffer> {
  const paper = new PDFDocument({ size: 'A4', margin: 72, ...more })
  const pieces: Buffer[] = []
  const done = new Promise<Buffer>((resolve) => {
    paper.on('data', (piece: Buffer) => pieces.push(piece))
    paper.on('end', () => resolve(Buffer.concat(pieces)))
  })
  paper.fontSize(11)
  for (const paragraph of paragraphs) paper.text(paragraph).moveDown()
  paper.end()
  return done
}

const oasis = 'urn:oasis:names:tc:opendocument:xmlns'

/** The parts of an OpenDocument text round a body. */
export const odtParts = (body: string): Record<string, string> => ({
  mimetype: 'application/vnd.oasis.opendocument.text',
  'META-INF/manifest.xml': `<manifest:manifest xmlns:manifest="${oasis}:manifest:1.0"/>`,
  'content.xml': `<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="${oasis}:office:1.0" xmlns:text="${oasis}:text:1.0" xmlns:table="${oasis}:table:1.0"><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
})

/** An OpenDocument text of these paragraphs. */
export const anOdt = (paragraphs: readonly string[]) =>
  zipped(odtParts(paragraphs.map((text) => `<text:p>${escaped(text)}</text:p>`).join('')))

const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** The parts of a spreadsheet with one sheet. Words are shared, as Excel writes them; numbers stand in their cells. */
export function xlsxParts(sheet: string, rows: readonly (readonly (string | number)[])[]) {
  const words: string[] = []
  const cell = (value: string | number, at: string) =>
    typeof value === 'number'
      ? `<c r="${at}"><v>${value}</v></c>`
      : `<c r="${at}" t="s"><v>${words.push(value) - 1}</v></c>`
  const data = rows
    .map((row, down) => {
      const cells = row.map((value, along) => cell(value, `${columnLetters(along)}${down + 1}`))
      return `<row r="${down + 1}">${cells.join('')}</row>`
    })
    .join('')
  return {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/></Types>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="${escaped(sheet)}" sheetId="1" r:id="rId7"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId7" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/sharedStrings.xml': `<sst xmlns="${main}">${words.map((word) => `<si><t>${escaped(word)}</t></si>`).join('')}</sst>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${data}</sheetData></worksheet>`,
  } satisfies Record<string, string>
}

export const anXlsx = (sheet: string, rows: readonly (readonly (string | number)[])[]) =>
  zipped(xlsxParts(sheet, rows))

/** The smallest picture there is: one dot. */
export const aPng = () =>
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )

/** Beginnings of the other kinds of picture. */
export const aJpeg = () =>
  Buffer.concat([Buffer.from('ffd8ffe000104a46494600010100', 'hex'), Buffer.alloc(200)])
export const aGif = () => Buffer.concat([Buffer.from('GIF89a'), Buffer.alloc(60)])
export const aWebp = () =>
  Buffer.concat([Buffer.from('RIFF\x40\x00\x00\x00WEBPVP8 ', 'latin1'), Buffer.alloc(60)])

/** A form with a file in it, as a browser sends it. */
export function aFileForm(
  fields: Record<string, string>,
  file?: { name: string; bytes: Uint8Array; field?: string; type?: string },
): { body: Buffer; type: string } {
  const boundary = '----WebKitFormBoundary7MA4YWxkTrZu0gW'
  const pieces: (string | Uint8Array)[] = []
  for (const [name, value] of Object.entries(fields))
    pieces.push(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
  if (file)
    pieces.push(
      `--${boundary}\r\nContent-Disposition: form-data; name="${file.field ?? 'file'}"; filename="${file.name}"\r\nContent-Type: ${file.type ?? 'application/octet-stream'}\r\n\r\n`,
      file.bytes,
      '\r\n',
    )
  pieces.push(`--${boundary}--\r\n`)
  return {
    body: Buffer.concat(pieces.map((piece) => (typeof piece === 'string' ? Buffer.from(piece) : piece))),
    type: `multipart/form-data; boundary=${boundary}`,
  }
}

/** A file in a draft, as its row says it; the bytes are kept nowhere. With a version it was sent. */
export async function anAttachment(
  db: Database,
  input: { id: string; strategyId: string },
  by: string,
  own: Partial<typeof attachments.$inferInsert> & { versionId?: string } = {},
) {
  const { versionId, ...more } = own
  const { id: inputId, strategyId } = input
  const file = only(
    await db
      .insert(attachments)
      .values({
        ...{ strategyId, inputId, sha256: createHash('sha256').update(v7()).digest('hex') },
        ...{ name: 'vedtak.pdf', type: 'pdf', size: 1_000, uploadedAt: new Date(), uploadedBy: by, ...more },
      })
      .returning(),
  )
  if (versionId) await db.insert(versionAttachments).values({ strategyId, versionId, attachmentId: file.id })
  return file
}
