import { translator } from '../../messages/translator.ts'
import type { Locale } from '../../platform/locale.ts'
import type { Problem } from './problems.ts'

const fieldOf: Record<string, string> = {
  'opening-fixed': 'opensDay',
  'form-fixed': 'legalForm',
  'deadline-before-opening': 'deadlineDay',
  'deadline-earlier': 'deadlineDay',
  'late-before-deadline': 'lateDay',
  'late-earlier': 'lateDay',
  'reason-missing': 'reason',
  'naming-narrower': 'naming',
  'corrections-taken-back': 'corrections',
  'withdrawal-taken-back': 'withdrawal',
  'inputs-shown-fixed': 'inputsShown',
  'not-later': 'day',
  'in-the-past': 'day',
  'earlier-than-given': 'day',
  'moment-unusable': 'day',
  'organisation-unknown': 'organisation',
  'why-missing': 'whyNb',
  'title-missing': 'titleNb',
  'intro-missing': 'introNb',
  'address-unusable': 'slug',
  'address-taken': 'slug',
  'address-fixed': 'slug',
  'number-taken': 'number',
  'number-fixed': 'number',
  'phase-unknown': 'phase',
  'purpose-fixed': 'purpose',
  'not-confirmed': 'despite',
  'closing-not-confirmed': 'confirmed',
}

/** Why rules or a deadline were refused, in words, at the field; a kind of sender has a deadline field of its own. */
export function roundProblem(
  locale: Locale,
  { refusal, kind, field }: { refusal: string; kind?: string; field?: string },
): Problem {
  const t = translator(locale, 'workbench')
  const key = `roundErrors.${refusal}` as 'roundErrors.unclear'
  const message = t.has(key) ? t(key) : t('roundErrors.unclear')
  return { field: kind ? `groups.${kind}.day` : (field ?? fieldOf[refusal] ?? 'form'), message }
}

/** The first reason of each field that a form could not be read for. */
export const roundProblems = (locale: Locale, errors: Record<string, string[]>): Problem[] =>
  Object.entries(errors).map(([field, [refusal = '']]) =>
    roundProblem(locale, { refusal, field: field || 'form' }),
  )
