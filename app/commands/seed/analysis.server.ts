import { and, eq } from 'drizzle-orm'
import { passagesOfAnswer } from '#app/features/analysis/passage.ts'
import { themeColour } from '#app/features/analysis/theme.ts'
import { verifyQuote } from '#app/features/findings/quote.ts'
import { sha256 } from '#app/features/inputs/content-hash.server.ts'
import { inReadingOrder } from '#app/features/inputs/said-to.server.ts'
import type { Transaction } from '#app/platform/database.server.ts'
import * as schema from '#db/schema/index.ts'
import { themes as themeContents } from '#db/seed/content/codebook.ts'
import { findings } from '#db/seed/content/findings.ts'
import { taggings } from '#db/seed/content/taggings.ts'
import { enqueuePassagesOf } from '#search/outbox.server.ts'
import { found, type Seeded } from './frame.server.ts'
import type { SeededAnswers } from './inputs.server.ts'
import { osloTime } from './oslo-time.ts'

/** The demo's passages, codebook, taggings and findings; every snippet and quote must be there word for word. */
export async function seedAnalysis(tx: Transaction, seeded: Seeded, answers: SeededAnswers) {
  const themes = await seedThemes(tx, seeded)
  await seedPassages(tx)
  await seedTaggings(tx, seeded, answers, themes)
  await seedFindings(tx, seeded, answers, themes)
}

async function seedThemes(tx: Transaction, { strategyId, people, editor, today }: Seeded) {
  const rows = await tx
    .insert(schema.themes)
    .values(
      themeContents.map(({ code, title, definition, include, exclude }, position) => ({
        ...{ strategyId, code, title, definition, include, exclude, position, colour: themeColour(position) },
        createdAt: osloTime(today, -119, '10:00'),
        createdBy: found(people.get(editor), editor).id,
      })),
    )
    .returning({ id: schema.themes.id, code: schema.themes.code })
  const ids = new Map(rows.map((row) => [row.code, row.id]))
  return new Map(themeContents.map(({ key, code }) => [key, found(ids.get(code), code)]))
}

async function seedPassages(tx: Transaction) {
  const rows = await tx
    .select({
      answerId: schema.answers.id,
      text: schema.answers.canonicalText,
      body: schema.answers.body,
      paragraphId: schema.answers.paragraphId,
      questionId: schema.answers.questionId,
      versionId: schema.answers.versionId,
      inputId: schema.inputVersions.inputId,
      roundId: schema.inputVersions.roundId,
      strategyId: schema.inputVersions.strategyId,
      lang: schema.inputVersions.lang,
    })
    .from(schema.answers)
    .innerJoin(schema.inputVersions, eq(schema.inputVersions.id, schema.answers.versionId))
    .leftJoin(schema.questions, eq(schema.questions.id, schema.answers.questionId))
    .leftJoin(schema.paragraphs, eq(schema.paragraphs.id, schema.answers.paragraphId))
    .orderBy(schema.inputVersions.id, ...inReadingOrder)
  const position = new Map<string, number>()
  const passages = rows.flatMap(({ text, body, paragraphId, ...place }) =>
    passagesOfAnswer({ text, body, paragraphId }).map((passage) => {
      const next = position.get(place.versionId) ?? 0
      position.set(place.versionId, next + 1)
      return { ...place, ...passage, position: next }
    }),
  )
  for (let from = 0; from < passages.length; from += 500)
    await tx.insert(schema.passages).values(passages.slice(from, from + 500))
  for (const inputId of new Set(rows.map((row) => row.inputId))) await enqueuePassagesOf(tx, inputId)
}

async function seedTaggings(
  tx: Transaction,
  { strategyId, people, today }: Seeded,
  answers: SeededAnswers,
  themes: Map<string, string>,
) {
  for (const { input, question, snippet, theme, by, day } of taggings) {
    const answer = found(answers.get(`${input}/${question}`), `${input}/${question}`)
    const passages = await tx
      .select({ id: schema.passages.id, text: schema.passages.text })
      .from(schema.passages)
      .where(eq(schema.passages.answerId, answer.answerId))
    const passage = found(
      passages.find(({ text }) => text.includes(snippet)),
      `the words «${snippet}»`,
    )
    await tx.insert(schema.taggings).values({
      ...{ strategyId, passageId: passage.id, themeId: found(themes.get(theme), theme) },
      taggedAt: osloTime(today, day, '13:30'),
      taggedBy: found(people.get(by), by).id,
    })
  }
}

async function seedFindings(
  tx: Transaction,
  { strategyId, rounds, people, today }: Seeded,
  answers: SeededAnswers,
  themes: Map<string, string>,
) {
  for (const [position, content] of findings.entries()) {
    const by = found(people.get(content.by), content.by).id
    const { slug, title, text } = content
    const roundId = found(rounds.get(content.round), content.round).id
    const published = content.publishedDay === null ? null : osloTime(today, content.publishedDay, '09:00')
    const written = osloTime(today, content.createdDay, '10:00')
    await tx.insert(schema.findings).values({
      ...{
        strategyId,
        roundId,
        themeId: found(themes.get(content.theme), content.theme),
        slug,
        position,
        title,
        text,
      },
      ...{ createdAt: written, createdBy: by, updatedAt: published ?? written, updatedBy: by },
      ...{ publishedAt: published, publishedBy: published && by, publishedRevision: published && 1 },
      // What is published was approved the day before, by the one who leads the work.
      ...(content.publishedDay !== null && {
        approvedAt: osloTime(today, content.publishedDay - 1, '14:00'),
        ...{ approvedBy: found(people.get('elin-strand'), 'elin-strand').id, approvedRevision: 1 },
      }),
      lastNumber: content.citations.length,
    })
    const [finding] = await tx
      .select({ id: schema.findings.id })
      .from(schema.findings)
      .where(and(eq(schema.findings.roundId, roundId), eq(schema.findings.slug, slug)))
    const citations = content.citations.map(({ input, question, quote }, place) => {
      const { versionId, answerId, text } = found(answers.get(`${input}/${question}`), `${input}/${question}`)
      const check = verifyQuote(quote, text)
      if (check.kind !== 'exact') throw new Error(`The demo quotes what nobody wrote: «${quote}»`)
      const { startCp, endCp } = check
      const findingId = found(finding, slug).id
      return {
        strategyId,
        findingId,
        versionId,
        answerId,
        startCp,
        endCp,
        quote,
        position: place,
        number: place + 1,
        sourceHash: sha256(text),
        publishedAt: published,
        createdBy: by,
      }
    })
    await tx.insert(schema.citations).values(citations)
    await tx.insert(schema.findingVersions).values({
      ...{ findingId: found(finding, slug).id, revision: 1, strategyId, title, text },
      themeId: found(themes.get(content.theme), content.theme),
      ...{ at: published ?? written, by },
    })
  }
}
