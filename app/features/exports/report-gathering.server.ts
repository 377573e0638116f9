import { asc, eq } from 'drizzle-orm'
import { DEFAULT_BANDS } from '#app/features/findings/quantity-words.ts'
import { countLedger, countPersons } from '#app/features/inputs/ledger.server.ts'
import { ledgerMatches, ledgerTotal, ledgerTotalsBy } from '#app/features/inputs/ledger.ts'
import { listPublishedInputs } from '#app/features/inputs/published-list.server.ts'
import { coverageOf } from '#app/features/responses/coverage.server.ts'
import type { InputsShown } from '#app/features/strategies/round.ts'
import { database } from '#app/platform/database.server.ts'
import { organisations, organisers, rounds, strategies } from '#db/schema/index.ts'
import type {
  ReportLanguage,
  ReportLedger,
  ReportScope,
  ReportSenders,
  ReportSource,
  ReportTable,
} from './report.ts'
import { type FoundForReport, listReportFindings, readFindings } from './report-findings.server.ts'
import { quantitySentences } from './report-quantity.ts'
import { planTables, readReportTable } from './report-tables.server.ts'
import type { PublicNames } from './report-voices.server.ts'

/** Findings that are read in one go. */
const findingsAtOnce = 10

export type AskedReport = { roundId: string; lang: ReportLanguage; scope: ReportScope }

/** Why nothing is made: there is nothing to report. */
export type ReportProblem = 'nothing-published' | 'nothing-written'

type Gathering = {
  now: Date
  /** Told after each piece; throws when the work is to stop. */
  step: (done: number, steps: number) => Promise<void>
  /** Pieces that come after the gathering. */
  after: number
}

/** Reads all that a report is made of, a piece at a time. */
export async function gatherReport(
  { roundId, lang, scope }: AskedReport,
  { now, step, after }: Gathering,
): Promise<ReportSource | { problem: ReportProblem }> {
  const head = await findHead(roundId)
  const ids = await listReportFindings(roundId, scope)
  if (!head || ids.length === 0)
    return { problem: scope === 'published' ? 'nothing-published' : 'nothing-written' }
  const { round, strategy } = head
  const planned = await planTables(roundId)
  const steps = Math.ceil(ids.length / findingsAtOnce) + planned.length + 2 + after
  let done = 0
  const taken = () => step(++done, steps)
  const [ledger, organisedBy] = await Promise.all([readLedger(roundId), listOrganisers(strategy.id)])
  await taken()
  const found: FoundForReport[] = []
  for (let at = 0; at < ids.length; at += findingsAtOnce) {
    const asked = { strategyId: strategy.id, strategy: strategy.slug, lang, scope, now }
    found.push(...(await readFindings(ids.slice(at, at + findingsAtOnce), asked)))
    await taken()
  }
  const { senders, names } = await readSenders(
    { ...round, inputsShown: round.inputsShown as InputsShown },
    now,
  )
  const themeIds = new Set(found.flatMap(({ themeId }) => themeId ?? []))
  const ofTables = { ...round, strategyId: strategy.id, strategyTitle: strategy.title }
  const tables: ReportTable[] = []
  for (const plan of planned) {
    const table = await readReportTable(plan, ofTables, { lang, scope, now, themeIds, names })
    if (table) tables.push(table)
    await taken()
  }
  const coverage = await coverageOf(ofTables, scope === 'published' ? 'published' : 'written')
  await taken()
  const { inputs, passages } = coverage
  return {
    ...{ lang, scope, madeAt: now, round, strategy, organisers: organisedBy, ledger },
    ...{ findings: found, tables, senders },
    quantity: quantitySentences(strategy.quantityBands ?? DEFAULT_BANDS, lang),
    left: {
      findings: found.flatMap(({ title, responses }) =>
        responses.some(({ citationId }) => citationId === null) ? [] : [title],
      ),
      ...{ inputs: inputs.inputs - inputs.answered, of: inputs.inputs, cited: inputs.cited },
      passages: { all: passages.passages, read: passages.read },
    },
  }
}

async function findHead(roundId: string) {
  const [found] = await database()
    .db.select({ round: rounds, strategy: strategies })
    .from(rounds)
    .innerJoin(strategies, eq(strategies.id, rounds.strategyId))
    .where(eq(rounds.id, roundId))
  return found ?? null
}

async function listOrganisers(strategyId: string): Promise<string[]> {
  const rows = await database()
    .db.select({ name: organisations.name })
    .from(organisers)
    .innerJoin(organisations, eq(organisations.id, organisers.organisationId))
    .where(eq(organisers.strategyId, strategyId))
    .orderBy(asc(organisers.position))
    .limit(50)
  return rows.map(({ name }) => name)
}

async function readLedger(roundId: string): Promise<ReportLedger> {
  const [groups, persons] = await Promise.all([countLedger(roundId), countPersons(roundId)])
  return {
    ...ledgerTotal(groups),
    uninvited: ledgerMatches(groups, { state: 'uninvited', kind: null, county: null }),
    persons,
    kinds: ledgerTotalsBy(groups, 'kind').map(({ key, invited, answered, noRemarks }) => ({
      ...{ kind: key ?? 'other', invited, answered: answered + noRemarks },
    })),
  }
}

const sendersAtOnce = 1_000
const mostSenders = 50_000

/** Those who sent what anyone may read, as they stand in its list, and what each input calls them. */
async function readSenders(
  round: Parameters<typeof listPublishedInputs>[0],
  now: Date,
): Promise<{ senders: ReportSenders; names: PublicNames }> {
  const names = new Map<string, string | null>()
  const kinds = new Map<string, string[]>()
  const counted = { persons: 0, unnamed: 0, withdrawn: 0 }
  for (let page = 1; page <= mostSenders / sendersAtOnce; page++) {
    const asked = { kind: null, county: null, question: null, order: 'name' as const, page }
    const listed = await listPublishedInputs(round, asked, now, sendersAtOnce)
    for (const { id, senderName, senderKind, withdrawnAt } of listed) {
      if (!withdrawnAt) names.set(id, senderName)
      if (withdrawnAt) counted.withdrawn += 1
      else if (senderKind === 'person') counted.persons += 1
      else if (senderName === null) counted.unnamed += 1
      else kinds.set(senderKind, [...(kinds.get(senderKind) ?? []), senderName])
    }
    if (listed.length < sendersAtOnce) break
  }
  const listed = [...kinds].map(([kind, own]) => ({ kind, names: own }))
  return { senders: { kinds: listed, ...counted }, names }
}
