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
import type { QuestionKind } from '../questionnaires/question.ts'
import { type AnswerRow, answerFromRow } from './answer-rows.ts'
import { mayRead } from './policy.ts'
import { type NewerAnswer, type Presence, staleMs } from './presence.ts'

const given = sql.placeholder

type Newer = AnswerRow & Omit<NewerAnswer, 'answer' | 'at'> & { kind: QuestionKind; at: string }

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
      newer: sql<Newer[]>`(select coalesce(jsonb_agg(n), '[]') from (
        select d.question_id as "questionId", ${questions.kind}, d.revision, d.body, d.choice, d.data, d.importance,
          p.name, d.updated_at as at
        from ${draftAnswers} d join ${questions} on ${questions.id} = d.question_id
        left join ${people} p on p.id = d.updated_by
        where d.input_id = ${inputs.id}
          and d.revision > coalesce((${given('shown')}::text::jsonb ->> d.question_id::text)::integer, 0)
        limit 200) n)`,
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
    const asked = { inputId, personId, stale: `${staleMs} milliseconds` }
    const [read] = await readPresence(tx, { ...asked, shown: JSON.stringify(Object.fromEntries(shown)) })
    if (!read || slug !== (read.slug ?? personalSlug)) return refuse('not-found')
    const { organisationId, writers } = read
    const memberships = organisationId ? read.roles.map((role) => ({ organisationId, role })) : []
    if (!mayRead({ personId, memberships }, read)) return refuse('not-found')
    await sayPresent(tx, { inputId, personId, questionId })
    const newer = read.newer.map(({ questionId: id, kind, revision, name, at, ...row }) => ({
      ...{ questionId: id, revision, name, at: new Date(at) },
      answer: answerFromRow(kind, row),
    }))
    return { writers, newer }
  })
}
