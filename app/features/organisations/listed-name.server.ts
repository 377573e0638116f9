import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { organisations } from '#db/schema/index.ts'

type Names = { name: SQLWrapper; officialName: SQLWrapper }

/**
 * What tables, lists and data call a body: by all its official names, where it has several. Running text has `name` alone,
 * which is the form of the text's language. Nothing is built: a name in another case, or with another word for what it
 * is, would be another name (nordic-practice.md B9).
 */
export const namesOf = ({ name, officialName }: Names): SQL<string> => sql<string>`case
  when ${officialName} is null or ${officialName} = '' then ${name}
  when position(lower(${name}) in lower(${officialName})) > 0 then ${officialName}
  else ${officialName} || ' – ' || ${name} end`

/** The same of a sender by the name that was frozen with what it sent; where the body has another since, it stands. */
export const listedName = (organisationId: SQLWrapper, frozen: SQLWrapper): SQL<string> =>
  sql<string>`coalesce((select ${namesOf({ name: sql`body.name`, officialName: sql`body.official_name` })}
    from ${organisations} body where body.id = ${organisationId} and body.name = ${frozen}
      and body.official_name is not null), ${frozen})`
