import { eq, inArray, sql } from 'drizzle-orm'
import { isAskedOf } from '#app/features/questionnaires/asked.server.ts'
import { database } from '#app/platform/database.server.ts'
import type { LocalisedText } from '#app/platform/localised-text.ts'
import {
  draftAnswers,
  inputs,
  inputVersions,
  people,
  questionnaires,
  questions,
  rounds,
  signOffs,
  writersPresent,
} from '#db/schema/index.ts'
import { staleMs } from './presence.ts'
import { type SignOff, type SignOffState, signOffState } from './sign-off.ts'

/** How far a sender has come with its draft in a round: what is answered, what is missing, and who is on it. */
export type Progress = {
  inputId: string
  withdrawnAt: Date | null
  versions: number
  /** The draft was changed after the latest version was sent. */
  changedSince: boolean
  asked: number
  answered: number
  /** Required questions without an answer, with their place in the questionnaire. */
  missing: { position: number; title: LocalisedText }[]
  /** Who has written in the draft, the latest first, and who has it open now. */
  writers: { name: string; at: Date }[]
  presentNow: string[]
  signOff: SignOffState
}

const mostMissing = 5
const mostWriters = 6

/** The progress of these drafts, in one journey. Asks no policy: the caller has found them as the sender's own. */
export async function listProgress(inputIds: readonly string[], senderKind: string): Promise<Progress[]> {
  if (inputIds.length === 0) return []
  const rows = await database()
    .db.select({
      inputId: inputs.id,
      withdrawnAt: inputs.withdrawnAt,
      draftRevision: inputs.draftRevision,
      versions: sql`(select count(*) from ${inputVersions} v where v.input_id = ${inputs.id})`.mapWith(
        Number,
      ),
      changedSince: sql<boolean>`coalesce((select max(d.updated_at) from ${draftAnswers} d where d.input_id = ${inputs.id})
        > (select max(v.submitted_at) from ${inputVersions} v where v.input_id = ${inputs.id}), false)`,
      questions: sql<Question[]>`(select coalesce(jsonb_agg(q order by q.position), '[]') from (
        select row_number() over (order by questions.position) as position, questions.title, questions.required,
          coalesce(d.answered, false) as answered
        from ${questionnaires} n join ${questions} on questions.questionnaire_id = n.id
        left join ${draftAnswers} d on d.question_id = questions.id and d.input_id = ${inputs.id}
        where n.round_id = ${inputs.roundId} and ${isAskedOf(senderKind)}
        order by questions.position limit 200) q)`,
      writers: sql<
        { name: string; at: string }[]
      >`(select coalesce(jsonb_agg(w order by w.at desc), '[]') from (
        select p.name, max(d.updated_at) as at from ${draftAnswers} d join ${people} p on p.id = d.updated_by
        where d.input_id = ${inputs.id} group by p.id order by 2 desc limit ${mostWriters}) w)`,
      presentNow: sql<string[]>`(select coalesce(jsonb_agg(h.name order by h.name), '[]') from (
        select p.name from ${writersPresent} w join ${people} p on p.id = w.person_id
        where w.input_id = ${inputs.id} and w.at > clock_timestamp() - make_interval(secs => ${staleMs / 1000})
        order by p.name limit ${mostWriters}) h)`,
      latest: sql<SignOff | null>`(select jsonb_build_object('kind', s.kind, 'draftRevision', s.draft_revision)
        from ${signOffs} s where s.input_id = ${inputs.id} order by s.at desc, s.id desc limit 1)`,
    })
    .from(inputs)
    // Nothing is read of the round: with a join the columns above carry the names of their tables.
    .innerJoin(rounds, eq(rounds.id, inputs.roundId))
    .where(inArray(inputs.id, [...inputIds]))
    .limit(inputIds.length)
  return rows.map(({ questions: asked, writers, latest, draftRevision, ...row }) => ({
    ...row,
    asked: asked.length,
    answered: asked.filter(({ answered }) => answered).length,
    missing: asked.filter(({ required, answered }) => required && !answered).slice(0, mostMissing),
    writers: writers.map(({ name, at }) => ({ name, at: new Date(at) })),
    signOff: signOffState(latest, draftRevision),
  }))
}

type Question = { position: number; title: LocalisedText; required: boolean; answered: boolean }
