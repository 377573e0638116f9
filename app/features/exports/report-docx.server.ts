import {
  AlignmentType,
  BorderStyle,
  Document,
  ExternalHyperlink,
  Footer,
  Header,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageBreak,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableOfContents,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { estimatePageNumbersWith } from 'docx/layout'
import { columnWidths, longestWord } from './column-widths.ts'
import type { Outline, OutlineBlock, OutlineTable, Span } from './outline.ts'

const tags = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB', sv: 'sv-SE', se: 'se-NO' } as const
const tagOf = (lang: string) => tags[lang as keyof typeof tags] ?? lang
const font = 'Calibri'
const ink = '1E2B3C'
const muted = '4B5A6E'
const rule = 'C8D0DA'
// A4 with margins for a binder, in twentieths of a point.
const page = { width: 11_906, height: 16_838, left: 1_440, right: 1_280, top: 1_280, bottom: 1_280 }
const textWidth = page.width - page.left - page.right

// Contents that are left for Word to fill in make it ask whoever opens the file, so they are written with their pages.
// Laying pages out takes seconds, so those of a report longer than this are links without pages.
const mostPaged = 2_000

/** Draws a report as a Word file: headings are real styles, tables repeat their heads, and every language is told. */
export async function drawDocx(outline: Outline): Promise<Buffer> {
  const { lang, title, subtitle, draft, front, contents, blocks } = outline
  const paged = blocks.length <= mostPaged
  const children = [
    new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(title)] }),
    new Paragraph({ style: 'Subtitle', children: [new TextRun(subtitle)] }),
    ...(draft
      ? [
          new Paragraph({
            style: 'Draft',
            children: [new TextRun({ text: `${draft.mark}. `, bold: true }), new TextRun(draft.text)],
          }),
        ]
      : []),
    ...front.map(
      ({ term, description }) =>
        new Paragraph({
          style: 'Fact',
          children: [new TextRun({ text: `${term}: `, bold: true }), new TextRun(description)],
        }),
    ),
    new Paragraph({ children: [] }),
    ...outline.below.flatMap(drawBlock),
    new Paragraph({ children: [new PageBreak()] }),
    new Paragraph({ style: 'ContentsTitle', children: [new TextRun(contents)] }),
    new TableOfContents(contents, {
      ...{ hyperlink: true, headingStyleRange: '1-2', beginDirty: false },
      ...(!paged && { pageNumbersEntryLevelsRange: '1-2' }),
    }),
    ...blocks.flatMap(drawBlock),
  ]
  const document = new Document({
    ...{ title, subject: subtitle, creator: 'Innspill', lastModifiedBy: 'Innspill' },
    styles: stylesFor(lang),
    ...(paged && { pageNumbers: estimatePageNumbersWith({ guess: true }) }),
    numbering: {
      config: [
        {
          reference: 'list',
          levels: [
            {
              ...{ level: 0, format: LevelFormat.BULLET, text: '•', alignment: AlignmentType.LEFT },
              style: { paragraph: { indent: { left: 500, hanging: 250 } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: page.width, height: page.height },
            margin: { top: page.top, right: page.right, bottom: page.bottom, left: page.left },
          },
        },
        ...(draft && {
          headers: {
            default: new Header({
              children: [
                new Paragraph({
                  alignment: AlignmentType.RIGHT,
                  children: [new TextRun({ text: draft.mark, bold: true, color: muted })],
                }),
              ],
            }),
          },
        }),
        footers: { default: new Footer({ children: [footOf(outline)] }) },
        children,
      },
    ],
  })
  return Packer.toBuffer(document)
}

// The words around the numbers are the outline's; Word puts the numbers in.
function footOf({ foot, page: words }: Outline): Paragraph {
  const [before = '', between = '', after = ''] = words(7, 9).split(/[79]/)
  const run = { size: 18, color: muted }
  return new Paragraph({
    tabStops: [{ type: 'right', position: textWidth }],
    children: [
      new TextRun({ ...run, text: `${foot}\t${before}` }),
      new TextRun({ ...run, children: [PageNumber.CURRENT] }),
      new TextRun({ ...run, text: between }),
      new TextRun({ ...run, children: [PageNumber.TOTAL_PAGES] }),
      new TextRun({ ...run, text: after }),
    ],
  })
}

const levels = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
  4: HeadingLevel.HEADING_4,
} as const

function drawBlock(block: OutlineBlock): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ heading: levels[block.level], children: [new TextRun(block.text)] })]
    case 'text':
      return [new Paragraph({ children: block.spans.flatMap(runsOf) })]
    case 'quiet':
      return [new Paragraph({ style: 'Quiet', children: block.spans.flatMap(runsOf) })]
    case 'quote':
      return [
        new Paragraph({ style: 'Quote', keepNext: true, children: block.spans.flatMap(runsOf) }),
        new Paragraph({ style: 'QuoteSource', children: block.by.flatMap(runsOf) }),
      ]
    case 'list':
      return block.items.map(
        (text) =>
          new Paragraph({ numbering: { reference: 'list', level: 0 }, children: [new TextRun(text)] }),
      )
    case 'facts':
      return block.facts.map(
        ({ term, description }) =>
          new Paragraph({
            style: 'Fact',
            children: [new TextRun({ text: `${term}: `, bold: true }), new TextRun(description)],
          }),
      )
    case 'table':
      return drawTable(block)
  }
}

