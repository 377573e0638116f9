import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { afterAll, expect, test } from 'vitest'
import type { Actor } from '#app/features/identity/actor.ts'
import type { Mapping } from '#app/features/inputs/import-mapping.ts'
import { registerWaitingTables } from '#app/features/inputs/import-running.server.ts'
import {
  askForRows,
  findInputImport,
  mapTable,
  storeTable,
} from '#app/features/inputs/input-imports.server.ts'
import { receiveFile } from '#app/platform/files/receiving.server.ts'
import { fileStorage } from '#app/platform/files/storage.server.ts'
import { isRefusal } from '#app/platform/refusal.ts'
import { inputVersions } from '#db/schema/index.ts'
import { anOrganisation, aStaffMember, unique } from '#tests/factories/people.ts'
import { aQuestionnaire, aRound, aStrategy } from '#tests/factories/strategies.ts'
import { appDatabase } from '#tests/setup/app-database.ts'
import { aStorage } from './uploading.ts'

const t = await appDatabase()
const { root } = await aStorage()
afterAll(() => t.end())

const mapping = (...columns: Mapping['columns']): Mapping => ({
  ...{
    columns,
    kind: 'organisation' as const,
    channel: 'letter' as const,
    received: '',
    lang: 'nb' as const,
  },
})

async function aRoom() {
  const strategy = await aStrategy(t.db)
  const round = await aRound(t.db, { strategy })
  const questions = await aQuestionnaire(t.db, round)
  return { round, questions, editor: await aStaffMember(t.db, strategy, 'editor') }
}

async function stored(actor: Actor, roundId: string, text: string): Promise<string> {
  const { incoming: folder } = fileStorage()
  const file = await receiveFile(
    'svar.csv',
    (async function* () {
      yield Buffer.from(text)
    })(),
    { folder, largest: 50_000_000 },
  )
  if (isRefusal(file)) throw new Error(file.refusal)
  const outcome = await storeTable(actor, roundId, file, v7())
  await file.discard()
  if ('refusal' in outcome) throw new Error(outcome.refusal)
  return outcome.importId
}

async function found(roundId: string, importId: string) {
  const one = await findInputImport(roundId, importId)
  if (isRefusal(one)) throw new Error(one.refusal)
  return one
}

async function asked(actor: Actor, roundId: string, text: string, columns: Mapping, skipBad = false) {
  const importId = await stored(actor, roundId, text)
  expect(await mapTable(actor, roundId, importId, columns)).toEqual({ importId })
  expect(await askForRows(actor, roundId, importId, { key: v7(), skipBad })).toEqual({ importId })
  return importId
}

const running = async () => {
  const errors: unknown[] = []
  const onError = (error: unknown) => errors.push(error)
  await registerWaitingTables({ signal: new AbortController().signal, onError }, 10)
  return errors
}
const versionsIn = (roundId: string) =>
  t.db.select().from(inputVersions).where(eq(inputVersions.roundId, roundId))

const rowsOf = (many: number) => {
  const run = unique()
  return `Navn;Tekst\n${Array.from({ length: many }, (_, at) => `Lag ${run} ${at};Vi mener ${at}.`).join('\n')}`
}

test('killed in the middle and taken up again, each row is registered once', async () => {
  const { round, editor } = await aRoom()
  const importId = await asked(editor, round.id, rowsOf(35), mapping('sender', 'text'))
  // The worker dies in the third of four steps: what that step had written goes with it.
  await t.sql`create or replace function stop_at_25() returns trigger language plpgsql as
    $$ begin if new.done_rows > 25 then raise exception 'killed'; end if; return new; end $$`
  await t.sql`create trigger stop_at_25 before update on input_imports for each row execute function stop_at_25()`
  expect(await running()).toHaveLength(1)
  expect(await found(round.id, importId)).toMatchObject({ doneRows: 20, registered: 20, finishedAt: null })
  expect(await versionsIn(round.id)).toHaveLength(20)
  await t.sql`drop trigger stop_at_25 on input_imports`
  expect(await Promise.all([running(), running()])).toEqual([[], []])
  const done = await found(round.id, importId)
  expect(done).toMatchObject({ doneRows: 35, registered: 35, skipped: 0 })
  expect(done.finishedAt).not.toBeNull()
  const versions = await versionsIn(round.id)
  expect(new Set(versions.map(({ externalId }) => externalId)).size).toBe(35)
  expect(versions).toHaveLength(35)
  expect(versions[0]).toMatchObject({ kind: 'registered', channel: 'letter', submittedBy: editor.personId })
})

