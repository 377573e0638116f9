import { DEEPEST, MOST_THEMES, type PlacedTheme } from './codebook.ts'
import { normalisedCode, suggestedCode, themeRefusal } from './theme.ts'
import { draftOf } from './theme-text.ts'

/** The columns of a codebook as a file, in their order. */
export const CODEBOOK_COLUMNS = [
  ...(['code', 'parent', 'titleNb', 'titleNn', 'definitionNb', 'definitionNn'] as const),
  ...(['includeNb', 'includeNn', 'excludeNb', 'excludeNn', 'answerNb', 'answerNn'] as const),
] as const

export type CodebookColumn = (typeof CODEBOOK_COLUMNS)[number]

/** What each column is called in files that we write. */
export const COLUMN_NAMES: Record<CodebookColumn, string> = {
  ...{ code: 'Kode', parent: 'Overordnet kode', titleNb: 'Navn (bokmål)', titleNn: 'Navn (nynorsk)' },
  ...{ definitionNb: 'Betydning (bokmål)', definitionNn: 'Betydning (nynorsk)' },
  ...{ includeNb: 'Ta med (bokmål)', includeNn: 'Ta med (nynorsk)' },
  ...{ excludeNb: 'Ta ikke med (bokmål)', excludeNn: 'Ta ikke med (nynorsk)' },
  ...{ answerNb: 'Standardsvar (bokmål)', answerNn: 'Standardsvar (nynorsk)' },
}

const others: Record<string, CodebookColumn> = {
  ...{ code: 'code', overordna: 'parent', overordnet: 'parent', overordnakode: 'parent', parent: 'parent' },
  ...{ navn: 'titleNb', namn: 'titleNn', namnnynorsk: 'titleNn', title: 'titleNb', name: 'titleNb' },
  ...{ betydning: 'definitionNb', tydingnynorsk: 'definitionNn', definition: 'definitionNb' },
  ...{ tamed: 'includeNb', taikkemed: 'excludeNb', taikkjemednynorsk: 'excludeNn', standardsvar: 'answerNb' },
}

const plain = (heading: string) => heading.toLowerCase().replace(/[^\p{L}]/gu, '')

const byName = new Map<string, CodebookColumn>([
  ...Object.entries(others),
  ...CODEBOOK_COLUMNS.map((column) => [plain(COLUMN_NAMES[column]), column] as const),
])

/** Which column a heading names, or null for one that is not of a codebook. */
export const columnOf = (heading: string): CodebookColumn | null => byName.get(plain(heading)) ?? null

/** A theme as a file says it. `row` is the line in the file; `under` is the row it stands inside, where a file nests. */
export type FileRow = {
  row: number
  cells: { [column in CodebookColumn]?: string }
  /** What the file calls the place of each cell. */
  columns: { [column in CodebookColumn]?: string }
  under?: number
}

export type FileProblem =
  | 'formula'
  | 'lost-letters'
  | 'code-not-two-letters'
  | 'code-taken'
  | 'code-twice'
  | 'title-missing'
  | 'title-too-long'
  | 'too-long'
  | 'parent-unknown'
  | 'parent-retired'
  | 'parent-cycle'
  | 'too-deep'
  | 'too-many-themes'
  | 'heading-twice'
  | 'heading-missing'

/** What is wrong in a file, and where: the row as one counts them, and what its column is called. */
export type ToldProblem = { row: number; column: string; problem: FileProblem; value: string }

/** A theme that a file proposes. `codeFree` says that the file had none and that we chose a free one. */
export type ProposedTheme = {
  row: number
  draft: ReturnType<typeof draftOf>
  codeFree: boolean
  /** The theme of the codebook, or the row of the file, it stands under. */
  parentId: string | null
  parentRow: number | null
  depth: number
}

type Standing = PlacedTheme & { code: string }

const longest = 4000

