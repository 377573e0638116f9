import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Actor } from '#app/features/identity/actor.ts'
import { database, databaseNow, type Transaction, tx } from '#app/platform/database.server.ts'
import { record } from '#app/platform/events/record.server.ts'
import { once } from '#app/platform/http/idempotency.server.ts'
import { refuse } from '#app/platform/refusal.ts'
import { cleanText } from '#app/platform/rich-text/clean-text.ts'
import { passageMarks, passages, people } from '#db/schema/index.ts'
import { passageMarked, passageUnmarked } from './events.ts'
import { type MarkKind, noteRefusal } from './marks.ts'
import { holdForTagging } from './tagging-positions.server.ts'

type Marking = { key: string; passage: string; kind: MarkKind; text?: string | undefined }

/** Writes a note on a passage, flags it to be talked about, or says that it is rich evidence. The last two stand once. */
export function markPassage(actor: Actor, { key, passage, kind, text }: Marking) {
  return tx((tx) =>
    once(tx, actor.personId, key, 'mark-passage', async () => {
      const held = await holdForTagging(tx, actor, passage)
      if ('refusal' in held) return held
      const words = kind === 'note' ? cleanText(text ?? '').trim() : null
      const refusal = words === null ? null : noteRefusal(words)
      if (refusal) return refuse(refusal)
      const { strategyId, inputId } = held
      const markId = await insert(tx, actor, { strategyId, passageId: passage, kind, text: words })
      return { markId, passageId: passage, inputId, made: markId !== null }
    }),
  )
}

/** Takes a mark away, one's own or another's; it stays on record, with who did. */
export function unmarkPassage(actor: Actor, markId: string) {
  return tx(async (tx) => {
    const held = await holdMark(tx, actor, markId)
    if ('refusal' in held) return held
    const { id, passageId, inputId, strategyId, kind } = held
    if (held.removedAt) return { markId: id, passageId, inputId, made: false }
    const at = await databaseNow(tx)
    await tx
      .update(passageMarks)
      .set({ removedAt: at, removedBy: actor.personId })
      .where(eq(passageMarks.id, id))
    await record(tx, {
      ...{ kind: passageUnmarked, actorId: actor.personId, subjectId: passageId, strategyId, at },
      data: { kind },
    })
    return { markId: id, passageId, inputId, made: true }
  })
}

/** Puts back a mark that was taken away, as it was. */
export function remarkPassage(actor: Actor, markId: string) {
  return tx(async (tx) => {
    const held = await holdMark(tx, actor, markId)
    if ('refusal' in held) return held
    const { passageId, inputId, strategyId, kind, text } = held
    const made = held.removedAt && (await insert(tx, actor, { strategyId, passageId, kind, text }))
    return { markId: made ?? markId, passageId, inputId, made: Boolean(made) }
  })
}

async function holdMark(tx: Transaction, actor: Actor, markId: string) {
  const [found] = await tx
    .select({ passageId: passageMarks.passageId })
    .from(passageMarks)
    .where(eq(passageMarks.id, markId))
  if (!found) return refuse('not-found')
  const passage = await holdForTagging(tx, actor, found.passageId)
  if ('refusal' in passage) return passage
  const [mark] = await tx.select().from(passageMarks).where(eq(passageMarks.id, markId)).for('update')
  if (!mark) return refuse('not-found')
  return { ...(mark.removedAt ? await sameAgain(tx, mark) : mark), inputId: passage.inputId }
}

/** What was split and put back has its marks as other rows: the same mark is what the same person put there then. */
async function sameAgain(tx: Transaction, gone: typeof passageMarks.$inferSelect) {
  const { passageId, kind, text, by, at } = gone
  const [same] = await tx
    .select()
    .from(passageMarks)
    .where(
      and(
        ...[
          eq(passageMarks.passageId, passageId),
          isNull(passageMarks.removedAt),
          eq(passageMarks.kind, kind),
        ],
        ...[eq(passageMarks.by, by), eq(passageMarks.at, at)],
        text === null ? isNull(passageMarks.text) : eq(passageMarks.text, text),
      ),
    )
    .for('update')
  return same ?? gone
}

type Row = Pick<typeof passageMarks.$inferInsert, 'strategyId' | 'passageId' | 'kind' | 'text'>

async function insert(tx: Transaction, actor: Actor, row: Row) {
  const at = await databaseNow(tx)
  const [made] = await tx
    .insert(passageMarks)
    .values({ ...row, at, by: actor.personId })
    .onConflictDoNothing()
    .returning({ id: passageMarks.id })
  if (!made) return null
  await record(tx, {
    ...{ kind: passageMarked, actorId: actor.personId, subjectId: row.passageId },
    ...{ strategyId: row.strategyId, at, data: { kind: row.kind } },
  })
  return made.id
}

/** The marks that stand on a version, oldest first. */
export function listMarks(versionId: string) {
  return database()
    .db.select({
      ...{ id: passageMarks.id, passageId: passageMarks.passageId, kind: passageMarks.kind },
      ...{ text: passageMarks.text, at: passageMarks.at, by: people.name },
    })
    .from(passageMarks)
    .innerJoin(passages, eq(passages.id, passageMarks.passageId))
    .innerJoin(people, eq(people.id, passageMarks.by))
    .where(and(eq(passages.versionId, versionId), isNull(passageMarks.removedAt)))
    .orderBy(asc(passageMarks.at))
    .limit(5_000)
}
