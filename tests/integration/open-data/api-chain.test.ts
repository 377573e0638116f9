import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { DocumentList, DocumentVersion } from '#app/features/open-data/api-schema-document.ts'
import { Finding, FindingList } from '#app/features/open-data/api-schema-finding.ts'
import { RegisterHistory } from '#app/features/open-data/api-schema-history.ts'
import { Input, InputList } from '#app/features/open-data/api-schema-input.ts'
import { Meeting, MeetingList } from '#app/features/open-data/api-schema-meeting.ts'
import { Round, RoundList, Strategy, StrategyList } from '#app/features/open-data/api-schema-strategy.ts'
import { loader as document } from '#app/routes/api/document.ts'
import { loader as documents } from '#app/routes/api/documents.ts'
import { loader as finding } from '#app/routes/api/finding.ts'
import { loader as findings } from '#app/routes/api/findings.ts'
import { loader as history } from '#app/routes/api/history.ts'
import { loader as input } from '#app/routes/api/input.ts'
import { loader as inputs } from '#app/routes/api/inputs.ts'
import { loader as meeting } from '#app/routes/api/meeting.ts'
import { loader as meetings } from '#app/routes/api/meetings.ts'
import { loader as round } from '#app/routes/api/round.ts'
import { loader as rounds } from '#app/routes/api/rounds.ts'
import { loader as strategies } from '#app/routes/api/strategies.ts'
import { loader as strategy } from '#app/routes/api/strategy.ts'
import { inputs as inputRows, publicAnswers } from '#db/schema/index.ts'
import { aChain, quote, said } from '#tests/factories/chains.ts'
import { aMeeting } from '#tests/factories/meetings.ts'
import { statementsOf } from '#tests/setup/statements.ts'
import { appDatabase } from '../inputs/room.ts'
import { answered, ask } from './asking.ts'

const t = appDatabase()

function at({ strategy, round, finding, sent }: Awaited<ReturnType<typeof aChain>>) {
  const params = {
    ...{ strategy: strategy.slug, round: round.slug, finding: finding.slug, input: sent.input.id },
    ...{ document: 'utkast', version: '2' },
  }
  return {
    params,
    under: `/strategies/${strategy.slug}`,
    of: `/strategies/${strategy.slug}/rounds/${round.slug}`,
  }
}

test('every answer is what its schema says, and asks the database eight times at most', async () => {
  const chain = await aChain(t.db)
  const { slug } = await aMeeting(t.db, chain.strategy)
  const { under, of, ...around } = at(chain)
  const params = { ...around.params, meeting: slug }
  const all = [
    [strategies, '/strategies', StrategyList],
    [strategy, under, Strategy],
    [history, `${under}/history`, RegisterHistory],
    [meetings, `${under}/meetings`, MeetingList],
    [meeting, `${under}/meetings/${params.meeting}`, Meeting],
    [documents, `${under}/documents`, DocumentList],
    [document, `${under}/documents/utkast/2`, DocumentVersion],
    [rounds, `${under}/rounds`, RoundList],
    [round, of, Round],
    [inputs, `${of}/inputs`, InputList],
    [input, `${of}/inputs/${params.input}`, Input],
    [findings, `${of}/findings`, FindingList],
    [finding, `${of}/findings/${params.finding}`, Finding],
  ] as const
  const asked: Record<string, number> = {}
  for (const [loader, path, schema] of all) {
    await ask(loader, path, params)
    const said = await statementsOf(async () => {
      const told = await answered(await ask(loader, path, params), schema)
      expect(told.self).toBe(`http://innspill.test/api/v1${path}`)
      expect(told.licence).toBe('http://publications.europa.eu/resource/authority/licence/NLOD_2_0')
    })
    asked[path] = said.filter((text) => !text.includes('pg_catalog')).length
  }
  expect(Object.entries(asked).filter(([, count]) => count > 8)).toEqual([])
})

