import { useTranslations } from 'use-intl/react'
import { DOCUMENT_KINDS } from '../facts.ts'
import { MEASURE_STATES } from '../measures.ts'

/** A day of the calendar as a moment that is on that day in Norway. */
export const noon = (day: string) => new Date(`${day}T11:00:00Z`)

/** What is said of a document in more than one place. */
export function useDocumentWords() {
  const t = useTranslations('public.document')
  return {
    /** What kind of document it is, in a word. */
    kind: (kind: string) => {
      const known = DOCUMENT_KINDS.find((one) => one === kind)
      return known ? t(`kinds.${known}`) : ''
    },
    /** How far a measure had come, in a word. */
    status: (status: string) => {
      const known = MEASURE_STATES.find((one) => one === status)
      return known ? t(`measureStatuses.${known}`) : ''
    },
    /** «Gjelder 2023–2026.» Years are words, not numbers with thousands. */
    period: ({ periodFrom, periodTo }: { periodFrom: number | null; periodTo: number | null }) => {
      if (periodFrom !== null && periodTo !== null)
        return periodFrom === periodTo
          ? t('periodOne', { year: String(periodFrom) })
          : t('period', { from: String(periodFrom), to: String(periodTo) })
      if (periodFrom !== null) return t('periodFrom', { year: String(periodFrom) })
      return periodTo === null ? null : t('periodTo', { year: String(periodTo) })
    },
  }
}
