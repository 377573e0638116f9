import { asc, desc, eq, sql } from 'drizzle-orm'
import type { Actor } from '#app/features/identity/actor.ts'
import { slugOf } from '#app/features/organisations/organisation.ts'
import { database, databaseNow, tx } from '#app/platform/database.server.ts'
import { record } from '#app/platform/events/record.server.ts'
import { once } from '#app/platform/http/idempotency.server.ts'
import { refuse } from '#app/platform/refusal.ts'
import { organisations, organisers, people, strategies, strategyStaff } from '#db/schema/index.ts'
import { strategyCreated } from './events.ts'
import type { NewStrategy } from './forms.ts'
import { mayOrganise } from './organisers.server.ts'
import { creationRefusal } from './policy.ts'
import { addressRefusal } from './register.ts'
import { isAddressTaken } from './renaming.server.ts'
import { holdRegisters, keepRevision, recordOf } from './revisions.server.ts'
import { lineOver } from './written.ts'

export const strategiesPerPage = 50

/** Every strategy for those who keep the house, the newest first, with its first organiser; `more` says if there are older. */
export async function listAllStrategies(actor: Actor, page: number) {
  if (creationRefusal(actor)) return refuse('forbidden')
  const { db } = database()
  const first = db
    .selectDistinctOn([organisers.strategyId], {
      strategyId: organisers.strategyId,
      name: organisations.name,
    })
    .from(organisers)
    .innerJoin(organisations, eq(organisations.id, organisers.organisationId))
    .orderBy(organisers.strategyId, asc(organisers.position))
    .as('first')
  const rows = await db
    .select({
      ...{ id: strategies.id, slug: strategies.slug, title: strategies.title, kind: strategies.kind },
      ...{ status: strategies.status, createdAt: strategies.createdAt, publishedAt: strategies.publishedAt },
      organiser: first.name,
    })
    .from(strategies)
    .leftJoin(first, eq(first.strategyId, strategies.id))
    .orderBy(desc(strategies.createdAt), desc(strategies.id))
    .limit(strategiesPerPage + 1)
    .offset((page - 1) * strategiesPerPage)
  return { strategies: rows.slice(0, strategiesPerPage), more: rows.length > strategiesPerPage }
}

/** Starts a strategy nobody else sees yet, with its organiser and its first lead, who writes the rest. */
export function createStrategy(actor: Actor, form: NewStrategy) {
  return tx(async (tx) => {
    const refusal = creationRefusal(actor)
    if (refusal) return refuse(refusal)
    await holdRegisters(tx)
    return once(tx, actor.personId, form.key, 'create-strategy', async () => {
      const title = lineOver(null, form.titleNb, form.titleNn, form.titleEn, form.titleSv)
      if (!title.nb && !title.nn) return refuse('title-missing')
      const slug = form.slug.trim() || slugOf(title.nb ?? title.nn ?? '')
      if (addressRefusal(slug)) return refuse('address-unusable')
      if (await isAddressTaken(tx, slug, null)) return refuse('address-taken')
      if (!(await mayOrganise(tx, form.organiser))) return refuse('organisation-unknown')
      const [lead] = await tx
        .select({ id: people.id })
        .from(people)
        .where(sql`lower(${people.email}) = lower(${form.lead.trim()})`)
        .limit(1)
      if (!lead) return refuse('lead-unknown')
      const at = await databaseNow(tx)
      const [made] = await tx
        .insert(strategies)
        .values({
          ...{ slug, kind: form.kind, title, status: 'planned', summary: {}, scope: {}, legalRegime: {} },
          ...{ contactEmail: '', createdAt: at },
        })
        .returning()
      if (!made) throw new Error('The strategy was not written')
      const strategyId = made.id
      await tx
        .insert(organisers)
        .values({ strategyId, organisationId: form.organiser, position: 0, role: {} })
      await tx
        .insert(strategyStaff)
        .values({ strategyId, personId: lead.id, organiserId: form.organiser, role: 'lead', since: at })
      await keepRevision(tx, strategyId, {
        ...{ number: 1, at, by: actor.personId, data: await recordOf(tx, made) },
      })
      await record(tx, {
        ...{ kind: strategyCreated, actorId: actor.personId, subjectId: strategyId, strategyId, at },
      })
      return { strategyId }
    })
  })
}