function runsOf({ text, look, lang, href }: Span): ParagraphChild[] {
  // A line of a text that was written in lines stays one.
  const runs = text.split('\n').map(
    (words, at) =>
      new TextRun({
        ...{ text: words, break: at > 0 ? 1 : 0, bold: look === 'strong', italics: look === 'emphasis' },
        ...(lang && { language: { value: tagOf(lang) } }),
        ...(href && { style: 'Hyperlink' }),
      }),
  )
  return href ? [new ExternalHyperlink({ link: href, children: runs })] : runs
}

const line = { style: BorderStyle.SINGLE, size: 4, color: rule }
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }

function drawTable(table: OutlineTable): (Paragraph | Table)[] {
  const { caption, corner, columns, rows, numbers } = table
  const widths = columnWidths(textWidth, numbers, neededBy(table)).map(Math.round)
  const cell = (text: string, at: number, head: boolean) =>
    new TableCell({
      width: { size: widths[at] ?? 0, type: WidthType.DXA },
      margins: { top: 50, bottom: 50, left: 80, right: 80 },
      children: [
        new Paragraph({
          style: 'Cell',
          alignment: numbers && at > 0 ? AlignmentType.RIGHT : AlignmentType.LEFT,
          ...(head && { keepNext: true }),
          children: [new TextRun({ text, bold: head })],
        }),
      ],
    })
  return [
    new Paragraph({ style: 'Caption', keepNext: true, children: [new TextRun(caption)] }),
    new Table({
      width: { size: textWidth, type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      borders: {
        top: line,
        bottom: line,
        left: none,
        right: none,
        insideVertical: none,
        insideHorizontal: line,
      },
      rows: [
        new TableRow({
          ...{ tableHeader: true, cantSplit: true },
          children: [corner, ...columns].map((text, at) => cell(text, at, true)),
        }),
        ...rows.map(
          ({ head, cells }) =>
            new TableRow({
              cantSplit: true,
              children: [head, ...cells].map((text, at) => cell(text, at, false)),
            }),
        ),
      ],
    }),
    new Paragraph({ style: 'Cell', children: [] }),
  ]
}

// Nothing is measured here: a letter of bold text this size is about so wide in the faces that are used.
const letter = 100

/** What each column after the first needs: the longest word of its head, and its longest number. */
function neededBy({ columns, rows, numbers }: OutlineTable): number[] {
  return columns.map((head, at) => {
    const said = numbers ? [longestWord(head), ...rows.map(({ cells }) => cells[at] ?? '')] : ['']
    return Math.max(...said.map(({ length }) => length)) * letter + 160
  })
}

function stylesFor(lang: Outline['lang']) {
  const language = { value: tagOf(lang) }
  const heading = (size: number, before: number) => ({
    run: { size, bold: true, color: ink, font },
    paragraph: { spacing: { before, after: 100 }, keepNext: true },
  })
  const based = (id: string, name: string, run: object, paragraph: object) => ({
    ...{ id, name, basedOn: 'Normal', next: 'Normal', quickFormat: true },
    ...{ run, paragraph },
  })
  return {
    default: {
      document: {
        run: { font, size: 22, color: ink, language },
        paragraph: { spacing: { after: 140, line: 288 } },
      },
      title: {
        run: { size: 48, bold: true, color: ink, font },
        paragraph: { spacing: { before: 1_200, after: 120 } },
      },
      heading1: { ...heading(34, 480), paragraph: { ...heading(34, 480).paragraph, pageBreakBefore: true } },
      heading2: heading(28, 400),
      heading3: heading(24, 280),
      heading4: heading(22, 200),
      hyperlink: { run: { color: '0B4F9E', underline: {} } },
    },
    paragraphStyles: [
      based('Subtitle', 'Subtitle', { size: 28, color: muted }, { spacing: { after: 360 } }),
      based('ContentsTitle', 'Contents Title', { size: 34, bold: true }, { spacing: { after: 160 } }),
      based(
        'Draft',
        'Draft',
        {},
        { spacing: { after: 240 }, border: { left: { ...line, size: 24, space: 8, color: '8A5A00' } } },
      ),
      based('Fact', 'Fact', {}, { spacing: { after: 60 } }),
      based('Quiet', 'Quiet', { size: 19, color: muted }, { spacing: { after: 80 } }),
      based('Quote', 'Quote', {}, { indent: { left: 500, right: 400 }, spacing: { before: 60, after: 20 } }),
      based(
        'QuoteSource',
        'Quote Source',
        { size: 19, color: muted },
        { indent: { left: 500, right: 400 }, spacing: { after: 160 } },
      ),
      based('Caption', 'Caption', { bold: true, size: 21 }, { spacing: { before: 280, after: 80 } }),
      based('Cell', 'Cell', { size: 18 }, { spacing: { after: 0, line: 240 } }),
    ],
  }
}
