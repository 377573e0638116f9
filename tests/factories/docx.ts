import { strToU8, type Zippable, zipSync } from 'fflate'

/** A paragraph of a Word file that a test makes. */
export type DocxParagraph =
  | string
  | { text: string; style?: string; list?: { level?: number; ordered?: boolean }; runs?: string }

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const declared = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

export const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** One paragraph as Word writes it. `runs` is raw XML in place of the text. */
export function paragraphXml(paragraph: DocxParagraph): string {
  const { text, style, list, runs } = typeof paragraph === 'string' ? { text: paragraph } : paragraph
  const numbering =
    list &&
    `<w:numPr><w:ilvl w:val="${list.level ?? 0}"/><w:numId w:val="${list.ordered ? 2 : 1}"/></w:numPr>`
  const properties = `<w:pPr>${style ? `<w:pStyle w:val="${style}"/>` : ''}${numbering ?? ''}</w:pPr>`
  const lines = text.split('\n').map((line) => `<w:t xml:space="preserve">${escaped(line)}</w:t>`)
  return `<w:p>${properties}${runs ?? `<w:r>${lines.join('<w:br/>')}</w:r>`}</w:p>`
}

/** A table of rows of cells. */
export const tableXml = (rows: string[][]) =>
  `<w:tbl>${rows
    .map((cells) => `<w:tr>${cells.map((cell) => `<w:tc>${paragraphXml(cell)}</w:tc>`).join('')}</w:tr>`)
    .join('')}</w:tbl>`

// Word keeps the English names of its own styles whatever language its menus are in.
const styleNames: Record<string, string> = {
  Tittel: 'Title',
  Overskrift1: 'heading 1',
  Overskrift2: 'heading 2',
  Overskrift3: 'heading 3',
  INNH1: 'toc 1',
  Ambisjon: 'Ambisjon',
  Signatur: 'Signature',
}

const levels = (format: string) =>
  [0, 1].map((at) => `<w:lvl w:ilvl="${at}"><w:numFmt w:val="${format}"/></w:lvl>`).join('')

/** The parts of a minimal real Word file round a body. */
export function docxParts(body: string): Record<string, string> {
  const styles = Object.entries(styleNames).map(
    ([id, name]) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`,
  )
  const part = (name: string, type: string) =>
    `<Override PartName="/word/${name}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${type}+xml"/>`
  return {
    '[Content_Types].xml': `${declared}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${part('document', 'document.main')}${part('styles', 'styles')}${part('numbering', 'numbering')}</Types>`,
    '_rels/.rels': `${declared}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `${declared}<w:document ${w}><w:body>${body}</w:body></w:document>`,
    'word/styles.xml': `${declared}<w:styles ${w}>${styles.join('')}</w:styles>`,
    'word/numbering.xml': `${declared}<w:numbering ${w}><w:abstractNum w:abstractNumId="1">${levels('bullet')}</w:abstractNum><w:abstractNum w:abstractNumId="2">${levels('decimal')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num></w:numbering>`,
  }
}

/** Parts as a zip file. */
export function zipped(parts: Record<string, string | Uint8Array>): Buffer {
  const entries: Zippable = {}
  for (const [name, content] of Object.entries(parts))
    entries[name] = typeof content === 'string' ? strToU8(content) : content
  return Buffer.from(zipSync(entries, { level: 6 }))
}

/** A Word file of these paragraphs, as its bytes. `more` adds or replaces parts. */
export function aDocx(
  paragraphs: readonly DocxParagraph[],
  more: Record<string, string | Uint8Array> = {},
): Buffer {
  return zipped({ ...docxParts(paragraphs.map(paragraphXml).join('')), ...more })
}

/** A draft of a strategy with so many numbered paragraphs, ten to a chapter, in one written form. */
export function aLongDraft(size: number, lang: 'nb' | 'nn' = 'nb'): DocxParagraph[] {
  const words =
    lang === 'nb'
      ? (at: number) =>
          `Avsnitt ${at}: Barn og unge skal møte en trygg digital hverdag, og skolen skal ha ro til å lære.`
      : (at: number) =>
          `Avsnitt ${at}: Barn og unge skal møte ein trygg digital kvardag, og skulen skal ha ro til å lære.`
  const chapters = Array.from({ length: Math.ceil(size / 10) }, (_, chapter): DocxParagraph[] => [
    {
      style: 'Overskrift1',
      text: `${chapter + 1} ${lang === 'nb' ? 'Kapittel om noe' : 'Kapittel om noko'}`,
    },
    ...(chapter % 3 === 0 ? [{ text: `${lang === 'nb' ? 'Ambisjon' : 'Ambisjon'}: Alle er med.` }] : []),
    ...Array.from({ length: Math.min(10, size - chapter * 10) }, (_, at) => words(chapter * 10 + at + 1)),
  ])
  const foreword = [
    { style: 'Overskrift1', text: lang === 'nb' ? 'Forord' : 'Føreord' },
    lang === 'nb' ? 'Dette er et utkast.' : 'Dette er eit utkast.',
    'Sofie Lind',
    lang === 'nb' ? 'direktør' : 'direktør',
  ]
  return [...foreword, ...chapters.flat()]
}
