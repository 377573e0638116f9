import { z } from 'zod'

// Texts are measured by the rule (`comment.ts`), which says which of them is too long.
const text = z.string().default('')
const key = z.string('try-again').min(8, 'try-again').max(100, 'try-again')
const id = z.guid('try-again')
const words = { stance: text, proposal: text, reason: text }
const revision = z.coerce
  .number('try-again')
  .int('try-again')
  .min(0, 'try-again')
  .max(2_000_000_000, 'try-again')
const around = z
  .string()
  .default('')
  .transform((given) => [...given.slice(0, 400)].slice(0, 200).join(''))

/** Everything that is posted on the page where the draft is commented on. */
export const commentForm = z.discriminatedUnion(
  'act',
  [
    z.object({
      ...{ act: z.literal('add'), key, paragraph: id, lang: z.string().max(20).default(''), quote: text },
      ...{ prefix: around, suffix: around, ...words },
      startCp: z.coerce.number().int().min(0).max(10_000_000).optional().catch(undefined),
    }),
    z.object({ act: z.literal('change'), comment: id, revision, ...words }),
    z.object({ act: z.literal('remove'), comment: id, revision }),
    z.object({ act: z.literal('restore'), comment: id }),
  ],
  'try-again',
)

export type PostedComment = z.output<typeof commentForm>
