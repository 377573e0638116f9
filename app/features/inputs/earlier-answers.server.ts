import { sql } from 'drizzle-orm'
import { database } from '#app/platform/database.server.ts'
import { answers, inputs, inputVersions, questions, rounds } from '#db/schema/index.ts'
import { type AnswerRow, answerFromRow } from './answer-rows.ts'
import { isAnswered } from './answers.ts'
import type { EarlierAnswer } from './earlier-answer.ts'
import { isTakenBack } from './taken-back.server.ts'

const mostEarlier = 60

/**
 * What the sender of an input has answered in earlier rounds of the same strategy, the newest round first: the last
 * version of each of its own inputs that is not withdrawn. Says of each which question of this round repeats it.
 */
export async function listEarlierAnswers(inputId: string): Promise<EarlierAnswer[]> {
  const rows = await database().db.execute<Row>(sql`
    with recursive own as (
      select i.id, i.round_id, i.strategy_id, i.organisation_id, i.person_id, r.number
      from ${inputs} i join ${rounds} r on r.id = i.round_id where i.id = ${inputId}
    ), chain as (
      select q.id as asked, q.copied_from_id as question_id, 1 as step
      from ${questions} q join own on own.round_id = q.round_id where q.copied_from_id is not null
      union
      select chain.asked, q.copied_from_id, chain.step + 1
      from chain join ${questions} q on q.id = chain.question_id
      where q.copied_from_id is not null and chain.step < 20
    ), latest as (
      select distinct on (v.input_id) v.id, v.submitted_at, r.number, r.title
      from own join ${inputs} i on i.strategy_id = own.strategy_id and i.id <> own.id and i.withdrawn_at is null
        and (i.organisation_id = own.organisation_id or i.person_id = own.person_id)
      join ${rounds} r on r.id = i.round_id and r.number < own.number
      join ${inputVersions} v on v.input_id = i.id and not ${isTakenBack(sql`v.id`)}
      order by v.input_id, v.number desc
    )
    select a.id, a.body, a.choice, a.data, a.importance, latest.submitted_at as "submittedAt",
      jsonb_build_object('number', latest.number, 'title', latest.title) as round,
      jsonb_build_object('id', q.id, 'kind', q.kind, 'title', q.title, 'options', q.options,
        'settings', q.settings) as question,
      (select chain.asked from chain where chain.question_id = q.id order by chain.step limit 1) as "repeatedBy"
    from latest join ${answers} a on a.version_id = latest.id
    join ${questions} q on q.id = a.question_id
    where q.kind not in ('file', 'participants')
    order by latest.number desc, q.position
    limit ${mostEarlier}`)
  return rows.flatMap(({ body, choice, data, importance, ...row }) => {
    const answer = answerFromRow(row.question.kind, { body, choice, data, importance })
    return isAnswered(answer) ? [{ ...row, answer, submittedAt: new Date(row.submittedAt) }] : []
  })
}

type Row = AnswerRow & Omit<EarlierAnswer, 'answer' | 'submittedAt'> & { submittedAt: string }
