import { asc, eq, gt } from 'drizzle-orm'
import { ORGANISATION_KINDS } from '#app/features/organisations/organisation.ts'
import { listQuestions } from '#app/features/questionnaires/queries.server.ts'
import { database } from '#app/platform/database.server.ts'
import { type inputImports, organisations, questions, rounds } from '#db/schema/index.ts'
import type { Mapping } from './import-mapping.ts'
import { nameKey, type OnRecord, type Register, type RowReading } from './import-row.ts'
import { namingsAllowed } from './naming.ts'
import type { LetterBox } from './registration-versions.server.ts'

const atOnce = 5_000

/** Everybody in the register, for finding the senders of many rows without asking once for each. */
async function wholeRegister(): Promise<Register> {
  const byNumber = new Map<string, OnRecord>()
  const byName = new Map<string, OnRecord[]>()
  for (let last: string | undefined, full = true; full; ) {
    const page = await database()
      .db.select({
        ...{ id: organisations.id, name: organisations.name, kind: organisations.kind },
        ...{ own: organisations.municipalityNumber, number: organisations.organisationNumber },
        validTo: organisations.validTo,
      })
      .from(organisations)
      .where(last ? gt(organisations.id, last) : undefined)
      .orderBy(asc(organisations.id))
      .limit(atOnce)
    for (const { id, name, kind: word, own, number, validTo } of page) {
      const kind = ORGANISATION_KINDS.find((one) => one === word) ?? 'other'
      const numbers = [own, number].filter((one) => one !== null)
      const body = { id, name, kind, numbers }
      for (const one of numbers) byNumber.set(one, body)
      // What exists no more is found by its number only: its name may be another's now.
      if (validTo === null) byName.set(nameKey(name), [...(byName.get(nameKey(name)) ?? []), body])
    }
    last = page.at(-1)?.id
    full = page.length === atOnce
  }
  return { byNumber, byName }
}

export type StoredImport = typeof inputImports.$inferSelect

/** What the rows of an import are read by, and where they are put in; null where the round has no general question. */
export async function readingOf(
  { roundId, strategyId, sha256, columns }: StoredImport,
  mapping: Mapping,
  now: Date,
): Promise<{ reading: RowReading; box: LetterBox } | null> {
  const { db } = database()
  const [[round], asked, register] = await Promise.all([
    db
      .select({ deadlineAt: rounds.deadlineAt, naming: rounds.naming, general: questions.id })
      .from(rounds)
      .innerJoin(questions, eq(questions.roundId, rounds.id))
      .where(eq(rounds.id, roundId))
      .orderBy(asc(questions.position))
      .limit(1),
    listQuestions(roundId),
    wholeRegister(),
  ])
  const general = asked.find(({ kind }) => kind === 'general')
  if (!round || !general) return null
  const reading: RowReading = {
    ...{ mapping, columns: columns.length, questions: asked, register, now },
    ...{ source: `fil-${sha256.slice(0, 16)}`, seen: new Map() },
    naming: namingsAllowed(round.naming).includes('hidden') ? 'hidden' : 'named',
  }
  return {
    reading,
    box: { strategyId, roundId, deadlineAt: round.deadlineAt, generalQuestionId: general.id },
  }
}
