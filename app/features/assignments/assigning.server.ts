import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { standingThemeId } from '#app/features/analysis/theme-line.server.ts'
import type { Actor } from '#app/features/identity/actor.ts'
import { databaseNow, type Transaction, tx } from '#app/platform/database.server.ts'
import { record } from '#app/platform/events/record.server.ts'
import { keyWith, once } from '#app/platform/http/idempotency.server.ts'
import { osloDate } from '#app/platform/oslo-time.ts'
import { refuse } from '#app/platform/refusal.ts'
import { cleanLine } from '#app/platform/rich-text/clean-text.ts'
import { writtenDay } from '#app/platform/written-day.ts'
import {
  assignments,
  inputs,
  invitations,
  questions,
  rounds,
  strategyStaff,
  themes,
} from '#db/schema/index.ts'
import { divide, fewestShares, seenOf, type Target } from './assignment.ts'
import { dueRefusal } from './due.ts'
import { assignmentChanged, assignmentEnded, assignmentGiven, assignmentMoved } from './events.ts'
import type { AssignFields, AssigningFields, ChangeFields } from './forms.ts'
import { assignmentRefusal } from './policy.ts'

type Round = typeof rounds.$inferSelect
type Work = { tx: Transaction; actor: Actor; round: Round; at: Date }

/** Gives, changes, moves and ends assignments of a round. `count` is how many it was about. */
export function assign(actor: Actor, roundId: string, form: AssigningFields) {
  return tx(async (tx) => {
    // Held, so that two who divide a round at once do not divide it twice.
    const [round] = await tx.select().from(rounds).where(eq(rounds.id, roundId)).for('update')
    if (!round) return refuse('not-found')
    const refusal = assignmentRefusal(actor, round.strategyId)
    if (refusal) return refuse(refusal)
    const { key, ...wanted } = form
    return once(tx, actor.personId, keyWith(key, wanted), 'assign', async () => {
      const work = { tx, actor, round, at: await databaseNow(tx) }
      switch (form.act) {
        case 'assign':
          return give(work, form)
        case 'assign-themes':
          return giveThemes(work, form)
        case 'change':
          return change(work, form)
        case 'end':
          return end(work, eq(assignments.id, form.assignment))
        case 'end-division':
          return end(work, eq(assignments.kind, 'share'))
      }
    })
  })
}

/** When it is to be done and what there is to say about it, as they were written. */
function termsOf({ due, note }: { due: string; note: string }, at: Date) {
  const dueOn = due.trim() === '' ? null : writtenDay(due)
  if (dueOn === null && due.trim() !== '') return refuse('due-unusable')
  const past = dueRefusal(dueOn, osloDate(at))
  return past ? refuse(past) : { dueOn, note: cleanLine(note) || null }
}

async function give(work: Work, form: AssignFields) {
  const terms = termsOf(form, work.at)
  if ('refusal' in terms) return terms
  if (form.people.length === 0 && form.kind !== 'theme') return refuse('person-missing')
  if (!(await areStaff(work, form.people))) return refuse('not-staff')
  if (form.kind === 'share') {
    const shares = divide(form.people)
    if (shares.length < fewestShares) return refuse('too-few-people')
    if ((await standing(work, eq(assignments.kind, 'share'))) > 0) return refuse('already-divided')
    return insert(work, shares, terms)
  }
  const target = await targetOf(work, form)
  if ('refusal' in target) return target
  const people = [...new Set(form.people.length > 0 ? form.people : await readerOf(work, target))]
  if (people.length === 0) return refuse('person-missing')
  const same = and(ofTarget(target), inArray(assignments.personId, people))
  if ((await standing(work, same)) > 0) return refuse('already-assigned')
  return insert(
    work,
    people.map((personId) => ({ personId, target })),
    terms,
  )
}

/** Who reads a theme when nobody was chosen: the reader it has of its own, if that one still works here. */
async function readerOf(work: Work, target: Target): Promise<string[]> {
  if (target.kind !== 'theme') return []
  const [theme] = await work.tx
    .select({ readerId: themes.assigneeId })
    .from(themes)
    .where(eq(themes.id, target.themeId))
  return theme?.readerId && (await areStaff(work, [theme.readerId])) ? [theme.readerId] : []
}

