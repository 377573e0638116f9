import { z } from 'zod'

const key = z.string('try-again').min(8, 'try-again').max(100, 'try-again')
const id = z.uuid('try-again')

/** Adding a file, to the whole input or as the answer to a question. The file itself is no field of these. */
export const attachmentForm = z.object({ key, question: id.optional() })

/** Taking a file away. */
export const removalForm = z.object({ key, attachment: id })
