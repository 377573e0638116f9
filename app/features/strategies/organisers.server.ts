import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { Actor } from '#app/features/identity/actor.ts'
import type { OrganisationKind } from '#app/features/organisations/organisation.ts'
import { database, type Transaction } from '#app/platform/database.server.ts'
import { refuse } from '#app/platform/refusal.ts'
import { organisations, organisers } from '#db/schema/index.ts'
import { organiserRemoved, organiserSaved } from './events.ts'
import type { OrganiserFields } from './forms.ts'
import { revise } from './revising.server.ts'
import { lineOver } from './written.ts'

// Those who answer as municipalities are asked; they do not ask.
const organising: OrganisationKind[] = [
  'state-body',
  'county-municipality',
  'network',
  'organisation',
  'other',
]
const most = 20

/** The bodies that can organise a strategy, by name. */
export function listPossibleOrganisers() {
  return database()
    .db.select({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .where(inArray(organisations.kind, organising))
    .orderBy(asc(organisations.name), asc(organisations.id))
    .limit(1_000)
}

/** Whether a body can organise a strategy. */
export async function mayOrganise(tx: Transaction, organisationId: string): Promise<boolean> {
  const [found] = await tx
    .select({ id: organisations.id })
    .from(organisations)
    .where(and(eq(organisations.id, organisationId), inArray(organisations.kind, organising)))
  return found !== undefined
}

const ofStrategy = (strategyId: string, organisationId: string) =>
  and(eq(organisers.strategyId, strategyId), eq(organisers.organisationId, organisationId))

/** Names a body as organiser with what it does, or changes what it does. */
export function saveOrganiser(actor: Actor, strategyId: string, form: OrganiserFields) {
  const save = { key: form.key, operation: 'save-organiser', kind: organiserSaved, revision: form.revision }
  return revise(actor, strategyId, save, async (tx) => {
    const own = ofStrategy(strategyId, form.organisation)
    const [stored] = await tx.select({ role: organisers.role }).from(organisers).where(own)
    const role = lineOver(stored?.role ?? null, form.roleNb, form.roleNn, form.roleEn, form.roleSv)
    if (stored) {
      await tx.update(organisers).set({ role }).where(own)
      return null
    }
    if (!(await mayOrganise(tx, form.organisation))) return refuse('organisation-unknown')
    const all = eq(organisers.strategyId, strategyId)
    if ((await tx.$count(organisers, all)) >= most) return refuse('too-many')
    const [{ position } = { position: 0 }] = await tx
      .select({ position: sql`coalesce(max(${organisers.position}) + 1, 0)`.mapWith(Number) })
      .from(organisers)
      .where(all)
    await tx.insert(organisers).values({ strategyId, organisationId: form.organisation, role, position })
    return null
  })
}

type Removal = { key: string; revision: number; organisation: string }

/** Takes an organiser off the page. A strategy others read keeps at least one. */
export function removeOrganiser(actor: Actor, strategyId: string, form: Removal) {
  const save = { ...form, operation: 'remove-organiser', kind: organiserRemoved }
  return revise(actor, strategyId, save, async (tx, held) => {
    const own = ofStrategy(strategyId, form.organisation)
    const left = (await tx.$count(organisers, eq(organisers.strategyId, strategyId))) - 1
    if (held.publishedAt && left < 1) return refuse('last-organiser')
    await tx.delete(organisers).where(own)
    return null
  })
}
