import { and, eq, isNull } from 'drizzle-orm'
import fc from 'fast-check'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { standingTheme, writeTheme } from '#app/features/analysis/codebook.server.ts'
import { lineOf } from '#app/features/analysis/codebook.ts'
import { checkCodebook } from '#app/features/analysis/codebook-health.server.ts'
import { takeCodebook } from '#app/features/analysis/codebook-import.server.ts'
import { countThemes, findCodebook } from '#app/features/analysis/codebook-list.server.ts'
import { countRechecks, listRechecks, recheck } from '#app/features/analysis/codebook-rechecks.server.ts'
import { moveTheme, restoreTheme, retireTheme } from '#app/features/analysis/codebook-structure.server.ts'
import { tagPassage } from '#app/features/analysis/tagging.server.ts'
import { addExample } from '#app/features/analysis/theme-examples.server.ts'
import { listThemeHistory } from '#app/features/analysis/theme-history.server.ts'
import { mergeTheme, splitTheme } from '#app/features/analysis/theme-merging.server.ts'
import { findTheme, listExamples } from '#app/features/analysis/theme-page.server.ts'
import { readings, taggings, themeEvents, themes } from '#db/schema/index.ts'
import { aTagging, aTheme } from '#tests/factories/analysis.ts'
import { aSubmittedInput } from '#tests/factories/inputs.ts'
import { anOrganisation, aStaffMember } from '#tests/factories/people.ts'
import { aQuestionnaire, aRound, aStrategy, daysFromNow } from '#tests/factories/strategies.ts'
import { appDatabase } from '#tests/setup/app-database.ts'
import type { TestDatabase } from '#tests/setup/database.ts'

let t: TestDatabase

beforeAll(async () => {
  t = await appDatabase()
})
afterAll(() => t.end())

/** A strategy with one input of several passages, and those who work on it. */
async function aCodebook(lines = ['En.', 'To.', 'Tre.', 'Fire.']) {
  const strategy = await aStrategy(t.db)
  const round = await aRound(t.db, { strategy })
  const [question] = await aQuestionnaire(t.db, round)
  const sent = await aSubmittedInput(t.db, round, await anOrganisation(t.db), {
    [question?.id ?? '']: lines.join('\n\n'),
  })
  const editor = await aStaffMember(t.db, strategy, 'editor')
  const analyst = await aStaffMember(t.db, strategy, 'analyst')
  const passages = sent.passages.map(({ id, strategyId }) => ({ id, strategyId }))
  return { strategy, sent, editor, analyst, passages }
}

const standingOn = (themeId: string) =>
  t.db
    .select({
      id: taggings.id,
      passageId: taggings.passageId,
      position: taggings.position,
      by: taggings.taggedBy,
    })
    .from(taggings)
    .where(and(eq(taggings.themeId, themeId), isNull(taggings.removedAt)))

const because = (own: Record<string, unknown> = {}) => ({ key: v7(), reason: 'Det er ett tema.', ...own })
const merge = (into: string) => ({ act: 'merge' as const, ...because(), into })

type World = Awaited<ReturnType<typeof aCodebook>>

test('a merged theme becomes a tombstone: its taggings follow, by who made them, and none is doubled', async () => {
  const { strategy, editor, analyst, passages } = await aCodebook()
  const [a, b] = [await aTheme(t.db, strategy), await aTheme(t.db, strategy)]
  const [first, second, third] = passages as [
    World['passages'][0],
    World['passages'][0],
    World['passages'][0],
  ]
  const old = await aTagging(t.db, first, a, analyst.personId, { position: 'against' })
  await aTagging(t.db, second, a, analyst.personId, { position: 'supports' })
  await aTagging(t.db, second, b, editor.personId, { position: 'against' })
  await aTagging(t.db, third, b, editor.personId)
  expect(await mergeTheme(editor, strategy.id, a.id, merge(b.id))).toEqual({
    ...{ themeId: b.id, passages: 2, disagreeing: 1 },
  })
  expect(await standingOn(a.id)).toEqual([])
  const after = await standingOn(b.id)
  expect(after).toHaveLength(3)
  const moved = after.find(({ passageId }) => passageId === first.id)
  expect(moved).toMatchObject({ position: 'against', by: analyst.personId })
  expect(after.find(({ passageId }) => passageId === second.id)?.position).toBe('unclear')
  const [row] = await t.db
    .select()
    .from(taggings)
    .where(eq(taggings.id, moved?.id ?? ''))
  expect(row?.followsId).toBe(old.id)
  expect(await findTheme(strategy.id, a.id)).toMatchObject({ mergedInto: b.id, retiredBy: editor.personId })
  expect(await tagPassage(analyst, first.id, a.id)).toMatchObject({ refusal: expect.anything() })
  const { events } = await listThemeHistory(b.id, { page: 1, size: 10 })
  expect(events[0]).toMatchObject({ kind: 'merged', reason: 'Det er ett tema.', other: { id: b.id } })
})

