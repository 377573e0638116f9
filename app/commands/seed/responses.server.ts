import { and, asc, eq, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { chosenCount } from '#app/features/findings/count-choice.server.ts'
import { freezeCounts } from '#app/features/findings/frozen-counts.server.ts'
import { storedPlace } from '#app/features/findings/live-counts.server.ts'
import { tableAddress } from '#app/features/tables/table-key.ts'
import type { Transaction } from '#app/platform/database.server.ts'
import type { LocalisedText } from '#app/platform/localised-text.ts'
import * as schema from '#db/schema/index.ts'
import { themes as themeContents } from '#db/seed/content/codebook.ts'
import type { DocumentVersionContent } from '#db/seed/content/content.ts'
import { documentV1 } from '#db/seed/content/document-v1.ts'
import { documentV2 } from '#db/seed/content/document-v2.ts'
import { findings as findingContents } from '#db/seed/content/findings.ts'
import {
  type ChangeContent,
  carriedForward,
  counts,
  responses as responseContents,
  withdrawnCitation,
} from '#db/seed/content/heard.ts'
import { found, type Seeded } from './frame.server.ts'
import type { SeededAnswers } from './inputs.server.ts'
import { osloTime } from './oslo-time.ts'

/** When what is made of the findings was published: after the second draft, before its round had gone far. */
const publishedDay = -19

/** The numbers in the findings of round 1, what is made of each, and what that changed in the second draft. */
export async function seedResponses(tx: Transaction, seeded: Seeded, answers: SeededAnswers) {
  const rows = await tx
    .select({
      ...{ id: schema.findings.id, slug: schema.findings.slug, text: schema.findings.text },
      at: schema.findings.publishedAt,
    })
    .from(schema.findings)
    .where(eq(schema.findings.strategyId, seeded.strategyId))
  const ids = new Map(
    findingContents.map(({ key, slug }) => [
      key,
      found(
        rows.find((row) => row.slug === slug),
        slug,
      ),
    ]),
  )
  const findingOf = (key: string) => found(ids.get(key), key)
  await seedWithdrawn(tx, seeded, answers, findingOf(withdrawnCitation.finding))
  for (const count of counts) await seedCount(tx, seeded, findingOf(count.finding), count)
  for (const finding of new Set(counts.map(({ finding }) => finding))) await freeze(tx, findingOf(finding))
  const blocks = await blocksOf(tx, seeded)
  for (const content of responseContents) {
    const findingId = findingOf(content.finding).id
    const responseId = await seedResponse(tx, seeded, findingId, content)
    for (const change of content.changes) await seedChange(tx, seeded, responseId, change, blocks)
  }
  const { finding, round, question } = carriedForward
  await tx.insert(schema.carriedForward).values({
    ...{ strategyId: seeded.strategyId, findingId: findingOf(finding).id },
    roundId: found(seeded.rounds.get(round), round).id,
    questionId: found(seeded.questions.get(`${round}/${question}`), question).id,
    ...{ at: osloTime(seeded.today, publishedDay - 2, '10:00'), by: editorOf(seeded) },
  })
}

const editorOf = ({ people, editor }: Seeded) => found(people.get(editor), editor).id

type Finding = { id: string; text: LocalisedText; at: Date | null }

// It was cited and published; the sender took the input back afterwards.
async function seedWithdrawn(
  tx: Transaction,
  seeded: Seeded,
  answers: SeededAnswers,
  { id: findingId, at }: Finding,
) {
  const { input, question, quote, number } = withdrawnCitation
  const { versionId, answerId, text } = found(answers.get(`${input}/${question}`), input)
  const startCp = [...text.slice(0, text.indexOf(quote))].length
  await tx.insert(schema.citations).values({
    ...{ strategyId: seeded.strategyId, findingId, versionId, answerId, quote, number },
    ...{ startCp, endCp: startCp + [...quote].length, position: number, publishedAt: at },
    createdBy: editorOf(seeded),
  })
  await tx.update(schema.findings).set({ lastNumber: number }).where(eq(schema.findings.id, findingId))
}

// What the tables count of the demo, whatever that is: no number is written by hand.
async function seedCount(
  tx: Transaction,
  { strategyId, today, rounds, people, editor }: Seeded,
  { id: findingId, at }: Finding,
  { number, theme }: (typeof counts)[number],
) {
  const code = themeContents.find(({ key }) => key === theme)?.code ?? ''
  const [row] = await tx
    .select({ id: schema.themes.id })
    .from(schema.themes)
    .where(and(eq(schema.themes.strategyId, strategyId), eq(schema.themes.code, code)))
  const roundId = found(rounds.get('runde-1'), 'runde-1').id
  const cell = { row: found(row, theme).id, column: 'municipality', over: 'base' as const }
  const choice = { table: tableAddress({ kind: 'themes' }), ...cell }
  const live = found((await chosenCount(tx, roundId, choice)) ?? undefined, theme)
  await tx.insert(schema.findingCounts).values({
    ...{ strategyId, findingId, number, ...storedPlace(live) },
    ...{ seenCount: live.count, seenOf: live.of, seenAt: at ?? osloTime(today, -22, '09:00') },
    seenBy: found(people.get(editor), editor).id,
  })
  await tx
    .update(schema.findings)
    .set({ lastNumber: sql`greatest(last_number, ${number}::int)` })
    .where(eq(schema.findings.id, findingId))
}

// As at publication; a number that could not be published stops the demo.
async function freeze(tx: Transaction, { id, text, at }: Finding) {
  if (!at) return
  const frozen = await freezeCounts(tx, { id, text }, at)
  if ('refusal' in frozen) throw new Error(`The numbers of ${id} cannot be frozen`)
}

async function seedResponse(
  tx: Transaction,
  seeded: Seeded,
  findingId: string,
  { citation, disposition, reason }: (typeof responseContents)[number],
) {
  const { strategyId, today } = seeded
  const [cited] =
    citation === undefined
      ? []
      : await tx
          .select({ id: schema.citations.id })
          .from(schema.citations)
          .where(and(eq(schema.citations.findingId, findingId), eq(schema.citations.number, citation)))
  const citationId = citation === undefined ? null : found(cited, `citation ${citation}`).id
  const by = editorOf(seeded)
  const id = v7()
  const [written, at] = [osloTime(today, publishedDay - 3, '14:00'), osloTime(today, publishedDay, '10:00')]
  await tx.insert(schema.responses).values({
    ...{ id, strategyId, findingId, citationId, disposition, reason },
    ...{ createdAt: written, createdBy: by, updatedAt: written, updatedBy: by },
    ...{ approvedAt: at, approvedBy: by, approvedRevision: 1 },
    ...{ publishedAt: at, publishedBy: by, publishedRevision: 1 },
  })
  await tx
    .insert(schema.responseVersions)
    .values({ responseId: id, revision: 1, strategyId, disposition, reason, at: written, by })
  return id
}

type Blocks = { before: Map<string, string>; after: Map<string, string>; versionId: string }

async function seedChange(
  tx: Transaction,
  seeded: Seeded,
  responseId: string,
  change: ChangeContent,
  { before, after, versionId }: Blocks,
) {
  const { strategyId, today } = seeded
  await tx.insert(schema.changes).values({
    ...{ strategyId, responseId, kind: change.kind, versionId },
    fromParagraphId: 'from' in change ? found(before.get(change.from), change.from) : null,
    toParagraphId: 'to' in change ? found(after.get(change.to), change.to) : null,
    note: 'note' in change ? change.note : null,
    ...{ at: osloTime(today, publishedDay - 1, '11:00'), by: editorOf(seeded) },
  })
}

/** The blocks of both drafts by the keys of their content. */
async function blocksOf(tx: Transaction, { strategyId }: Seeded): Promise<Blocks> {
  const versions = await tx
    .select({ id: schema.documentVersions.id, number: schema.documentVersions.number })
    .from(schema.documentVersions)
    .innerJoin(schema.documents, eq(schema.documents.id, schema.documentVersions.documentId))
    .where(and(eq(schema.documents.strategyId, strategyId), eq(schema.documents.slug, 'utkast')))
  const idOf = (number: number) =>
    found(
      versions.find((version) => version.number === number),
      `version ${number}`,
    ).id
  const keyed = async (content: DocumentVersionContent) => {
    const rows = await tx
      .select({ id: schema.paragraphs.id })
      .from(schema.paragraphs)
      .where(eq(schema.paragraphs.versionId, idOf(content.version)))
      .orderBy(asc(schema.paragraphs.position))
    const keys = content.chapters.flatMap(({ key, blocks }) => [key, ...blocks.map((block) => block.key)])
    return new Map(keys.map((key, at) => [key, found(rows[at], key).id]))
  }
  return { before: await keyed(documentV1), after: await keyed(documentV2), versionId: idOf(2) }
}