test('the same file brought in again finds every row there already', async () => {
  const { round, editor } = await aRoom()
  const text = rowsOf(3)
  await asked(editor, round.id, text, mapping('sender', 'text'))
  await running()
  const again = await stored(editor, round.id, text)
  await mapTable(editor, round.id, again, mapping('sender', 'text'))
  expect((await found(round.id, again)).mapping).toMatchObject({ ready: 0, alreadyThere: 3, badRows: 0 })
  expect(await askForRows(editor, round.id, again, { key: v7(), skipBad: false })).toEqual({
    refusal: 'nothing-to-register',
  })
  expect(await versionsIn(round.id)).toHaveLength(3)
})

test('what is wrong is told by row and column, and bad rows are left out only when somebody says so', async () => {
  const { round, questions, editor } = await aRoom()
  const name = `Tvillingvik ${unique()} kommune`
  await anOrganisation(t.db, { name })
  await anOrganisation(t.db, { name })
  const lines = [
    'Navn;Dato;Tekst;Støtte',
    'Laget;19.5.2025;Ja.;ja',
    `${name};;Ja.;`,
    'Lag to;32.5.2025;Ja.;kanskje',
    '',
    ';;Hei;',
  ]
  const choice = questions.find(({ kind }) => kind === 'single-choice')
  const columns = mapping('sender', 'received', 'text', `question:${choice?.id ?? ''}`)
  const importId = await stored(editor, round.id, lines.join('\n'))
  const asOther = { ...columns, kind: null }
  await mapTable(editor, round.id, importId, asOther)
  const { problems, problemCount, mapping: checked } = await found(round.id, importId)
  expect(problems?.map(({ row, column, reason }) => [row, column, reason])).toEqual([
    [2, 'A «Navn»', 'kind-missing'],
    [3, 'A «Navn»', 'name-ambiguous'],
    [4, 'B «Dato»', 'received-no-day'],
    [4, 'A «Navn»', 'kind-missing'],
    [4, 'D «Støtte»', 'unknown-choice'],
    [6, 'A «Navn»', 'sender-missing'],
  ])
  expect([problemCount, checked]).toMatchObject([6, { ready: 0, badRows: 4 }])
  await mapTable(editor, round.id, importId, columns)
  expect(await askForRows(editor, round.id, importId, { key: v7(), skipBad: false })).toEqual({
    refusal: 'problems-stand',
  })
  await askForRows(editor, round.id, importId, { key: v7(), skipBad: true })
  expect(await mapTable(editor, round.id, importId, columns)).toEqual({ refusal: 'asked-already' })
  await running()
  expect(await found(round.id, importId)).toMatchObject({ registered: 1, skipped: 3, doneRows: 4 })
})

test('who does not decide for the strategy brings in nothing', async () => {
  const { round, editor } = await aRoom()
  const importId = await stored(editor, round.id, rowsOf(1))
  const stranger = (await aRoom()).editor
  expect(await mapTable(stranger, round.id, importId, mapping('sender', 'text'))).toEqual({
    refusal: 'not-found',
  })
  expect(await askForRows(stranger, round.id, importId, { key: v7(), skipBad: false })).toEqual({
    refusal: 'not-found',
  })
})

test('nothing of a table is left where files come in', async () => {
  const { round, editor } = await aRoom()
  await stored(editor, round.id, rowsOf(2))
  expect(await readdir(path.join(root, 'incoming'))).toEqual([])
})
