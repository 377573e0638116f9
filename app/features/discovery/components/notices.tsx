import { useTranslations } from 'use-intl/react'
import type { ToldNotice } from '../notices.ts'

/** What one should know of how the answer was made. */
export function Notices({ notices }: { notices: readonly ToldNotice[] }) {
  const t = useTranslations('public.search.notice')
  return notices.map((notice) => (
    <p key={notice} className="in-small in-muted">
      {t(notice)}
    </p>
  ))
}
