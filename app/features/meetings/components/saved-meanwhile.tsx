import { useTranslations } from 'use-intl/react'
import { Alert } from '#app/ui/message.tsx'

/** A field in which what is saved is not what was typed. */
export type Difference = { field: string; label: string; saved: string }

// Without script the browser itself moves the focus here when the page comes back.
const focused = { autoFocus: true }

/** Both texts are kept: one's own in the form, and here what somebody else saved meanwhile, to take from. */
export function SavedMeanwhile({ differences }: { differences: readonly Difference[] }) {
  const t = useTranslations('workbench.meeting')
  return (
    <div tabIndex={-1} {...focused}>
      <Alert tone="warning" heading={t('stale')}>
        <p>{t('staleText')}</p>
        <dl className="in-dl">
          {differences.map(({ field, label, saved }) => (
            <div key={field}>
              <dt>{label}</dt>
              <dd className="in-prelines">{saved === '' ? t('empty') : saved}</dd>
            </div>
          ))}
        </dl>
      </Alert>
    </div>
  )
}
