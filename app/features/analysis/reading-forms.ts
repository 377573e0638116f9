import { z } from 'zod'
import { MARK_KINDS } from './marks.ts'
import { POSITIONS } from './position.ts'

const id = z.uuid()
const position = z.enum(POSITIONS)
const maybe = <S extends z.ZodType>(schema: S) => schema.optional()
const words = z.string().max(20_000, 'tooLong')
// A place in a text counts characters from the beginning of the passage; nothing is longer than this.
const place = z.coerce.number().int().min(-10_000_000).max(10_000_000)

/**
 * What is done with the text of a passage: split before a place or before some words, join with the next, any words made a
 * passage of their own, and each of these taken back.
 */
export const cuttingForm = z.discriminatedUnion('act', [
  z.object({ act: z.literal('split'), key: id, passage: id, at: maybe(place), words: maybe(words) }),
  z.object({ act: z.literal('join'), key: id, passage: id }),
  z.object({
    ...{ act: z.literal('span'), key: id, passage: id, from: maybe(words), to: maybe(words) },
    ...{ start: maybe(place), end: maybe(place) },
  }),
  z.object({ act: z.literal('restore'), key: id, passage: id }),
])

/** What is put on a passage or taken off it, and that something has been read. */
export const taggingForm = z.discriminatedUnion('act', [
  z.object({ act: z.literal('tag'), passage: id, theme: id, position: maybe(position) }),
  z.object({ act: z.literal('untag'), tagging: id }),
  z.object({ act: z.literal('retag'), tagging: id }),
  z.object({ act: z.literal('position'), tagging: id, position: maybe(position) }),
  z.object({
    ...{ act: z.literal('stance'), passage: id },
    paragraph: z.uuid('paragraph-missing'),
    position: z.enum(POSITIONS, 'position-missing'),
  }),
  z.object({ act: z.literal('mark'), key: id, passage: id, kind: z.enum(MARK_KINDS), text: maybe(words) }),
  z.object({ act: z.literal('unmark'), mark: id }),
  z.object({ act: z.literal('remark'), mark: id }),
  z.object({ act: z.literal('read'), version: id, answer: maybe(id) }),
  z.object({ act: z.literal('unread'), version: id, answer: maybe(id) }),
])

/** Everything one does while reading. */
export const readingForm = z.discriminatedUnion('act', [...taggingForm.options, ...cuttingForm.options])

export type TaggingForm = z.output<typeof taggingForm>
export type CuttingForm = z.output<typeof cuttingForm>
export type ReadingForm = TaggingForm | CuttingForm
