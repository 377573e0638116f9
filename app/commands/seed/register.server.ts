import { and, eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { outcomeRecorded, phaseOpened } from '#app/features/strategies/events.ts'
import { registerKey } from '#app/features/strategies/register.ts'
import { keepRevision, recordOf } from '#app/features/strategies/revisions.server.ts'
import type { Transaction } from '#app/platform/database.server.ts'
import * as schema from '#db/schema/index.ts'
import { outcomes, programme, register, sibling } from '#db/seed/content/register.ts'
import { strategy } from '#db/seed/content/strategy.ts'
import { found, type Seeded } from './frame.server.ts'
import { osloDay, osloTime } from './oslo-time.ts'

/** The register pages of the demo: the strategy's own, the programme above it, and another part of that. */
export async function seedRegister(tx: Transaction, seeded: Seeded) {
  const lead = found(seeded.people.get(seeded.editor), seeded.editor).id
  const parentId = await seedOther(tx, seeded, lead, programme, null)
  const siblingId = await seedOther(tx, seeded, lead, { ...sibling }, parentId)
  await seedOwn(tx, seeded, lead, parentId)
  await seedPeopleAndLinks(tx, seeded, lead, siblingId)
  await seedPhases(tx, seeded, lead)
}

async function seedOwn(tx: Transaction, { today, strategyId }: Seeded, lead: string, parentId: string) {
  const { kind, status, projectNumber, goals, appointedDay, mandateFromDay, mandateToDays } = register
  const own = eq(schema.strategies.id, strategyId)
  const save = async (
    number: number,
    day: number,
    values: Partial<typeof schema.strategies.$inferInsert>,
  ) => {
    const [saved] = await tx.update(schema.strategies).set(values).where(own).returning()
    const data = await recordOf(tx, found(saved, strategy.slug))
    await keepRevision(tx, strategyId, { number, at: osloTime(today, day, '09:00'), by: lead, data })
  }
  await save(1, -200, {
    ...{ kind, status, projectNumber, projectKey: registerKey(projectNumber), parentId },
    ...{ caseKey: registerKey(strategy.caseNumber), appointedOn: osloDay(today, appointedDay) },
    ...{ mandateFrom: osloDay(today, mandateFromDay), mandateTo: osloDay(today, mandateToDays.first) },
    ...{ goals, goalsOn: osloDay(today, mandateFromDay) },
  })
  await save(2, register.extendedDay, { mandateTo: osloDay(today, mandateToDays.now) })
}

type Other = Omit<typeof programme, 'slug'> & {
  slug: string
  results?: { nb: string; nn: string }
  resultsDay?: number
}

async function seedOther(
  tx: Transaction,
  { today, organisations }: Seeded,
  lead: string,
  content: Other,
  parentId: string | null,
) {
  const { slug, kind, status, title, summary, scope, projectNumber, caseNumber, goals, results } = content
  const publishedAt = osloTime(today, content.publishedDay, '09:00')
  const [made] = await tx
    .insert(schema.strategies)
    .values({
      ...{ slug, kind, status, title, summary, scope, projectNumber, caseNumber, goals, results, parentId },
      ...{ projectKey: registerKey(projectNumber), caseKey: registerKey(caseNumber) },
      ...{ legalRegime: strategy.legalRegime, contactEmail: strategy.contactEmail },
      appointedOn: osloDay(today, content.mandateFromDay),
      mandateFrom: osloDay(today, content.mandateFromDay),
      mandateTo: osloDay(today, content.mandateToDay),
      goalsOn: osloDay(today, content.mandateFromDay),
      resultsOn: content.resultsDay === undefined ? null : osloDay(today, content.resultsDay),
      ...{ publishedAt, publishedBy: lead, createdAt: publishedAt },
    })
    .returning()
  const row = found(made, slug)
  const [organiser] = strategy.organisers
  await tx.insert(schema.organisers).values({
    strategyId: row.id,
    organisationId: found(organisations.get(organiser?.slug ?? ''), 'an organiser').id,
    position: 0,
    role: { nb: 'Leder arbeidet', nn: 'Leier arbeidet' },
  })
  await keepRevision(tx, row.id, { number: 1, at: publishedAt, by: lead, data: await recordOf(tx, row) })
  return row.id
}

async function seedPeopleAndLinks(
  tx: Transaction,
  { today, strategyId }: Seeded,
  lead: string,
  siblingId: string,
) {
  await tx.insert(schema.strategyMembers).values(
    register.members.map(({ sinceDay, ...member }, at) => ({
      ...{ name: member.name, organisation: member.organisation, role: member.role, strategyId },
      ...{ position: at + 1, since: osloDay(today, sinceDay), createdBy: lead },
      until: 'untilDay' in member && member.untilDay ? osloDay(today, member.untilDay) : null,
    })),
  )
  await tx.insert(schema.strategyLinks).values([
    ...register.links.map((link, at) => ({ ...link, strategyId, position: at + 1, createdBy: lead })),
    {
      ...{ strategyId, position: register.links.length + 1, createdBy: lead },
      ...{ kind: 'result', title: {}, relatedId: siblingId },
    },
  ])
}

async function seedPhases(tx: Transaction, { today, strategyId }: Seeded, lead: string) {
  for (const [position, { key, opensDay }] of strategy.phases.entries()) {
    if (opensDay > 0) continue
    const outcome = outcomes.find(({ phase }) => phase === key)
    const openedAt = osloTime(today, opensDay, '08:00')
    const outcomeAt = outcome && osloTime(today, outcome.day, '10:00')
    const [phase] = await tx
      .update(schema.phases)
      .set({
        ...{ openedAt, openedBy: lead },
        ...(outcome && { outcome: outcome.text, outcomeAt, outcomeBy: lead }),
      })
      .where(and(eq(schema.phases.strategyId, strategyId), eq(schema.phases.position, position)))
      .returning({ id: schema.phases.id })
    const subjectId = found(phase, key).id
    const decision = { actorId: lead, strategyId, subjectId }
    await tx
      .insert(schema.auditEvents)
      .values([
        { ...decision, id: v7(), type: phaseOpened.type, at: openedAt },
        ...(outcomeAt ? [{ ...decision, id: v7(), type: outcomeRecorded.type, at: outcomeAt }] : []),
      ])
  }
}