// Letters that another encoding has been taken for: «Ã¸» was ø, and the sign of what could not be read was something.
const lost = /\ufffd|Ã[\u0080-\u00bf¦¥¸˜†…]|Â[\u00a0-\u00bf]/u
const formula = /^\s*(=|@[A-Z]|#(REF|NAVN|NAME|N\/A|I\/T|VERDI|VALUE)[!?]?)/iu

/**
 * What a file would add to a codebook, and everything that stands in the way, each with its row and column. Nothing is
 * taken in while there is a problem.
 */
export function proposedThemes(
  rows: readonly FileRow[],
  standing: readonly Standing[],
): { themes: ProposedTheme[]; problems: ToldProblem[] } {
  const problems: ToldProblem[] = []
  const tell = (
    { row, columns, cells }: FileRow,
    column: CodebookColumn,
    problem: FileProblem,
    value?: string,
  ) =>
    problems.push({
      ...{ row, column: columns[column] ?? COLUMN_NAMES[column], problem },
      value: (value ?? cells[column] ?? '').slice(0, 60),
    })
  const codes = codesOf(rows, standing)
  const rowOf = new Map(rows.map((one) => [one.row, one]))
  const rowByCode = new Map<string, FileRow>()
  for (const one of rows) {
    const code = codes.get(one)?.code ?? ''
    if (code && !rowByCode.has(code)) rowByCode.set(code, one)
  }
  const parentOf = (one: FileRow): FileRow | Standing | 'unknown' | null => {
    if (one.under !== undefined) return rowOf.get(one.under) ?? null
    const code = normalisedCode(one.cells.parent ?? '')
    if (!code) return null
    return rowByCode.get(code) ?? standing.find((theme) => theme.code === code) ?? 'unknown'
  }
  const [first] = rows
  if (first && rows.length + standing.length > MOST_THEMES)
    tell(first, 'code', 'too-many-themes', String(rows.length))
  const themes = rows.map((one): ProposedTheme => {
    for (const column of CODEBOOK_COLUMNS) {
      const words = one.cells[column] ?? ''
      if (formula.test(words)) tell(one, column, 'formula')
      else if (lost.test(words)) tell(one, column, 'lost-letters')
      else if (words.length > longest) tell(one, column, 'too-long')
    }
    const { code, free } = codes.get(one) ?? { code: '', free: false }
    const draft = { ...draftOf(one.cells), code }
    const other = rowByCode.get(code)
    if (other && other !== one && code) tell(one, 'code', 'code-twice', code)
    const taken = standing.map((theme) => theme.code)
    const reason = themeRefusal({ ...draft, definition: { nb: '–' } }, taken)
    if (reason === 'code-not-two-letters' || reason === 'code-taken') tell(one, 'code', reason, code)
    else if (reason === 'title-missing' || reason === 'title-too-long') tell(one, 'titleNb', reason)
    const line = lineOf(one, parentOf)
    if (line === 'cycle') tell(one, 'parent', 'parent-cycle')
    else if (line.depth + under(line.top, standing) > DEEPEST) tell(one, 'parent', 'too-deep', code)
    const parent = parentOf(one)
    if (parent === 'unknown') tell(one, 'parent', 'parent-unknown')
    const known = parent !== null && parent !== 'unknown' && 'id' in parent ? parent : null
    if (known?.retiredAt) tell(one, 'parent', 'parent-retired')
    return {
      ...{ row: one.row, draft, codeFree: free, parentId: known?.id ?? null },
      parentRow: parent !== null && parent !== 'unknown' && 'row' in parent ? parent.row : null,
      depth: line === 'cycle' ? 1 : line.depth,
    }
  })
  return { themes, problems }
}

type Parent = FileRow | Standing | 'unknown' | null

/** How deep a row lies in the file, and what of the codebook it hangs from. */
function lineOf(
  row: FileRow,
  parentOf: (row: FileRow) => Parent,
): { depth: number; top: Standing | null } | 'cycle' {
  const seen = new Set<FileRow>()
  let at: FileRow = row
  for (;;) {
    if (seen.has(at)) return 'cycle'
    seen.add(at)
    const parent = parentOf(at)
    if (parent === null || parent === 'unknown') return { depth: seen.size, top: null }
    if ('id' in parent) return { depth: seen.size, top: parent }
    at = parent
  }
}

function under(top: Standing | null, standing: readonly Standing[]): number {
  let levels = 0
  for (let at = top; at && levels <= DEEPEST; levels += 1)
    at = standing.find(({ id }) => id === at?.parentId) ?? null
  return levels
}

/** The code of each row: its own, or a free one where the file has none. */
function codesOf(rows: readonly FileRow[], standing: readonly Standing[]) {
  const taken = new Set(standing.map(({ code }) => code))
  for (const { cells } of rows) if (cells.code?.trim()) taken.add(normalisedCode(cells.code))
  return new Map(
    rows.map((row): [FileRow, { code: string; free: boolean }] => {
      const own = normalisedCode(row.cells.code ?? '')
      if (own) return [row, { code: own, free: false }]
      const title = row.cells.titleNb?.trim() || row.cells.titleNn || ''
      const code = suggestedCode(title, taken) || anyCode(taken)
      taken.add(code)
      return [row, { code, free: true }]
    }),
  )
}

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ']

function anyCode(taken: ReadonlySet<string>): string {
  for (const one of letters) for (const other of letters) if (!taken.has(one + other)) return one + other
  return ''
}
