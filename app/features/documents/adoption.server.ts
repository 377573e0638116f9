import { and, count, eq, gt, isNotNull } from 'drizzle-orm'
import type { Actor } from '#app/features/identity/actor.ts'
import { lineOver, orNone } from '#app/features/strategies/written.ts'
import { database, databaseNow, type Transaction, tx } from '#app/platform/database.server.ts'
import { record } from '#app/platform/events/record.server.ts'
import { once } from '#app/platform/http/idempotency.server.ts'
import type { LocalisedText } from '#app/platform/localised-text.ts'
import { osloDate } from '#app/platform/oslo-time.ts'
import { refuse } from '#app/platform/refusal.ts'
import { cleanLine } from '#app/platform/rich-text/clean-text.ts'
import { documents, documentVersions, paragraphs } from '#db/schema/index.ts'
import {
  type Adoption,
  type AdoptionObstacle,
  adoptionObstacle,
  adoptionRefusal,
  canonicalAdoptedText,
} from './adoption.ts'
import type { AdoptionForm } from './adoption-form.ts'
import { versionAdopted } from './events.ts'
import { fingerprint } from './fingerprint.server.ts'
import { writingRefusal } from './policy.ts'

type Reader = Pick<Transaction, 'select'>

/** The decision a form tells of, cleaned; `title` is what the version is called before. */
export function adoptionOf(title: LocalisedText, form: AdoptionForm): Adoption {
  const { consultedNb, consultedNn, consultedEn, consultedSv } = form
  return {
    title: lineOver(title, form.titleNb, form.titleNn, form.titleEn, form.titleSv),
    by: lineOver(null, form.byNb, form.byNn, form.byEn, form.bySv),
    kind: form.kind,
    on: form.on.trim(),
    caseNumber: cleanLine(form.caseNumber) || null,
    consultedWith: lineOver(null, consultedNb, consultedNn, consultedEn, consultedSv),
  }
}

/**
 * Records that a version was adopted, and locks it for ever with the hash of its text. The same form sent twice is one
 * adoption; of two at once one is refused with 'already-adopted'. A document that this one supersedes, and an earlier
 * adopted version of this one, show from now on that they are replaced.
 */
export function adoptVersion(actor: Actor, documentId: string, versionId: string, form: AdoptionForm) {
  return tx(async (tx) => {
    // The document is held too: its title is part of what is adopted.
    const [document] = await tx.select().from(documents).where(eq(documents.id, documentId)).for('update')
    const [version] = await tx
      .select()
      .from(documentVersions)
      .where(and(eq(documentVersions.id, versionId), eq(documentVersions.documentId, documentId)))
      .for('update')
    if (!document || !version) return refuse('not-found')
    const { strategyId } = document
    const refusal = writingRefusal(actor, strategyId)
    if (refusal) return refuse(refusal)
    return once(tx, actor.personId, form.key, 'adopt-version', async () => {
      const adoption = adoptionOf(version.title, form)
      const at = await databaseNow(tx)
      const reason = adoptionRefusal(await adoptableState(tx, version), adoption, osloDate(at))
      if (reason) return refuse(reason)
      const contentHash = fingerprint(
        canonicalAdoptedText({
          ...{ document: document.title, version: adoption.title },
          ...{ adoptedBy: adoption.by, adoptedOn: adoption.on },
          blocks: await blocksOf(tx, versionId),
        }),
      )
      await tx
        .update(documentVersions)
        .set({
          ...{ title: adoption.title, adoptedBy: adoption.by, adopterKind: adoption.kind },
          ...{ adoptedOn: adoption.on, adoptionCase: adoption.caseNumber },
          ...{ consultedWith: orNone(adoption.consultedWith), contentHash },
          ...{ adoptedAt: at, adoptionRecordedBy: actor.personId },
        })
        .where(eq(documentVersions.id, versionId))
      await record(tx, {
        ...{ kind: versionAdopted, actorId: actor.personId, subjectId: versionId },
        ...{ strategyId, at, data: { contentHash, adoptedOn: adoption.on } },
      })
      return { versionId, contentHash }
    })
  })
}

/** Why a decision cannot be recorded for this version whatever is typed; null when it can. */
export async function findAdoptionObstacle(version: Version): Promise<AdoptionObstacle | null> {
  return adoptionObstacle(await adoptableState(database().db, version))
}

/** Looks a decision over before it is recorded: what will be, or why it cannot be. Nothing is written. */
export async function lookOverAdoption(version: Version, form: AdoptionForm) {
  const adoption = adoptionOf(version.title, form)
  const state = await adoptableState(database().db, version)
  const reason = adoptionRefusal(state, adoption, osloDate(new Date()))
  return reason ? refuse(reason) : adoption
}

/** Whether the text, the titles and the decision are still those the stored hash is of. Null before adoption. */
export async function checkAdoptedText(versionId: string): Promise<'matches' | 'differs' | null> {
  const [stored] = await database()
    .db.select({ version: documentVersions, title: documents.title })
    .from(documentVersions)
    .innerJoin(documents, eq(documents.id, documentVersions.documentId))
    .where(eq(documentVersions.id, versionId))
  if (!stored?.version.adoptedAt) return null
  const { title: version, adoptedBy, adoptedOn, contentHash } = stored.version
  const blocks = await blocksOf(database().db, versionId)
  const text = {
    document: stored.title,
    version,
    adoptedBy: adoptedBy ?? {},
    adoptedOn: adoptedOn ?? '',
    blocks,
  }
  return fingerprint(canonicalAdoptedText(text)) === contentHash ? 'matches' : 'differs'
}

type Version = Pick<
  typeof documentVersions.$inferSelect,
  'id' | 'documentId' | 'number' | 'title' | 'publishedAt' | 'adoptedAt'
>

async function adoptableState(reader: Reader, version: Version) {
  const { id, documentId, number, publishedAt, adoptedAt } = version
  const [written] = await reader
    .select({ blocks: count() })
    .from(paragraphs)
    .where(eq(paragraphs.versionId, id))
  const [later] = await reader
    .select({ id: documentVersions.id })
    .from(documentVersions)
    .where(
      and(
        eq(documentVersions.documentId, documentId),
        gt(documentVersions.number, number),
        isNotNull(documentVersions.adoptedAt),
      ),
    )
    .limit(1)
  return { publishedAt, adoptedAt, blocks: written?.blocks ?? 0, adoptedLater: later !== undefined }
}

// All of them, whatever a page shows: a hash of part of a text proves nothing.
function blocksOf(reader: Reader, versionId: string) {
  return reader
    .select({ kind: paragraphs.kind, anchor: paragraphs.anchor, text: paragraphs.text })
    .from(paragraphs)
    .where(eq(paragraphs.versionId, versionId))
    .orderBy(paragraphs.position)
}
