import { useTranslations } from 'use-intl/react'
import type { LocalisedText } from '#app/platform/localised-text.ts'
import { useDates } from '#app/ui/dates.tsx'
import { Localised } from '#app/ui/localised.tsx'
import { Alert } from '#app/ui/message.tsx'
import { WorkHead } from '#app/ui/page-head.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'

type RegisterHeadProps = {
  strategyId: string
  record: { title: LocalisedText }
  publishedAt: Date | null
  savedAt: Date | null
  savedBy: string | null
  open: string
  notice: 'saved' | 'renamed' | 'published' | null
}

/** The top of the register for its staff: whose it is, who saved last, the ways on, and what was just done. */
export function RegisterHead({ strategyId, record, publishedAt, savedAt, ...more }: RegisterHeadProps) {
  const t = useTranslations('workbench.register')
  const { day, moment } = useDates()
  const base = `/workbench/strategies/${strategyId}`
  return (
    <>
      <WorkHead
        title={<Localised text={record.title} />}
        meta={
          savedAt
            ? t('savedAt', { at: moment(savedAt), name: more.savedBy ?? t('somebody') })
            : t('neverSaved')
        }
        actions={
          <>
            {publishedAt ? (
              <>
                <StatusTag tone="success">{t('public', { day: day(publishedAt) })}</StatusTag>
                <a href={more.open}>{t('open')}</a>
              </>
            ) : (
              <StatusTag tone="warning">{t('notPublic')}</StatusTag>
            )}
            <a href={`${base}/people`}>{t('people')}</a>
            <a href={`${base}/phases`}>{t('phases')}</a>
            <a href="#history">{t('historyHeading')}</a>
          </>
        }
      />
      {more.notice && (
        <div className="in-stack">
          <Alert tone="success" live>
            <p>{t(more.notice)}</p>
          </Alert>
        </div>
      )}
    </>
  )
}
