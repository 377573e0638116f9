import { createHash } from 'node:crypto'
import { eq, inArray } from 'drizzle-orm'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { makeWaitingReports } from '#app/features/exports/jobs.server.ts'
import { handOutReport } from '#app/features/exports/report-file.server.ts'
import { makeReport } from '#app/features/exports/report-work.server.ts'
import {
  askReport,
  findPublishedReport,
  findReportFile,
  listPublishedReports,
  listReports,
  publishReport,
  takeReportOff,
} from '#app/features/exports/reports.server.ts'
import { isRefusal, type Refused } from '#app/platform/refusal.ts'
import { auditEvents, inputMasks, inputs, reports, rounds } from '#db/schema/index.ts'
import { aChain, quote } from '#tests/factories/chains.ts'
import { aCitation, aFinding } from '#tests/factories/findings.ts'
import { aStaffMember, only } from '#tests/factories/people.ts'
import { appDatabase } from '../inputs/room.ts'
import { aStorage } from '../inputs/uploading.ts'
import { readTagged } from './tagged.ts'

const t = appDatabase()
const storage = await aStorage()
const working = { signal: new AbortController().signal, onError: (error: unknown) => Promise.reject(error) }

function done<T extends object>(outcome: T): Exclude<T, Refused> {
  if (isRefusal(outcome)) throw new Error(`refused: ${outcome.refusal}`)
  return outcome as Exclude<T, Refused>
}

const pdf = { format: 'pdf', lang: 'nb', scope: 'published' } as const

/** A round with a chain, and a report of it that is asked for. */
async function asked(
  own: Partial<{ format: 'pdf' | 'docx'; lang: 'nb' | 'nn'; scope: 'published' | 'draft' }> = {},
) {
  const chain = await aChain(t.db)
  const editor = await aStaffMember(t.db, chain.strategy, 'editor')
  const text = { nb: 'De ber om noen å ringe: {s1}.' }
  const quoting = await aFinding(t.db, chain.round, { position: 2, text, publishedAt: new Date() })
  await aCitation(t.db, quoting, only(chain.sent.answers), quote)
  const { reportId } = done(await askReport(editor, chain.round.id, { ...pdf, ...own, key: v7() }))
  return { ...chain, editor, reportId }
}

async function made(own: Parameters<typeof asked>[0] = {}) {
  const report = await asked(own)
  await makeWaitingReports(working)
  return { ...report, act: { key: v7(), report: report.reportId } }
}

const rowOf = async (id: string) => (await t.db.select().from(reports).where(eq(reports.id, id)))[0]

async function published(own: Parameters<typeof asked>[0] = {}) {
  const report = await made(own)
  done(await publishReport(report.editor, report.round.id, report.act))
  return report
}

async function fetched(reportId: string, headers: Record<string, string> = {}) {
  const file = await findPublishedReport(reportId)
  if (!file) return null
  return handOutReport(new Request('http://x/reports/1', { headers }), file, { forStaff: false })
}

async function saidBy(reportId: string) {
  const response = await fetched(reportId)
  const { elements } = await readTagged(Buffer.from((await response?.arrayBuffer()) ?? new ArrayBuffer(0)))
  return elements.map(({ text }) => text).join('\n')
}

test('a report that is asked for is made, kept under its sum, and says what anyone reads of the round', async () => {
  const { reportId, round } = await made()
  const row = await rowOf(reportId)
  expect(row).toMatchObject({ problem: null, done: row?.steps, finishedAt: expect.any(Date) })
  expect(row?.steps).toBeGreaterThan(5)
  const file = await findReportFile(round.id, reportId)
  if (!file) throw new Error('no file')
  const response = await handOutReport(new Request('http://x/'), file, { forStaff: true })
  const bytes = Buffer.from(await response.arrayBuffer())
  expect([createHash('sha256').update(bytes).digest('hex'), bytes.length]).toEqual([row?.sha256, row?.size])
  const { elements } = await readTagged(bytes)
  const words = elements.map(({ text }) => text)
  for (const said of ['Det vi hørte', 'De vil ha noen å ringe.', 'Fulgt', 'Vi er enige.'])
    expect(
      words.some((text) => text.includes(said)),
      said,
    ).toBe(true)
  const after = /^Nå \(.*\): Kommunene får hjelp av en fast kontaktperson\.$/
  expect(words.some((text) => after.test(text))).toBe(true)
  expect(words.filter((text) => text === 'Kommuner: Tindås kommune')).toHaveLength(2)
})

