import { z } from 'zod'

/**
 * How two versions belong together, as an editor sends it: for each block of the later version the addresses it comes
 * from. `since` is the earlier version's number; `revision` is that of the alignment seen, 0 when there was none.
 */
export const alignmentForm = z.object({
  ...{ act: z.enum(['look', 'confirm']), key: z.uuid() },
  since: z.coerce.number().int().min(1).max(1_000_000),
  revision: z.coerce.number().int().min(0).max(1_000_000),
  from: z.record(z.string().max(36), z.string().max(400, 'tooLong').optional()).default({}),
})

export type AlignmentForm = z.output<typeof alignmentForm>

/** A note at a paragraph, or the taking away of one. */
export const noteForm = z.discriminatedUnion('act', [
  z.object({
    ...{ act: z.literal('add'), key: z.uuid(), at: z.string().max(40).default('') },
    text: z.string().max(4_000, 'noteTooLong').default(''),
  }),
  z.object({ act: z.literal('remove'), note: z.uuid() }),
])

export type NewNote = Extract<z.output<typeof noteForm>, { act: 'add' }>
