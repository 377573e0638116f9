import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { Actor } from '#app/features/identity/actor.ts'
import { databaseNow, type Transaction, tx } from '#app/platform/database.server.ts'
import type { EventKind } from '#app/platform/events/event.ts'
import { record } from '#app/platform/events/record.server.ts'
import { once } from '#app/platform/http/idempotency.server.ts'
import { isRefusal, refuse } from '#app/platform/refusal.ts'
import { answers, inputs, inputVersions, passages } from '#db/schema/index.ts'
import { detectLanguage } from '#search/language/detector.ts'
import { enqueuePassages } from '#search/outbox.server.ts'
import { passageMade, passageSplit, passagesJoined } from './events.ts'
import { codePointSlice, type PassageRange } from './passage.ts'
import { joinOf, placeOfWords, type Stretch, spanOf, splitAt, taggingsTogether } from './passage-cutting.ts'
import { carryOver, marksOf, taggingsOf } from './passages-followed.server.ts'
import { taggingRefusal } from './policy.ts'

export type Held = typeof passages.$inferSelect & { canonicalText: string; senderLang: string }

/**
 * A passage, with what it is cut from, and its input held: whoever makes passages of the same input waits here. One that
 * was split or joined meanwhile is refused, for it is no longer what was read.
 */
export async function holdPassage(tx: Transaction, actor: Actor, passageId: string) {
  const [found] = await tx
    .select({ inputId: passages.inputId, strategyId: passages.strategyId })
    .from(passages)
    .where(eq(passages.id, passageId))
  if (!found || taggingRefusal(actor, found.strategyId)) return refuse('not-found')
  await tx.select({ id: inputs.id }).from(inputs).where(eq(inputs.id, found.inputId)).for('no key update')
  const [row] = await tx
    .select({ passage: passages, text: answers.canonicalText, lang: inputVersions.lang })
    .from(passages)
    .innerJoin(answers, eq(answers.id, passages.answerId))
    .innerJoin(inputVersions, eq(inputVersions.id, passages.versionId))
    .where(eq(passages.id, passageId))
    .for('no key update', { of: passages })
  if (!row) return refuse('not-found')
  if (row.passage.supersededAt) return refuse('passage-changed')
  return { ...row.passage, canonicalText: row.text ?? '', senderLang: row.lang }
}

/** Splits a passage before a place, or before some of its words. What stood on it stands on both parts. */
export function splitPassage(
  actor: Actor,
  given: { key: string; passage: string; at?: number | undefined; words?: string | undefined },
) {
  return tx((tx) =>
    once(tx, actor.personId, given.key, 'split-passage', async () => {
      const held = await holdPassage(tx, actor, given.passage)
      if ('refusal' in held) return held
      const place = placeIn(held, given)
      if ('refusal' in place) return place
      const parts = splitAt(held.canonicalText, held, held.startCp + place.atCp)
      if ('refusal' in parts) return parts
      return reshape(tx, actor, { kind: passageSplit, old: [held], made: [parts.before, parts.after] })
    }),
  )
}

function placeIn(held: Held, { at, words }: { at?: number | undefined; words?: string | undefined }) {
  if (!words?.trim()) return at === undefined ? refuse('place-missing') : { atCp: at }
  const place = placeOfWords(held.text, words)
  return 'refusal' in place ? place : { atCp: place.startCp }
}

/** Joins a passage with the one after it in the same answer. What stood on either stands on it once. */
export function joinPassages(actor: Actor, given: { key: string; passage: string }) {
  return tx((tx) =>
    once(tx, actor.personId, given.key, 'join-passages', async () => {
      const held = await holdPassage(tx, actor, given.passage)
      if ('refusal' in held) return held
      if (held.origin === 'span') return refuse('not-beside-each-other')
      const [next] = await tx
        .select({ id: passages.id })
        .from(passages)
        .where(
          and(
            eq(passages.answerId, held.answerId),
            isNull(passages.supersededAt),
            sql`${passages.origin} <> 'span' and ${passages.startCp} >= ${held.endCp}`,
          ),
        )
        .orderBy(asc(passages.startCp))
        .limit(1)
      const after = next ? await holdPassage(tx, actor, next.id) : refuse('nothing-after')
      if ('refusal' in after) return after
      const joined = joinOf(held.canonicalText, held, after)
      if ('refusal' in joined) return joined
      return reshape(tx, actor, { kind: passagesJoined, old: [held, after], made: [joined] })
    }),
  )
}

/**
 * Makes any words of an answer a passage of their own, which may lie over others: from some words to some words, or
 * between two places, counted from where the passage that is read begins.
 */
