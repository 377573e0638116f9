import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Transaction } from '#app/platform/database.server.ts'
import * as schema from '#db/schema/index.ts'
import { marks, paragraphPositions, positions } from '#db/seed/content/positions.ts'
import { found, type Seeded } from './frame.server.ts'
import type { SeededAnswers } from './inputs.server.ts'
import { osloTime } from './oslo-time.ts'

/** What passages of the demo think of their themes, and the notes, flags and evidence on them. */
export async function seedPositions(
  tx: Transaction,
  { strategyId, people, today }: Seeded,
  answers: SeededAnswers,
) {
  const passageOf = async ({
    input,
    question,
    snippet,
  }: Pick<(typeof positions)[number], 'input' | 'question' | 'snippet'>) => {
    const { answerId } = found(answers.get(`${input}/${question}`), `${input}/${question}`)
    const [passage] = await tx
      .select({ id: schema.passages.id })
      .from(schema.passages)
      .where(
        and(eq(schema.passages.answerId, answerId), sql`position(${snippet} in ${schema.passages.text}) > 0`),
      )
      .limit(1)
    return found(passage, `the words «${snippet}»`).id
  }
  for (const content of positions) {
    const own = and(
      eq(schema.taggings.passageId, await passageOf(content)),
      isNull(schema.taggings.removedAt),
    )
    const set = await tx
      .update(schema.taggings)
      .set({ position: content.position })
      .where(own)
      .returning({ id: schema.taggings.id })
    found(set[0], `a theme on «${content.snippet}»`)
  }
  for (const content of marks)
    await tx.insert(schema.passageMarks).values({
      ...{ strategyId, passageId: await passageOf(content), kind: content.kind, text: content.text ?? null },
      ...{ at: osloTime(today, content.day, '14:10'), by: found(people.get(content.by), content.by).id },
    })
  const placed = await paragraphsOfFirstDraft(tx, strategyId)
  for (const content of paragraphPositions)
    await tx.insert(schema.taggings).values({
      ...{ strategyId, passageId: await passageOf(content), position: content.position },
      paragraphId: found(placed.get(content.anchor), content.anchor),
      taggedAt: osloTime(today, content.day, '14:20'),
      taggedBy: found(people.get(content.by), content.by).id,
    })
}

/** The paragraphs of the draft that the first round consulted on, by their address. */
async function paragraphsOfFirstDraft(tx: Transaction, strategyId: string) {
  const { documents, documentVersions, paragraphs } = schema
  const rows = await tx
    .select({ id: paragraphs.id, anchor: paragraphs.anchor })
    .from(paragraphs)
    .innerJoin(documentVersions, eq(documentVersions.id, paragraphs.versionId))
    .innerJoin(documents, eq(documents.id, documentVersions.documentId))
    .where(
      and(
        ...[eq(documents.strategyId, strategyId), eq(documents.slug, 'utkast')],
        eq(documentVersions.number, 1),
      ),
    )
  return new Map(rows.map(({ id, anchor }) => [anchor, id]))
}
