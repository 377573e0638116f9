import { asc, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import {
  answers,
  attachments,
  documents,
  documentVersions,
  paragraphs,
  questions,
  strategies,
} from '#db/schema/index.ts'
import type { SaidTo } from './said-to.ts'

// Answers are to a question, to a paragraph, or stand in a file. Whatever shows one says which with these.

/** What an answer was said to, as one column beside others; `answerId` names the column of the query it stands in. */
export const saidTo = (answerId: SQLWrapper): SQL<SaidTo> => sql<SaidTo>`(select case
    when a.question_id is not null then
      jsonb_build_object('kind', 'question', 'position', q.position, 'title', q.title)
    when a.paragraph_id is not null then
      jsonb_build_object('kind', 'comment', 'answerId', a.id, 'stance', a.choice, 'quote', a.anchor->>'quote',
        'anchor', p.anchor, 'document', jsonb_build_object('strategy', s.slug, 'slug', d.slug, 'number', v.number))
    else jsonb_build_object('kind', 'attachment', 'answerId', a.id, 'attachmentId', f.id, 'name', f.name) end
  from ${answers} a
  left join ${questions} q on q.id = a.question_id
  left join ${paragraphs} p on p.id = a.paragraph_id
  left join ${documentVersions} v on v.id = p.version_id
  left join ${documents} d on d.id = v.document_id
  left join ${strategies} s on s.id = d.strategy_id
  left join ${attachments} f on f.id = a.attachment_id
  where a.id = ${answerId})`

/**
 * The order a version is read in, for queries where questions and paragraphs are joined to answers: the questions as
 * asked, the comments as the document has them, and files in the order they were read, so that one that is read late
 * moves nothing.
 */
export const inReadingOrder = [
  sql`case when ${answers.questionId} is not null then 0 when ${answers.paragraphId} is not null then 1 else 2 end`,
  asc(questions.position),
  asc(paragraphs.versionId),
  asc(paragraphs.position),
  sql`(${answers.anchor}->>'startCp')::int nulls first`,
  asc(answers.id),
]