test('of two who merge two themes into each other at once, one wins and the other is told', async () => {
  for (let round = 0; round < 5; round += 1) {
    const { strategy, editor, analyst, passages } = await aCodebook()
    const [a, b] = [await aTheme(t.db, strategy), await aTheme(t.db, strategy)]
    for (const passage of passages) await aTagging(t.db, passage, a, analyst.personId)
    await aTagging(t.db, passages[0] as World['passages'][0], b, analyst.personId)
    const lead = await aStaffMember(t.db, strategy, 'lead')
    const outcomes = await Promise.all([
      mergeTheme(editor, strategy.id, a.id, merge(b.id)),
      mergeTheme(lead, strategy.id, b.id, merge(a.id)),
    ])
    const refused = outcomes.flatMap((outcome) => ('refusal' in outcome ? [outcome.refusal] : []))
    expect(refused).toEqual(['into-merged'])
    const won = outcomes.find((outcome) => 'themeId' in outcome)
    const survivor = won && 'themeId' in won ? won.themeId : ''
    const gone = survivor === a.id ? b.id : a.id
    expect(await standingOn(gone)).toEqual([])
    expect(await standingOn(survivor)).toHaveLength(passages.length)
    expect(await t.db.$count(themeEvents, eq(themeEvents.strategyId, strategy.id))).toBe(1)
  }
})

test('somebody who tags while a theme is merged has tagged the one or been told', async () => {
  const { strategy, editor, analyst, passages } = await aCodebook()
  const [a, b] = [await aTheme(t.db, strategy), await aTheme(t.db, strategy)]
  const [merged, ...tagged] = await Promise.all([
    mergeTheme(editor, strategy.id, a.id, merge(b.id)),
    ...passages.map(({ id }) => tagPassage(analyst, id, a.id)),
  ])
  expect(merged).toMatchObject({ themeId: b.id })
  const done = tagged.filter((outcome) => !('refusal' in outcome)).length
  expect(await standingOn(a.id)).toEqual([])
  expect(await standingOn(b.id)).toHaveLength(done)
})

