import { and, asc, countDistinct, eq, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import type { Transaction } from '#app/platform/database.server.ts'
import { refuse } from '#app/platform/refusal.ts'
import { changes, documentVersions, paragraphs } from '#db/schema/index.ts'
import { numberParagraphs, type ParagraphKind } from './paragraph.ts'
import { type DraftBlock, isUncounted } from './writing.ts'

/** A block as it is stored, ready for the rules of writing. */
export type StoredBlock = DraftBlock & { id: string; revision: number; position: number; anchor: string }

/** A version, held until the transaction ends: whoever writes in it waits here for whoever was first. */
export async function lockVersion(tx: Transaction, documentId: string, versionId: string) {
  const own = and(eq(documentVersions.id, versionId), eq(documentVersions.documentId, documentId))
  const [version] = await tx.select().from(documentVersions).where(own).for('update')
  return version
}

/** The text of a version that is held, in its order. */
export async function blocksOf(tx: Transaction, versionId: string): Promise<StoredBlock[]> {
  const rows = await tx
    .select()
    .from(paragraphs)
    .where(eq(paragraphs.versionId, versionId))
    .orderBy(asc(paragraphs.position))
  return rows.map(({ id, kind, text, copiedFromId, revision, position, anchor }) => ({
    ...{ id, text, copiedFromId, revision, position, anchor },
    kind: kind as ParagraphKind,
    ...(isUncounted(kind, anchor) && { unnumbered: true as const }),
  }))
}

/** What is to be taken out: blocks of a version that is held, or with `version` all of it. */
type Going = { blocks: readonly string[]; version?: string }

const changesAt = ({ blocks, version }: Going) =>
  or(inArray(changes.toParagraphId, [...blocks]), version ? eq(changes.versionId, version) : undefined)

/** The blocks that are no more in what a text becomes. */
export function goneFrom(before: readonly { id: string }[], after: readonly { id?: string | undefined }[]) {
  const kept = new Set(after.map(({ id }) => id))
  return before.filter(({ id }) => !kept.has(id)).map(({ id }) => id)
}

/** Why something is not taken out: responses point to it as what they changed. Says how many do. */
export async function goingRefusal(tx: Transaction, going: Going) {
  if (going.blocks.length === 0 && !going.version) return null
  const [linked] = await tx
    .select({ responses: countDistinct(changes.responseId) })
    .from(changes)
    .where(and(isNull(changes.removedAt), changesAt(going)))
  return linked && linked.responses > 0 ? { ...refuse('has-changes'), at: linked.responses } : null
}

/** Links taken back let go of what goes: what they linked stands in the record of events. */
export async function letGo(tx: Transaction, going: Going) {
  await tx
    .update(changes)
    .set({ toParagraphId: null, ...(going.version && { versionId: null }) })
    .where(and(isNotNull(changes.removedAt), changesAt(going)))
}

type Saving = { version: { id: string; strategyId: string }; by: string; at: Date }

/**
 * Makes the stored text the one given: removes, rewrites, adds and numbers anew. Places and addresses are unique, so
 * the blocks that get another are first parked outside all of them. Gives the blocks as they now stand.
 */
export async function saveBlocks(
  tx: Transaction,
  { version, by, at }: Saving,
  before: readonly StoredBlock[],
  after: readonly DraftBlock[],
) {
  const old = new Map(before.map((block) => [block.id, block]))
  const placed = numberParagraphs(after.map((block) => ({ ...block, id: block.id ?? v7() }))).map(
    (block, place) => ({ ...block, position: place + 1 }),
  )
  const gone = goneFrom(before, placed)
  if (gone.length > 0) {
    await letGo(tx, { blocks: gone })
    await tx.delete(paragraphs).where(inArray(paragraphs.id, gone))
  }
  const moved = placed.filter(({ id, position, anchor }) => {
    const was = old.get(id)
    return was && (was.position !== position || was.anchor !== anchor)
  })
  if (moved.length > 0) await place(tx, moved)
  const rewritten = placed.filter(({ id, kind, text }) => {
    const was = old.get(id)
    return was && (was.kind !== kind || JSON.stringify(was.text) !== JSON.stringify(text))
  })
  if (rewritten.length > 0) await rewrite(tx, rewritten, { by, at })
  const made = placed.filter(({ id }) => !old.has(id))
  const { id: versionId, strategyId } = version
  for (let from = 0; from < made.length; from += 500)
    await tx.insert(paragraphs).values(
      made.slice(from, from + 500).map(({ id, position, kind, anchor, text, copiedFromId }) => ({
        ...{ id, strategyId, versionId, position, kind, anchor, text, copiedFromId },
        ...{ updatedAt: at, updatedBy: by },
      })),
    )
  return placed
}

type Placed = { id: string; position: number; anchor: string }

async function place(tx: Transaction, moved: readonly Placed[]) {
  const places = JSON.stringify(moved.map(({ id, position, anchor }) => ({ id, position, anchor })))
  const given = sql`jsonb_to_recordset(${places}::jsonb) as given (id uuid, position int, anchor text)`
  await tx.execute(
    sql`update paragraphs p set position = -p.position, anchor = '~' || p.id from ${given} where p.id = given.id`,
  )
  await tx.execute(
    sql`update paragraphs p set position = given.position, anchor = given.anchor from ${given} where p.id = given.id`,
  )
}

async function rewrite(
  tx: Transaction,
  blocks: readonly (DraftBlock & { id: string })[],
  { by, at }: { by: string; at: Date },
) {
  const words = JSON.stringify(blocks.map(({ id, kind, text }) => ({ id, kind, text })))
  await tx.execute(
    sql`update paragraphs p set kind = given.kind, text = given.text, revision = p.revision + 1,
      updated_at = ${at.toISOString()}::timestamptz, updated_by = ${by}::uuid
      from jsonb_to_recordset(${words}::jsonb) as given (id uuid, kind text, text jsonb) where p.id = given.id`,
  )
}
