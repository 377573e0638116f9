import { fork } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, expect, test } from 'vitest'
import { readDocx } from '#app/features/documents/docx.server.ts'
import { readDocxApart } from '#app/features/documents/docx-reading.server.ts'
import { aDocx, aLongDraft, docxParts, paragraphXml, tableXml, zipped } from '#tests/factories/docx.ts'
import { evilFiles } from '#tests/factories/evil-docx.ts'

const evil = await evilFiles()

const reader = fork('tests/integration/documents/evil-reading.ts', {
  execArgv: ['--max-old-space-size=160', '--import', 'tsx'],
  serialization: 'advanced',
})
afterAll(() => void reader.kill())

const ended = once(reader, 'exit').then(([code, signal]) => {
  throw new Error(`The reader ended: ${signal ?? code}`)
})
ended.catch(() => {})

/** What a process with 160 MB for its objects makes of the file; it ends, and so does the test, where that is too little. */
async function readWithLittleMemory(bytes: Uint8Array): Promise<{ reading: unknown; megabytes: number }> {
  const answer = once(reader, 'message')
  reader.send(bytes, () => {})
  return (await Promise.race([answer, ended]))[0]
}

const { megabytes: ordinary } = await readWithLittleMemory(aDocx(['Vi vil dele data.']))

test.each(evil)('refuses with «%s», in little memory: %s', async (refusal, _what, bytes) => {
  const { reading, megabytes } = await readWithLittleMemory(bytes)
  expect(reading).toMatchObject({ refusal })
  expect(megabytes - ordinary).toBeLessThan(190)
})

const body = (...xml: string[]) => zipped(docxParts(xml.join('')))

test('headings, paragraphs, ambitions, lists and signatures become blocks; typed numbers go', async () => {
  const paragraphs = [
    { style: 'Tittel', text: 'Strategi for læring' },
    { style: 'Overskrift1', text: 'Forord' },
    'Vi takker alle som har bidratt.',
    'Sofie Lind',
    'direktør',
    { style: 'INNH1', text: '1 Barn\t3' },
    { style: 'Overskrift1', text: '1 Barn' },
    { style: 'Ambisjon', text: 'Alle barn er trygge.' },
    '1.1 Barn skal ha ro.\nOg vern.',
    'Vi vil:',
    { text: 'dele data', list: {} },
    { text: 'lære av hverandre', list: {} },
    { style: 'Overskrift2', text: '1.2 Hva vi gjør' },
    'Ambisjon 2: Færre systemer.',
    '2026 er første år.',
    { text: 'først', list: { ordered: true } },
    { text: 'så', list: { ordered: true } },
    { style: 'Overskrift1', text: 'Vedlegg' },
    { style: 'Signatur', text: 'Per Moe' },
  ]
  expect(await readDocx(aDocx(paragraphs))).toEqual({
    blocks: [
      { kind: 'heading', unnumbered: true, text: 'Strategi for læring' },
      { kind: 'heading', unnumbered: true, text: 'Forord' },
      { kind: 'paragraph', text: 'Vi takker alle som har bidratt.' },
      { kind: 'signature', text: 'Sofie Lind\ndirektør' },
      { kind: 'heading', text: 'Barn' },
      { kind: 'ambition', text: 'Alle barn er trygge.' },
      { kind: 'paragraph', text: 'Barn skal ha ro.\nOg vern.' },
      { kind: 'paragraph', text: 'Vi vil:\n– dele data\n– lære av hverandre' },
      { kind: 'subheading', text: 'Hva vi gjør' },
      { kind: 'ambition', text: 'Færre systemer.' },
      { kind: 'paragraph', text: '2026 er første år.' },
      { kind: 'paragraph', text: '1. først\n2. så' },
      { kind: 'heading', text: 'Vedlegg' },
      { kind: 'signature', text: 'Per Moe' },
    ],
    notes: { contents: 1, numbers: 3, lists: 2 },
  })
})

test('tables become lines, a box is ordinary text, and what is left out is counted', async () => {
  const image = '<w:r><w:drawing/></w:r>'
  const changed =
    '<w:r><w:t>Vi vil </w:t></w:r><w:ins w:id="1"><w:r><w:t>dele</w:t></w:r></w:ins><w:del w:id="2"><w:r><w:delText>skjule</w:delText></w:r></w:del><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:commentReference w:id="1"/></w:r>'
  const bytes = body(
    tableXml([
      ['Tiltak', 'År'],
      ['Dele data', '2027'],
    ]),
    tableXml([['Ambisjon: Alle er med.']]),
    paragraphXml({ text: '', runs: changed }),
    paragraphXml({ text: '', runs: image }),
  )
  expect(await readDocx(bytes)).toEqual({
    blocks: [
      { kind: 'paragraph', text: 'Tiltak | År\nDele data | 2027' },
      { kind: 'ambition', text: 'Alle er med.' },
      { kind: 'paragraph', text: 'Vi vil dele' },
    ],
    notes: { tables: 1, footnotes: 1, comments: 1, changes: 2 },
  })
})

test('what looks like HTML, control characters and lone surrogates is text, or nothing', async () => {
  const bytes = aDocx(['<script>alert(1)</script> & «ja» 🎻', 'Decomposed: a\u030a'])
  expect(await readDocx(bytes)).toMatchObject({
    blocks: [{ text: '<script>alert(1)</script> & «ja» 🎻' }, { text: 'Decomposed: å' }],
  })
})

test('a file is read in a process of its own, several at once', async () => {
  const bytes = aDocx(aLongDraft(150))
  const [one, two, bad] = await Promise.all([
    readDocxApart(bytes),
    readDocxApart(bytes),
    readDocxApart(Buffer.from('nei')),
  ])
  expect(one).toEqual(await readDocx(bytes))
  expect(two).toEqual(one)
  expect(bad).toEqual({ refusal: 'not-word' })
})
