import { type LocalisedText, pick } from '../../platform/localised-text.ts'
import { CODEBOOK_COLUMNS, COLUMN_NAMES, type CodebookColumn, columnOf } from './codebook-file.ts'

/** A theme as files of a codebook say it. */
export type FiledTheme = {
  id: string
  code: string
  colour: number
  parentId: string | null
  title: LocalisedText
  definition: LocalisedText
  include: LocalisedText | null
  exclude: LocalisedText | null
  standardAnswer: LocalisedText | null
}

/** The cells of a theme, by column; `parent` is the code of the theme above it. */
export function cellsOf(theme: FiledTheme, all: readonly FiledTheme[]): Record<CodebookColumn, string> {
  const { title, definition, include, exclude, standardAnswer: said } = theme
  return {
    ...{ code: theme.code, parent: all.find(({ id }) => id === theme.parentId)?.code ?? '' },
    ...{ titleNb: title.nb ?? '', titleNn: title.nn ?? '' },
    ...{ definitionNb: definition.nb ?? '', definitionNn: definition.nn ?? '' },
    ...{ includeNb: include?.nb ?? '', includeNn: include?.nn ?? '' },
    ...{ excludeNb: exclude?.nb ?? '', excludeNn: exclude?.nn ?? '' },
    ...{ answerNb: said?.nb ?? '', answerNn: said?.nn ?? '' },
  }
}

// The light inks of the themes' colour sets, for programs that show codes in colour.
const inks = ['#0B5C6C', '#7A4A00', '#5B3A8C', '#1F6B3A', '#8A2A5B', '#2F4DA0', '#5A5F66']

const escaped = (text: string) =>
  text.replace(/[&<>"\n\r\t]/g, (sign) => (sign === '\n' ? '\n' : `&#${sign.charCodeAt(0)};`))
const attribute = (text: string) => escaped(text).replaceAll('\n', ' ')

/**
 * The codebook in the exchange form of REFI-QDA 1.5 (urn:QDA-XML:codebook:1.0, Codebook.xsd): each theme a Code, its
 * sub-themes inside it. What the form has no place for stands in the Description, a labelled line for each, and is read
 * back from there.
 */
export function codebookQdc(themes: readonly FiledTheme[]): string {
  const known = new Set(themes.map(({ id }) => id))
  const codes = (of: readonly FiledTheme[], indent: string): string =>
    of
      .map((theme) => {
        const inside = `${indent}  `
        const below = themes.filter(({ parentId }) => parentId === theme.id)
        const ink = inks[(theme.colour - 1) % inks.length] ?? '#000000'
        return (
          `${indent}<Code guid="${theme.id}" name="${attribute(pick(theme.title, 'nb').text)}" isCodable="true" color="${ink}">\n` +
          `${inside}<Description>${escaped(descriptionOf(theme, themes))}</Description>\n${codes(below, inside)}${indent}</Code>\n`
        )
      })
      .join('')
  const tops = themes.filter(({ parentId }) => parentId === null || !known.has(parentId))
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    '<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="Innspill">\n' +
    `  <Codes>\n${codes(tops, '    ')}  </Codes>\n</CodeBook>\n`
  )
}

function descriptionOf(theme: FiledTheme, all: readonly FiledTheme[]): string {
  const cells = cellsOf(theme, all)
  return CODEBOOK_COLUMNS.filter((column) => column !== 'parent' && cells[column])
    .map((column) => `${COLUMN_NAMES[column]}: ${cells[column]}`)
    .join('\n')
}

/** What a Description says: by our own labels, or, where another program wrote it, all of it as what the theme means. */
export function cellsOfDescription(text: string): { [column in CodebookColumn]?: string } {
  const cells: { [column in CodebookColumn]?: string } = {}
  let at: CodebookColumn | null = null
  for (const line of text.split(/\r?\n/)) {
    const [, label = '', rest = ''] = /^\s*([^:]{1,40}):\s?(.*)$/su.exec(line) ?? []
    const column = CODEBOOK_COLUMNS.find((one) => COLUMN_NAMES[one] === label && columnOf(label) === one)
    if (column) {
      at = column
      cells[column] = rest
    } else if (at) cells[at] = `${cells[at] ?? ''}\n${line}`
    else return text.trim() ? { definitionNb: text.trim() } : {}
  }
  return Object.fromEntries(Object.entries(cells).map(([column, words]) => [column, words.trim()]))
}
