import { z } from 'zod'
import { POSITIONS } from '#app/features/analysis/position.ts'

/** More characters than this are no name of a search. */
export const maxNameLength = 120

const search = z.string().max(20_000).default('')

const name = z.string({ error: 'nameMissing' }).max(10_000).default('')

/** What is done with saved searches: keep one, as its address says it; name one anew; or remove one. */
export const savedSearchForm = z.discriminatedUnion('act', [
  z.object({
    ...{ act: z.literal('save'), key: z.uuid(), search },
    name,
    /** The strategy it is shared in; absent for one's own. */
    share: z.uuid().optional(),
  }),
  // `seen` is the name it had when the form was drawn.
  z.object({ act: z.literal('rename'), saved: z.uuid(), name, seen: z.string().max(10_000).default('') }),
  z.object({ act: z.literal('remove'), saved: z.uuid() }),
])

/** All hits of a search tagged at once. `expected` is how many hits the page told of. */
export const tagHitsForm = z.object({
  ...{ key: z.uuid(), search },
  theme: z.uuid({ error: 'themeMissing' }),
  position: z.enum(POSITIONS).optional(),
  expected: z.coerce.number().int().min(0).max(10_000_000),
})

/** Taking away what was tagged at once. */
export const undoJobForm = z.object({ act: z.literal('undo') })
