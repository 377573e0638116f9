import type { Locale } from '../../platform/locale.ts'
import type { Refusal } from './members-refusal.ts'
import { rolesOf } from './membership.ts'
import { problemOf, problemsOf } from './problems.ts'

type Sent = Record<string, unknown>
const asText = (value: unknown) => (typeof value === 'string' ? value : '')

/** What a form about members asked for, and why a rule said no. */
export function refusalOf(locale: Locale, reason: string, sent: Sent): Refusal {
  return { ...told(sent), reason, problems: [problemOf(locale, reason)] }
}

/** The same for a form that could not be read. */
export function typedRefusal(
  locale: Locale,
  { errors, typed }: { errors: Record<string, string[]>; typed: Sent },
): Refusal {
  return { ...told(typed), reason: 'unreadable', problems: problemsOf(locale, errors) }
}

function told(sent: Sent) {
  const { act, roles, email, person, invitation, request } = sent
  const chosen = Array.isArray(roles) ? roles.map(asText) : roles === undefined ? [] : [asText(roles)]
  const about = asText(person) || asText(invitation) || asText(request) || null
  return { act: asText(act), about, roles: rolesOf(chosen), email: asText(email) }
}
