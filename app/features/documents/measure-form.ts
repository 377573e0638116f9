import { z } from 'zod'
import { inOtherLanguages } from '../strategies/other-languages.ts'
import { MEASURE_KINDS, MEASURE_STATES } from './measures.ts'

const words = z.string().max(2000, 'tooLong2000').default('')

const measureFields = {
  ...{ key: z.uuid(), titleNb: words, titleNn: words, goalNb: words, goalNn: words },
  ...{ ownerNb: words, ownerNn: words, indicatorNb: words, indicatorNn: words },
  ...inOtherLanguages('title', 2000, 'tooLong2000'),
  ...inOtherLanguages('goal', 2000, 'tooLong2000'),
  ...inOtherLanguages('owner', 2000, 'tooLong2000'),
  ...inOtherLanguages('indicator', 2000, 'tooLong2000'),
}

/** The page of measures: add one, change what one says (never its code or kind), retire one, note a year's status. */
export const measureForm = z.discriminatedUnion('act', [
  z.object({
    ...{ act: z.literal('add'), ...measureFields, kind: z.enum(MEASURE_KINDS, 'kindMissing') },
    code: z.string().max(40, 'code-not-a-code').default(''),
  }),
  z.object({ act: z.literal('edit'), ...measureFields, measure: z.uuid(), seen: z.string().max(64) }),
  z.object({ act: z.literal('retire'), measure: z.uuid() }),
  z.object({
    ...{ act: z.literal('report'), key: z.uuid(), measure: z.uuid(), seen: z.string().max(40).default('') },
    year: z.coerce.number('notAYear').int('notAYear').min(1900, 'notAYear').max(2200, 'notAYear'),
    status: z.enum(MEASURE_STATES, 'statusMissing'),
    ...{ noteNb: words, noteNn: words, ...inOtherLanguages('note', 2000, 'tooLong2000') },
  }),
])

type Forms = z.output<typeof measureForm>
export type AddForm = Omit<Extract<Forms, { act: 'add' }>, 'act'>
export type EditForm = Omit<Extract<Forms, { act: 'edit' }>, 'act'>
export type ReportForm = Omit<Extract<Forms, { act: 'report' }>, 'act'>
