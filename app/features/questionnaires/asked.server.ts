import { type SQL, sql } from 'drizzle-orm'
import { questions } from '#db/schema/index.ts'

/**
 * That a question is put to a kind of sender: the one place that says it. A question with no kinds is put to all.
 * Where the sender is a row, give its kind as SQL: an organisation's, or 'person' for somebody private.
 */
export const isAskedOf = (
  senderKind: string | SQL,
  { askedOf }: Pick<typeof questions, 'askedOf'> = questions,
) => sql`(${askedOf} is null or ${senderKind} = any(${askedOf}))`
