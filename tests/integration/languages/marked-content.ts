import type { TestDatabase } from '#tests/setup/database.ts'

/** Stand around every text of ours in the database, so that it is known again on a page. */
export const OPENED = '⟦'
export const CLOSED = '⟧'

/**
 * Leaves of every text in the database that exists in several languages only what is in bokmål, between signs. Also what is
 * otherwise never changed: this database is thrown away.
 */
export async function onlyInBokmaal({ sql }: TestDatabase): Promise<void> {
  await sql.unsafe(`
    create function only_in_bokmaal(value jsonb) returns jsonb language sql as $$
      select case
        when jsonb_typeof(value) = 'object' and value <> '{}' and not exists (
          select from jsonb_each(value) as part(key, held)
          where key not in ('nb', 'nn', 'en', 'sv') or jsonb_typeof(held) <> 'string'
        ) then jsonb_build_object('nb',
          regexp_replace(coalesce(value ->> 'nb', value ->> 'nn', value ->> 'en', value ->> 'sv'),
            '([^\\n]*[^\\s][^\\n]*)', '${OPENED}\\1${CLOSED}', 'g'))
        when jsonb_typeof(value) = 'object' then
          (select coalesce(jsonb_object_agg(key, only_in_bokmaal(held)), '{}') from jsonb_each(value) as part(key, held))
        when jsonb_typeof(value) = 'array' then
          (select coalesce(jsonb_agg(only_in_bokmaal(held) order by place), '[]')
           from jsonb_array_elements(value) with ordinality as part(held, place))
        else value
      end
    $$`)
  const columns = await sql<{ table: string; column: string }[]>`
    select table_name as "table", column_name as "column" from information_schema.columns
    join information_schema.tables using (table_schema, table_name)
    where table_schema = 'public' and data_type = 'jsonb' and table_type = 'BASE TABLE'`
  for (const { table, column } of columns) {
    await sql`alter table ${sql(table)} disable trigger user`
    await sql`
      update ${sql(table)} set ${sql(column)} = only_in_bokmaal(${sql(column)})
      where ${sql(column)} is distinct from only_in_bokmaal(${sql(column)})`
  }
}

export type Piece = { words: string; lang: string; path: string }

const EMPTY = /^(area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/

// What is read aloud though it is no text of its own: an attribute is in the language of its element.
const SPOKEN = / (aria-label|aria-description|title|alt|placeholder|label|content)="([^"]*)"/g

/** Every piece of text on a page, spoken attributes too, with the language it is marked as and the elements it stands in. */
export function piecesOf(html: string): Piece[] {
  const open: { name: string; lang: string }[] = []
  const pieces: Piece[] = []
  const body = html.slice(html.indexOf('<html')).replace(/<(script|style)\b.*?<\/\1>/gs, '')
  const pathTo = (last: string[]) => [...open.map(({ name }) => name), ...last].join(' ')
  for (const [, tag, text] of body.matchAll(/<([^>]*)>|([^<]+)/g)) {
    const inside = open.at(-1)
    if (text !== undefined) {
      if (text.trim() !== '' && inside)
        pieces.push({ words: text.trim(), lang: inside.lang, path: pathTo([]) })
      continue
    }
    const name = /^\/?[\w-]+/.exec(tag ?? '')?.[0] ?? ''
    const lang = / lang="([^"]*)"/.exec(tag ?? '')?.[1] ?? inside?.lang ?? ''
    for (const [, said, words = ''] of (tag ?? '').matchAll(SPOKEN))
      if (words.trim() !== '') pieces.push({ words: words.trim(), lang, path: pathTo([name, `@${said}`]) })
    if (name.startsWith('/')) open.pop()
    else if (name && !EMPTY.test(name) && !tag?.endsWith('/')) open.push({ name, lang })
  }
  return pieces
}

/**
 * What is marked wrongly on a page in a language: texts of ours that are not marked as bokmål, and words of the page that
 * are. The name of the window is one text whatever it is put together of, and in the language of most of its letters.
 */
export function wronglyMarked(html: string, locale: string): string[] {
  const wrong: string[] = []
  for (const { words, lang, path } of piecesOf(html)) {
    const [ours = '', ...apart] = split(words)
    const own = apart.join('').trim()
    const told = `${words.slice(0, 120)} [${lang}] in ${path.split(' ').slice(-4).join(' ')}`
    if (path === 'html head title') {
      const due = letters(ours) > letters(own) ? 'nb' : locale
      if (lang !== due) wrong.push(`not as ${due}: ${told}`)
      continue
    }
    if (ours !== '' && lang !== 'nb') wrong.push(`not as bokmål: ${told}`)
    if (/\p{L}{2}/u.test(own) && lang !== locale && ours !== '') wrong.push(`as bokmål: ${told}`)
  }
  return wrong
}

const letters = (words: string) => words.replace(/\P{L}/gu, '').length

// What is between the signs first, then what is outside them.
function split(words: string): string[] {
  const ours = [...words.matchAll(/⟦[^⟧]*(⟧|$)|^[^⟦]*⟧/g)].map(([found]) => found).join('')
  return [ours, ...words.split(/⟦[^⟧]*(?:⟧|$)|^[^⟦]*⟧/)]
}
