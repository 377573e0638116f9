import { and, asc, eq, gte, inArray, isNotNull, isNull, notInArray, or } from 'drizzle-orm'
import type { Actor } from '#app/features/identity/actor.ts'
import { databaseNow, type Transaction, tx } from '#app/platform/database.server.ts'
import { record } from '#app/platform/events/record.server.ts'
import { osloDate } from '#app/platform/oslo-time.ts'
import { refuse } from '#app/platform/refusal.ts'
import { counties, organisationSuccessions, organisations } from '#db/schema/index.ts'
import { freeAddress } from './creation.server.ts'
import { registerImported } from './events.ts'
import { holdOrganisationList } from './held.server.ts'
import { mayKeepOrganisations } from './policy.ts'
import { type Register, type RegisterEntry, type RegisterReport, turnOf } from './register.ts'

type Stored = typeof organisations.$inferSelect

// Carries the report out of a transaction that is not to be kept.
class OnlyTried extends Error {
  constructor(readonly report: RegisterReport) {
    super('tried')
  }
}

/**
 * Puts what a register says on record: all its usable rows or, when something fails, none. A municipality is the same by
 * its number, else by its organisation number, else by its number of before; it is updated and never made again.
 * `tried` does the same work and keeps nothing of it. Without an actor it is the command line's.
 */
export async function importRegister(actor: Actor | null, register: Register, { tried }: { tried: boolean }) {
  if (actor && !mayKeepOrganisations(actor)) return refuse('forbidden')
  try {
    return await tx(
      async (tx) => {
        await holdOrganisationList(tx)
        const report = await write(tx, register)
        if (tried) throw new OnlyTried(report)
        const at = await databaseNow(tx)
        const { created, changed, leftOut } = report
        await record(tx, {
          ...{ kind: registerImported, actorId: actor?.personId ?? null, at },
          // It happened to the list as a whole; the id is nobody's.
          subjectId: '00000000-0000-0000-0000-000000000000',
          data: { created: created.length, changed: changed.length, leftOut: leftOut.length },
        })
        return report
      },
      { attemptMs: 60_000, limitMs: 60_000 },
    )
  } catch (error) {
    if (error instanceof OnlyTried) return error.report
    throw error
  }
}

async function write(tx: Transaction, { entries, leftOut }: Register): Promise<RegisterReport> {
  const report: RegisterReport = {
    ...{ rows: entries.length + leftOut.length, created: [], changed: [], same: 0, predecessors: 0 },
    ...{ counties: await writeCounties(tx, entries), absent: [], leftOut: [...leftOut] },
  }
  const placed = new Map<RegisterEntry, string>()
  for (const [entry, stored] of await match(tx, entries, report)) {
    const { number, name, county } = entry
    const told = { name, county: county.name, number }
    if (!stored) {
      placed.set(entry, await insert(tx, entry))
      report.created.push({ ...told, fields: [] })
      continue
    }
    placed.set(entry, stored.id)
    const fields = await update(tx, stored, entry)
    if (fields.length > 0) report.changed.push({ ...told, fields })
    else report.same += 1
  }
  for (const [entry, id] of placed) report.predecessors += await writePredecessor(tx, entry, id, placed)
  report.absent = await findAbsent(
    tx,
    entries.map(({ number }) => number),
  )
  report.leftOut.sort((a, b) => a.line - b.line)
  return report
}

async function writeCounties(tx: Transaction, entries: readonly RegisterEntry[]) {
  const wanted = new Map(entries.map(({ county }) => [county.number, county.name]))
  const stored = new Map((await tx.select().from(counties)).map(({ number, name }) => [number, name]))
  const told = { total: wanted.size, created: 0, renamed: 0 }
  for (const [number, name] of wanted) {
    if (!stored.has(number)) told.created += 1
    else if (stored.get(number) !== name) told.renamed += 1
    else continue
    await tx
      .insert(counties)
      .values({ number, name })
      .onConflictDoUpdate({ target: counties.number, set: { name } })
  }
  return told
}

/** Each entry with the body on record that it is, if any. One whose organisation number is another body's is left out. */
async function match(tx: Transaction, entries: readonly RegisterEntry[], report: RegisterReport) {
  const numbers = entries.flatMap(({ number, before }) => (before ? [number, before.number] : [number]))
  const bodies = entries.flatMap(({ organisationNumber }) => organisationNumber ?? [])
  const rows = await tx
    .select()
    .from(organisations)
    .where(
      or(
        inArray(organisations.municipalityNumber, [...numbers, '']),
        inArray(organisations.organisationNumber, [...bodies, '']),
      ),
    )
    .for('update')
  const byNumber = new Map(rows.map((row) => [row.municipalityNumber, row]))
  const byBody = new Map(rows.map((row) => [row.organisationNumber, row]))
  const taken = new Set(entries.flatMap(({ number }) => byNumber.get(number)?.id ?? []))
  const matched: [RegisterEntry, Stored | null][] = []
  for (const entry of entries) {
    const { organisationNumber, number, before, line, name } = entry
    const same = byNumber.get(number)
    const body = organisationNumber === null ? undefined : byBody.get(organisationNumber)
    if (body && body.id !== same?.id && (same || taken.has(body.id))) {
      report.leftOut.push({ line, label: name, reason: 'organisation-number-elsewhere' })
      continue
    }
    const earlier = before ? byNumber.get(before.number) : undefined
    // Without an organisation number on record, the body of the number of before under the same name is this one.
    const renumbered =
      earlier && earlier.organisationNumber === null && earlier.name === name && !earlier.validTo
    const found = same ?? body ?? (renumbered && !taken.has(earlier.id) ? earlier : undefined)
    if (found) taken.add(found.id)
    matched.push([entry, found ?? null])
  }
  return matched
}

