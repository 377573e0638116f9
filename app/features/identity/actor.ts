import type { Locale } from '../../platform/locale.ts'

export type OrganisationRole = 'contributor' | 'approver' | 'submitter'
export type StaffRole = 'analyst' | 'editor' | 'lead'

/** Who is acting, and in which capacities. Read anew for every request, never kept in the session. */
export type Actor = {
  personId: string
  name: string
  locale: Locale
  administrator: boolean
  memberships: { organisationId: string; role: OrganisationRole }[]
  staff: { strategyId: string; organiserId: string; role: StaffRole }[]
}

/** What deciding on an organisation's own matters takes to know of somebody. */
export type Member = Pick<Actor, 'personId' | 'memberships'>

export const isMember = (actor: Member, organisationId: string) =>
  actor.memberships.some((membership) => membership.organisationId === organisationId)

export const hasRole = (actor: Member, organisationId: string, ...roles: OrganisationRole[]) =>
  actor.memberships.some((m) => m.organisationId === organisationId && roles.includes(m.role))

/** What deciding on a strategy's own work takes to know of somebody. */
export type Worker = Pick<Actor, 'staff'>

export const isStaff = (actor: Worker, strategyId: string, ...roles: StaffRole[]) =>
  actor.staff.some((s) => s.strategyId === strategyId && (roles.length === 0 || roles.includes(s.role)))