test('what is not published is in the draft only, and the draft cannot be published', async () => {
  const chain = await aChain(t.db)
  const editor = await aStaffMember(t.db, chain.strategy, 'editor')
  await aFinding(t.db, chain.round, { slug: 'kladd', position: 2, title: { nb: 'Bare for oss' } })
  const ask = (scope: 'published' | 'draft') =>
    askReport(editor, chain.round.id, { ...pdf, scope, key: v7() })
  const [open, draft] = [done(await ask('published')), done(await ask('draft'))]
  await makeWaitingReports(working)
  const saying = async (id: string) => {
    const file = await findReportFile(chain.round.id, id)
    if (!file) throw new Error('no file')
    const response = await handOutReport(new Request('http://x/'), file, { forStaff: true })
    return JSON.stringify(await readTagged(Buffer.from(await response.arrayBuffer())))
  }
  expect(await saying(open.reportId)).not.toContain('Bare for oss')
  expect(await saying(draft.reportId)).toContain('Bare for oss')
  const act = { key: v7(), report: draft.reportId }
  expect(await publishReport(editor, chain.round.id, act)).toEqual({ refusal: 'is-draft' })
})

test('behind the number of each theme stand its senders, by name where their input is published', async () => {
  const chain = await aChain(t.db)
  const editor = await aStaffMember(t.db, chain.strategy, 'editor')
  const quiet = await chain.send('Stilleby kommune')
  const open = await chain.send('Ropeby kommune')
  const mute = await chain.send('Utenfor kommune')
  await Promise.all([open.publish(), mute.publish()])
  for (const { passages } of [quiet, open]) if (passages[0]) await chain.tag(passages[0])
  const lines = async (scope: 'published' | 'draft') => {
    const { reportId } = done(await askReport(editor, chain.round.id, { ...pdf, scope, key: v7() }))
    await makeWaitingReports(working)
    const file = await findReportFile(chain.round.id, reportId)
    if (!file) throw new Error('no file')
    const response = await handOutReport(new Request('http://x/'), file, { forStaff: true })
    const { elements } = await readTagged(Buffer.from(await response.arrayBuffer()))
    return elements.flatMap(({ text }) => (/Hjelp \(3\)/.test(text) ? [text.replace(/\s+/g, ' ')] : []))
  }
  const told = 'Hjelp (3) Kommuner: Ropeby kommune og Tindås kommune. Uten navn: 1.'
  for (const scope of ['published', 'draft'] as const)
    expect(await lines(scope)).toEqual([expect.stringContaining(told)])
})

test('asked for twice with one key it is one report; with another choice it is another', async () => {
  const { editor, round } = await asked()
  const key = v7()
  const ask = (lang: 'nb' | 'nn') => askReport(editor, round.id, { ...pdf, lang, key })
  const [one, two, other] = [await ask('nb'), await ask('nb'), await ask('nn')]
  expect(one).toEqual(two)
  expect(other).not.toEqual(one)
  expect(await listReports(round.id)).toHaveLength(3)
})