test('whatever is merged, moved and split, no tagging is lost or doubled and no theme stands under itself', async () => {
  const at = fc.nat(4)
  const act = fc.oneof(
    fc.record({ kind: fc.constant('merge' as const), one: at, other: at }),
    fc.record({ kind: fc.constant('move' as const), one: at, other: fc.option(at) }),
    fc.record({ kind: fc.constant('split' as const), one: at, other: at }),
  )
  const tagged = fc.uniqueArray(fc.tuple(at, fc.nat(3)), { selector: (pair) => pair.join(), maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(tagged, fc.array(act, { maxLength: 8 }), async (pairs, acts) => {
      const { strategy, editor, analyst, passages } = await aCodebook()
      const list: { id: string }[] = []
      for (let n = 0; n < 5; n += 1) list.push(await aTheme(t.db, strategy))
      const themeAt = (n: number) => list[n]?.id ?? ''
      for (const [theme, passage] of pairs)
        await aTagging(
          t.db,
          passages[passage] as World['passages'][0],
          { id: themeAt(theme) },
          analyst.personId,
        )
      const wanted = new Set(pairs.map(([, passage]) => passages[passage]?.id))
      for (const { kind, one, other } of acts) {
        if (kind === 'merge') await mergeTheme(editor, strategy.id, themeAt(one), merge(themeAt(other)))
        else if (kind === 'move') {
          const parent = other === null ? undefined : themeAt(other)
          await moveTheme(editor, strategy.id, themeAt(one), { act: 'move', key: v7(), parent })
        } else {
          const [chosen] = await standingOn(themeAt(one))
          const form = { ...because(), passages: chosen ? [chosen.passageId] : [], into: themeAt(other) }
          await splitTheme(editor, strategy.id, themeAt(one), { ...form, ...noNames })
        }
      }
      const standing = await t.db
        .select({ theme: taggings.themeId, passage: taggings.passageId })
        .from(taggings)
        .where(and(eq(taggings.strategyId, strategy.id), isNull(taggings.removedAt)))
      expect(new Set(standing.map(({ passage }) => passage))).toEqual(wanted)
      expect(new Set(standing.map(({ theme, passage }) => `${theme} ${passage}`)).size).toBe(standing.length)
      const tree = await t.db.select().from(themes).where(eq(themes.strategyId, strategy.id))
      for (const { theme } of standing) expect(tree.find(({ id }) => id === theme)?.retiredAt).toBe(null)
      for (const { id, retiredAt } of tree)
        if (!retiredAt) expect(lineOf(tree, id).at(-1)?.parentId).toBe(null)
    }),
    { numRuns: 15 },
  )
}, 60_000)

const noNames = { titleNb: '', titleNn: '', definitionNb: '', definitionNn: '' }

test('chosen passages are split off to a new theme, the rest stay, and more can follow', async () => {
  const { strategy, editor, analyst, passages } = await aCodebook()
  const theme = await aTheme(t.db, strategy)
  for (const passage of passages)
    await aTagging(t.db, passage, theme, analyst.personId, { position: 'neutral' })
  const [one, two] = passages.map(({ id }) => id)
  const names = { code: 'ZZ', titleNb: 'Nytt', titleNn: '', definitionNb: 'Det nye.', definitionNn: '' }
  const form = { ...because(), passages: [one ?? ''], ...names }
  await addExample(editor, { strategyId: strategy.id, themeId: theme.id, passageId: one ?? '' })
  const made = await splitTheme(editor, strategy.id, theme.id, form)
  if (!('themeId' in made)) throw new Error(made.refusal)
  expect(await splitTheme(editor, strategy.id, theme.id, form)).toEqual(made)
  expect(await standingOn(made.themeId)).toMatchObject([{ passageId: one, position: 'neutral' }])
  expect(await listExamples(made.themeId)).toMatchObject([{ id: one }])
  const more = { ...because(), passages: [two ?? ''], into: made.themeId, ...noNames }
  expect(await splitTheme(editor, strategy.id, theme.id, more)).toMatchObject({ passages: 1 })
  expect(await standingOn(theme.id)).toHaveLength(passages.length - 2)
  const again = { ...because(), passages: [one ?? ''], ...names, code: 'ZÅ' }
  expect(await splitTheme(editor, strategy.id, theme.id, again)).toEqual({ refusal: 'already-moved' })
  expect(await t.db.$count(themes, eq(themes.code, 'ZÅ'))).toBe(0)
})

test('sub-themes follow a merged theme, and a branch takes the colour of where it comes', async () => {
  const { strategy, editor } = await aCodebook()
  const [a, b] = [await aTheme(t.db, strategy, { colour: 1 }), await aTheme(t.db, strategy, { colour: 4 })]
  const child = await aTheme(t.db, strategy, { parentId: a.id, colour: 1 })
  await mergeTheme(editor, strategy.id, a.id, merge(b.id))
  expect(await findTheme(strategy.id, child.id)).toMatchObject({ parentId: b.id, colour: 4 })
  expect((await t.db.transaction((tx) => standingTheme(tx, strategy.id, a.id)))?.id).toBe(b.id)
})

test('a theme with sub-themes stays in use; one that is out of use comes back, one that was merged does not', async () => {
  const { strategy, editor, analyst } = await aCodebook()
  const [top, other] = [await aTheme(t.db, strategy), await aTheme(t.db, strategy)]
  const child = await aTheme(t.db, strategy, { parentId: top.id })
  const retire = (id: string) => retireTheme(editor, strategy.id, id, because())
  expect(await retire(top.id)).toEqual({ refusal: 'has-sub-themes' })
  expect(await retire(child.id)).toEqual({ themeId: child.id })
  expect(await retire(top.id)).toEqual({ themeId: top.id })
  await restoreTheme(editor, strategy.id, child.id, because())
  expect(await findTheme(strategy.id, child.id)).toMatchObject({ parentId: null, retiredAt: null })
  await mergeTheme(editor, strategy.id, child.id, merge(other.id))
  expect(await restoreTheme(editor, strategy.id, child.id, because())).toEqual({ refusal: 'theme-merged' })
  expect(await retireTheme(analyst, strategy.id, other.id, because())).toEqual({ refusal: 'forbidden' })
})

test('whoever writes from an older text is told, and what was changed is in the history with what it said', async () => {
  const { strategy, editor } = await aCodebook()
  const { id } = await aTheme(t.db, strategy, { code: 'QQ', title: { nb: 'Gammelt' } })
  const before = await findTheme(strategy.id, id)
  const form = {
    key: v7(),
    code: 'QQ',
    titleNb: 'Nytt',
    definitionNb: 'Det som hører til.',
    seen: before?.seen,
  }
  const rest = { ...noNames, includeNb: '', includeNn: '', excludeNb: '', excludeNn: '' }
  expect(await writeTheme(editor, strategy.id, { ...rest, ...form, theme: id })).toEqual({ themeId: id })
  const stale = { ...rest, ...form, key: v7(), titleNb: 'Annet navn', theme: id }
  expect(await writeTheme(editor, strategy.id, stale)).toEqual({ refusal: 'changed-meanwhile' })
  const { events } = await listThemeHistory(id, { page: 1, size: 10 })
  expect(events).toMatchObject([{ kind: 'renamed', before: { title: { nb: 'Gammelt' } } }])
})

test('what was read before a theme was there waits for it, until somebody tags with it or has looked', async () => {
  const { strategy, sent, analyst, passages } = await aCodebook()
  const place = { strategyId: strategy.id, versionId: sent.version.id, personId: analyst.personId }
  for (const { id: answerId } of sent.answers)
    await t.db.insert(readings).values({ ...place, answerId, at: daysFromNow(-3) })
  const early = await aTheme(t.db, strategy, { createdAt: daysFromNow(-9) })
  const [late, later] = [await aTheme(t.db, strategy), await aTheme(t.db, strategy)]
  const left = await countRechecks(strategy.id)
  expect([early.id, late.id, later.id].map((id) => left.get(id) ?? 0)).toEqual([0, 1, 1])
  const { versions, total } = await listRechecks(strategy.id, late.id, { page: 1, size: 10 })
  expect(versions).toMatchObject([{ id: sent.version.id, inputId: sent.input.id }])
  expect(total).toBe(1)
  const looked = { key: v7(), theme: late.id, versions: [sent.version.id] }
  expect(await recheck(analyst, strategy.id, looked)).toEqual({ themeId: late.id, versions: 1 })
  await tagPassage(analyst, passages[0]?.id ?? '', later.id)
  expect((await countRechecks(strategy.id)).size).toBe(0)
})

test('themes come in from a file all or none, and not over what somebody wrote meanwhile', async () => {
  const { strategy, editor } = await aCodebook()
  const text = 'Kode;Overordnet kode;Navn (bokmål)\nUN;OV;Under\nOV;;Over\n'
  const file = { key: v7(), text, format: 'csv' as const }
  expect(await takeCodebook(editor, strategy.id, file)).toEqual({ themes: 2 })
  expect(await takeCodebook(editor, strategy.id, file)).toEqual({ themes: 2 })
  const tree = await findCodebook(editor, strategy.id)
  if ('refusal' in tree) throw new Error(tree.refusal)
  expect(tree.themes.map(({ code, depth }) => `${code}${depth}`)).toEqual(['OV1', 'UN2'])
  const second = { ...file, key: v7(), text: 'Kode;Navn\nNY;Ny\nUN;Tatt\n' }
  expect(await takeCodebook(editor, strategy.id, second)).toEqual({ refusal: 'not-importable' })
  expect(await t.db.$count(themes, eq(themes.strategyId, strategy.id))).toBe(2)
})

test('numbers of a codebook count inputs once, whatever number of passages', async () => {
  const { strategy, editor, analyst, passages } = await aCodebook()
  const theme = await aTheme(t.db, strategy, { definition: {} })
  for (const passage of passages) await aTagging(t.db, passage, theme, analyst.personId)
  expect(await countThemes(strategy.id)).toMatchObject([{ themeId: theme.id, inputs: 1, passages: 4 }])
  const tree = await findCodebook(editor, strategy.id)
  if ('refusal' in tree) throw new Error(tree.refusal)
  const { problems, inputs } = await checkCodebook(strategy.id, tree.themes)
  expect(inputs).toBe(1)
  expect(problems.map(({ rule }) => rule)).toEqual(['no-definition'])
})
