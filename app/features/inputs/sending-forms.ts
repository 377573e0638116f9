import { z } from 'zod'
import { mostSteps, stepField, type TypedHandling } from './handling.ts'
import { WRITTEN_LANGUAGES } from './written-language.ts'

const key = z.string('try-again').min(8, 'try-again').max(100, 'try-again')
const comment = z.string().max(2_000, 'comment-too-long').default('')

/** What somebody says of a draft on its way to approval. Who approves says which revision was read. */
export const signOffForm = z.discriminatedUnion('act', [
  z.object({ act: z.literal('ask'), key, comment, noRemarks: z.literal('on').optional() }),
  z.object({
    ...{ act: z.literal('approve'), key, comment },
    revision: z.coerce
      .number('try-again')
      .int('try-again')
      .min(0, 'try-again')
      .max(2_000_000_000, 'try-again'),
  }),
  z.object({
    ...{ act: z.literal('send-back'), key },
    reason: z
      .string('sending-back-reason-missing')
      .trim()
      .min(1, 'sending-back-reason-missing')
      .max(2_000, 'comment-too-long'),
  }),
  z.object({ act: z.literal('reopen'), key }),
])

/** One of them, read. */
export type SignOffForm = z.output<typeof signOffForm>

/** Saying that one has nothing to remark, and that one means it. */
export const noRemarksForm = z.object({ key, confirmed: z.literal('on', 'no-remarks-not-confirmed') })

/** What was typed in a form that could not be read at all, for giving it back. */
export const typedIn = (payload: Record<string, unknown>): TypedHandling =>
  Object.fromEntries(
    Object.entries(payload).flatMap(([name, text]) => (typeof text === 'string' ? [[name, text]] : [])),
  )

// A language we do not know is nobody's mistake: the likely one is taken.
const lang = z.enum(WRITTEN_LANGUAGES).optional().catch(undefined)

// What is typed about handling is judged by `handling.ts`, which knows what day it is. Nobody types a page in a field.
const typed = z.string().max(20_000, 'try-again').optional()

/** Sending as it stands, with the political treatment that is planned, if any. */
export const usualForm = z.object({ key, lang, 'planned-body': typed, 'planned-on': typed })

const steps = Array.from({ length: mostSteps }, (_, at) => at + 1).flatMap((at) =>
  (['body', 'on', 'caseNumber', 'decision'] as const).map((part) => [stepField(at, part), typed] as const),
)

/** Sending what was adopted. `more` asks for room for another step, and sends nothing. */
export const adoptionForm = z.object({
  ...{ key, lang, act: z.enum(['send', 'more'], 'try-again').default('send') },
  ...{
    level: typed,
    body: typed,
    on: typed,
    caseNumber: typed,
    rows: z.coerce.number().int().optional().catch(1),
  },
  confirmed: z.literal('on').optional().catch(undefined),
  ...Object.fromEntries(steps),
})
