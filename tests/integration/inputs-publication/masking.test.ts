import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#app/features/identity/actor.ts'
import { maskVersion, unmask } from '#app/features/inputs/masking.server.ts'
import { type MaskRange, rangesOfWords } from '#app/features/inputs/masking.ts'
import { publicationOf, publishVersion } from '#app/features/inputs/publication.server.ts'
import { versionsRepeating } from '#app/features/inputs/repeated-words.server.ts'
import { withdrawInput } from '#app/features/inputs/withdrawal.server.ts'
import { prepareQueue } from '#app/platform/jobs/queue.server.ts'
import { canonicalText } from '#app/platform/rich-text/plain-text.ts'
import {
  answers as answerRows,
  auditEvents,
  inputMasks,
  publicAnswers,
  searchOutbox,
} from '#db/schema/index.ts'
import { aSubmittedInput, aVersion } from '#tests/factories/inputs.ts'
import { aMember, anOrganisation, aStaffMember, only } from '#tests/factories/people.ts'
import { aQuestionnaire, aRound, aStrategy } from '#tests/factories/strategies.ts'
import { appDatabase } from '#tests/setup/app-database.ts'
import type { TestDatabase } from '#tests/setup/database.ts'

let t: TestDatabase

beforeAll(async () => {
  t = await appDatabase()
  await prepareQueue()
})
afterAll(() => t.end())

const text = 'Sønnen vår, Ola Nes, er seks år.\nOla Nes trenger ro.'
const grounds = { legalBasis: 'personal-matters', reason: 'Navn på et barn' }

async function anInput() {
  const strategy = await aStrategy(t.db)
  const round = await aRound(t.db, { strategy })
  const [written, choice] = await aQuestionnaire(t.db, round)
  const organisation = await anOrganisation(t.db)
  const sent = await aSubmittedInput(t.db, round, organisation, {
    [written?.id ?? '']: text,
    [choice?.id ?? '']: { kind: 'single-choice', choice: 'yes' },
  })
  const answer = only(sent.answers.filter(({ canonicalText: own }) => own !== null))
  const editor = await aStaffMember(t.db, strategy, 'editor')
  const range = (startCp: number, endCp: number): MaskRange => ({ answerId: answer.id, startCp, endCp })
  const ranges = rangesOfWords(text, 'Ola Nes').map(({ startCp, endCp }) => range(startCp, endCp))
  const mask = (own: readonly MaskRange[] = ranges, by: Actor = editor, key = v7()) =>
    maskVersion(by, sent.version.id, { ...grounds, ranges: own }, key)
  const shown = async () => {
    const rows = await t.db.select().from(publicAnswers).where(eq(publicAnswers.versionId, sent.version.id))
    return rows.find(({ answerId }) => answerId === answer.id)
  }
  const standing = () => t.db.$count(inputMasks, eq(inputMasks.versionId, sent.version.id))
  return { ...sent, strategy, round, organisation, editor, answer, range, ranges, mask, shown, standing }
}

const open = 'Sønnen vår, [skjermet], er seks år.\n[skjermet] trenger ro.'

test('what is masked before publication is never public', async () => {
  const { version, editor, mask, shown } = await anInput()
  expect(await mask()).toMatchObject({ masked: 2, isPublic: false })
  expect(await shown()).toBeUndefined()
  await publishVersion(editor, version.id, v7())
  const stored = await shown()
  expect(stored?.text).toBe(open)
  expect(canonicalText(stored?.body as Parameters<typeof canonicalText>[0])).toBe(open)
  expect(JSON.stringify(stored)).not.toContain('Nes')
})

test('what is masked after publication goes from the public text at once, and comes back when it is unmasked', async () => {
  const { version, editor, answer, mask, shown } = await anInput()
  await publishVersion(editor, version.id, v7())
  expect(await mask()).toMatchObject({ masked: 2, isPublic: true })
  const masked = await shown()
  expect(masked?.text).toBe(open)
  expect(masked?.masks).toHaveLength(2)
  const standing = await publicationOf(editor, version.id)
  if ('refusal' in standing) throw new Error(standing.refusal)
  expect(standing.masks).toMatchObject([
    { ...grounds, startCp: 12, endCp: 19 },
    { startCp: 33, endCp: 40 },
  ])
  for (const { id } of standing.masks) await unmask(editor, id, v7())
  const back = await shown()
  expect({ text: back?.text, body: back?.body, masks: back?.masks }).toEqual({
    ...{ text: answer.canonicalText, body: answer.body },
    masks: [],
  })
})

