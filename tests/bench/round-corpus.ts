import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '#db/client.server.ts'
import { aTheme } from '#tests/factories/analysis.ts'
import { aPerson, aStaffMember } from '#tests/factories/people.ts'
import { aQuestionnaire, aRound, aStrategy, daysFromNow } from '#tests/factories/strategies.ts'

export type MadeSize = { inputs: number; passagesPerInput: number; questions: number; themes: number }

let made = 0

const words = (nb: string) => ({ nb, nn: nb })
const options = (...keys: string[]) => keys.map((key) => ({ key, label: words(key) }))

/** A third texts, a third scales, a third choices of which some are of several; the general question last. */
function questionOf(at: number, of: number) {
  if (at === of - 1) return { kind: 'general' }
  const kind = ['rich-text', 'scale', at % 2 ? 'single-choice' : 'multiple-choice'][at % 3] ?? 'rich-text'
  if (kind === 'rich-text') return { kind }
  return { kind, options: kind === 'scale' ? options('1', '2', '3', '4', '5') : options('a', 'b', 'c', 'd') }
}

/**
 * A round that many have answered, with passages and themes on them, written by the database itself: each sender answers
 * nine of ten questions, a tenth of the senders twice, and every passage has one or two themes, most with a position.
 * Whoever leads the work has a share, a theme and a question of it to read, and has read a third of what there is.
 */
export async function madeRound(db: Database, size: MadeSize) {
  const corpus = made++
  const strategy = await aStrategy(db)
  const round = await aRound(db, { strategy, opensAt: daysFromNow(-30), number: 1 })
  const questions = await aQuestionnaire(
    db,
    round,
    Array.from({ length: size.questions }, (_, at) => questionOf(at, size.questions)),
  )
  const themes: { id: string }[] = []
  for (let at = 0; at < size.themes; at++)
    themes.push(await aTheme(db, strategy, { parentId: at % 4 === 0 ? null : themes[at - (at % 4)]?.id }))
  const staff = await aStaffMember(db, strategy, 'lead')
  const reader = await aPerson(db)
  const place: Place = {
    ...{ corpus, size, roundId: round.id, strategyId: strategy.id, readerId: reader.id },
    staffId: staff.personId,
  }
  await db.transaction(async (tx) => {
    await tx.execute(sql`set local statement_timeout = 0`)
    for (const statement of statements(place)) await tx.execute(statement)
  })
  return { strategy, round, questions, themes, staff }
}

type Place = {
  corpus: number
  size: MadeSize
  roundId: string
  strategyId: string
  readerId: string
  staffId: string
}

