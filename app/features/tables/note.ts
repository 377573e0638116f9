import type { TableKey } from './table-key.ts'

/** What the numbers of a round rest on, counted along with them. */
export type Facts = { senders: number; late: number; adopted: number; withdrawn: number; tagged: number }

/** A sentence under a table; the catalogue has its words. */
export type Note =
  | { note: 'one-voice' | 'adopted-first' | 'received' | 'municipalities' | 'networks' | 'asked' | 'blank' }
  | { note: 'several' | 'ranking' | 'themes' | 'positions' | 'positions-of-answers' | 'few' }
  | { note: 'late' | 'withdrawn' | 'adopted'; count: number }
  | { note: 'tagged'; count: number; of: number }
  | { note: 'rounding'; count: number; least: number; most: number }

/** What else decides which sentences are needed. */
export type Told = {
  severalChoices: boolean
  ranking: boolean
  sums: readonly number[]
  fewSomewhere: boolean
}

/** The counting rule of a table in sentences, the general first. It follows the table wherever it goes. */
export function notesOf(key: TableKey, facts: Facts, told: Told): Note[] {
  const when = (condition: boolean, ...notes: Note[]) => (condition ? notes : [])
  const { kind } = key
  const themed = kind === 'themes' || kind === 'positions' || kind === 'theme-positions'
  const asks = kind === 'questions' || kind === 'question' || kind === 'question-positions'
  return [
    { note: 'one-voice' },
    { note: 'adopted-first' },
    ...when(kind === 'received', { note: 'received' }),
    ...when(kind === 'counties', { note: 'municipalities' }, { note: 'networks' }),
    ...when(asks, { note: 'asked' }, { note: 'blank' }),
    ...when(told.severalChoices, { note: 'several' }),
    ...when(told.ranking, { note: 'ranking' }),
    ...when(themed, { note: 'themes' }),
    ...when(kind === 'positions' || kind === 'theme-positions', { note: 'positions' }),
    ...when(kind === 'question-positions', { note: 'positions-of-answers' }),
    ...when(themed || kind === 'question-positions', {
      ...{ note: 'tagged' as const, count: facts.tagged, of: facts.senders },
    }),
    { note: 'late', count: facts.late },
    ...when(facts.adopted > 0, { note: 'adopted', count: facts.adopted }),
    { note: 'withdrawn', count: facts.withdrawn },
    ...when(told.fewSomewhere, { note: 'few' }),
    ...when(told.sums.length > 0, {
      note: 'rounding',
      ...{ count: told.sums.length, least: Math.min(...told.sums), most: Math.max(...told.sums) },
    }),
  ]
}
