import fc from 'fast-check'
import { expect, test } from 'vitest'
import { docFromPlainText } from '#app/platform/rich-text/plain-text.ts'
import {
  digestPayload,
  groupedHash,
  isReceiptNumber,
  openReceiptPayload,
  type ReceiptSubject,
  receiptFormat,
  receiptNumber,
  receiptPayload,
} from './receipt.ts'

const version: ReceiptSubject = {
  receiptNumber: '2026-000417',
  roundId: 'r-1',
  inputId: 'i-1',
  number: 1,
  kind: 'administrative',
  senderName: 'Fjellvik kommune',
  senderKind: 'municipality',
  senderNumber: '971032146',
  submittedAt: new Date('2026-09-15T10:00:00Z'),
  answers: [
    { questionId: 'a', body: docFromPlainText('Vi støtter utkastet.'), choice: null },
    { questionId: 'b', body: null, choice: 'no-opinion' },
  ],
}

test('a receipt number is the year and six digits, more when they run out', () => {
  expect(receiptNumber(new Date('2026-09-11T12:00Z'), 417)).toBe('2026-000417')
  expect(receiptNumber(new Date('2026-12-31T23:30Z'), 1_234_567)).toBe('2027-1234567')
  expect(isReceiptNumber('2026-000417')).toBe(true)
  for (const text of ['2026-417', '26-000417', '2026-000417 ', '', "2026-000417'--"]) {
    expect(isReceiptNumber(text)).toBe(false)
  }
})

test('the payload is the same text every time, in this exact form', () => {
  expect(receiptPayload({ ...version, answers: version.answers.slice(1) })).toBe(
    '{"answers":[{"body":null,"choice":"no-opinion","questionId":"b"}],"format":"receipt/1","inputId":"i-1",' +
      '"kind":"administrative","number":1,"receiptNumber":"2026-000417","roundId":"r-1",' +
      '"sender":{"kind":"municipality","name":"Fjellvik kommune","number":"971032146"},' +
      '"submittedAt":"2026-09-15T10:00:00.000Z"}',
  )
})

function keysReversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(keysReversed)
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, keysReversed(inner)]),
  )
}

test('that there are no remarks is part of what was received, and silence about it changes no earlier sum', () => {
  expect(receiptPayload({ ...version, noRemarks: false })).toBe(receiptPayload(version))
  expect(receiptPayload({ ...version, noRemarks: true })).toContain('"noRemarks":true')
})

test('the order of keys and answers does not change the payload', () => {
  const reordered = { ...(keysReversed(version) as ReceiptSubject), answers: [...version.answers].reverse() }
  expect(receiptPayload(reordered)).toBe(receiptPayload(version))
  fc.assert(
    fc.property(fc.jsonValue(), (json) => {
      const given = { ...version, answers: [{ questionId: 'a', body: json as never, choice: null }] }
      const stored = JSON.parse(JSON.stringify(json))
      const other = {
        ...version,
        answers: [{ questionId: 'a', body: keysReversed(stored) as never, choice: null }],
      }
      expect(receiptPayload(other)).toBe(receiptPayload(given))
    }),
  )
})

test('two ways of writing the same letter give one payload', () => {
  const composed = { ...version, senderName: 'Å kommune' }
  const decomposed = { ...version, senderName: 'A\u030A kommune' }
  expect(receiptPayload(decomposed)).toBe(receiptPayload(composed))
})

test('any change of what was received changes the payload', () => {
  const changes: Partial<ReceiptSubject>[] = [
    { receiptNumber: '2026-000418' },
    { number: 2 },
    { kind: 'correction' },
    { senderName: 'Fjellvik' },
    { senderNumber: null },
    { submittedAt: new Date('2026-09-15T10:00:00.001Z') },
    { answers: version.answers.slice(1) },
    { answers: [{ questionId: 'a', body: docFromPlainText('Vi støtter ikke utkastet.'), choice: null }] },
    { answers: [{ questionId: 'b', body: null, choice: null }] },
  ]
  const payloads = new Set(changes.map((change) => receiptPayload({ ...version, ...change })))
  expect(payloads.size).toBe(changes.length)
  expect(payloads.has(receiptPayload(version))).toBe(false)
})

test('a hash is shown in groups of four', () => {
  expect(groupedHash('0123456789abcdef')).toBe('0123 4567 89ab cdef')
  expect(groupedHash('')).toBe('')
})

const sealedVersion: ReceiptSubject = {
  ...version,
  handling: { adopted: { level: 'council', body: 'Kommunestyret', on: '2026-05-12', caseNumber: '26/118' } },
  answers: version.answers.map((answer, at) => ({ ...answer, digest: `d${2 - at}` })),
  attachments: ['f2', 'f1'],
}

test('what has digests is said by them, sorted, with the files and the handling, in this exact form', () => {
  expect(receiptPayload(sealedVersion)).toBe(
    '{"answers":["d1","d2"],"attachments":["f1","f2"],"format":"receipt/2","handling":{"adopted":{"body":' +
      '"Kommunestyret","caseNumber":"26/118","level":"council","on":"2026-05-12"}},"inputId":"i-1",' +
      '"kind":"administrative","number":1,"receiptNumber":"2026-000417","roundId":"r-1",' +
      '"sender":{"kind":"municipality","name":"Fjellvik kommune","number":"971032146"},' +
      '"submittedAt":"2026-09-15T10:00:00.000Z"}',
  )
})

test('what says nothing that the first format cannot say stays in it', () => {
  expect(receiptFormat(version)).toBe('receipt/1')
  expect(receiptFormat({ answers: [] })).toBe('receipt/1')
  expect(receiptFormat(sealedVersion)).toBe('receipt/2')
  expect(receiptFormat({ answers: [], attachments: ['f1'] })).toBe('receipt/2')
  expect(receiptFormat({ answers: [], naming: 'hidden' })).toBe('receipt/2')
})

test('the text with its places left open gives the same text when they are filled', () => {
  const texts = fc.record({
    senderName: fc.string(),
    body: fc.string(),
    answers: fc.boolean(),
    files: fc.boolean(),
  })
  fc.assert(
    fc.property(texts, ({ senderName, body, answers, files }) => {
      const handling = { planned: { body } }
      const subject = { ...sealedVersion, senderName, handling, naming: null, noRemarks: false }
      const whole = {
        ...subject,
        answers: answers ? subject.answers : [],
        attachments: files ? subject.attachments : [],
      }
      const open = openReceiptPayload(subject, { answers, files }, '01a20444-72bb-76ff-a52e-7dce428650b0')
      const filled = [
        ...[open.beforeAnswers, answers ? '"d1","d2"' : '', open.beforeFiles, files ? '"f1","f2"' : ''],
        ...[open.beforeNumber, version.receiptNumber, open.beforeMoment],
        ...[version.submittedAt.toISOString(), open.afterMoment],
      ]
      expect(filled.join('')).toBe(receiptPayload(whole))
    }),
  )
})

test('a digest leaves out what is not said, and nothing that is', () => {
  const body = docFromPlainText('Ja.')
  const said = { questionId: 'q', body, choice: null, data: null, importance: null }
  expect(digestPayload(said)).toBe(digestPayload({ questionId: 'q', body }))
  const others = [{ importance: 1 }, { data: [] }, { choice: '' }, { questionId: null, paragraphId: 'q' }]
  const payloads = new Set(others.map((other) => digestPayload({ ...said, ...other })))
  expect(payloads.size).toBe(others.length)
  expect(payloads.has(digestPayload(said))).toBe(false)
})
