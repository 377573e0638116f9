import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { v7 } from 'uuid'
import type { Handling } from '#app/features/inputs/sending.ts'
import type { Transaction } from '#app/platform/database.server.ts'
import { fileStorage } from '#app/platform/files/storage.server.ts'
import { drawPaper } from '#app/platform/paper/paper.server.ts'
import * as schema from '#db/schema/index.ts'
import type { InputContent } from '#db/seed/content/content.ts'
import { found, type Seeded } from './frame.server.ts'
import { osloDay, osloTime } from './oslo-time.ts'

/** A file of the demo that is kept and stands in a draft. */
export type Enclosed = { attachmentId: string; sha256: string }

/** What became of the answer in its own house, as its sender would have said when sending it. */
export function handlingOf({ today }: Seeded, { handling }: InputContent): Handling | null {
  if (!handling) return null
  const dated = <T extends { day: number }>({ day, ...rest }: T) => ({ ...rest, on: osloDay(today, day) })
  const { adopted, steps, planned } = handling
  return {
    ...(adopted && { adopted: dated(adopted) }),
    ...(steps && { steps: steps.map(dated) }),
    ...(planned && { planned: dated(planned) }),
  }
}

/** The way a draft went to approval in its own house. */
export async function seedSignOffs(
  tx: Transaction,
  { strategyId, people, today }: Seeded,
  { signOffs = [] }: InputContent,
  inputId: string,
) {
  if (signOffs.length === 0) return
  await tx.insert(schema.signOffs).values(
    signOffs.map(({ kind, by, day, time, comment }) => ({
      ...{ id: v7(), strategyId, inputId, kind, comment: comment ?? null, draftRevision: 0 },
      ...{ at: osloTime(today, day, time), by: found(people.get(by), by).id },
    })),
  )
}

/** Draws the paper that is sent with an answer, and keeps it as an upload is kept. The worker reads it afterwards. */
export async function seedEnclosed(
  tx: Transaction,
  { strategyId, people, today }: Seeded,
  { key, enclosed, by, lang, day, time }: InputContent,
  inputId: string,
): Promise<Enclosed[]> {
  if (!enclosed) return []
  const { name, title, paragraphs } = enclosed
  // One sheet needs no number, which would be read as something that was said.
  const paper = await drawPaper({ title, lang, foot: () => '' }, [
    { kind: 'title', text: title },
    ...paragraphs.map((text) => ({ kind: 'text' as const, text })),
  ])
  const sha256 = createHash('sha256').update(paper).digest('hex')
  const { incoming, keep } = fileStorage()
  const received = path.join(incoming, v7())
  await mkdir(incoming, { recursive: true })
  await writeFile(received, paper)
  await keep(received, sha256)
  const attachmentId = v7()
  await tx.insert(schema.attachments).values({
    ...{ id: attachmentId, strategyId, inputId, questionId: null, sha256, name, type: 'pdf' },
    ...{ size: paper.length, uploadedAt: osloTime(today, day, time) },
    uploadedBy: found(people.get(by ?? ''), key).id,
  })
  return [{ attachmentId, sha256 }]
}

/** Makes the files part of what was sent. */
export async function enclosedIn(
  tx: Transaction,
  version: { strategyId: string; versionId: string },
  files: readonly Enclosed[],
) {
  if (files.length === 0) return
  await tx
    .insert(schema.versionAttachments)
    .values(files.map(({ attachmentId }) => ({ ...version, attachmentId })))
}
