import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { drawReceipt } from '#app/features/inputs/receipt-pdf.server.ts'
import { findReceipt } from '#app/features/inputs/receipts.server.ts'
import { submitInput } from '#app/features/inputs/submission.server.ts'
import { action, loader } from '#app/routes/public/receipt-check.tsx'
import { appDatabase, aReadyDraft } from '../inputs/room.ts'

const t = appDatabase()

async function aReceipt() {
  const { submitter, input, organisation } = await aReadyDraft(t.db)
  const outcome = await submitInput(submitter, input.id, v7())
  if ('refusal' in outcome) throw new Error(outcome.refusal)
  const receipt = await findReceipt(submitter, organisation.slug, input.id, null)
  if (!receipt) throw new Error('No receipt')
  return { receipt, number: receipt.version.receiptNumber, sum: receipt.version.contentHash }
}

async function check(fields: Record<string, string>, context = {}) {
  const request = new Request('http://x/check', { method: 'POST', body: new URLSearchParams(fields) })
  const { data, init } = await action({ request, params: {}, context: context as never })
  return { status: init?.status ?? 200, ...data }
}

test('number and sum that belong together are told what was received and when, and nothing of what it says', async () => {
  const { number, sum, receipt } = await aReceipt()
  const { status, checked } = await check({ number: ` ${number} `, sum: sum.toUpperCase() })
  expect(status).toBe(200)
  expect(checked).toMatchObject({ intact: true, receiptNumber: number, number: 1 })
  expect(checked?.submittedAt).toEqual(receipt.version.submittedAt)
  expect(JSON.stringify(checked)).not.toContain('Bistanden')
  expect(JSON.stringify(checked)).not.toContain(receipt.version.senderName)
})

test('what was altered behind our back no longer gives the sum of the receipt', async () => {
  const { number, sum, receipt } = await aReceipt()
  await t.sql`alter table answers disable trigger answers_append_only`
  await t.sql`update answers set body = '{"type":"doc","content":[{"type":"paragraph"}]}' where version_id = ${receipt.version.id}`
  await t.sql`alter table answers enable trigger answers_append_only`
  expect((await check({ number, sum })).checked).toMatchObject({ intact: false })
})

test('a number nobody has and a sum that is another one are answered alike', async () => {
  const { number, sum } = await aReceipt()
  const other = await aReceipt()
  const wrongSum = await check({ number, sum: other.sum })
  const noNumber = await check({ number: '1999-000001', sum })
  expect(wrongSum.problems).toEqual(noNumber.problems)
  expect([wrongSum.status, noNumber.status]).toEqual([422, 422])
})

test('what is no number or no sum is said by its field, and what was typed is kept', async () => {
  for (const typed of ['', '\u0000', '2026', `${'9'.repeat(400)}`, '../../etc']) {
    const { status, problems, typed: kept } = await check({ number: typed, sum: typed })
    expect(status).toBe(422)
    expect(problems.map(({ field }) => field)).toEqual(['number', 'sum'])
    expect(kept.number).toBe(typed)
  }
})

test('who checks very many is asked to wait', async () => {
  const { number, sum } = await aReceipt()
  expect((await check({ number, sum }, { checkFlooded: true })).status).toBe(429)
})

test('the address on the receipt fills in its number, and nothing that is none', async () => {
  const ask = (query: string) =>
    loader({ request: new Request(`http://x/check${query}`), params: {}, context: {} as never })
  expect((await ask('?number=2026-000123')).number).toBe('2026-000123')
  expect((await ask('?number=%3Cscript%3E')).number).toBe('')
})

test('the receipt on paper is a tagged PDF in the language of whoever reads it', async () => {
  const { receipt } = await aReceipt()
  for (const locale of ['nb', 'nn'] as const) {
    const pdf = (await drawReceipt(receipt, locale, 'https://innspill.example')).toString('latin1')
    expect(pdf.startsWith('%PDF-1.7')).toBe(true)
    expect(pdf).toContain(`/Lang (${locale})`)
    expect(pdf).toContain('/Marked true')
    expect(pdf).toContain(`https://innspill.example/check?number=${receipt.version.receiptNumber}`)
  }
})
