import { type SQL, sql } from 'drizzle-orm'
import { standingThemeId } from '#app/features/analysis/theme-line.server.ts'
import { inputs, inputVersions, passages } from '#db/schema/index.ts'
import { versionCounts } from '#search/counting.server.ts'

/**
 * What assignments cover, as common table expressions to begin a statement with; `which` chooses among `assignments`.
 *
 * - `given`: the standing assignments.
 * - `to_read`: what there is to read in their rounds, a row per answer: those of versions that count, of inputs that are
 *   not withdrawn, with a text (that is, with a passage). A file is of the question it was sent to.
 * - `covered`: assignment × answer; the rule is covers() of assignment.ts.
 * - `marked`: the same with `read`: by whoever has the assignment, or had the same one before; what was read before an
 *   assignment was moved is not to be read again.
 *
 * `rounds` are the rounds to look in, those of `given` unless others are asked for; `counted` what of its passages is
 * counted with each answer.
 */
export function coverage(
  which: SQL,
  { rounds = sql`select round_id from given`, counted = sql`count(*) as passages` } = {},
): SQL {
  return sql`with recursive
  given as (select * from assignments where ended_at is null and ${which}),
  reach (assignment_id, theme_id) as (
    select id, theme_id from given where kind = 'theme'
    union
    select reach.assignment_id, themes.id from reach join themes on themes.parent_id = reach.theme_id
      or themes.id = (select merged.merged_into from themes merged where merged.id = reach.theme_id)
  ),
  themed as (
    select distinct reach.assignment_id, tagged.answer_id
    from reach
    join taggings on taggings.theme_id = reach.theme_id and taggings.removed_at is null
    join passages tagged on tagged.id = taggings.passage_id and tagged.superseded_at is null
  ),
  to_read as materialized (
    select ${passages.answerId}, ${passages.versionId}, ${passages.inputId}, ${passages.roundId},
      ${inputs.organisationId}, ${inputVersions.submittedAt},
      coalesce(${passages.questionId}, (select attachments.question_id from answers
        join attachments on attachments.id = answers.attachment_id
        where answers.id = ${passages.answerId})) as question_id,
      ${figureInSql} as figure, ${counted}
    from ${passages}
    join ${inputVersions} on ${inputVersions.id} = ${passages.versionId}
    join ${inputs} on ${inputs.id} = ${inputVersions.inputId}
    where ${passages.supersededAt} is null and ${passages.roundId} in (${rounds})
      and ${inputs.withdrawnAt} is null and ${versionCounts()}
    group by ${passages.answerId}, ${passages.versionId}, ${passages.inputId}, ${passages.roundId}, ${passages.questionId},
      ${inputVersions.id}, ${inputs.id}
  ),
  covered as (
    ${of(sql`given.kind = 'round'
      or (given.kind = 'share' and to_read.figure % given.share_of + 1 = given.share_number)`)}
    union all ${of(sql`given.kind = 'question' and to_read.question_id = given.question_id`)}
    union all ${of(sql`given.kind = 'organisation' and to_read.organisation_id = given.organisation_id`)}
    union all ${of(sql`given.kind = 'theme'
      and (given.id, to_read.answer_id) in (select assignment_id, answer_id from themed)`)}
  ),
  earlier as (
    select given.id, earlier.person_id from given join assignments earlier
      on earlier.round_id = given.round_id and earlier.kind = given.kind and earlier.ended_at <= given.at
      and earlier.theme_id is not distinct from given.theme_id
      and earlier.question_id is not distinct from given.question_id
      and earlier.organisation_id is not distinct from given.organisation_id
      and earlier.share_number is not distinct from given.share_number
      and earlier.share_of is not distinct from given.share_of
  ),
  looked as (
    select readings.person_id, readings.answer_id from readings
    where readings.strategy_id in (select strategy_id from given)
      and readings.person_id in (select person_id from given union all select person_id from earlier)
  ),
  marked as materialized (
    select covered.*, (covered.person_id, covered.answer_id) in (select person_id, answer_id from looked)
      or (covered.assignment_id, covered.answer_id) in (select earlier.id, looked.answer_id
        from earlier join looked on looked.person_id = earlier.person_id) as read
    from covered
  )`
}

// Never joined with to_read again: the planner cannot tell how many rows these have, and would go through them in pairs.
const of = (which: SQL) => sql`select given.id as assignment_id, given.person_id, given.due_on, to_read.*
    from given join to_read on to_read.round_id = given.round_id and (${which})`

// The last seven hexadecimal figures of the id; see shareOf.
const figureInSql = sql`('x' || right(${passages.inputId}::text, 7))::bit(28)::int`

/** How far each assignment has come: answers and inputs in it, and how many of them are read. Needs `marked`. */
export const reckoning = sql`select assignment_id, sum(answers)::int as answers, sum(read)::int as read,
    count(*)::int as inputs, (count(*) filter (where read < answers))::int as inputs_left
  from (
    select assignment_id, version_id, count(*) as answers, count(*) filter (where read) as read
    from marked group by assignment_id, version_id
  ) texts group by assignment_id`

/** What an assignment is of, in words that the page puts together; a merged theme by what it became part of. `assignments` is the table or `given`. */
export const naming = (assignment: SQL) => sql`
  ${assignment}.kind, ${assignment}.share_number as "share", ${assignment}.share_of as "of",
  (select themes.title from themes where themes.id = ${standingThemeId(sql`${assignment}.theme_id`)}) as "themeTitle",
  (select themes.title from themes where themes.id = ${assignment}.theme_id and themes.merged_into is not null)
    as "themeBefore",
  (select questions.title from questions where questions.id = ${assignment}.question_id) as "questionTitle",
  (select count(*)::int from questions asked join questions before
    on before.questionnaire_id = asked.questionnaire_id and before.position <= asked.position
    where asked.id = ${assignment}.question_id) as "questionNumber",
  (select organisations.name from organisations where organisations.id = ${assignment}.organisation_id)
    as "organisationName"`
