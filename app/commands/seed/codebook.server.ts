import { and, eq, isNull } from 'drizzle-orm'
import { renumber } from '#app/features/analysis/codebook.server.ts'
import type { Transaction } from '#app/platform/database.server.ts'
import * as schema from '#db/schema/index.ts'
import { themes as themeContents } from '#db/seed/content/codebook.ts'
import { laterThemes, mergedTheme, themeCare } from '#db/seed/content/codebook-changes.ts'
import { enqueuePassages } from '#search/outbox.server.ts'
import { found, type Seeded } from './frame.server.ts'
import type { SeededAnswers } from './inputs.server.ts'
import { osloTime } from './oslo-time.ts'

type Snippet = (typeof laterThemes)[number]['tagged'][number]

type Happened = Pick<typeof schema.themeEvents.$inferInsert, 'kind' | 'after' | 'otherThemeId' | 'reason'>

/** What became of the codebook while the secretariat was reading: sub-themes, a merged theme, a late one, examples. */
export async function seedCodebookChanges(tx: Transaction, seeded: Seeded, answers: SeededAnswers) {
  const { strategyId, today, people } = seeded
  const rows = await tx
    .select()
    .from(schema.themes)
    .where(eq(schema.themes.strategyId, strategyId))
    .limit(500)
  const themeOf = (key: string) => {
    const code = themeContents.find((theme) => theme.key === key)?.code
    return found(
      rows.find((theme) => theme.code === code),
      key,
    )
  }
  const personOf = (key: string) => found(people.get(key), key).id
  const passageOf = async ({ input, question, snippet }: Snippet) => {
    const { answerId } = found(answers.get(`${input}/${question}`), `${input}/${question}`)
    const passages = await tx
      .select()
      .from(schema.passages)
      .where(eq(schema.passages.answerId, answerId))
      .limit(500)
    return found(
      passages.find(({ text }) => text.includes(snippet)),
      `the words «${snippet}»`,
    ).id
  }
  const remember = (themeId: string, by: string, at: Date, event: Happened) =>
    tx.insert(schema.themeEvents).values({ strategyId, themeId, at, by: personOf(by), ...event })
  const touched: string[] = []

  for (const [place, { code, title, definition, under, by, day, tagged }] of laterThemes.entries()) {
    const at = osloTime(today, day, '10:00')
    const parent = under === null ? null : themeOf(under)
    const values = {
      ...{ strategyId, code, title, definition, parentId: parent?.id ?? null },
      ...{ colour: parent?.colour ?? 2, position: rows.length + place + 1 },
      ...{ createdAt: at, createdBy: personOf(by) },
    }
    const [made] = await tx.insert(schema.themes).values(values).returning({ id: schema.themes.id })
    const themeId = found(made, code).id
    await remember(themeId, by, at, { kind: 'created', after: { code, title, parentId: values.parentId } })
    for (const words of tagged) {
      const passageId = await passageOf(words)
      touched.push(passageId)
      const taggedAt = osloTime(today, Math.max(day, -46), '14:30')
      await tx
        .insert(schema.taggings)
        .values({ strategyId, passageId, themeId, taggedAt, taggedBy: personOf(by) })
    }
  }

  const { into, by, reason, createdDay, mergedDay, code, title, definition } = mergedTheme
  const target = themeOf(into)
  const mergedAt = osloTime(today, mergedDay, '15:10')
  const [gone] = await tx
    .insert(schema.themes)
    .values({
      ...{ strategyId, code, title, definition, colour: 1, position: rows.length + laterThemes.length + 1 },
      ...{ createdAt: osloTime(today, createdDay, '10:00'), createdBy: personOf(by) },
      ...{ retiredAt: mergedAt, retiredBy: personOf(by), mergedInto: target.id },
    })
    .returning({ id: schema.themes.id })
  const themeId = found(gone, code).id
  for (const words of mergedTheme.tagged) {
    const passageId = await passageOf(words)
    const ofTarget = and(
      ...[eq(schema.taggings.passageId, passageId), eq(schema.taggings.themeId, target.id)],
      isNull(schema.taggings.removedAt),
    )
    const [standing] = await tx.select().from(schema.taggings).where(ofTarget)
    const { taggedAt, taggedBy } = found(standing, 'a tagging of the theme it became part of')
    const [old] = await tx
      .insert(schema.taggings)
      .values({
        ...{ strategyId, passageId, themeId, taggedAt, taggedBy },
        ...{ removedAt: mergedAt, removedBy: personOf(by) },
      })
      .returning({ id: schema.taggings.id })
    await tx
      .update(schema.taggings)
      .set({ followsId: found(old, code).id, taggedAt: mergedAt })
      .where(ofTarget)
  }
  const after = { passages: mergedTheme.tagged.length, disagreeing: 0 }
  await remember(themeId, by, mergedAt, { kind: 'merged', otherThemeId: target.id, reason, after })

  for (const { theme, assignee, answer, example } of themeCare) {
    const { id } = themeOf(theme)
    await tx
      .update(schema.themes)
      .set({ assigneeId: personOf(assignee), standardAnswer: answer })
      .where(eq(schema.themes.id, id))
    await tx.insert(schema.themeExamples).values({
      ...{ strategyId, themeId: id, passageId: await passageOf(example), by: personOf(assignee) },
      at: osloTime(today, -44, '09:20'),
    })
  }
  const all = await tx.select().from(schema.themes).where(eq(schema.themes.strategyId, strategyId)).limit(500)
  await renumber(tx, all)
  await enqueuePassages(tx, strategyId, touched)
}
