import { useTranslations } from 'use-intl/react'
import type { TextLanguage } from '#app/platform/localised-text.ts'
import { Alert } from '#app/ui/message.tsx'
import type { MeetingForm } from '../meeting.ts'
import { OTHERS_CALLED } from '../meeting-values.ts'

type Norwegian = keyof MeetingForm | 'summaryNb' | 'summaryNn'
type Other = `${keyof typeof OTHERS_CALLED}${'En' | 'Sv'}`

/** A field in which what is saved is not what was typed. */
export type Difference = { field: Norwegian | Other; saved: string }

// Without script the browser itself moves the focus here when the page comes back.
const focused = { autoFocus: true }

const languages: Record<string, TextLanguage> = { Nb: 'nb', Nn: 'nn', En: 'en', Sv: 'sv' }

/** Both texts are kept: one's own in the form, and here what somebody else saved meanwhile, to take from. */
export function SavedMeanwhile({ differences }: { differences: readonly Difference[] }) {
  const t = useTranslations('workbench.meeting')
  const other = useTranslations('workbench.otherLanguages')
  const labelOf = (field: Norwegian | Other) => {
    if (!isOther(field)) return t(field)
    const called = OTHERS_CALLED[field.slice(0, -2) as keyof typeof OTHERS_CALLED]
    return other(field.endsWith('En') ? 'en' : 'sv', { field: other(`fields.${called}`) })
  }
  return (
    <div tabIndex={-1} {...focused}>
      <Alert tone="warning" heading={t('stale')}>
        <p>{t('staleText')}</p>
        <dl className="in-dl">
          {differences.map(({ field, saved }) => (
            <div key={field}>
              <dt>{labelOf(field)}</dt>
              <dd className="in-prelines" lang={saved === '' ? undefined : languages[field.slice(-2)]}>
                {saved === '' ? t('empty') : saved}
              </dd>
            </div>
          ))}
        </dl>
      </Alert>
    </div>
  )
}

const isOther = (field: Norwegian | Other): field is Other => /(En|Sv)$/.test(field)
