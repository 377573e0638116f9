import { and, asc, eq, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { tableAddress } from '#app/features/tables/table-key.ts'
import type { Transaction } from '#app/platform/database.server.ts'
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
    .select({ id: schema.findings.id, slug: schema.findings.slug, at: schema.findings.publishedAt })
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

type Finding = { id: string; at: Date | null }

// The sender took the input back before the finding was published; the quote had been put in by then.
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

const rule = {
  nb: 'Kommuner som har svart på runden. Hver kommune telles én gang; trukne innspill telles ikke. En kommune er med når noe i innspillet er merket med temaet.',
  nn: 'Kommunar som har svara på runden. Kvar kommune blir talt éin gong; trekte innspel blir ikkje talde. Ein kommune er med når noko i innspelet er merkt med temaet.',
}

type Sender = { inputId: string; organisationId: string; name: string; tagged: boolean }

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
  const themeId = found(row, theme).id
  const roundId = found(rounds.get('runde-1'), 'runde-1').id
  // A theme that lies under another is of that one too, as in the table.
  const senders = await tx.execute<Sender>(sql`
    with recursive under (id) as (
      select ${themeId}::uuid union select t.id from themes t join under on t.parent_id = under.id
    )
    select distinct on (o.name, i.id) i.id as "inputId", o.id as "organisationId", o.name, exists (
      select from passages p join taggings t on t.passage_id = p.id and t.removed_at is null
      where p.input_id = i.id and p.superseded_at is null and t.theme_id in (select id from under)
        and p.version_id = (select w.id from input_versions w where w.input_id = i.id order by w.number desc limit 1)
      ) as tagged
    from inputs i join organisations o on o.id = i.organisation_id and o.kind = 'municipality'
    join input_versions v on v.input_id = i.id
    where i.round_id = ${roundId} and i.withdrawn_at is null order by o.name, i.id`)
  const behind = senders.filter(({ tagged }) => tagged)
  const when = at ?? osloTime(today, -22, '09:00')
  await tx.insert(schema.findingCounts).values({
    ...{ strategyId, findingId, number, table: tableAddress({ kind: 'themes' }) },
    ...{ row: themeId, column: 'municipality', ofRow: 'answered', ofColumn: 'municipality' },
    ...{ seenCount: behind.length, seenOf: senders.length, seenAt: when },
    seenBy: found(people.get(editor), editor).id,
    ...{ frozenCount: behind.length, frozenOf: senders.length, frozenRule: rule, frozenAt: when },
    frozenSenders: behind.map(({ inputId, organisationId, name }) => ({
      ...{ inputId, organisationId, name, kind: 'municipality' },
    })),
  })
  await tx
    .update(schema.findings)
    .set({ lastNumber: sql`greatest(last_number, ${number}::int)` })
    .where(eq(schema.findings.id, findingId))
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
