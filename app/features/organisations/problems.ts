import { translator } from '../../messages/translator.ts'
import type { Locale } from '../../platform/locale.ts'

/** A sentence about a field, as the summary on top and the field itself say it. */
export type Problem = { field: string; message: string }

// A refusal belongs to the field that can be mended; the others stand over the form.
const fieldOf: Record<string, string> = {
  'number-unusable': 'organisationNumber',
  'number-taken': 'organisationNumber',
  'municipality-number-unusable': 'municipalityNumber',
  'municipality-number-taken': 'municipalityNumber',
  'county-unknown': 'county',
  'validity-reversed': 'validTo',
  'already-member': 'email',
  'already-invited': 'email',
  'too-many-invitations': 'email',
  'member-already': 'message',
  'asked-already': 'message',
  'too-many-requests': 'message',
}

/** Why something was refused, in words, at the field it is about. */
export function problemOf(locale: Locale, reason: string, field = fieldOf[reason] ?? 'form'): Problem {
  const t = translator(locale, 'workspace')
  // Reasons come from rules and forms of the whole room; one without words is a form that came broken.
  const key = `organisationErrors.${reason}` as 'organisationErrors.try-again'
  return { field, message: t.has(key) ? t(key) : t('organisationErrors.try-again') }
}

/** The first reason of each field that a form could not be read for. */
export function problemsOf(locale: Locale, errors: Record<string, string[]>): Problem[] {
  return Object.entries(errors).map(([field, [reason = '']]) => problemOf(locale, reason, field || 'form'))
}

/** The sentence of a field, if there is one. */
export const errorOf = (problems: readonly Problem[], name: string) =>
  problems.find(({ field }) => field === name)?.message