test('what was sent stays as it was, whatever is masked', async () => {
  const { version, editor, answers, mask } = await anInput()
  await publishVersion(editor, version.id, v7())
  await mask()
  const frozen = await t.db.select().from(answerRows).where(eq(answerRows.versionId, version.id))
  expect(new Set(frozen)).toEqual(new Set(answers))
})

test('who masked and unmasked what is on record, without the words', async () => {
  const { version, editor, mask } = await anInput()
  await mask()
  const standing = await publicationOf(editor, version.id)
  if ('refusal' in standing) throw new Error(standing.refusal)
  expect(standing.masks[0]).toMatchObject({ maskedBy: expect.any(String), maskedAt: expect.any(Date) })
  await unmask(editor, standing.masks[0]?.id ?? '', v7())
  const events = await t.db.select().from(auditEvents).where(eq(auditEvents.subjectId, version.id))
  expect(events.map(({ type }) => type).sort()).toEqual(['input.masked', 'input.unmasked'])
  expect(JSON.stringify(events)).not.toMatch(/Ola|Nes|barn/)
  const rows = await t.db.select().from(inputMasks).where(eq(inputMasks.versionId, version.id))
  expect(rows.filter(({ removedAt, removedBy }) => removedAt && removedBy === editor.personId)).toHaveLength(
    1,
  )
})

test('stretches that cannot be masked are refused, and then none of them is', async () => {
  const { mask, range, ranges, answers, standing } = await anInput()
  const length = [...text].length
  const [first] = ranges
  const choice = answers.find(({ canonicalText: own }) => own === null)?.id ?? ''
  const refused: [string, MaskRange[]][] = [
    ['empty', []],
    ['empty', [range(4, 4)]],
    ['empty', [range(32, 33)]],
    ['reversed', [range(9, 4)]],
    ['outside', [range(-1, 4)]],
    ['outside', [range(4, length + 1)]],
    ['outside', [range(4, 1e20)]],
    ['outside', [range(Number.NaN, 4)]],
    ['outside', [{ answerId: choice, startCp: 0, endCp: 1 }]],
    ['outside', [{ answerId: v7(), startCp: 0, endCp: 1 }]],
    ['outside', [{ answerId: 'nei', startCp: 0, endCp: 1 }]],
    ['overlapping', [range(0, 8), range(7, 9)]],
    ['too-many', Array.from({ length: 501 }, (_, at) => range(at, at + 1))],
  ]
  for (const [refusal, wanted] of refused) expect(await mask(wanted), refusal).toEqual({ refusal })
  expect(await mask([range(0, 4), range(9, 4)])).toEqual({ refusal: 'reversed' })
  expect(await standing()).toBe(0)
  await mask([first ?? range(0, 1)])
  expect(await mask()).toEqual({ refusal: 'overlapping' })
  expect(await mask([range(19, 21)])).toMatchObject({ masked: 1 })
})

test('without a law there is no mask, and another law is said in words', async () => {
  const { editor, version, ranges } = await anInput()
  const tried = (legalBasis: string, reason: string) =>
    maskVersion(editor, version.id, { ranges, legalBasis, reason }, v7())
  expect(await tried('whim', 'Fordi')).toEqual({ refusal: 'unknown-basis' })
  expect(await tried('other', ' \u0000 ')).toEqual({ refusal: 'reason-missing' })
  expect(await tried('other', 'x'.repeat(2_001))).toEqual({ refusal: 'reason-too-long' })
  expect(await tried('other', 'Sikkerhetsloven\u0000')).toMatchObject({ masked: 2 })
})

test('only editors and leads of the strategy mask; analysts see what is masked, others not that it is there', async () => {
  const { version, strategy, editor, mask, standing } = await anInput()
  const analyst = await aStaffMember(t.db, strategy, 'analyst')
  const stranger = await aStaffMember(t.db, await aStrategy(t.db), 'lead')
  expect(await mask(undefined, analyst)).toEqual({ refusal: 'forbidden' })
  expect(await mask(undefined, stranger)).toEqual({ refusal: 'not-found' })
  expect(await standing()).toBe(0)
  await mask()
  const seen = await publicationOf(analyst, version.id)
  const id = 'refusal' in seen ? '' : (seen.masks[0]?.id ?? '')
  expect(await publicationOf(stranger, version.id)).toEqual({ refusal: 'not-found' })
  expect(await unmask(analyst, id, v7())).toEqual({ refusal: 'forbidden' })
  expect(await unmask(stranger, id, v7())).toEqual({ refusal: 'not-found' })
  expect(await unmask(editor, v7(), v7())).toEqual({ refusal: 'not-found' })
})

