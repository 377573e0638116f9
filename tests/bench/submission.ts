import { sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { submitInput } from '#app/features/inputs/submission.server.ts'
import type { Connection } from '#db/client.server.ts'
import { aDraft } from '#tests/factories/inputs.ts'
import { aMember, anOrganisation } from '#tests/factories/people.ts'
import { aQuestionnaire, aRound } from '#tests/factories/strategies.ts'

const senders = 300
const paragraph =
  'Kommunen har få ansatte og trenger at staten tar ansvar for felles løsninger, opplæring og personvern før nye krav kommer. '

/** A round with eight written answers in each of many drafts, and two ways to submit one of them. */
export async function prepareSubmissions(connection: Connection) {
  const { db } = connection
  const round = await aRound(db)
  const questions = await aQuestionnaire(
    db,
    round,
    Array.from({ length: 8 }, (_, i) => ({
      kind: i === 7 ? 'general' : 'rich-text',
      title: { nb: `Spørsmål ${i}` },
    })),
  )
  const written = Object.fromEntries(questions.map((question) => [question.id, paragraph.repeat(6)]))
  const drafts: { inputId: string; actor: Awaited<ReturnType<typeof aMember>> }[] = []
  for (let i = 0; i < senders; i++) {
    const organisation = await anOrganisation(db)
    const actor = await aMember(db, organisation, 'submitter')
    drafts.push({ inputId: (await aDraft(db, round, organisation, written)).id, actor })
  }
  await db.execute(sql`
    create table bench_inputs as select row_number() over () as n, i.id, strategy_id, round_id, m.person_id
    from inputs i join memberships m on m.organisation_id = i.organisation_id`)
  await db.execute(sql`create unique index on bench_inputs (n)`)
  await db.execute(
    sql`create table bench_floor (id bigint generated always as identity primary key, at timestamptz)`,
  )

  let turn = 0
  const submitOne = async () => {
    const draft = drafts[turn++ % drafts.length]
    if (!draft) throw new Error('no draft')
    const outcome = await submitInput(draft.actor, draft.inputId, v7())
    if (!('receipt' in outcome)) throw new Error(`refused: ${outcome.refusal}`)
  }
  // As in a round that is under way: each table has rows, and the planner knows how many.
  for (const _ of drafts) await submitOne()
  await db.execute(sql`vacuum analyze`)
  return {
    submitOne,
    sameRows: sameRows(senders),
    sameSteps: sameSteps(senders),
    floor: 'INSERT INTO bench_floor (at) VALUES (now());',
  }
}

// The rows a submission writes (version, eight answers copied from the draft, audit event, and that on its way to the
// worker) in one prepared statement, with every column that ours has and nothing that is not written.
const sameRows = (inputs: number) => `
\\set n random(1, ${inputs})
WITH v AS (
  INSERT INTO input_versions (id, strategy_id, round_id, input_id, number, kind, sender_name, sender_kind, lang,
    submitted_at, submitted_by, deadline_at, no_remarks, receipt_sequence, receipt_number, content_hash, idempotency_key)
  SELECT gen_random_uuid(), strategy_id, round_id, id, nextval('receipt_sequence'), 'administrative', 'Fjellvik kommune',
    'municipality', 'nb', clock_timestamp(), person_id, clock_timestamp(), false, 1, '2026-' || currval('receipt_sequence'),
    repeat('0123456789abcdef', 4), gen_random_uuid()::text
  FROM bench_inputs WHERE n = :n
  RETURNING id, strategy_id, input_id, submitted_by, submitted_at),
a AS (
  INSERT INTO answers (id, strategy_id, version_id, question_id, body, choice, data, importance, canonical_text, digest)
  SELECT gen_random_uuid(), v.strategy_id, v.id, d.question_id, d.body, d.choice, d.data, d.importance, d.canonical_text,
    d.digest
  FROM v JOIN draft_answers d ON d.input_id = v.input_id),
e AS (
  INSERT INTO audit_events (id, at, type, actor_id, strategy_id, subject_id, data)
  SELECT gen_random_uuid(), submitted_at, 'input.submitted', submitted_by, strategy_id, id,
    jsonb_build_object('inputId', input_id) FROM v
  RETURNING id)
INSERT INTO event_outbox (event_id) SELECT id FROM e;
`

// The same rows with the same reads and locks before them, a statement at a time: what the order of a submission
// (read, lock, hold, clock, write) costs whoever sends it.
const sameSteps = (inputs: number) => `
\\set n random(1, ${inputs})
BEGIN;
SELECT i.strategy_id, o.name FROM inputs i JOIN organisations o ON o.id = i.organisation_id
  WHERE i.id = (SELECT id FROM bench_inputs WHERE n = :n) FOR UPDATE OF i;
SELECT r.deadline_at FROM inputs i JOIN rounds r ON r.id = i.round_id
  WHERE i.id = (SELECT id FROM bench_inputs WHERE n = :n) FOR SHARE OF r;
SELECT clock_timestamp(), (SELECT string_agg(d.digest, ',') FROM draft_answers d WHERE d.input_id = b.id),
  (SELECT max(number) FROM input_versions v WHERE v.input_id = b.id) FROM bench_inputs b WHERE b.n = :n;
${sameRows(inputs).split('\n').slice(2).join('\n')}
COMMIT;
`
