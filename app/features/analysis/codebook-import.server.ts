import type { Actor } from '#app/features/identity/actor.ts'
import { databaseNow, type Transaction, tx } from '#app/platform/database.server.ts'
import { record } from '#app/platform/events/record.server.ts'
import { once } from '#app/platform/http/idempotency.server.ts'
import { refuse } from '#app/platform/refusal.ts'
import { createTheme, holdCodebook } from './codebook.server.ts'
import { type ProposedTheme, proposedThemes, type ToldProblem } from './codebook-file.ts'
import { listPlaces } from './codebook-list.server.ts'
import { type CodebookFormat, readCodebook, type UnreadFile } from './codebook-reading.server.ts'
import { codebookRefusal } from './policy.ts'
import { codebookImported } from './theme-events.ts'

/** What a file would add, and what stands in the way of it. */
export type CodebookPreview = { themes: ProposedTheme[]; problems: ToldProblem[]; unused: string[] }

/** Looks at a file beside the codebook as it stands. Nothing is written. */
export async function previewCodebook(
  strategyId: string,
  text: string,
  format: CodebookFormat,
): Promise<CodebookPreview | UnreadFile> {
  const read = readCodebook(text, format)
  if ('refusal' in read) return read
  return previewOf(read, await listPlaces(strategyId))
}

type Read = Exclude<ReturnType<typeof readCodebook>, UnreadFile>

function previewOf(read: Read, standing: Parameters<typeof proposedThemes>[1]): CodebookPreview {
  const { themes, problems } = proposedThemes(read.rows, standing)
  const inOrder = [...read.problems, ...problems].sort((a, b) => a.row - b.row)
  return { themes, problems: inOrder, unused: read.unused }
}

type Taken = { key: string; text: string; format: CodebookFormat }

/**
 * Takes the themes of a file into the codebook, all or none. Looked at again with the codebook held: what somebody has
 * changed since the preview counts, and then nothing is taken in.
 */
export function takeCodebook(actor: Actor, strategyId: string, { key, text, format }: Taken) {
  return tx(
    async (tx) => {
      const refusal = codebookRefusal(actor, strategyId)
      if (refusal) return refuse(refusal)
      return once(tx, actor.personId, key, 'import-codebook', async () => {
        const standing = await holdCodebook(tx, strategyId)
        const read = readCodebook(text, format)
        if ('refusal' in read) return refuse('not-importable')
        const { themes, problems } = previewOf(read, standing)
        if (problems.length > 0) return refuse('not-importable')
        const made = await createThemes(tx, actor, strategyId, themes)
        await record(tx, {
          ...{ kind: codebookImported, actorId: actor.personId, subjectId: strategyId, strategyId },
          ...{ at: await databaseNow(tx), data: { themes: made, format } },
        })
        return { themes: made }
      })
    },
    { attemptMs: 60_000, limitMs: 90_000 },
  )
}

async function createThemes(
  tx: Transaction,
  actor: Actor,
  strategyId: string,
  proposed: readonly ProposedTheme[],
) {
  const made = new Map<number, string>()
  // A theme stands before what stands under it, wherever in the file it was.
  for (const { row, draft, parentId, parentRow } of [...proposed].sort(
    (a, b) => a.depth - b.depth || a.row - b.row,
  )) {
    const under = parentRow === null ? parentId : (made.get(parentRow) ?? null)
    const standing = await holdCodebook(tx, strategyId)
    const outcome = await createTheme(tx, actor, { strategyId, standing, draft, parentId: under })
    if ('refusal' in outcome) throw new Error(`The codebook was held and ${outcome.refusal}`)
    made.set(row, outcome.themeId)
  }
  return made.size
}
