import { jsonb, timestamp, uuid } from 'drizzle-orm/pg-core'
import { v7 } from 'uuid'

/** Words in one or more written languages, as pages show them: bokmål, nynorsk, English, Swedish. */
export type LocalisedColumn = { nb?: string; nn?: string; en?: string; sv?: string }

/** A rich text as ProseMirror JSON: a doc of blocks. Which nodes and marks it may hold is for the app to check. */
export type RichTextColumn = { type: 'doc'; content: RichTextNodeColumn[] }
type RichTextNodeColumn = {
  type: string
  attrs?: Record<string, unknown>
  content?: RichTextNodeColumn[]
  marks?: { type: string; attrs?: Record<string, unknown> }[]
  text?: string
}

/**
 * Words of quantity ("de fleste", "mange") and the shares they stand for, in per cent of those who answered: from, and
 * below; a hundred is below nothing. Or numbers of senders, for the smallest.
 */
export type QuantityBandColumn = {
  nb: string[]
  nn: string[]
  shareFrom?: number
  shareBelow?: number
  countFrom?: number
  countTo?: number
}

/** UUIDv7 primary key: sorts by creation, spreads over shards, never guessed from a neighbour's count. */
export const id = () => uuid('id').primaryKey().$defaultFn(v7)

/** A moment with zone; every state in the schema is "when", most with "by whom" beside it. */
export const moment = (name: string) => timestamp(name, { withTimezone: true })

export const createdAt = () => moment('created_at').notNull().defaultNow()

/** A jsonb column read and written as T. */
export const json = <T>(name: string) => jsonb(name).$type<T>()
