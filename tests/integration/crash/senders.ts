import type { Sql } from 'postgres'
import type { Database } from '#db/client.server.ts'
import { aDraft } from '#tests/factories/inputs.ts'
import { aMember, anOrganisation } from '#tests/factories/people.ts'
import { aQuestionnaire, aRound } from '#tests/factories/strategies.ts'
import { cookieOf } from '#tests/setup/sign-in.ts'

/** A draft that its signed-in submitter may send. */
export type Sender = { inputId: string; cookie: string; page: string }

const paragraph = 'Kommunen trenger at staten tar ansvar for felles løsninger før nye krav kommer. '

/** An open round, and in it this many municipalities with every question answered. */
export async function prepareSenders(db: Database, count: number): Promise<Sender[]> {
  const round = await aRound(db)
  const questions = await aQuestionnaire(db, round)
  return Promise.all(
    Array.from({ length: count }, async (_, at) => {
      const organisation = await anOrganisation(db)
      const submitter = await aMember(db, organisation, 'submitter')
      const written = questions.map(({ id, kind, title }) => {
        if (kind === 'single-choice') return [id, { kind, choice: 'yes' }] as const
        if (kind === 'scale') return [id, { kind, value: 4 }] as const
        return [id, `${title.nb} ${at}: ${paragraph.repeat(12)}`] as const
      })
      const { id: inputId } = await aDraft(db, round, organisation, Object.fromEntries(written))
      const cookie = await cookieOf(db, submitter.personId)
      return { inputId, cookie, page: `/workspace/${organisation.slug}/inputs/${inputId}` }
    }),
  )
}

/**
 * The same in thousands: written by the database itself, as copies of one draft. A person may send for two hundred of
 * the municipalities, as an actor's memberships are read with a limit.
 */
export async function prepareManySenders(db: Database, sql: Sql, count: number) {
  const round = await aRound(db)
  const [question] = await aQuestionnaire(db, round)
  const first = await anOrganisation(db)
  const template = await aDraft(db, round, first, { [question?.id ?? '']: paragraph.repeat(12) })
  const people = await Promise.all(
    Array.from({ length: Math.ceil(count / 200) }, async () => {
      const { personId } = await aMember(db, first, 'contributor')
      return { personId, cookie: await cookieOf(db, personId) }
    }),
  )
  const rows = await sql<{ inputId: string; slug: string; personId: string }[]>`
    with made as (
      insert into organisations (id, slug, name, kind)
      select gen_random_uuid(), 'mange-' || ${round.id}::text || '-' || n, 'Kommune ' || n, 'municipality'
      from generate_series(1, ${count}) n returning id, slug),
    numbered as (select id, slug, row_number() over () as n from made),
    owned as (select id, slug, (${people.map(({ personId }) => personId)}::uuid[])[1 + (n - 1) / 200] as person_id from numbered),
    belong as (insert into memberships (organisation_id, person_id, role) select id, person_id, 'submitter' from owned),
    begun as (
      insert into inputs (id, strategy_id, round_id, organisation_id)
      select gen_random_uuid(), ${round.strategyId}, ${round.id}, id from owned returning id, organisation_id, strategy_id),
    written as (
      insert into draft_answers (strategy_id, input_id, question_id, body, choice, data, importance, canonical_text, digest, answered)
      select b.strategy_id, b.id, d.question_id, d.body, d.choice, d.data, d.importance, d.canonical_text, d.digest, d.answered
      from begun b cross join draft_answers d where d.input_id = ${template.id})
    select begun.id as "inputId", owned.slug, owned.person_id as "personId"
    from begun join owned on owned.id = begun.organisation_id`
  const cookies = new Map(people.map(({ personId, cookie }) => [personId, cookie]))
  const senders = rows.map(
    ({ inputId, slug, personId }): Sender => ({
      ...{ inputId, cookie: cookies.get(personId) ?? '', page: `/workspace/${slug}/inputs/${inputId}` },
    }),
  )
  return { round, senders }
}