function statements({ corpus, size, roundId, strategyId, readerId, staffId }: Place): SQL[] {
  const id = (kind: number, n: SQL) =>
    sql`(${`${(corpus + 1).toString(16).padStart(4, '0')}${kind.toString(16).padStart(4, '0')}-0000-7000-8000-`}
      || lpad(to_hex(${n}), 12, '0'))::uuid`
  const all = sql`generate_series(1, ${size.inputs}::int) as n`
  const kinds = sql`(array['municipality', 'municipality', 'municipality', 'county-municipality', 'network',
    'organisation', 'union', 'business'])[1 + n % 8]`
  const versions = sql`(select n, 1 as number from ${all} union all select n, 2 from ${all} where n % 10 = 0) v`
  return [
    sql`insert into counties (number, name) select lpad(k::text, 2, '0'), 'Fylke ' || k
      from generate_series(1, 15) k on conflict do nothing`,
    sql`insert into organisations (id, slug, name, kind, county_number)
      select ${id(1, sql`n`)}, ${`laget-${corpus}-`} || n, 'Laget ' || n, ${kinds}, lpad((1 + n % 15)::text, 2, '0') from ${all}`,
    sql`insert into invitations (strategy_id, round_id, organisation_id)
      select ${strategyId}::uuid, ${roundId}::uuid, ${id(1, sql`n`)} from ${all} where n % 3 > 0`,
    sql`insert into inputs (id, strategy_id, round_id, organisation_id)
      select ${id(2, sql`n`)}, ${strategyId}::uuid, ${roundId}::uuid, ${id(1, sql`n`)} from ${all}`,
    sql`insert into input_versions (id, strategy_id, round_id, input_id, number, kind, sender_name, sender_kind, lang,
        submitted_at, deadline_at, late_at, no_remarks, receipt_sequence, receipt_number, content_hash, idempotency_key)
      select ${id(3, sql`n * 2 + number`)}, ${strategyId}::uuid, ${roundId}::uuid, ${id(2, sql`n`)}, number,
        case number when 2 then 'adopted' else 'administrative' end, 'Laget ' || n, ${kinds}, 'nb',
        now() - make_interval(secs => 1000000 - n - number), now(), case when n % 50 = 0 then now() end, n % 40 = 0,
        n, ${`L${corpus}-`} || n || '-' || number, '', number::text from ${versions}`,
    sql`insert into answers (id, strategy_id, version_id, question_id, choice, data, canonical_text)
      select gen_random_uuid(), ${strategyId}::uuid, ${id(3, sql`n * 2 + number`)}, q.id,
        case q.kind when 'scale' then (1 + n % 5)::text when 'single-choice' then (array['a', 'b', 'c', 'd'])[1 + n % 4] end,
        case q.kind when 'multiple-choice' then '{"choices": ["a", "c"]}'::jsonb end,
        case when q.kind in ('rich-text', 'general') then repeat('Vi trenger mer tid og felles løsninger. ', 5) end
      from ${versions} cross join questions q where q.round_id = ${roundId}::uuid and n % 40 > 0 and (n + q.position) % 10 > 0`,
    sql`insert into passages (id, strategy_id, round_id, input_id, version_id, answer_id, question_id, position, start_cp,
        end_cp, text, lang)
      select gen_random_uuid(), ${strategyId}::uuid, ${roundId}::uuid, v.input_id, v.id, a.id, a.question_id, k, k * 10,
        k * 10 + 9, 'Vi trenger mer tid og felles løsninger. ', 'nb'
      from input_versions v join lateral (select id, question_id from answers where version_id = v.id
        and canonical_text is not null limit 1) a on true
      cross join generate_series(1, ${size.passagesPerInput}::int) k where v.round_id = ${roundId}::uuid and v.number = 1`,
    sql`insert into taggings (id, strategy_id, passage_id, theme_id, position, tagged_by)
      select distinct on (p.id, t.id) gen_random_uuid(), ${strategyId}::uuid, p.id, t.id,
        (array['supports', 'supports-with-remarks', 'against', 'neutral', 'unclear', null])[1 + p.n % 6], ${readerId}::uuid
      from (select id, row_number() over () as n from passages where round_id = ${roundId}::uuid) p
      cross join generate_series(0, 1) k
      join (select id, row_number() over () - 1 as m from themes where strategy_id = ${strategyId}::uuid) t
        on t.m = (p.n * 7 + k * 5) % ${size.themes}::int
      where k = 0 or p.n % 2 = 0`,
    sql`insert into assignments (id, strategy_id, round_id, person_id, kind, share_number, share_of, theme_id, question_id,
        due_on, at, by)
      select gen_random_uuid(), ${strategyId}::uuid, ${roundId}::uuid, ${staffId}::uuid, given.kind, share, share * 4,
        (select id from themes where strategy_id = ${strategyId}::uuid and given.kind = 'theme' order by position limit 1),
        (select id from questions where round_id = ${roundId}::uuid and given.kind = 'question' order by position limit 1),
        due, now() - interval '5 days', ${readerId}::uuid
      from (values ('share', 1, '2026-12-01'), ('theme', null, null), ('question', null, '2026-12-20'))
        as given (kind, share, due)`,
    sql`insert into readings (strategy_id, version_id, answer_id, person_id)
      select ${strategyId}::uuid, version_id, answer_id, ${staffId}::uuid from (select version_id, answer_id,
        row_number() over (order by answer_id) as n from passages where round_id = ${roundId}::uuid
        group by version_id, answer_id) read where n % 3 = 0`,
    sql`analyze`,
  ]
}