test('a worker that is stopped leaves the report to the next, which makes it once', async () => {
  const { reportId } = await asked()
  const stop = new AbortController()
  stop.abort()
  await makeReport(reportId, stop.signal)
  expect(await rowOf(reportId)).toMatchObject({ finishedAt: null, sha256: null })
  await Promise.all([makeReport(reportId), makeReport(reportId)])
  await makeReport(reportId)
  expect((await rowOf(reportId))?.sha256).toMatch(/^[0-9a-f]{64}$/)
  const told = await t.db
    .select({ type: auditEvents.type })
    .from(auditEvents)
    .where(eq(auditEvents.subjectId, reportId))
  expect(told.map(({ type }) => type).sort()).toEqual(['report.asked', 'report.made'])
})

test('a round with nothing published says so, and is not tried again', async () => {
  const chain = await aChain(t.db)
  const editor = await aStaffMember(t.db, chain.strategy, 'editor')
  await t.db.execute(
    `update findings set published_at = null, published_revision = null where round_id = '${chain.round.id}'`,
  )
  const { reportId } = done(await askReport(editor, chain.round.id, { ...pdf, key: v7() }))
  await makeWaitingReports(working)
  expect(await rowOf(reportId)).toMatchObject({
    problem: 'nothing-published',
    sha256: null,
    finishedAt: expect.any(Date),
  })
  const act = { key: v7(), report: reportId }
  expect(await publishReport(editor, chain.round.id, act)).toEqual({ refusal: 'not-made' })
})

test('only who decides asks and publishes; for others the round is not there', async () => {
  const { round, strategy, act } = await made()
  const analyst = await aStaffMember(t.db, strategy, 'analyst')
  const stranger = await aStaffMember(t.db, (await aChain(t.db)).strategy, 'lead')
  expect(await askReport(analyst, round.id, { ...pdf, key: v7() })).toEqual({ refusal: 'forbidden' })
  expect(await publishReport(analyst, round.id, act)).toEqual({ refusal: 'forbidden' })
  expect(await askReport(stranger, round.id, { ...pdf, key: v7() })).toEqual({ refusal: 'not-found' })
  expect(await takeReportOff(stranger, round.id, act)).toEqual({ refusal: 'not-found' })
})

test('everyone has a report from when it is published until it is taken off', async () => {
  const { reportId, editor, round, act } = await made()
  expect(await findPublishedReport(reportId)).toBeNull()
  done(await publishReport(editor, round.id, act))
  expect((await fetched(reportId))?.status).toBe(200)
  expect(await listPublishedReports(round.id)).toMatchObject([{ id: reportId, format: 'pdf', lang: 'nb' }])
  done(await takeReportOff(editor, round.id, { ...act, key: v7() }))
  expect(await findPublishedReport(reportId)).toBeNull()
  await t.db.update(rounds).set({ publishedAt: null }).where(eq(rounds.id, round.id))
  expect(await publishReport(editor, round.id, { ...act, key: v7() })).toEqual({
    refusal: 'round-not-published',
  })
})

test('once somebody withdraws or something is masked, no report made before that is handed to anybody else', async () => {
  const [withdrawn, masked] = [await published(), await published()]
  for (const { reportId } of [withdrawn, masked]) expect(await saidBy(reportId)).toContain(`«${quote}»`)
  await t.db.update(inputs).set({ withdrawnAt: new Date() }).where(eq(inputs.id, withdrawn.sent.input.id))
  await t.db.insert(inputMasks).values({
    ...{ strategyId: masked.strategy.id, versionId: masked.sent.version.id, startCp: 0, endCp: 2 },
    ...{ answerId: masked.sent.answers[0]?.id ?? '', legalBasis: 'personal-data', reason: 'Navn' },
    ...{ maskedAt: new Date(), maskedBy: masked.reader },
  })
  for (const { reportId, round, editor, act } of [withdrawn, masked]) {
    expect(await findPublishedReport(reportId)).toBeNull()
    expect(await listPublishedReports(round.id)).toEqual([])
    expect(await listReports(round.id)).toMatchObject([{ outdated: true }])
    done(await takeReportOff(editor, round.id, { ...act, key: v7() }))
    expect(await publishReport(editor, round.id, { ...act, key: v7() })).toEqual({ refusal: 'outdated' })
    // Made anew it is for everybody again.
    const again = done(await askReport(editor, round.id, { ...pdf, key: v7() }))
    await makeWaitingReports(working)
    done(await publishReport(editor, round.id, { key: v7(), report: again.reportId }))
    const words = await saidBy(again.reportId)
    expect(words.includes(`«${quote}»`)).toBe(round.id === masked.round.id)
  }
})

