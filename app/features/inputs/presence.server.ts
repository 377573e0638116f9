import { eq, sql } from 'drizzle-orm'
import type { Actor, OrganisationRole } from '#app/features/identity/actor.ts'
import { personalSlug } from '#app/features/organisations/organisation.ts'
import { tx } from '#app/platform/database.server.ts'
import { prepared } from '#app/platform/prepared.server.ts'
import { type Refused, refuse } from '#app/platform/refusal.ts'
import {
  draftAnswers,
  inputs,
  memberships,
  organisations,
  people,
  questions,
  writersPresent,
} from '#db/schema/index.ts'
import { mayRead } from './policy.ts'
import { type Presence, staleMs } from './presence.ts'

const given = sql.placeholder

/** Whose the input is, the roles of whoever asks, who else is there, and where each answer stands. */
const readPresence = prepared((tx) =>
  tx
    .select({
      organisationId: inputs.organisationId,
      personId: inputs.personId,
      slug: organisations.slug,
      roles: sql<OrganisationRole[]>`(select coalesce(jsonb_agg(m.role), '[]') from ${memberships} m
        where m.organisation_id = ${inputs.organisationId} and m.person_id = ${given('personId')}::uuid
          and m.ended_at is null)`,
      writers: sql<Presence['writers']>`(select coalesce(jsonb_agg(w order by w.name), '[]') from (
        select w.person_id as "personId", p.name, w.question_id as "questionId"
        from ${writersPresent} w join ${people} p on p.id = w.person_id
        where w.input_id = ${inputs.id} and w.person_id <> ${given('personId')}::uuid
          and w.at > clock_timestamp() - ${given('stale')}::text::interval
        order by p.name limit 50) w)`,
      revisions: sql<Presence['newer']>`(select coalesce(jsonb_agg(d), '[]') from (
        select d.question_id as "questionId", d.revision
        from ${draftAnswers} d where d.input_id = ${inputs.id} limit 200) d)`,
    })
    .from(inputs)
    .leftJoin(organisations, eq(organisations.id, inputs.organisationId))
    .where(eq(inputs.id, given('inputId')))
    .prepare('read_presence'),
)

// A question that is not the round's is nowhere.
const sayPresent = prepared((tx) =>
  tx
    .insert(writersPresent)
    .select(
      sql`select i.id, ${given('personId')}::uuid, (select ${questions.id} from ${questions}
          where ${questions.id} = ${given('questionId')}::uuid and ${questions.roundId} = i.round_id), clock_timestamp()
        from ${inputs} i where i.id = ${given('inputId')}::uuid`,
    )
    .onConflictDoUpdate({
      target: [writersPresent.inputId, writersPresent.personId],
      set: { questionId: sql`excluded.question_id`, at: sql`excluded.at` },
    })
    .prepare('say_present'),
)

/** That somebody has the draft open: at which question, and the revisions that the page shows. */
export type Open = {
  inputId: string
  slug: string
  questionId: string | null
  shown: ReadonlyMap<string, number>
}

/**
 * Says that somebody has the draft open, and tells who else has and which answers are newer than those shown: a read and
 * a write. Whoever has left is forgotten after half a minute.
 */
export function bePresent(
  { personId }: Pick<Actor, 'personId'>,
  { inputId, slug, questionId, shown }: Open,
): Promise<Presence | Refused<'not-found'>> {
  return tx(async (tx) => {
    const [read] = await readPresence(tx, { inputId, personId, stale: `${staleMs} milliseconds` })
    if (!read || slug !== (read.slug ?? personalSlug)) return refuse('not-found')
    const { organisationId } = read
    const memberships = organisationId ? read.roles.map((role) => ({ organisationId, role })) : []
    if (!mayRead({ personId, memberships }, read)) return refuse('not-found')
    await sayPresent(tx, { inputId, personId, questionId })
    const newer = read.revisions.filter(({ questionId, revision }) => revision > (shown.get(questionId) ?? 0))
    return { writers: read.writers, newer }
  })
}