/** Every theme that has a reader of its own, to that reader; what they have already stays as it is. */
async function giveThemes(work: Work, form: { due: string; note: string }) {
  const terms = termsOf(form, work.at)
  if ('refusal' in terms) return terms
  const { tx, round } = work
  const wanted = await tx
    .selectDistinct({ themeId: themes.id, personId: strategyStaff.personId })
    .from(themes)
    .innerJoin(
      strategyStaff,
      and(eq(strategyStaff.personId, themes.assigneeId), eq(strategyStaff.strategyId, themes.strategyId)),
    )
    .where(
      and(
        ...[eq(themes.strategyId, round.strategyId), isNull(themes.retiredAt), isNull(strategyStaff.endedAt)],
        sql`not exists (select 1 from assignments own 
          where ${themes.id} = ${standingThemeId(sql`own.theme_id`)} and own.person_id = ${themes.assigneeId} and own.round_id = ${round.id} and own.ended_at is null)`,
      ),
    )
    .limit(500)
  if (wanted.length === 0) return refuse('no-theme-readers')
  const each = wanted.map(({ themeId, personId }) => ({
    personId,
    target: { kind: 'theme', themeId } as const,
  }))
  return insert(work, each, terms)
}

async function change(work: Work, form: ChangeFields) {
  const { tx, at, actor } = work
  const [found] = await tx
    .select()
    .from(assignments)
    .where(and(eq(assignments.id, form.assignment), eq(assignments.roundId, work.round.id)))
  if (!found) return refuse('not-found')
  if (found.endedAt) return refuse('already-ended')
  if (form.seen !== seenOf(found)) return refuse('stale')
  // A day that has gone may stay where only the reader changes.
  const kept = form.due.trim() !== '' && writtenDay(form.due) === found.dueOn
  const terms = termsOf({ due: kept ? '' : form.due, note: form.note }, at)
  if ('refusal' in terms) return terms
  const next = { ...terms, dueOn: kept ? found.dueOn : terms.dueOn }
  if (form.person === found.personId) {
    await tx.update(assignments).set(next).where(eq(assignments.id, found.id))
    await tell(work, assignmentChanged, found.id, { dueOn: next.dueOn, before: found.dueOn })
    return { done: 'changed' as const, count: 1 }
  }
  if (!(await areStaff(work, [form.person]))) return refuse('not-staff')
  const { kind, themeId, questionId, organisationId, shareNumber, shareOf } = found
  const same = { kind, themeId, questionId, organisationId, shareNumber, shareOf }
  const theirs = and(
    ...[eq(assignments.personId, form.person), eq(assignments.kind, kind)],
    sql`${standingThemeId(sql`${assignments.themeId}`)} is not distinct from ${standingThemeId(sql`${themeId}::uuid`)}
      and ${assignments.questionId} is not distinct from ${questionId}
      and ${assignments.organisationId} is not distinct from ${organisationId}
      and ${assignments.shareNumber} is not distinct from ${shareNumber}`,
  )
  if ((await standing(work, theirs)) > 0) return refuse('already-assigned')
  await tx
    .update(assignments)
    .set({ endedAt: at, endedBy: actor.personId })
    .where(eq(assignments.id, found.id))
  const [made] = await tx
    .insert(assignments)
    .values({ ...placeOf(work), ...same, ...next, personId: form.person })
    .returning({ id: assignments.id })
  await tell(work, assignmentMoved, found.id, { to: made?.id, personId: form.person })
  return { done: 'moved' as const, count: 1 }
}

/** What was read stays read. */
async function end(work: Work, which: ReturnType<typeof eq>) {
  const { tx, round, actor, at } = work
  const ended = await tx
    .update(assignments)
    .set({ endedAt: at, endedBy: actor.personId })
    .where(and(eq(assignments.roundId, round.id), isNull(assignments.endedAt), which))
    .returning({ id: assignments.id })
  if (ended.length === 0) return refuse('already-ended')
  for (const { id } of ended) await tell(work, assignmentEnded, id, {})
  return { done: 'ended' as const, count: ended.length }
}

