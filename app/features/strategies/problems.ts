import { translator } from '../../messages/translator.ts'
import type { Locale } from '../../platform/locale.ts'

/** A sentence about a field, as the summary on top and the field itself say it. */
export type Problem = { field: string; message: string }

// A refusal belongs to the field that can be mended; the others stand over the form.
const fieldOf: Record<string, string> = {
  'title-missing': 'titleNb',
  'project-number-unusable': 'projectNumber',
  'project-number-taken': 'projectNumber',
  'case-number-unusable': 'caseNumber',
  'mandate-reversed': 'mandateTo',
  'summary-missing-in-public': 'summaryNb',
  'legalRegime-missing-in-public': 'legalRegimeNb',
  'contactEmail-missing-in-public': 'contactEmail',
  'address-unusable': 'slug',
  'address-same': 'slug',
  'address-taken': 'slug',
  'name-missing': 'name',
  'period-reversed': 'until',
  'one-target': 'href',
  'address-not-safe': 'href',
  'target-missing': 'href',
  'related-unknown': 'related',
  'link-title-missing': 'titleNb',
  'organisation-unknown': 'organisation',
  'parent-unknown': 'parent',
  'parent-circular': 'parent',
  'lead-unknown': 'lead',
  'phase-title-missing': 'titleNb',
  'window-reversed': 'endsOn',
  'outcome-missing': 'outcomeNb',
}

/** Why something was refused, in words, at the field it is about. */
export function problemOf(
  locale: Locale,
  reason: string,
  { field = fieldOf[reason] ?? 'form', ...values }: Record<string, string> = {},
): Problem {
  const t = translator(locale, 'workbench')
  // Reasons come from rules and forms of the whole room; one without words is a form that came broken.
  const key = `registerErrors.${reason}` as 'registerErrors.unclear'
  return { field, message: t.has(key) ? t(key, values) : t('registerErrors.unclear') }
}

/** The first reason of each field that a form could not be read for. */
export const problemsOf = (locale: Locale, errors: Record<string, string[]>): Problem[] =>
  Object.entries(errors).map(([field, [reason = '']]) =>
    problemOf(locale, reason, { field: field || 'form' }),
  )
