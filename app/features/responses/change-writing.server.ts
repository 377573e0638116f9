import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Actor } from '#app/features/identity/actor.ts'
import { orNone, textOver } from '#app/features/strategies/written.ts'
import { databaseNow, type Transaction, tx } from '#app/platform/database.server.ts'
import { record } from '#app/platform/events/record.server.ts'
import { keyWith, once } from '#app/platform/http/idempotency.server.ts'
import { isRefusal, refuse } from '#app/platform/refusal.ts'
import { changes, documentVersions, paragraphs, responseVersions, rounds } from '#db/schema/index.ts'
import { type Linked, linkRefusal } from './change-linking.ts'
import { listLaterVersions } from './change-versions.server.ts'
import { mostChanges } from './changes.server.ts'
import { type Disposition, promisesChange } from './disposition.ts'
import { changeLinked, changeTakenBack } from './events.ts'
import type { Linking, NoChange } from './forms.ts'
import { responseRefusal } from './policy.ts'
import { type Answering, holdResponse } from './response-writing.server.ts'

type Held = NonNullable<Awaited<ReturnType<typeof holdResponse>>> & {
  response: { id: string; publishedRevision: number | null }
}

// What every change of a response's links begins with: it is there, it is held, and one's own to work on.
function inResponse<T extends object>(
  actor: Actor,
  answering: Answering,
  { key, operation }: { key: string; operation: string },
  work: (tx: Transaction, held: Held) => Promise<T>,
) {
  return tx(async (tx) => {
    const held = await holdResponse(tx, answering)
    if (!held) return refuse('not-found')
    const { finding, response } = held
    const refusal = responseRefusal(actor, finding.strategyId)
    if (refusal) return refuse(refusal)
    return once(tx, actor.personId, key, operation, async () =>
      response ? work(tx, { finding, response }) : refuse('no-response'),
    )
  })
}

/**
 * Links a response to the paragraphs it changed. The version the change came in is held, so that nobody takes the paragraph
 * out of a draft meanwhile. A "none" that stood is taken back: both cannot be true. Refused where the paragraphs do not
 * belong together, are gone, or are linked already.
 */
export function linkChange(actor: Actor, answering: Answering, form: Linking) {
  const { key, ...asked } = form
  const once = { key: keyWith(key, asked), operation: 'link-change' }
  return inResponse(actor, answering, once, async (tx, { finding, response }) => {
    const found = await holdLinked(tx, finding, form)
    if (isRefusal(found)) return found
    const { before, after, version } = found
    const refusal = linkRefusal({ kind: form.kind, before, after, version })
    if (refusal) return refuse(refusal)
    const standing = await standingOf(tx, response.id)
    const [from, to] = [before?.id ?? null, after?.id ?? null]
    if (standing.some((one) => one.fromParagraphId === from && one.toParagraphId === to))
      return refuse('already-linked')
    if (standing.length >= mostChanges) return refuse('too-many-changes')
    const at = await databaseNow(tx)
    const nones = standing.filter(({ kind }) => kind === 'none').map(({ id }) => id)
    await takeBackAll(tx, { ids: nones, by: actor.personId, at })
    const [made] = await tx
      .insert(changes)
      .values({
        ...{ strategyId: finding.strategyId, responseId: response.id, kind: form.kind },
        ...{ fromParagraphId: from, toParagraphId: to, versionId: version.id, at, by: actor.personId },
      })
      .returning({ id: changes.id })
    if (!made) throw new Error('The change was not written')
    await record(tx, {
      ...{ kind: changeLinked, actorId: actor.personId, subjectId: response.id },
      ...{ strategyId: finding.strategyId, at },
      data: { changeId: made.id, change: form.kind, from, to, versionId: version.id },
    })
    return { changeId: made.id }
  })
}

