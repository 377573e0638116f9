import { eq, type SQL, sql } from 'drizzle-orm'
import type { OrganisationRole } from '#app/features/identity/actor.ts'
import { isAskedOf } from '#app/features/questionnaires/asked.server.ts'
import type { Question } from '#app/features/questionnaires/question.ts'
import { prepared } from '#app/platform/prepared.server.ts'
import {
  answerHistory,
  draftAnswers,
  inputs,
  memberships,
  organisations,
  people,
  questionnaires,
  questions,
} from '#db/schema/index.ts'
import type { AnswerRow } from './answer-rows.ts'

// What a save says to the database: one question and one answer, for it is asked all day long by everyone who writes.

const given = sql.placeholder

/** A question that was answered in a save, with the answer that stands in the draft. Revision 0: nobody has saved one. */
export type StoredAnswer = AnswerRow & {
  question: Pick<Question, 'id' | 'kind' | 'options' | 'settings' | 'required'>
  revision: number
  updatedAt: string | null
  updatedBy: string | null
  updatedByName: string | null
}

/** The roles of whoever saves in the input's organisation, the input's state, and the questions that were answered. */
export const readForSaving = prepared((tx) =>
  tx
    .select({
      strategyId: inputs.strategyId,
      organisationId: inputs.organisationId,
      personId: inputs.personId,
      withdrawnAt: inputs.withdrawnAt,
      slug: organisations.slug,
      writtenForm: organisations.writtenForm,
      locale: sql<string>`(select p.locale from ${people} p where p.id = ${given('personId')}::uuid)`,
      now: sql`clock_timestamp()`.mapWith((text: string) => new Date(text)),
      roles: sql<OrganisationRole[]>`(select coalesce(jsonb_agg(m.role), '[]') from ${memberships} m
        where m.organisation_id = ${inputs.organisationId} and m.person_id = ${given('personId')}::uuid
          and m.ended_at is null)`,
      stored: sql<StoredAnswer[]>`(select coalesce(jsonb_agg(w order by w.position), '[]') from (
        select ${questions.position}, jsonb_build_object('id', ${questions.id}, 'kind', ${questions.kind},
            'options', ${questions.options}, 'settings', ${questions.settings},
            'required', ${questions.required}) as question,
          d.body, d.choice, d.data, d.importance, coalesce(d.revision, 0) as revision,
          d.updated_at as "updatedAt", d.updated_by as "updatedBy", p.name as "updatedByName"
        from ${questionnaires} n join ${questions} on ${questions.questionnaireId} = n.id
        left join ${draftAnswers} d on d.input_id = ${inputs.id} and d.question_id = ${questions.id}
        left join ${people} p on p.id = d.updated_by
        where n.round_id = ${inputs.roundId}
          and ${questions.id} in (select jsonb_array_elements_text(${given('questionIds')}::text::jsonb)::uuid)
          and ${isAskedOf(sql`coalesce(${organisations.kind}, 'person')`)}
        order by ${questions.position} limit 200) w)`,
    })
    .from(inputs)
    .leftJoin(organisations, eq(organisations.id, inputs.organisationId))
    .where(eq(inputs.id, given('inputId')))
    .prepare('read_for_saving'),
)

/** An answer to write: its row, the revision it takes the place of, and whether what stood there is kept. */
export type AnswerToWrite = AnswerRow & {
  question_id: string
  expected: number
  canonical_text: string | null
  digest: string | null
  answered: boolean
  keep: boolean
  history_id: string
}

/**
 * Writes each answer whose row is still at the revision it takes the place of, keeps what stood there, and says that the
 * draft has changed. Gives the answers that were written: one that is missing was overtaken, or the input is withdrawn.
 * The input is held, as submitting it does; what stood at the expected revision was read before, so this statement's
 * own snapshot has it.
 */
export const writeAnswers = prepared((tx) => {
  const part = (name: string, text: SQL) => tx.$with(name, {}).as(text)
  const held = part(
    'held',
    sql`select ${inputs.id}, ${inputs.strategyId} from ${inputs}
      where ${inputs.id} = ${given('inputId')}::uuid and ${inputs.withdrawnAt} is null for update`,
  )
  const sent = part(
    'sent',
    sql`select * from jsonb_to_recordset(${given('rows')}::text::jsonb) as s(question_id uuid, expected integer,
      body jsonb, choice text, data jsonb, importance integer, canonical_text text, digest text, answered boolean,
      keep boolean, history_id uuid)`,
  )
  const written = part(
    'written',
    sql`insert into ${draftAnswers} as d (strategy_id, input_id, question_id, body, choice, data, importance,
        canonical_text, digest, answered, revision, updated_at, updated_by)
      select held.strategy_id, held.id, question_id, body, choice, data, importance, canonical_text, digest, answered,
        expected + 1, clock_timestamp(), ${given('personId')}::uuid
      from held, sent order by question_id
      on conflict (input_id, question_id) do update set body = excluded.body, choice = excluded.choice,
        data = excluded.data, importance = excluded.importance, canonical_text = excluded.canonical_text,
        digest = excluded.digest, answered = excluded.answered, revision = excluded.revision,
        updated_at = excluded.updated_at, updated_by = excluded.updated_by
      where d.revision = excluded.revision - 1
      returning question_id, revision, updated_at`,
  )
  const kept = part(
    'kept',
    sql`insert into ${answerHistory} (id, strategy_id, input_id, question_id, revision, body, choice, data, importance,
        at, by)
      select s.history_id, d.strategy_id, d.input_id, d.question_id, d.revision, d.body, d.choice, d.data, d.importance,
        d.updated_at, d.updated_by
      from written join sent s using (question_id)
      join ${draftAnswers} d on d.input_id = ${given('inputId')}::uuid and d.question_id = s.question_id
      where s.keep`,
  )
  const touched = part(
    'touched',
    sql`update ${inputs} set draft_revision = draft_revision + 1
      where id = ${given('inputId')}::uuid and exists (select from written)`,
  )
  return tx
    .with(held, sent, written, kept, touched)
    .select({
      questionId: sql<string>`question_id`,
      revision: sql<number>`revision`,
      at: sql`updated_at`.mapWith((text: string) => new Date(text)),
    })
    .from(sql`written`)
    .prepare('write_answers')
})
