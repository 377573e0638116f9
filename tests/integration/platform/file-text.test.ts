import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { FileKind } from '#app/platform/files/file-kind.ts'
import { kindOfFile } from '#app/platform/files/sniffing.server.ts'
import { textLimits } from '#app/platform/files/text-lines.ts'
import { textOfFile } from '#app/platform/files/text-of-file.server.ts'
import { readTextApart } from '#app/platform/files/text-reading.server.ts'
import { aDocx, docxParts, tableXml, zipped } from '#tests/factories/docx.ts'
import { aPdfBomb, aRawPdf, noise, unreadableFiles, unwelcomeFiles } from '#tests/factories/evil-files.ts'
import { aGif, aJpeg, anOdt, anXlsx, aPdf, aPng, aWebp, odtParts } from '#tests/factories/files.ts'

const folder = await mkdtemp(path.join(tmpdir(), 'innspill-files-'))
afterAll(() => rm(folder, { recursive: true, force: true }))
let count = 0

async function written(bytes: Buffer): Promise<string> {
  count += 1
  const place = path.join(folder, String(count))
  await writeFile(place, bytes)
  return place
}
const kindOf = async (bytes: Buffer) => kindOfFile(await written(bytes))
const textOf = async (bytes: Buffer, kind: FileKind) => textOfFile(await written(bytes), kind)

const sentences = [
  'Barn og unge skal møte en trygg digital hverdag, og skolen skal ha ro til å lære.',
  'Kommunestyret mener at bistanden må vare i to år, og at lærerne må få tid til å øve seg før planen trer i kraft i hele landet.',
]

test('a file is what its bytes are', async () => {
  expect(await kindOf(await aPdf(sentences))).toBe('pdf')
  expect(await kindOf(aDocx(sentences))).toBe('docx')
  expect(await kindOf(anOdt(sentences))).toBe('odt')
  expect(await kindOf(anXlsx('Ark 1', [['a', 1]]))).toBe('xlsx')
  for (const [kind, bytes] of [
    ['png', aPng()],
    ['jpeg', aJpeg()],
    ['gif', aGif()],
    ['webp', aWebp()],
  ] as const)
    expect(await kindOf(bytes)).toBe(kind)
})

test('a file that is two things at once is what it begins as', async () => {
  expect(await kindOf(Buffer.concat([await aPdf(sentences), aDocx(sentences)]))).toBe('pdf')
  expect(await kindOf(Buffer.concat([aGif(), Buffer.from('<script>alert(1)</script>')]))).toBe('gif')
})

test('what is no kind of ours, or is built to do harm, is turned away with its reason', async () => {
  for (const [refusal, what, bytes] of await unwelcomeFiles())
    expect(await kindOf(bytes), what).toEqual({ refusal })
})

test('a text is read with its paragraphs, tables and notes, and nothing that was deleted', async () => {
  expect(await textOf(aDocx(sentences), 'docx')).toEqual({ text: sentences.join('\n'), whole: true })
  const body = `${tableXml([
    ['Tiltak', 'Kroner'],
    ['Lærertid', '2 000'],
  ])}<w:p><w:r><w:t>Vi</w:t></w:r><w:del><w:r><w:delText>alle</w:delText></w:r></w:del><w:r><w:tab/><w:t>mener</w:t></w:r></w:p>`
  expect(await textOf(zipped(docxParts(body)), 'docx')).toMatchObject({
    text: 'Tiltak | Kroner\nLærertid | 2 000\nVi mener',
  })
  const odt = `<text:h>Vedtak</text:h><text:tracked-changes><text:p>slettet</text:p></text:tracked-changes><table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell><table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table><text:p>Kjære<text:s/><text:span>alle</text:span><text:line-break/>sammen</text:p>`
  expect(await textOf(zipped(odtParts(odt)), 'odt')).toMatchObject({
    text: 'Vedtak\na | b\nKjære alle\nsammen',
  })
  const sheet = anXlsx('Budsjett', [['Tiltak', 'Kroner'], [], ['Lærertid', 0.1 + 0.2]])
  expect(await textOf(sheet, 'xlsx')).toMatchObject({ text: 'Budsjett\nTiltak | Kroner\nLærertid | 0.3' })
})

test('the printed lines of a PDF become the paragraphs they were', async () => {
  expect(await textOf(await aPdf(sentences), 'pdf')).toEqual({ text: sentences.join('\n'), whole: true })
})

test('of a very long text the beginning is kept, and it is said that there is more', async () => {
  const long = Array.from({ length: textLimits.lines + 5 }, (_, at) => `Avsnitt ${at}`)
  const found = await textOf(aDocx(long), 'docx')
  expect(found).toMatchObject({ whole: false })
  expect('text' in found && found.text.split('\n').length).toBe(textLimits.lines)
  const wide = await textOf(anOdt(Array.from({ length: 30 }, () => noise(10_000))), 'odt')
  expect(wide).toMatchObject({ whole: false })
  expect('text' in wide ? wide.text.length : 0).toBeGreaterThan(textLimits.letters / 2)
  expect('text' in wide ? wide.text.length : Infinity).toBeLessThanOrEqual(textLimits.letters)
})

test('what cannot be read says why, and no other file is looked into', async () => {
  for (const [refusal, kind, what, bytes] of unreadableFiles())
    expect(await textOf(bytes, kind), what).toEqual({ refusal })
  const locked = await aPdf(sentences, { userPassword: 'hemmelig' })
  expect(await textOf(locked, 'pdf')).toEqual({ refusal: 'encrypted' })
})

test('a process of its own reads, and is ended when it takes too long or too much memory', async () => {
  expect(await readTextApart(await written(aDocx(sentences)), 'docx')).toMatchObject({ whole: true })
  const slow = aRawPdf(Buffer.from('BT /F1 12 Tf (a) Tj ET\n'.repeat(400_000)))
  expect(await readTextApart(await written(slow), 'pdf', { longestMs: 1_500, memoryMb: 640 })).toEqual({
    refusal: 'too-slow',
  })
  const large = await readTextApart(await written(aPdfBomb(1_500)), 'pdf', {
    longestMs: 60_000,
    memoryMb: 400,
  })
  expect(large).toEqual({ refusal: 'too-much-memory' })
}, 90_000)
