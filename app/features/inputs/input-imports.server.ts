import { and, desc, eq } from 'drizzle-orm'
import type { Actor } from '#app/features/identity/actor.ts'
import { decisionRefusal } from '#app/features/strategies/policy.ts'
import { database, databaseNow, type Transaction, tx } from '#app/platform/database.server.ts'
import { record } from '#app/platform/events/record.server.ts'
import type { ReceivedFile } from '#app/platform/files/receiving.server.ts'
import { fileStorage } from '#app/platform/files/storage.server.ts'
import { readTableApart, type TableReadingRefusal } from '#app/platform/files/table-reading.server.ts'
import { keyWith, once } from '#app/platform/http/idempotency.server.ts'
import { isRefusal, type Refused, refuse } from '#app/platform/refusal.ts'
import { cleanLine } from '#app/platform/rich-text/clean-text.ts'
import { inputImports, people, rounds } from '#db/schema/index.ts'
import { importAsked, tableBroughtIn } from './events.ts'
import { checkTable, type TableSummary } from './import-checking.server.ts'
import { type Mapping, mappingProblems } from './import-mapping.ts'
import type { StoredImport } from './import-reading.server.ts'

type Denied = Refused<'not-found' | 'forbidden'>

/** Takes in a table: read once to know its columns and rows, and kept. Nothing is registered before somebody asks for it. */
export async function storeTable(
  actor: Actor,
  roundId: string,
  file: ReceivedFile,
  key: string,
): Promise<{ importId: string } | TableReadingRefusal | Denied> {
  const facts = await readTableApart(file.path, async (facts) => facts)
  if (isRefusal(facts)) return facts
  const { sha256, size: _ } = file
  await fileStorage().keep(file.path, sha256)
  return tx(async (tx) => {
    const [round] = await tx
      .select({ strategyId: rounds.strategyId })
      .from(rounds)
      .where(eq(rounds.id, roundId))
    if (!round) return refuse('not-found')
    const { strategyId } = round
    const refusal = decisionRefusal(actor, strategyId)
    if (refusal) return refuse(refusal)
    return once(tx, actor.personId, keyWith(key, sha256), `table ${roundId}`, async () => {
      const at = await databaseNow(tx)
      const fileName = cleanLine(file.name.split(/[/\\]/).at(-1) ?? '').slice(0, 120) || 'uten navn'
      const [made] = await tx
        .insert(inputImports)
        .values({
          ...{ strategyId, roundId, fileName, sha256, ...facts },
          ...{ uploadedAt: at, uploadedBy: actor.personId },
        })
        .returning({ id: inputImports.id })
      if (!made) throw new Error('The import was not written')
      await record(tx, {
        ...{ kind: tableBroughtIn, actorId: actor.personId, subjectId: made.id, strategyId, at },
        data: { roundId, rows: facts.rowCount, type: facts.type },
      })
      return { importId: made.id }
    })
  })
}

/** The latest tables brought in to a round, and how far each has come. Asks no policy: the caller has found the round. */
export function listInputImports(roundId: string) {
  return database()
    .db.select({
      ...{ id: inputImports.id, fileName: inputImports.fileName, rowCount: inputImports.rowCount },
      ...{ uploadedAt: inputImports.uploadedAt, by: people.name, askedAt: inputImports.askedAt },
      ...{ doneRows: inputImports.doneRows, registered: inputImports.registered },
      ...{ skipped: inputImports.skipped, finishedAt: inputImports.finishedAt },
    })
    .from(inputImports)
    .innerJoin(people, eq(people.id, inputImports.uploadedBy))
    .where(eq(inputImports.roundId, roundId))
    .orderBy(desc(inputImports.uploadedAt))
    .limit(10)
}

export type ListedImport = Awaited<ReturnType<typeof listInputImports>>[number]

/** One table of a round. */
export async function findInputImport(
  roundId: string,
  importId: string,
): Promise<StoredImport | Refused<'not-found'>> {
  const [found] = await database().db.select().from(inputImports).where(isOf(roundId, importId))
  return found ?? refuse('not-found')
}

const isOf = (roundId: string, importId: string) =>
  and(eq(inputImports.id, importId), eq(inputImports.roundId, roundId))

/** What somebody said of a table, and what came of looking through it so: kept together, since one is of no use without the other. */
export type CheckedMapping = Mapping & TableSummary

/**
 * Says what the columns are, and looks through the whole table by that: what would be registered, what is there already,
 * and everything that is wrong, by row and column.
 */
export async function mapTable(
  actor: Actor,
  roundId: string,
  importId: string,
  mapping: Mapping,
): Promise<
  | { importId: string }
  | Denied
  | TableReadingRefusal
  | Refused<'asked-already' | 'no-general-question'>
  | { unmapped: ReturnType<typeof mappingProblems> }
> {
  const stored = await findInputImport(roundId, importId)
  if (isRefusal(stored)) return stored
  const refusal = decisionRefusal(actor, stored.strategyId)
  if (refusal) return refuse(refusal)
  if (stored.askedAt !== null) return refuse('asked-already')
  const unmapped = mappingProblems(mapping)
  if (unmapped.length > 0) return { unmapped }
  const checked = await checkTable(stored, mapping, new Date())
  if (isRefusal(checked)) return checked
  const { summary, problems, problemCount } = checked
  return tx(async (tx) => {
    const held = await hold(tx, roundId, importId)
    if (isRefusal(held)) return held
    if (held.askedAt !== null) return refuse('asked-already')
    await tx
      .update(inputImports)
      .set({ mapping: { ...mapping, ...summary }, problems, problemCount })
      .where(eq(inputImports.id, importId))
    return { importId }
  })
}

/** Has the worker register the rows, with or without those that are in order only. Asking twice is asking once. */
export function askForRows(
  actor: Actor,
  roundId: string,
  importId: string,
  { key, skipBad }: { key: string; skipBad: boolean },
): Promise<{ importId: string } | Denied | Refused<'not-mapped' | 'problems-stand' | 'nothing-to-register'>> {
  return tx(async (tx) => {
    const held = await hold(tx, roundId, importId)
    if (isRefusal(held)) return held
    const { strategyId, mapping, problemCount, askedAt } = held
    const refusal = decisionRefusal(actor, strategyId)
    if (refusal) return refuse(refusal)
    return once(tx, actor.personId, keyWith(key, importId), 'ask for rows', async () => {
      if (askedAt !== null) return { importId }
      if (mapping === null) return refuse('not-mapped')
      if (problemCount > 0 && !skipBad) return refuse('problems-stand')
      if ((mapping as CheckedMapping).ready === 0) return refuse('nothing-to-register')
      const at = await databaseNow(tx)
      await tx
        .update(inputImports)
        .set({ askedAt: at, askedBy: actor.personId })
        .where(eq(inputImports.id, importId))
      await record(tx, {
        ...{ kind: importAsked, actorId: actor.personId, subjectId: importId, strategyId, at },
        data: { roundId: held.roundId, rows: held.rowCount },
      })
      return { importId }
    })
  })
}

async function hold(tx: Transaction, roundId: string, importId: string) {
  const [held] = await tx.select().from(inputImports).where(isOf(roundId, importId)).for('update')
  return held ?? refuse('not-found')
}
