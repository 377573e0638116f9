import { translator } from '../../messages/translator.ts'
import type { Locale } from '../../platform/locale.ts'

/** A sentence about a field, as the summary on top and the field itself say it. */
export type Problem = { field: string; message: string }

// A list is mended in its first row; the others stand over the form.
const fieldOf: Record<string, string> = {
  'title-missing': 'titleNb',
  'title-too-long': 'titleNb',
  'limits-impossible': 'most',
  'no-such-number': 'number',
  'nothing-chosen': 'chosen',
  ...Object.fromEntries(
    (['option', 'level', 'row', 'column'] as const).flatMap((part) =>
      [`too-few-${part}s`, `too-many-${part}s`, `${part}-without-label`, `${part}-twice`].map((reason) => [
        reason,
        `${part}s.0.nb`,
      ]),
    ),
  ),
}

/** Why something about the questions was refused, in words, at the field that can be mended. */
export function problemOf(locale: Locale, reason: string, field = fieldOf[reason] ?? 'form'): Problem {
  const t = translator(locale, 'workbench')
  const key = `questionErrors.${reason}` as 'questionErrors.unclear'
  return { field, message: t.has(key) ? t(key) : t('questionErrors.unclear') }
}

/** The first reason of each field that a form could not be read for. */
export const problemsOf = (locale: Locale, errors: Record<string, string[]>): Problem[] =>
  Object.entries(errors).map(([field, [reason = '']]) => problemOf(locale, reason, field || 'form'))
