import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { ReportSource } from '#app/features/exports/report.ts'
import { gatherReport } from '#app/features/exports/report-gathering.server.ts'
import { answers, documentVersions, inputs, taggings } from '#db/schema/index.ts'
import { aTagging, aTheme } from '#tests/factories/analysis.ts'
import { aChain, quote } from '#tests/factories/chains.ts'
import { aDocument, aDocumentVersion } from '#tests/factories/documents.ts'
import { aCitation } from '#tests/factories/findings.ts'
import { publish } from '#tests/factories/inputs.ts'
import { only } from '#tests/factories/people.ts'
import { appDatabase } from '../inputs/room.ts'

const t = appDatabase()

type Chain = Awaited<ReturnType<typeof aChain>>

async function gathered({ round }: Chain, scope: 'published' | 'draft'): Promise<ReportSource> {
  const asked = { roundId: round.id, lang: 'nb', scope } as const
  const source = await gatherReport(asked, { now: new Date(), step: async () => {}, after: 0 })
  if ('problem' in source) throw new Error(source.problem)
  return source
}

const withdraw = (id: string) => t.db.update(inputs).set({ withdrawnAt: new Date() }).where(eq(inputs.id, id))

test('the words of whoever has withdrawn are in no report, not in the draft either', async () => {
  const chain = await aChain(t.db)
  for (const scope of ['published', 'draft'] as const)
    expect(JSON.stringify(await gathered(chain, scope)), scope).toContain(quote)
  await withdraw(chain.sent.input.id)
  for (const scope of ['published', 'draft'] as const) {
    const source = await gathered(chain, scope)
    expect(source.findings[0]?.quotes, scope).toMatchObject([{ state: 'withdrawn', words: null }])
    expect(JSON.stringify(source), scope).not.toContain(quote)
  }
})

test('whoever withdrew what was published is counted as that, and named nowhere', async () => {
  const chain = await aChain(t.db)
  const names = ['Ropeby kommune', 'Angreby kommune'] as const
  const [open, regretted] = [await chain.send(names[0]), await chain.send(names[1])]
  const never = await chain.send('Stilleby kommune')
  await Promise.all([open.publish(), regretted.publish()])
  for (const { input } of [regretted, never]) await withdraw(input.id)
  const source = await gathered(chain, 'published')
  expect(source.senders).toMatchObject({
    kinds: [{ kind: 'municipality', names: ['Ropeby kommune', 'Tindås kommune'] }],
    ...{ withdrawn: 1, persons: 0, unnamed: 0 },
  })
  expect(JSON.stringify(source)).not.toMatch(/Angreby|Stilleby/)
})

test('everybody reads of the themes that published findings are of; the draft has the whole codebook', async () => {
  const chain = await aChain(t.db)
  const inside = await aTheme(t.db, chain.strategy, { title: { nb: 'Bare for oss' } })
  for (const passage of chain.sent.passages) await aTagging(t.db, passage, inside, chain.reader)
  await t.db.update(taggings).set({ position: 'supports' }).where(eq(taggings.themeId, inside.id))
  const themed = async (scope: 'published' | 'draft') =>
    (await gathered(chain, scope)).tables
      .filter(({ group }) => group === 'themes')
      .map(({ table }) => table.rows.flatMap(({ theme, label }) => (theme ? [label] : [])))
  expect(await themed('published')).toEqual([['Hjelp'], ['Hjelp']])
  expect(await themed('draft')).toEqual([
    ['Hjelp', 'Bare for oss'],
    ['Hjelp', 'Bare for oss'],
  ])
  expect(JSON.stringify(await gathered(chain, 'published'))).not.toContain('Bare for oss')
})

test('what was said to a paragraph of a version that nobody else reads names it in the draft only', async () => {
  const chain = await aChain(t.db)
  const document = await aDocument(t.db, chain.strategy, { slug: 'notat', title: { nb: 'Internt notat' } })
  const version = await aDocumentVersion(t.db, document, ['Dette står ikke fast.'], { publishedAt: null })
  const { version: sent } = await chain.send('Lauvnes kommune', 'Ellers ingenting.')
  const place = { strategyId: sent.strategyId, versionId: sent.id, paragraphId: version.paragraphs[0]?.id }
  const comment = only(
    await t.db
      .insert(answers)
      .values({ ...place, choice: 'change', canonicalText: 'Skriv det om.' })
      .returning(),
  )
  await publish(t.db, { version: sent, answers: [comment] }, chain.reader)
  await aCitation(t.db, chain.finding, comment, 'Skriv det om.', { number: 2, position: 2 })
  const commented = async (scope: 'published' | 'draft') =>
    (await gathered(chain, scope)).findings.flatMap(({ commented }) => commented).map(({ text }) => text.nb)
  expect(await commented('draft')).toEqual(['Dette står ikke fast.'])
  expect(await commented('published')).toEqual([])
  await t.db
    .update(documentVersions)
    .set({ publishedAt: new Date() })
    .where(eq(documentVersions.id, version.id))
  expect(await commented('published')).toEqual(['Dette står ikke fast.'])
})
