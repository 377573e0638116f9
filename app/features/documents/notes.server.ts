import { and, desc, eq, inArray, isNull } from 'drizzle-orm'
import type { Actor } from '#app/features/identity/actor.ts'
import { database, databaseNow, tx } from '#app/platform/database.server.ts'
import { record } from '#app/platform/events/record.server.ts'
import { once } from '#app/platform/http/idempotency.server.ts'
import { refuse } from '#app/platform/refusal.ts'
import { cleanText } from '#app/platform/rich-text/clean-text.ts'
import { documentVersions, paragraphNotes, paragraphs, people } from '#db/schema/index.ts'
import type { NewNote } from './alignment-form.ts'
import { lockVersion } from './blocks.server.ts'
import { noteRemoved, paragraphNoted } from './events.ts'
import { confirmedFrom } from './lineage.server.ts'
import { type Fate, fateOf, tellKinds } from './lineage.ts'
import { addressIn } from './origins.ts'
import { readingRefusal } from './policy.ts'
import { listBlocks } from './work.server.ts'

/** Most notes shown at once; the page says how many there are. */
const mostNotes = 300

/** A paragraph of a version as it is now: what became of it, and the addresses it leads to. */
export type ToldFate = { fate: Fate['fate']; places: string[] }

/** The notes of a version's paragraphs, newest first, and how many there are. */
export async function listNotes(versionIds: readonly string[]) {
  const own = and(inArray(paragraphNotes.versionId, [...versionIds]), isNull(paragraphNotes.removedAt))
  const { db } = database()
  const [all, rows] = await Promise.all([
    db.$count(paragraphNotes, own),
    db
      .select({
        ...{ id: paragraphNotes.id, text: paragraphNotes.text, at: paragraphNotes.createdAt },
        ...{ paragraphId: paragraphNotes.paragraphId, anchor: paragraphs.anchor },
        ...{ by: people.name, byId: paragraphNotes.createdBy },
      })
      .from(paragraphNotes)
      .innerJoin(paragraphs, eq(paragraphs.id, paragraphNotes.paragraphId))
      .innerJoin(people, eq(people.id, paragraphNotes.createdBy))
      .where(own)
      .orderBy(desc(paragraphNotes.createdAt), desc(paragraphNotes.id))
      .limit(mostNotes),
  ])
  return { all, rows }
}

/**
 * What became of a published version's paragraphs in the latest version that confirmed lineage leads to. Null when it
 * leads nowhere yet. Nothing is ever attached anew: this only says where the paragraph went.
 */
export async function fatesIn(documentId: string, version: { id: string; number: number }) {
  const ways = await confirmedFrom(documentId, version.id)
  if (ways.size === 0) return null
  const [latest] = await database()
    .db.select({ id: documentVersions.id, number: documentVersions.number, title: documentVersions.title })
    .from(documentVersions)
    .where(inArray(documentVersions.id, [...ways.keys()]))
    .orderBy(desc(documentVersions.number))
    .limit(1)
  const links = latest && ways.get(latest.id)
  if (!links) return null
  const [before, after] = await Promise.all([listBlocks(version.id), listBlocks(latest.id)])
  const told = tellKinds(links, before, after)
  const anchors = new Map(after.map(({ id, anchor }) => [id, anchor]))
  const fate = (paragraphId: string): ToldFate | null => {
    const found = fateOf(paragraphId, told)
    return found && { fate: found.fate, places: found.to.flatMap((id) => anchors.get(id) ?? []) }
  }
  return { latest: { number: latest.number, title: latest.title }, fate }
}

/**
 * Notes something at a paragraph of a published version; everyone who works on the strategy may. Refused when the
 * version is still written, when there is no such paragraph, and when nothing is written.
 */
export function addNote(actor: Actor, documentId: string, versionId: string, form: NewNote) {
  return tx(async (tx) => {
    const version = await lockVersion(tx, documentId, versionId)
    if (!version) return refuse('not-found')
    const { strategyId } = version
    const refusal = readingRefusal(actor, strategyId)
    if (refusal) return refuse(refusal)
    return once(tx, actor.personId, form.key, 'add-paragraph-note', async () => {
      if (!version.publishedAt) return refuse('not-published')
      const text = cleanText(form.text).trim()
      if (!text) return refuse('text-missing')
      const [paragraph] = await tx
        .select({ id: paragraphs.id })
        .from(paragraphs)
        .where(and(eq(paragraphs.versionId, versionId), eq(paragraphs.anchor, addressIn(form.at))))
      if (!paragraph) return refuse('at-unknown')
      const at = await databaseNow(tx)
      const place = { strategyId, versionId, paragraphId: paragraph.id }
      const [made] = await tx
        .insert(paragraphNotes)
        .values({ ...place, text, createdAt: at, createdBy: actor.personId })
        .returning({ id: paragraphNotes.id })
      if (!made) throw new Error('The note was not written')
      await record(tx, {
        ...{ kind: paragraphNoted, actorId: actor.personId, subjectId: made.id },
        ...{ strategyId, at },
      })
      return { noteId: made.id }
    })
  })
}

/** Takes away one's own note; those of others are not there to be taken. Doing it twice is the same as once. */
export function removeNote(actor: Actor, versionId: string, noteId: string) {
  return tx(async (tx) => {
    const [note] = await tx
      .select()
      .from(paragraphNotes)
      .where(and(eq(paragraphNotes.id, noteId), eq(paragraphNotes.versionId, versionId)))
      .for('update')
    if (!note) return refuse('not-found')
    const { strategyId } = note
    const refusal = readingRefusal(actor, strategyId)
    if (refusal) return refuse(refusal)
    if (note.createdBy !== actor.personId) return refuse('forbidden')
    if (note.removedAt) return { noteId }
    const at = await databaseNow(tx)
    await tx
      .update(paragraphNotes)
      .set({ removedAt: at, removedBy: actor.personId })
      .where(eq(paragraphNotes.id, noteId))
    await record(tx, {
      ...{ kind: noteRemoved, actorId: actor.personId, subjectId: noteId },
      ...{ strategyId, at },
    })
    return { noteId }
  })
}
