/** Which table of a round: one of its own, or one for each question or theme. */
export type TableKey =
  | { kind: 'received' | 'counties' | 'questions' | 'themes' | 'positions' }
  | { kind: 'question' | 'question-positions'; questionId: string }
  | { kind: 'theme-positions'; themeId: string }

/** The tables every round has, in the order they are listed. */
export const OWN_TABLES = ['received', 'counties', 'questions', 'themes', 'positions'] as const

const ofOne = /^(question|question-positions|theme-positions)-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/** A table as its address names it; null when no table is called so. */
export function tableKey(word: string): TableKey | null {
  const own = OWN_TABLES.find((kind) => kind === word)
  if (own) return { kind: own }
  const [, kind, id = ''] = ofOne.exec(word) ?? []
  if (kind === 'question' || kind === 'question-positions') return { kind, questionId: id }
  return kind === 'theme-positions' ? { kind, themeId: id } : null
}

/** The name of a table in its address. */
export function tableAddress(key: TableKey): string {
  if ('questionId' in key) return `${key.kind}-${key.questionId}`
  return 'themeId' in key ? `${key.kind}-${key.themeId}` : key.kind
}

/** The address of the list of senders behind a number. */
export function sendersAddress(table: string, row: string, column: string): string {
  return `${table}/senders?${new URLSearchParams({ row, column })}`
}
