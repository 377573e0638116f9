import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { expect, test } from 'vitest'
import { readLetterFile } from '#app/commands/import/letter-file.server.ts'
import { faultSentence } from '#app/commands/import/report.ts'
import { isRefusal } from '#app/platform/refusal.ts'
import { aFile, aLine } from './letter-box.ts'

async function reading(content: readonly unknown[] | string | Buffer) {
  const file = await readLetterFile(aFile(content))
  if (isRefusal(file)) throw new Error(file.refusal)
  return { ...file, faults: file.faults.map(faultSentence) }
}
const json = (own: Record<string, unknown> = {}) => JSON.stringify(aLine(own))

test('a byte order mark, blank lines, CRLF and a missing last line end are tolerated', async () => {
  const { lines, letters, faults } = await reading(`\ufeff${json()}\r\n\r\n  \n${json()}`)
  expect([lines, letters.map(({ line }) => line), faults]).toEqual([2, [1, 4], []])
})

test('a line that is not UTF-8, not JSON or too long is named, and reading goes on', async () => {
  const { letters, faults } = await reading(
    Buffer.concat([
      Buffer.from('{"text": "bl\u00e5b\u00e6r"}\n', 'latin1'),
      Buffer.from('{"id": \n'),
      Buffer.from(`${'x'.repeat(1_000_001)}\n`),
      Buffer.from(`${json()}\n`),
    ]),
  )
  expect(faults).toEqual(['line 1: not UTF-8', 'line 2: not JSON', 'line 3: longer than 1 MB'])
  expect(letters.map(({ line }) => line)).toEqual([4])
})

test('letters split by the edges of what is read at a time are whole', async () => {
  const lines = Array.from({ length: 12 }, (_, at) => aLine({ text: 'blåbær '.repeat(5_000 + 700 * at) }))
  const { letters, faults } = await reading(lines)
  expect(faults).toEqual([])
  expect(letters.map(({ letter }) => letter.text)).toEqual(lines.map(({ text }) => text))
})

test('an id is used once in a file, also when its first line is bad', async () => {
  const { letters, faults } = await reading([aLine({ id: 'a', date: 'x' }), aLine({ id: 'a' })])
  expect(letters).toHaveLength(0)
  expect(faults).toEqual([
    'line 1, date: not a day, a year or empty ("x")',
    'line 2, id: used before, on line 1',
  ])
})

test('what a bad line held is shown short and cannot command a terminal', async () => {
  const { faults } = await reading([aLine({ lang: `\u001b[31m\u009b\u202e${'å'.repeat(100)}` })])
  expect(faults[0]).toMatch(/^line 1, lang: not nb, nn, en, sv, fi or se \(".{20,60}…"\)$/)
  expect(faults[0]).not.toMatch(/[\p{Cc}\u202e]/u)
})

test('a file that is not there and a folder are refusals', async () => {
  expect(await readLetterFile('/nowhere/letters.jsonl')).toEqual({ refusal: 'no-such-file' })
  expect(await readLetterFile(tmpdir())).toEqual({ refusal: 'file-not-readable' })
})

test('a command line that is not understood says how it is used and exits with 2', () => {
  for (const args of [
    [],
    ['letters.jsonl'],
    ['a.jsonl', 'b.jsonl', '--round', 'x'],
    ['a.jsonl', '--rond', 'x'],
  ]) {
    const command = ['--import', 'tsx', 'app/commands/import-inputs.ts', ...args]
    const { status, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8' })
    expect([status, stderr.includes('npm run import:inputs -- FILE.jsonl --round SLUG')]).toEqual([2, true])
  }
})