test('a download that was broken off goes on where it was, and begins anew when it is another file', async () => {
  const { reportId } = await published({ format: 'docx', lang: 'nn' })
  const whole = await fetched(reportId)
  const bytes = Buffer.from((await whole?.arrayBuffer()) ?? new ArrayBuffer(0))
  const tag = whole?.headers.get('ETag') ?? ''
  expect(whole?.headers.get('Content-Length')).toBe(String(bytes.length))
  expect(whole?.headers.get('Accept-Ranges')).toBe('bytes')
  expect(whole?.headers.get('Content-Type')).toContain('wordprocessingml')
  expect(decodeURIComponent(whole?.headers.get('Content-Disposition') ?? '')).toMatch(
    /^attachment; filename="Oppsummering av runde 1 - .*\.docx"; filename\*=UTF-8''Oppsummering av runde 1 – .* \(nynorsk\)\.docx$/,
  )
  const half = Math.floor(bytes.length / 2)
  const rest = await fetched(reportId, { Range: `bytes=${half}-`, 'If-Range': tag })
  expect([rest?.status, rest?.headers.get('Content-Range')]).toEqual([
    206,
    `bytes ${half}-${bytes.length - 1}/${bytes.length}`,
  ])
  const tail = Buffer.from((await rest?.arrayBuffer()) ?? new ArrayBuffer(0))
  expect(Buffer.concat([bytes.subarray(0, half), tail]).equals(bytes)).toBe(true)
  const few = await fetched(reportId, { Range: 'bytes=5-9' })
  expect(Buffer.from((await few?.arrayBuffer()) ?? new ArrayBuffer(0)).equals(bytes.subarray(5, 10))).toBe(
    true,
  )
  const other = await fetched(reportId, { Range: `bytes=${half}-`, 'If-Range': '"en annen"' })
  expect([other?.status, (await other?.arrayBuffer())?.byteLength]).toEqual([200, bytes.length])
  const beyond = await fetched(reportId, { Range: `bytes=${bytes.length}-` })
  expect([beyond?.status, beyond?.headers.get('Content-Range')]).toEqual([416, `bytes */${bytes.length}`])
  expect((await fetched(reportId, { 'If-None-Match': tag }))?.status).toBe(304)
})

test('of two with the same content the bytes are kept once, and one whose bytes are gone is not found', async () => {
  const { reportId, round } = await published()
  const file = await findPublishedReport(reportId)
  if (!file) throw new Error('no file')
  expect((await storage.kept()).filter((name) => name === file.sha256)).toHaveLength(1)
  const lost = { ...file, sha256: '0'.repeat(64) }
  const refused = await handOutReport(new Request('http://x/'), lost, { forStaff: false }).catch(
    (error) => error,
  )
  expect([refused.status, round.id !== '']).toEqual([404, true])
})

test('reports of different rounds do not find each other', async () => {
  const [one, other] = [await made(), await made()]
  expect(await findReportFile(other.round.id, one.reportId)).toBeNull()
  expect(await publishReport(other.editor, other.round.id, { key: v7(), report: one.reportId })).toEqual({
    refusal: 'not-found',
  })
  const rows = await t.db
    .select()
    .from(reports)
    .where(inArray(reports.id, [one.reportId, other.reportId]))
  expect(rows.map(({ publishedAt }) => publishedAt)).toEqual([null, null])
})