async function insert(
  work: Work,
  each: readonly { personId: string; target: Target }[],
  terms: { dueOn: string | null; note: string | null },
) {
  const rows = each.map(({ personId, target }) => ({
    ...{ ...placeOf(work), ...terms, personId },
    ...columnsOf(target),
  }))
  const made = await work.tx
    .insert(assignments)
    .values(rows)
    .returning({ id: assignments.id, kind: assignments.kind, personId: assignments.personId })
  for (const { id, kind, personId } of made)
    await tell(work, assignmentGiven, id, { kind, personId, dueOn: terms.dueOn })
  return { done: 'given' as const, count: made.length }
}

const placeOf = ({ round, actor, at }: Work) => ({
  ...{ strategyId: round.strategyId, roundId: round.id, at, by: actor.personId },
})

function columnsOf(target: Target) {
  if (target.kind !== 'share') return target
  return { kind: target.kind, shareNumber: target.share, shareOf: target.of }
}

function ofTarget(target: Target) {
  const kind = eq(assignments.kind, target.kind)
  if (target.kind === 'question') return and(kind, eq(assignments.questionId, target.questionId))
  if (target.kind === 'theme')
    return and(kind, sql`${standingThemeId(sql`${assignments.themeId}`)} = ${target.themeId}`)
  if (target.kind === 'organisation') return and(kind, eq(assignments.organisationId, target.organisationId))
  return kind
}

const standing = ({ tx, round }: Work, which: ReturnType<typeof and>) =>
  tx.$count(assignments, and(eq(assignments.roundId, round.id), isNull(assignments.endedAt), which))

/** Whether all of them work on the strategy; held, so that nobody is given work while they leave. */
async function areStaff({ tx, round }: Work, people: readonly string[]) {
  const found = await tx
    .select({ personId: strategyStaff.personId })
    .from(strategyStaff)
    .where(
      and(
        eq(strategyStaff.strategyId, round.strategyId),
        inArray(strategyStaff.personId, [...people]),
        isNull(strategyStaff.endedAt),
      ),
    )
    .limit(1_000)
    .for('share')
  const staff = new Set(found.map(({ personId }) => personId))
  return people.every((id) => staff.has(id))
}

/** What the form asks for, if it is in this round or its codebook. */
async function targetOf({ tx, round }: Work, form: AssignFields) {
  const { kind } = form
  if (kind === 'question') {
    if (!form.question) return refuse('question-missing')
    const here = and(eq(questions.id, form.question), eq(questions.roundId, round.id))
    return (await tx.$count(questions, here)) > 0
      ? { kind, questionId: form.question }
      : refuse('question-missing')
  }
  if (kind === 'theme') {
    if (!form.theme) return refuse('theme-missing')
    const here = and(eq(themes.id, form.theme), eq(themes.strategyId, round.strategyId))
    const [theme] = await tx.select({ retiredAt: themes.retiredAt }).from(themes).where(here).for('share')
    if (!theme) return refuse('theme-missing')
    return theme.retiredAt ? refuse('theme-retired') : { kind, themeId: form.theme }
  }
  if (kind === 'organisation') {
    if (!form.organisation) return refuse('organisation-missing')
    const organisationId = form.organisation
    const [asked, sent] = await Promise.all([
      tx.$count(
        invitations,
        and(eq(invitations.roundId, round.id), eq(invitations.organisationId, organisationId)),
      ),
      tx.$count(inputs, and(eq(inputs.roundId, round.id), eq(inputs.organisationId, organisationId))),
    ])
    return asked + sent > 0 ? { kind, organisationId } : refuse('organisation-missing')
  }
  return { kind: 'round' as const }
}

function tell(
  { tx, actor, round, at }: Work,
  kind: Parameters<typeof record>[1]['kind'],
  subjectId: string,
  data: Record<string, unknown>,
) {
  const { strategyId, id: roundId } = round
  return record(tx, {
    ...{ kind, actorId: actor.personId, subjectId, strategyId, at },
    data: { roundId, ...data },
  })
}