export function makeSpan(
  actor: Actor,
  given: {
    key: string
    passage: string
    from?: string | undefined
    to?: string | undefined
    start?: number | undefined
    end?: number | undefined
  },
) {
  return tx((tx) =>
    once(tx, actor.personId, given.key, 'make-passage', async () => {
      const held = await holdPassage(tx, actor, given.passage)
      if ('refusal' in held) return held
      const stretch = stretchIn(held, given)
      if ('refusal' in stretch) return stretch
      const span = spanOf(held.canonicalText, stretch)
      if ('refusal' in span) return span
      const [standing] = await tx
        .select({ id: passages.id })
        .from(passages)
        .where(and(...placeIs(held.answerId, span), isNull(passages.supersededAt)))
      if (standing) return { inputId: held.inputId, passageId: standing.id }
      return reshape(tx, actor, { kind: passageMade, beside: held, old: [], made: [span] })
    }),
  )
}

function stretchIn(
  held: Held,
  given: {
    from?: string | undefined
    to?: string | undefined
    start?: number | undefined
    end?: number | undefined
  },
) {
  if (given.start !== undefined && given.end !== undefined)
    return { startCp: held.startCp + given.start, endCp: held.startCp + given.end }
  const first = placeOfWords(held.text, given.from ?? '')
  if ('refusal' in first) return first
  // The last words may stand in a later paragraph, so they are looked for from the first on.
  const from = held.startCp + first.startCp
  const rest = codePointSlice(held.canonicalText, from, Number.POSITIVE_INFINITY)
  const last = given.to?.trim() ? placeOfWords(rest, given.to) : { endCp: first.endCp - first.startCp }
  return 'refusal' in last ? last : { startCp: from, endCp: from + last.endCp }
}

const placeIs = (answerId: string, { startCp, endCp }: Stretch) => [
  ...[eq(passages.answerId, answerId), eq(passages.startCp, startCp), eq(passages.endCp, endCp)],
]

type Reshaping = { kind: EventKind; old: Held[]; made: PassageRange[]; beside?: Held }

/** Puts new passages in the place of old ones, or beside them, with everything that stood on the old. */
async function reshape(tx: Transaction, actor: Actor, { kind, old, made, beside }: Reshaping) {
  const [model = beside] = old
  if (!model) throw new Error('A passage is made of something')
  const standing = await taggingsOf(
    tx,
    old.map(({ id }) => id),
  )
  const marks = await marksOf(
    tx,
    old.map(({ id }) => id),
  )
  // Before anything is written: a refusal takes nothing back.
  const together = taggingsTogether(standing)
  if (isRefusal(together)) return together
  const at = await databaseNow(tx)
  const ids: string[] = []
  for (const range of made)
    ids.push(await makePassage(tx, { actor, model, range, at, origin: origins[old.length] ?? 'joined' }))
  const outcome = await carryOver(tx, actor, {
    ...{ strategyId: model.strategyId, at, old: old.map(({ id }) => id) },
    onto: ids.map((id) => ({ id, standing, marks })),
  })
  if (isRefusal(outcome)) return outcome
  await record(tx, {
    ...{ kind, actorId: actor.personId, subjectId: ids[0] ?? model.id, strategyId: model.strategyId, at },
    data: { made: ids, of: old.map(({ id }) => id), inputId: model.inputId },
  })
  await enqueuePassages(tx, model.strategyId, [...ids, ...old.map(({ id }) => id)])
  return { inputId: model.inputId, passageId: ids[0] ?? model.id }
}

type Making = { actor: Actor; model: Held; range: PassageRange; at: Date; origin: string }

// By how many passages it was made of.
const origins = ['span', 'split', 'joined']

// A passage is its place: one that was there before comes back, with its own id.
async function makePassage(tx: Transaction, { actor, model, range, at, origin }: Making) {
  const language = detectLanguage(range.text, model.lang, model.langSure)
  const { strategyId, roundId, inputId, versionId, answerId, questionId, position } = model
  const made = { madeAt: at, madeBy: actor.personId }
  const [row] = await tx
    .insert(passages)
    .values({
      ...{ strategyId, roundId, inputId, versionId, answerId, questionId, position, ...range, ...made },
      ...{ lang: language.lang, langSure: language.sure, origin },
    })
    .onConflictDoUpdate({
      target: [passages.answerId, passages.startCp, passages.endCp],
      set: {
        ...{ ...made, supersededAt: null, supersededBy: null },
        // Words somebody drew a line round may become a paragraph; a paragraph stays one.
        origin: sql`case when ${passages.origin} = 'span' or excluded.origin = 'span' then excluded.origin else ${passages.origin} end`,
      },
    })
    .returning({ id: passages.id })
  if (!row) throw new Error('The passage was not made')
  return row.id
}