test('a form sent twice masks once, and unmasking twice is unmasking', async () => {
  const { version, editor, mask, ranges, standing } = await anInput()
  const key = v7()
  const [one, other] = await Promise.all([mask(ranges, editor, key), mask(ranges, editor, key)])
  expect(one).toEqual(other)
  expect(await standing()).toBe(2)
  const found = await publicationOf(editor, version.id)
  const id = 'refusal' in found ? '' : (found.masks[0]?.id ?? '')
  const again = v7()
  const outcomes = await Promise.all([unmask(editor, id, again), unmask(editor, id, again)])
  expect(outcomes[0]).toEqual(outcomes[1])
  expect(await unmask(editor, id, v7())).toEqual(outcomes[0])
  const events = await t.db.select().from(auditEvents).where(eq(auditEvents.subjectId, version.id))
  expect(events.filter(({ type }) => type === 'input.unmasked')).toHaveLength(1)
})

test('whoever chooses again on a page that was sent before has masked that as well, and is not answered with the first', async () => {
  const { mask, ranges, standing, editor } = await anInput()
  const key = v7()
  for (const range of ranges) expect(await mask([range], editor, key)).toMatchObject({ masked: 1 })
  expect(await standing()).toBe(ranges.length)
})

test('two who mask the same words at once: one does, the other is told that they are masked', async () => {
  const { strategy, mask, ranges, standing } = await anInput()
  const lead = await aStaffMember(t.db, strategy, 'lead')
  const outcomes = await Promise.all([mask(), mask(ranges, lead)])
  expect(outcomes.filter((outcome) => 'refusal' in outcome)).toEqual([{ refusal: 'overlapping' }])
  expect(await standing()).toBe(2)
})

test('masked and published at the same moment, the masked words are not public', async () => {
  for (let run = 0; run < 6; run += 1) {
    const { version, editor, mask, shown } = await anInput()
    const both = [() => mask(), () => publishVersion(editor, version.id, v7())]
    if (run % 2 === 1) both.reverse()
    await Promise.all(both.map((act) => act()))
    expect((await shown())?.text).toBe(open)
  }
})

test('masked and withdrawn at the same moment, no text is public', async () => {
  for (let run = 0; run < 6; run += 1) {
    const { input, version, organisation, editor, mask, shown } = await anInput()
    const sender = await aMember(t.db, organisation, 'submitter')
    await publishVersion(editor, version.id, v7())
    const [masked] = await Promise.all([mask(), withdrawInput(sender, input.id, 'Sendt for tidlig', v7())])
    expect([{ refusal: 'withdrawn' }, { inputId: input.id, masked: 2, isPublic: true }]).toContainEqual(
      masked,
    )
    expect(await shown()).toBeUndefined()
    expect(await mask()).toEqual({ refusal: 'withdrawn' })
  }
})

test('masking asks the index to write every passage of the input again', async () => {
  const { passages, mask } = await anInput()
  await t.db.delete(searchOutbox)
  await mask()
  const waiting = await t.db.select().from(searchOutbox)
  expect(waiting.map(({ docKey }) => docKey).sort()).toEqual(
    passages.flatMap(({ id }) => [`public/${id}`, `staff/${id}`]).sort(),
  )
})

test('where masked words can still be read, in this version or another, is told until they are masked there too', async () => {
  const { input, version, round, organisation, answer, editor, ranges, mask } = await anInput()
  const other = await aVersion(
    t.db,
    round,
    input.id,
    organisation,
    { [answer.questionId ?? '']: 'Ola Nes går i første klasse.' },
    { number: 2, kind: 'adopted' },
  )
  const repeated = () => versionsRepeating(version.id, input.id)
  expect(await repeated()).toEqual([])
  await mask(ranges.slice(0, 1))
  expect(await repeated()).toEqual([1, 2])
  await mask(ranges.slice(1))
  expect(await repeated()).toEqual([2])
  const there = [{ answerId: only(other.answers).id, startCp: 0, endCp: 7 }]
  await maskVersion(editor, other.version.id, { ...grounds, ranges: there }, v7())
  expect(await repeated()).toEqual([])
})