test('a finding is told with its whole chain, from the words that were sent to the paragraph they changed', async () => {
  const chain = await aChain(t.db)
  const { params, under, of } = at(chain)
  const told = await answered(await ask(finding, `${of}/findings/${params.finding}`, params), Finding)
  const origin = 'http://innspill.test'
  const api = `${origin}/api/v1`
  const of2 = { document: 'utkast', version: 2, anchor: 'u1.1' }
  expect(told).toMatchObject({
    ...{ slug: 'hjelp', quotes: 1, inputs: 1, of: 1, round: `${api}${of}` },
    citations: [
      {
        ...{ number: 1, mode: 'quote', state: 'shown', words: quote },
        sender: { kind: 'municipality', name: 'Tindås kommune' },
        saidTo: { kind: 'question', position: 1 },
        input: { self: `${api}${of}/inputs/${params.input}` },
      },
    ],
    responses: [
      {
        citation: null,
        changes: [
          {
            kind: 'changed',
            before: { text: { nb: 'Kommunene får hjelp.' }, self: `${api}${under}/documents/utkast/1` },
            after: {
              paragraph: of2,
              text: { nb: 'Kommunene får hjelp av en fast kontaktperson.' },
              pages: { sv: `${origin}/sv${under}/documents/utkast/2#avsnitt-u1.1` },
            },
          },
        ],
      },
    ],
    passages: { page: 1, next: null },
  })
  expect(told.passages.items.filter(({ cited }) => cited)).toMatchObject([
    { sender: { name: 'Tindås kommune' }, input: { self: `${api}${of}/inputs/${params.input}` } },
  ])
})

test('an input is told with its public text and nothing of what is masked, in no place', async () => {
  const chain = await aChain(t.db)
  const { params, of } = at(chain)
  const whole = await answered(await ask(input, `${of}/inputs/${params.input}`, params), Input)
  expect(whole.versions).toMatchObject([{ answers: [{ text: said, question: { position: 1 }, masks: [] }] }])
  const hidden = '[skjermet]'
  const body = {
    type: 'doc' as const,
    content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: hidden }] }],
  }
  const end = [...said].length
  await t.db
    .update(publicAnswers)
    .set({
      ...{ text: hidden, body },
      masks: [
        { startCp: 0, endCp: end, publicStartCp: 0, publicEndCp: hidden.length, legalBasis: 'offl. § 13' },
      ],
    })
    .where(eq(publicAnswers.versionId, chain.sent.version.id))
  const masked = await answered(await ask(input, `${of}/inputs/${params.input}`, params), Input)
  expect(masked.versions).toMatchObject([{ answers: [{ text: hidden, masks: [{ count: 1 }] }] }])
  const places = [
    [inputs, `${of}/inputs`],
    [input, `${of}/inputs/${params.input}`],
    [findings, `${of}/findings`],
    [finding, `${of}/findings/${params.finding}`],
  ] as const
  for (const [loader, path] of places) {
    const text = await (await ask(loader, path, params)).text()
    expect(text, path).not.toContain('kontaktperson i kommunen')
    expect(text, path).not.toContain('Fristen er for kort')
  }
})

test('what was withdrawn is in no list, and its address says when, not what', async () => {
  const chain = await aChain(t.db)
  const { params, of } = at(chain)
  await t.db
    .update(inputRows)
    .set({ withdrawnAt: new Date('2026-03-01T11:00:00Z') })
    .where(eq(inputRows.id, params.input))
  expect(await answered(await ask(inputs, `${of}/inputs`, params), InputList)).toMatchObject({
    ...{ total: 0, items: [] },
  })
  const gone = await ask(input, `${of}/inputs/${params.input}`, params)
  expect([gone.status, gone.headers.get('Content-Type')]).toEqual([
    410,
    'application/problem+json; charset=utf-8',
  ])
  const text = await gone.text()
  expect(text).toContain('withdrew this input on 2026-03-01')
  expect(text).not.toContain('Tindås')
  const told = await answered(await ask(finding, `${of}/findings/${params.finding}`, params), Finding)
  expect(told).toMatchObject({
    quotes: 0,
    citations: [{ state: 'withdrawn', words: null, sender: null }],
    passages: { total: 0 },
  })
})