/** The paragraphs somebody would link and the version the change came in, which must come after the round. */
async function holdLinked(
  tx: Transaction,
  finding: { roundId: string; strategyId: string },
  { version: versionId, from, to }: Linking,
) {
  const [round] = await tx.select().from(rounds).where(eq(rounds.id, finding.roundId))
  const later = round ? await listLaterVersions(tx, round) : []
  if (!later.some(({ version }) => version.id === versionId)) return refuse('not-later')
  const [version] = await tx
    .select({
      ...{ id: documentVersions.id, number: documentVersions.number },
      documentId: documentVersions.documentId,
    })
    .from(documentVersions)
    .where(eq(documentVersions.id, versionId))
    .for('share')
  const ids = [from, to].filter((id) => id !== undefined)
  const rows: Linked[] = await tx
    .select({
      ...{ id: paragraphs.id, kind: paragraphs.kind, text: paragraphs.text },
      version: {
        ...{ id: documentVersions.id, number: documentVersions.number },
        ...{ documentId: documentVersions.documentId, publishedAt: documentVersions.publishedAt },
      },
    })
    .from(paragraphs)
    .innerJoin(documentVersions, eq(documentVersions.id, paragraphs.versionId))
    .where(and(inArray(paragraphs.id, ids), eq(paragraphs.strategyId, finding.strategyId)))
  if (!version || rows.length < new Set(ids).size) return refuse('paragraph-gone')
  const side = (id: string | undefined) => rows.find((row) => row.id === id) ?? null
  return { version, before: side(from), after: side(to) }
}

/** Says that a response changed nothing, and why. Links that stood are taken back: both cannot be true. */
export function declareNoChange(actor: Actor, answering: Answering, form: NoChange) {
  const once = { key: form.key, operation: 'declare-no-change' }
  return inResponse(actor, answering, once, async (tx, { finding, response }) => {
    const note = orNone(textOver(null, form.noteNb, form.noteNn, form.noteEn, form.noteSv))
    if (!note) return refuse('note-missing')
    const at = await databaseNow(tx)
    const standing = await standingOf(tx, response.id)
    await takeBackAll(tx, { ids: standing.map(({ id }) => id), by: actor.personId, at })
    const [made] = await tx
      .insert(changes)
      .values({
        ...{ strategyId: finding.strategyId, responseId: response.id, kind: 'none', note },
        ...{ at, by: actor.personId },
      })
      .returning({ id: changes.id })
    if (!made) throw new Error('The change was not written')
    await record(tx, {
      ...{ kind: changeLinked, actorId: actor.personId, subjectId: response.id },
      ...{ strategyId: finding.strategyId, at },
      data: { changeId: made.id, change: 'none', takenBack: standing.length },
    })
    return { changeId: made.id, takenBack: standing.length }
  })
}

/**
 * Takes a link back; it stays on record with who and when. A public response that says the text follows keeps at least one
 * once the later version is public: another is linked first, or "none" is said.
 */
export function takeBackChange(actor: Actor, answering: Answering, form: { key: string; change: string }) {
  const once = { key: keyWith(form.key, form.change), operation: 'take-back-change' }
  return inResponse(actor, answering, once, async (tx, { finding, response }) => {
    const standing = await standingOf(tx, response.id)
    const own = standing.find(({ id }) => id === form.change)
    if (!own) return refuse('change-gone')
    if (
      standing.length === 1 &&
      (await isPromised(tx, response)) &&
      (await laterIsPublic(tx, finding.roundId))
    )
      return refuse('last-change')
    const at = await databaseNow(tx)
    await takeBackAll(tx, { ids: [own.id], by: actor.personId, at })
    await record(tx, {
      ...{ kind: changeTakenBack, actorId: actor.personId, subjectId: response.id },
      ...{ strategyId: finding.strategyId, at },
      data: { changeId: own.id, change: own.kind, from: own.fromParagraphId, to: own.toParagraphId },
    })
    return { changeId: own.id }
  })
}

const standingOf = (tx: Transaction, responseId: string) =>
  tx
    .select()
    .from(changes)
    .where(and(eq(changes.responseId, responseId), isNull(changes.removedAt)))
    .limit(mostChanges + 1)

/** Whether what anyone reads of a response says that the text follows. */
async function isPromised(tx: Transaction, { id, publishedRevision }: Held['response']) {
  if (publishedRevision === null) return false
  const [version] = await tx
    .select({ disposition: responseVersions.disposition })
    .from(responseVersions)
    .where(and(eq(responseVersions.responseId, id), eq(responseVersions.revision, publishedRevision)))
  return version !== undefined && promisesChange(version.disposition as Disposition)
}

async function laterIsPublic(tx: Transaction, roundId: string) {
  const [round] = await tx.select().from(rounds).where(eq(rounds.id, roundId))
  return round !== undefined && (await listLaterVersions(tx, round)).some(({ obliges }) => obliges)
}

async function takeBackAll(tx: Transaction, { ids, by, at }: { ids: string[]; by: string; at: Date }) {
  if (ids.length === 0) return
  await tx.update(changes).set({ removedAt: at, removedBy: by }).where(inArray(changes.id, ids))
}
