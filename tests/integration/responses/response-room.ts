import { v7 } from 'uuid'
import { afterAll, beforeAll } from 'vitest'
import type { ResponseWriting } from '#app/features/responses/forms.ts'
import {
  type Answering,
  approveResponse,
  publishResponse,
  writeResponse,
} from '#app/features/responses/response-writing.server.ts'
import { isRefusal, type Refused } from '#app/platform/refusal.ts'
import { alignmentLinks, versionAlignments } from '#db/schema/index.ts'
import { aDocument, aDocumentVersion } from '#tests/factories/documents.ts'
import { aCitation, aFinding } from '#tests/factories/findings.ts'
import { aSubmittedInput } from '#tests/factories/inputs.ts'
import { anOrganisation, aStaffMember, only } from '#tests/factories/people.ts'
import { aQuestionnaire, aRound, aStrategy, daysFromNow } from '#tests/factories/strategies.ts'
import { appDatabase } from '#tests/setup/app-database.ts'
import type { TestDatabase } from '#tests/setup/database.ts'

export const said = 'Vi får ikke felles nett til før 2029.'

const heading = { kind: 'heading' as const, text: { nb: 'Infrastruktur' } }

export function made<T extends object>(outcome: T): Exclude<T, Refused> {
  if (isRefusal(outcome)) throw new Error(`refused: ${outcome.refusal}`)
  return outcome as Exclude<T, Refused>
}

/** A database of the file's own, with a finding that is to be answered. */
export function responseRoom() {
  const t = {} as TestDatabase
  beforeAll(async () => void Object.assign(t, await appDatabase()))
  afterAll(() => t.end())
  return { t, aRoom: (own?: Parameters<typeof aRoom>[1]) => aRoom(t, own) }
}

/** A published finding that cites one input, of a round that consulted on the first version of a document. */
async function aRoom({ db }: TestDatabase, { published = true }: { published?: boolean } = {}) {
  const strategy = await aStrategy(db)
  const round = await aRound(db, { strategy })
  const document = await aDocument(db, strategy)
  const first = await aDocumentVersion(
    db,
    document,
    [heading, 'Innen 2029.', 'Nett til alle.', 'Felles drift.'],
    { roundId: round.id },
  )
  const [question] = await aQuestionnaire(db, round)
  const organisation = await anOrganisation(db)
  const sent = await aSubmittedInput(db, round, organisation, { [question?.id ?? '']: said })
  const finding = await aFinding(db, round, { publishedAt: published ? new Date() : null })
  const answer = only(sent.answers)
  const citation = await aCitation(db, finding, { versionId: sent.version.id, id: answer.id }, said)
  const people = {
    analyst: await aStaffMember(db, strategy, 'analyst'),
    editor: await aStaffMember(db, strategy, 'editor'),
    lead: await aStaffMember(db, strategy, 'lead'),
    stranger: await aStaffMember(db, await aStrategy(db), 'lead'),
  }
  const answering: Answering = { findingId: finding.id, citationId: null }
  const later = (blocks: string[], publishedAt: Date | null = daysFromNow(0)) =>
    aDocumentVersion(db, document, [heading, ...blocks], { publishedAt })
  return { strategy, round, document, first, sent, finding, citation, answering, later, ...people }
}

export type Room = Awaited<ReturnType<typeof aRoom>>

/** What the page sends when a response is saved. */
export const writing = (revision: number, own: Partial<ResponseWriting> = {}): ResponseWriting => ({
  ...{ key: v7(), revision, disposition: 'followed', reasonNb: 'Vi er enige.', reasonNn: 'Vi er samde.' },
  ...own,
})

/** A response as written once. */
export async function aWrittenResponse({ editor, answering }: Room, own: Partial<ResponseWriting> = {}) {
  return made(await writeResponse(editor, answering, writing(0, own)))
}

/** Approves a revision and publishes it. */
export async function published({ lead, editor, answering }: Room, revision: number) {
  made(await approveResponse(lead, answering, { key: v7(), revision }))
  return made(await publishResponse(editor, answering, { key: v7(), revision }))
}

/** Says how two versions belong together, as confirmed: by their numbers in the chapter, null where there is no counterpart. */
export async function align(
  { db }: TestDatabase,
  document: { id: string; strategyId: string },
  from: { id: string; paragraphs: { id: string; anchor: string }[] },
  to: { id: string; paragraphs: { id: string; anchor: string }[] },
  links: readonly (readonly [string | null, string | null, string])[],
) {
  const alignment = only(
    await db
      .insert(versionAlignments)
      .values({
        ...{ strategyId: document.strategyId, documentId: document.id, confirmedAt: new Date() },
        ...{ fromVersionId: from.id, toVersionId: to.id },
      })
      .returning(),
  )
  const at = (version: typeof from, anchor: string | null) =>
    version.paragraphs.find((one) => anchor && one.anchor === `1.${anchor}`)?.id ?? null
  const [start, end] = [from, to].map((version) => version.paragraphs[0]?.id ?? '')
  await db.insert(alignmentLinks).values([
    { alignmentId: alignment.id, kind: 'same', fromId: start, toId: end },
    ...links.map(([start, end, kind]) => ({
      ...{ alignmentId: alignment.id, kind, fromId: at(from, start), toId: at(to, end) },
    })),
  ])
}
