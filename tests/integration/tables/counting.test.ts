import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { countTable, listSenders } from '#app/features/tables/counting.server.ts'
import { layoutOf, type Subject } from '#app/features/tables/subject.ts'
import { ALL, hasCell, numberIn, tableOf } from '#app/features/tables/table.ts'
import { listAskedQuestions, listThemes } from '#app/features/tables/tables.server.ts'
import { osloDate } from '#app/platform/oslo-time.ts'
import { appDatabase } from '#tests/setup/app-database.ts'
import type { TestDatabase } from '#tests/setup/database.ts'
import { madeSenders, writeRound } from './made-round.ts'
import { readPlainly } from './plain-reading.ts'

let t: TestDatabase

beforeAll(async () => {
  t = await appDatabase()
})
afterAll(() => t.end())

/** Every table of a round, with what it is of. */
async function subjectsOf(round: { id: string; strategyId: string; opensAt: Date }): Promise<Subject[]> {
  const questions = await listAskedQuestions(round.id)
  const themes = await listThemes(round.strategyId)
  const counties = [
    { number: '03', name: 'Innfjord' },
    { number: '50', name: 'Utfjord' },
  ]
  return [
    { kind: 'received' },
    { kind: 'counties', counties, day: osloDate(round.opensAt) },
    { kind: 'questions', questions },
    ...questions.flatMap((question): Subject[] => [
      { kind: 'question', question },
      { kind: 'question-positions', question },
    ]),
    { kind: 'themes', themes },
    { kind: 'positions', themes },
    ...themes.map((theme): Subject => ({ kind: 'theme-positions', theme })),
  ]
}

test('every number is the one that reading sender by sender gives, and its list is as long', async () => {
  await fc.assert(
    fc.asyncProperty(madeSenders, async (made) => {
      const { round } = await writeRound(t.db, made)
      const place = { roundId: round.id, strategyId: round.strategyId }
      for (const subject of await subjectsOf(round)) {
        const plain = await readPlainly(t.db, subject, round)
        const { counts } = await countTable(subject, place)
        const counted = new Map(counts.map(({ row, column, senders }) => [`${row}|${column}`, senders]))
        const expected = new Map([...plain].map(([cell, senders]) => [cell, senders.length]))
        expect([subject.kind, sorted(counted)]).toEqual([subject.kind, sorted(expected)])
      }
    }),
    { numRuns: 25 },
  )
}, 300_000)

const sorted = (cells: Map<string, number>) => [...cells].sort(([one], [other]) => (one < other ? -1 : 1))

test('the list behind a number is those senders and no others, in the lines that sum up as well', async () => {
  await fc.assert(
    fc.asyncProperty(madeSenders, async (made) => {
      const { round } = await writeRound(t.db, made)
      const place = { roundId: round.id, strategyId: round.strategyId }
      for (const subject of await subjectsOf(round)) {
        const plain = await readPlainly(t.db, subject, round)
        const table = tableOf(layoutOf(subject), (await countTable(subject, place)).counts)
        for (const { key: row } of table.rows)
          for (const { key: column } of table.columns) {
            const { senders, total } = await listSenders(subject, place, { row, column, page: 1, size: 500 })
            const there = [...plain].flatMap(([cell, keys]) => {
              const [inRow, inColumn] = cell.split('|')
              return (row === ALL || row === inRow) && (column === ALL || column === inColumn) ? keys : []
            })
            expect(hasCell(table, row, column)).toBe(true)
            expect(senders.map(({ key }) => key).sort()).toEqual([...new Set(there)].sort())
            expect([total, senders.length]).toEqual([
              numberIn(table, row, column),
              numberIn(table, row, column),
            ])
          }
      }
    }),
    { numRuns: 3 },
  )
}, 300_000)
