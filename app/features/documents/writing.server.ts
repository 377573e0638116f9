import type { Actor } from '#app/features/identity/actor.ts'
import { databaseNow, tx } from '#app/platform/database.server.ts'
import { record } from '#app/platform/events/record.server.ts'
import { once } from '#app/platform/http/idempotency.server.ts'
import { isRefusal, refuse } from '#app/platform/refusal.ts'
import {
  blocksOf,
  goingRefusal,
  goneFrom,
  lockVersion,
  type StoredBlock,
  saveBlocks,
} from './blocks.server.ts'
import { textWritten } from './events.ts'
import type { TextAct } from './forms.ts'
import { writingRefusal } from './policy.ts'
import { mostBlocks } from './work.server.ts'
import {
  type DraftBlock,
  editBlock,
  insertAfter,
  isAnywhereTooLong,
  joinBlocks,
  moveAfter,
  moveBlock,
  pairBlocks,
  removeBlock,
} from './writing.ts'
import { blocksFromText } from './writing-notation.ts'

/**
 * Changes the text of a version that is being written, and numbers it anew in the same transaction. Somebody who wrote
 * from an older state of a block is told ('stale', 'gone') and nothing is saved. A published version is 'published'.
 */
export function changeText(actor: Actor, documentId: string, versionId: string, act: TextAct) {
  return tx(async (tx) => {
    const version = await lockVersion(tx, documentId, versionId)
    if (!version) return refuse('not-found')
    const refusal = writingRefusal(actor, version.strategyId)
    if (refusal) return refuse(refusal)
    return once(tx, actor.personId, keyOf(act), 'change-text', async () => {
      if (version.publishedAt) return refuse('published')
      const before = await blocksOf(tx, versionId)
      const changed = changedBy(act, before)
      if (isRefusal(changed)) return changed
      const { blocks } = changed
      if (blocks.length > mostBlocks) return refuse('too-many-blocks')
      if (blocks.some(isAnywhereTooLong)) return refuse('block-too-long')
      const linked = await goingRefusal(tx, { blocks: goneFrom(before, blocks) })
      if (linked) return linked
      const at = await databaseNow(tx)
      const saving = { version, by: actor.personId, at }
      const saved = await saveBlocks(tx, saving, before, blocks)
      await record(tx, {
        ...{ kind: textWritten, actorId: actor.personId, subjectId: versionId },
        ...{ strategyId: version.strategyId, at, data: { act: act.act, blocks: saved.length } },
      })
      return landing(act, before, saved)
    })
  })
}

// The forms of one page share its key; what is done to a block and which block it is make it one's own.
function keyOf(act: TextAct): string {
  const to = act.act === 'insert' ? act.after : act.block
  return `${act.key}/${act.act}/${to}`
}

function changedBy(act: TextAct, before: readonly StoredBlock[]) {
  if (act.act === 'insert') {
    const paired = pairBlocks({
      ...{ nb: blocksFromText(act.nb), nn: blocksFromText(act.nn) },
      ...{ en: blocksFromText(act.textEn ?? ''), sv: blocksFromText(act.textSv ?? '') },
    })
    if (isRefusal(paired)) return paired
    return insertAfter<DraftBlock>(before, act.after === 'start' ? null : act.after, paired.blocks)
  }
  if (act.act === 'move-up' || act.act === 'move-down')
    return moveBlock<DraftBlock>(before, act.block, act.act === 'move-up' ? 'up' : 'down')
  if (act.act === 'move-after') return moveAfter<StoredBlock>(before, act.block, act.to)
  const block = before.find(({ id }) => id === act.block)
  if (!block) return refuse('gone')
  if (block.revision !== act.revision) return refuse('stale')
  if (act.act === 'join') return joinBlocks(before, act.block)
  if (act.act === 'remove') return removeBlock<DraftBlock>(before, act.block)
  const { kind, nb, nn, textEn: en, textSv: sv } = act
  const unnumbered = kind === 'uncounted' ? { unnumbered: true as const } : {}
  return editBlock(before, act.block, {
    kind: kind === 'uncounted' ? 'heading' : kind,
    ...unnumbered,
    ...{ nb, nn, en, sv },
  })
}

// Where one lands afterwards: at the block itself, at the first new one, or where the one taken away stood.
function landing(
  act: TextAct,
  before: readonly StoredBlock[],
  saved: readonly { id: string; anchor: string }[],
) {
  const at =
    act.act === 'remove'
      ? saved[Math.max(0, before.findIndex(({ id }) => id === act.block) - 1)]
      : act.act === 'insert'
        ? saved.find(({ id }) => !before.some((block) => block.id === id))
        : saved.find(({ id }) => id === act.block)
  return { block: at?.id ?? null, anchor: at?.anchor ?? null }
}
