import postgres, { type TransactionSql } from 'postgres'

/**
 * Lets the role the product runs as read and write, and no more: the tables belong to the role that migrates. What is only
 * ever added to (the record of events, what was submitted; every table with a trigger that refuses changes) it may add to
 * and read. Done after every migration; done twice it is done once.
 */
export async function grantToProduct(ownerUrl: string, productUrl: string): Promise<void> {
  const role = decodeURIComponent(new URL(productUrl).username)
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {}, connect_timeout: 10 })
  try {
    await sql.begin(async (sql) => {
      const product = sql(role)
      const [here] = await sql<{ name: string }[]>`select current_database() as name`
      // The queue makes tables of its own, in a schema of its own.
      await sql`grant connect, create, temporary on database ${sql(here?.name ?? '')} to ${product}`
      await sql`grant usage on schema public, drizzle to ${product}`
      await sql`grant select on all tables in schema drizzle to ${product}`
      await sql`grant select, insert, update, delete on all tables in schema public to ${product}`
      await sql`grant usage, select on all sequences in schema public to ${product}`
      for (const table of await addedToOnly(sql))
        await sql`revoke update, delete, truncate on ${sql(table)} from ${product}`
    })
  } finally {
    await sql.end({ timeout: 5 })
  }
}

/** Tables whose every change and deletion is refused, whatever is in the row (bits 8 and 16 of `tgtype`). */
async function addedToOnly(sql: TransactionSql): Promise<string[]> {
  const rows = await sql<{ name: string }[]>`
    select c.relname as name from pg_trigger t join pg_proc f on f.oid = t.tgfoid join pg_class c on c.oid = t.tgrelid
    where f.proname = 'refuse_change' and t.tgtype::integer & 24 = 24 and t.tgqual is null
      and c.relnamespace = 'public'::regnamespace`
  return rows.map(({ name }) => name)
}
