import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl/react'
import { useDates } from '#app/ui/dates.tsx'
import { Alert } from '#app/ui/message.tsx'
import type { FieldChange } from '../revision.ts'
import { Changes } from './revision-list.tsx'

// Without script the browser itself moves the focus when the page comes back.
const focused = { autoFocus: true }

/** What others saved while somebody was writing; both texts are kept: one's own in the form, theirs here to take from. */
export type SavedMeanwhile = { changes: FieldChange[]; at: Date | null; by: string | null }

export function StaleNotice({ changes, at, by }: SavedMeanwhile) {
  const t = useTranslations('workbench.register')
  const { moment } = useDates()
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.focus(), [])
  return (
    <div ref={place} tabIndex={-1} {...focused}>
      <Alert tone="warning" heading={t('stale')}>
        <p>{t('staleText', { name: by ?? t('somebody'), at: at ? moment(at) : '' })}</p>
        <Changes changes={changes} />
      </Alert>
    </div>
  )
}