function valuesOf({
  number,
  name,
  officialName,
  names,
  county,
  writtenForm,
  organisationNumber,
  inhabitants,
  before,
}: RegisterEntry) {
  return {
    ...{ kind: 'municipality', municipalityNumber: number, name, officialName, names },
    ...{ countyNumber: county.number, organisationNumber, writtenForm, listed: true, validTo: null },
    // What the file does not say stays as it was.
    ...(inhabitants !== null && { inhabitants }),
    ...(before && { validFrom: turnOf(before).firstDay }),
  }
}

async function insert(tx: Transaction, entry: RegisterEntry): Promise<string> {
  const slug = await freeAddress(tx, entry.name, `${entry.name} ${entry.county.name}`)
  const [made] = await tx
    .insert(organisations)
    .values({ ...valuesOf(entry), slug })
    .returning({ id: organisations.id })
  if (!made) throw new Error('An organisation was not put on record')
  return made.id
}

/** Writes what differs and gives the names of those fields. */
async function update(tx: Transaction, stored: Stored, entry: RegisterEntry): Promise<string[]> {
  const values = valuesOf(entry)
  const known: Record<string, unknown> = stored
  const fields = Object.entries(values)
    .filter(([field, value]) => !isSame(known[field], value))
    .map(([field]) => field)
  if (fields.length > 0) await tx.update(organisations).set(values).where(eq(organisations.id, stored.id))
  return fields
}

const ordered = (value: unknown) =>
  value && typeof value === 'object' ? Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)) : value
const isSame = (a: unknown, b: unknown) => JSON.stringify(ordered(a)) === JSON.stringify(ordered(b))

/**
 * Keeps the number of before: the body that held it, ended with the year, as predecessor. A number of before that is
 * another municipality's number today is only pointed to. Gives how many relations are new.
 */
async function writePredecessor(
  tx: Transaction,
  { before, name, names, officialName, writtenForm }: RegisterEntry,
  successorId: string,
  placed: ReadonlyMap<RegisterEntry, string>,
): Promise<number> {
  if (!before) return 0
  const { lastDay, firstDay } = turnOf(before)
  const [held] = await tx
    .select({ id: organisations.id, validTo: organisations.validTo })
    .from(organisations)
    .where(eq(organisations.municipalityNumber, before.number))
  const predecessorId = held?.id ?? (await insertFormer())
  if (predecessorId === successorId) return 0
  if (held && !held.validTo && ![...placed.values()].includes(held.id))
    await tx.update(organisations).set({ validTo: lastDay }).where(eq(organisations.id, held.id))
  const made = await tx
    .insert(organisationSuccessions)
    .values({ predecessorId, successorId, on: firstDay })
    .onConflictDoNothing()
    .returning({ on: organisationSuccessions.on })
  return made.length

  async function insertFormer() {
    const [made] = await tx
      .insert(organisations)
      .values({
        ...{ kind: 'municipality', municipalityNumber: before?.number, name, names, officialName },
        ...{ writtenForm, validTo: lastDay, slug: await freeAddress(tx, `${name} ${before?.number}`) },
      })
      .returning({ id: organisations.id })
    if (!made) throw new Error('An organisation was not put on record')
    return made.id
  }
}

async function findAbsent(tx: Transaction, numbers: string[]) {
  const today = osloDate(await databaseNow(tx))
  const rows = await tx
    .select({ name: organisations.name, number: organisations.municipalityNumber, county: counties.name })
    .from(organisations)
    .leftJoin(counties, eq(counties.number, organisations.countyNumber))
    .where(
      and(
        eq(organisations.kind, 'municipality'),
        isNotNull(organisations.municipalityNumber),
        notInArray(organisations.municipalityNumber, [...numbers, '']),
        or(isNull(organisations.validTo), gte(organisations.validTo, today)),
      ),
    )
    .orderBy(asc(organisations.municipalityNumber))
    .limit(500)
  return rows.map(({ name, number, county }) => ({
    ...{ name, number: number ?? '', county: county ?? '', fields: [] },
  }))
}
