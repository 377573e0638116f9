import { parse } from 'csv-parse/sync'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { auditFile } from '#app/features/identity/audit-file.server.ts'
import { auditFilterOf, auditSpanOf } from '#app/features/identity/audit-filter.ts'
import { listAuditEvents, recordExport } from '#app/features/identity/audit-log.server.ts'
import { auditEvents } from '#db/schema/index.ts'
import { anActor } from '#tests/factories/people.ts'
import { aStrategy } from '#tests/factories/strategies.ts'
import { appDatabase } from '#tests/setup/app-database.ts'

const [inputId, versionId] = [v7(), v7()]
let marit: Awaited<ReturnType<typeof anActor>>
let strategy: { id: string }
let t: Awaited<ReturnType<typeof appDatabase>>

beforeAll(async () => {
  t = await appDatabase()
  const { db } = t
  marit = await anActor(db, { name: '=Marit 100% Nes' })
  const kari = await anActor(db, { name: 'Kari Lund' })
  strategy = await aStrategy(db)
  const happened = (at: string, type: string, actorId: string, own: object = {}) => ({
    ...{ id: v7(), at: new Date(at), type, actorId, subjectId: v7() },
    ...own,
  })
  await db.insert(auditEvents).values([
    happened('2026-05-18T21:59:59Z', 'theme.created', marit.personId),
    happened('2026-05-18T22:00:00Z', 'input.submitted', marit.personId, {
      ...{ subjectId: versionId, strategyId: strategy.id, data: { inputId } },
    }),
    happened('2026-05-19T21:59:59Z', 'input.saved', kari.personId, { subjectId: inputId }),
    happened('2026-05-19T22:00:00Z', 'input.withdrawn', kari.personId, { subjectId: inputId }),
  ])
})

afterAll(() => t.end())

const found = async (query: string) => {
  const filter = auditFilterOf(new URLSearchParams(query))
  const span = auditSpanOf(filter)
  if ('problems' in span) throw new Error('no span')
  return { filter, span, types: (await listAuditEvents(filter, span, 1)).events.map(({ type }) => type) }
}

test.each([
  ['kind=input', ['input.withdrawn', 'input.saved', 'input.submitted']],
  ['who=kari', ['input.withdrawn', 'input.saved']],
  ['who=100%25', ['input.submitted', 'theme.created']],
  ['who=10%25_', []],
  ['from=19.5.2026&to=19.5.2026', ['input.saved', 'input.submitted']],
  ['to=18.5.2026', ['theme.created']],
  ['kind=input&who=Marit', ['input.submitted']],
])('looking for «%s» gives what happened then, by them, of that kind, newest first', async (query, types) => {
  expect((await found(query)).types).toEqual(types)
})

test('everything about one input has what happened to its versions, and a strategy what happened in it', async () => {
  expect((await found(`subject=${inputId}`)).types).toEqual([
    'input.withdrawn',
    'input.saved',
    'input.submitted',
  ])
  expect((await found(`strategy=${strategy.id}`)).types).toEqual(['input.submitted'])
})

test('the file has every event once, also at the same moment, and no formula', async () => {
  const at = new Date('2026-06-01T10:00:00Z')
  const many = Array.from({ length: 2_500 }, () => ({
    ...{ id: v7(), at, type: 'passage.tagged', actorId: marit.personId, subjectId: v7() },
  }))
  await t.db.insert(auditEvents).values(many)
  const { filter, span } = await found('kind=passage')
  const text = await new Response(auditFile(filter, span, 'nb')).text()
  const [heading, ...rows] = parse(text, { bom: true, delimiter: ';' }) as string[][]
  expect(heading?.slice(0, 3)).toEqual(['Når', 'Hva', 'Hvem'])
  expect(new Set(rows.map((row) => row.at(-1)))).toEqual(new Set(many.map(({ subjectId }) => subjectId)))
  expect(rows.length).toBe(many.length)
  expect(rows[0]?.slice(1, 3)).toEqual(['Merket et utdrag', "'=Marit 100% Nes"])
})

test('that somebody took the record out is on record', async () => {
  await recordExport(marit)
  expect((await found('kind=audit')).types).toEqual(['audit.exported'])
})
