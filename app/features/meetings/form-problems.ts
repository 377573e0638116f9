import { translator } from '../../messages/translator.ts'
import type { Locale } from '../../platform/locale.ts'
import type { MeetingFault, MeetingFaultReason } from './meeting.ts'

const KNOWN = [
  'title-missing',
  'date-missing',
  'no-such-time',
  'ends-before-start',
  'not-an-address',
  'point-without-words',
  'point-too-long',
  'too-many-points',
  'points-differ',
  'not-an-input',
  'unknown-input',
  'too-long',
  'not-sure',
  'summary-missing',
] as const satisfies readonly (MeetingFaultReason | 'too-long' | 'not-sure' | 'summary-missing')[]

/** What is wrong with a form in sentences, one for each field: from its schema, or from the rules of meetings. */
export function problemsOf(locale: Locale, wrong: Record<string, string[]> | readonly MeetingFault[]) {
  const t = translator(locale, 'workbench')
  const faults = Array.isArray(wrong)
    ? (wrong as readonly MeetingFault[])
    : Object.entries(wrong as Record<string, string[]>).map(([field, [reason]]) => ({
        field,
        reason,
        line: 0,
      }))
  return faults.map(({ field, reason, line = 0 }) => {
    const known = KNOWN.find((one) => one === reason)
    return { field: String(field), message: t(`meeting.errors.${known ?? 'unclear'}`, { line }) }
  })
}
