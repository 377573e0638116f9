import { and, eq, inArray, ne } from 'drizzle-orm'
import type { Actor } from '#app/features/identity/actor.ts'
import { database, type Transaction } from '#app/platform/database.server.ts'
import { osloDate } from '#app/platform/oslo-time.ts'
import { refuse } from '#app/platform/refusal.ts'
import { organisers, registerRevisions, strategies } from '#db/schema/index.ts'
import { registerSaved, strategyPublished } from './events.ts'
import type { RegisterFields } from './forms.ts'
import { strategiesOf, workRefusal } from './policy.ts'
import {
  dayKept,
  mandatePassed,
  mandateRefusal,
  missingForPublic,
  numberRefusal,
  registerKey,
} from './register.ts'
import { type HeldStrategy, revise } from './revising.server.ts'
import { changesBetween, type RegisterRecord } from './revision.ts'
import { latestRevision, recordOf } from './revisions.server.ts'
import { hasWords, lineOrNull, lineOver, orNone, textOver } from './written.ts'

/** The register as its staff see it, with the number of the latest save. */
export async function findRegister(actor: Actor, strategyId: string) {
  if (workRefusal(actor, strategyId)) return refuse('not-found')
  const { db } = database()
  const [strategy] = await db.select().from(strategies).where(eq(strategies.id, strategyId))
  if (!strategy) return refuse('not-found')
  const [record, latest] = await Promise.all([recordOf(db, strategy), latestRevision(db, strategyId)])
  const { number, at, by } = latest
  const obstacle = publicationObstacle(strategy, record.organisers.length)
  return {
    strategy: { id: strategyId, publishedAt: strategy.publishedAt },
    ...{ record, revision: number, savedAt: at, savedBy: by, obstacle },
  }
}

/** Where the strategies somebody works on stand, by id: status, mandate, and whether others can read them. */
export async function listStandings(actor: Actor, today: string) {
  const mine = strategiesOf(actor)
  if (mine.length === 0) return []
  const rows = await database()
    .db.select({
      ...{ id: strategies.id, status: strategies.status, mandateTo: strategies.mandateTo },
      publishedAt: strategies.publishedAt,
    })
    .from(strategies)
    .where(inArray(strategies.id, mine))
    .limit(200)
  return rows.map(({ publishedAt, ...row }) => ({
    ...{ ...row, published: publishedAt !== null, passed: mandatePassed(row, today) },
  }))
}

/** What others saved after the save somebody wrote from: the fields, as they were and as they are. */
export async function changesSince(strategyId: string, revision: number) {
  const { db } = database()
  const latest = await latestRevision(db, strategyId)
  const [from] = await db
    .select({ data: registerRevisions.data })
    .from(registerRevisions)
    .where(
      and(eq(registerRevisions.strategyId, strategyId), eq(registerRevisions.number, Math.max(1, revision))),
    )
  const changes = from ? changesBetween(from.data as Partial<RegisterRecord>, latest.data) : []
  return { changes, at: latest.at, by: latest.by, revision: latest.number }
}

/** Saves what the register says. The status is as the person set it, whatever the dates say. */
export function saveRegister(actor: Actor, strategyId: string, form: RegisterFields) {
  const save = { key: form.key, operation: 'save-register', kind: registerSaved, revision: form.revision }
  return revise(actor, strategyId, save, async (tx, held, at) => {
    const written = writtenOver(held, form, osloDate(at))
    if (!hasWords(written.title)) return refuse('title-missing')
    for (const field of ['projectNumber', 'caseNumber'] as const) {
      const number = written[field]
      if (number && numberRefusal(number))
        return refuse(field === 'projectNumber' ? 'project-number-unusable' : 'case-number-unusable')
    }
    const mandate = mandateRefusal(written)
    if (mandate) return refuse(mandate)
    const missing = held.publishedAt && missingForPublic(written)
    if (missing) return refuse(`${missing}-missing-in-public` as const)
    if (written.projectKey && (await isTaken(tx, written.projectKey, strategyId)))
      return refuse('project-number-taken')
    await tx.update(strategies).set(written).where(eq(strategies.id, strategyId))
    return null
  })
}

/** Lets everybody read the strategy from now on. It must say what it is, by which rules, and have an organiser. */
export function publishStrategy(actor: Actor, strategyId: string, form: { key: string; revision: number }) {
  const save = { ...form, operation: 'publish-strategy', kind: strategyPublished }
  return revise(actor, strategyId, save, async (tx, held, at) => {
    if (held.publishedAt) return null
    const organised = await tx.$count(organisers, eq(organisers.strategyId, strategyId))
    const obstacle = publicationObstacle(held, organised)
    if (obstacle) return refuse(obstacle)
    await tx
      .update(strategies)
      .set({ publishedAt: at, publishedBy: actor.personId })
      .where(eq(strategies.id, strategyId))
    return null
  })
}

const publicationObstacle = (strategy: HeldStrategy, organised: number) => {
  const missing = missingForPublic(strategy)
  if (missing) return `${missing}-missing-to-publish` as const
  return organised === 0 ? ('organiser-missing-to-publish' as const) : null
}

function writtenOver(held: HeldStrategy, form: RegisterFields, today: string) {
  const goals = orNone(textOver(held.goals, form.goalsNb, form.goalsNn, form.goalsEn, form.goalsSv))
  const results = orNone(
    textOver(held.results, form.resultsNb, form.resultsNn, form.resultsEn, form.resultsSv),
  )
  const projectNumber = lineOrNull(form.projectNumber)
  const caseNumber = lineOrNull(form.caseNumber)
  return {
    ...{ kind: form.kind, status: form.status, projectNumber, caseNumber },
    projectKey: projectNumber && registerKey(projectNumber),
    caseKey: caseNumber && registerKey(caseNumber),
    title: lineOver(held.title, form.titleNb, form.titleNn, form.titleEn, form.titleSv),
    summary: textOver(held.summary, form.summaryNb, form.summaryNn, form.summaryEn, form.summarySv),
    scope: textOver(held.scope, form.scopeNb, form.scopeNn, form.scopeEn, form.scopeSv),
    legalRegime: textOver(
      held.legalRegime,
      form.legalRegimeNb,
      form.legalRegimeNn,
      form.legalRegimeEn,
      form.legalRegimeSv,
    ),
    contactEmail: lineOrNull(form.contactEmail) ?? '',
    mandateFrom: lineOrNull(form.mandateFrom),
    mandateTo: lineOrNull(form.mandateTo),
    appointedOn: lineOrNull(form.appointedOn),
    goals,
    goalsOn: dayKept(goals, held.goalsOn, today),
    results,
    resultsOn: dayKept(results, held.resultsOn, today),
  }
}

async function isTaken(tx: Transaction, projectKey: string, strategyId: string) {
  const [other] = await tx
    .select({ id: strategies.id })
    .from(strategies)
    .where(and(eq(strategies.projectKey, projectKey), ne(strategies.id, strategyId)))
    .limit(1)
  return other !== undefined
}
