import { useLocale, useTranslations } from 'use-intl/react'
import { pick } from '#app/platform/localised-text.ts'
import { useDates } from '#app/ui/dates.tsx'
import { StatusTag, type StatusTagProps } from '#app/ui/status-tag.tsx'
import { daysLeft, type Standing } from '../due.ts'
import { type Named, nameWords } from '../named.ts'

/** What an assignment is of, in the reader's words. */
export function useAssignmentName() {
  const t = useTranslations('workbench.assignments.of')
  const locale = useLocale()
  return (named: Named) => {
    const { key, values } = nameWords(named, (text) => pick(text, locale).text)
    return t(key, values)
  }
}

/** A day as it is said, from how the database writes it. */
export function useDay() {
  const { day } = useDates()
  // A date is read as one, and is not broken over two lines.
  return (iso: string) => day(new Date(`${iso}T12:00:00Z`)).replaceAll(' ', '\u00a0')
}

const tones: Record<Standing, StatusTagProps['tone']> = {
  empty: 'neutral',
  done: 'success',
  overdue: 'danger',
  soon: 'warning',
  'under-way': 'neutral',
}

/** How an assignment stands, in a word. */
export function StandingTag({ standing }: { standing: Standing }) {
  const t = useTranslations('workbench.assignments.standing')
  return <StatusTag tone={tones[standing]}>{t(standing)}</StatusTag>
}

/** When something is due, said by how near it is; nothing more of a day when all is read. */
export function DueText({ dueOn, standing, today }: { dueOn: string; standing: Standing; today: string }) {
  const t = useTranslations('workbench.queue')
  const day = useDay()(dueOn)
  const left = daysLeft(dueOn, today)
  if (standing === 'overdue') return <strong>{t('overdue', { days: -left, day })}</strong>
  if (standing === 'soon') return <strong>{left === 0 ? t('today') : t('soon', { days: left, day })}</strong>
  return t('dueOn', { day })
}
