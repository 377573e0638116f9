import { useTranslations } from 'use-intl/react'
import { HandlingShown } from '#app/features/inputs/components/handling-shown.tsx'
import { useDates } from '#app/ui/dates.tsx'
import { Alert } from '#app/ui/message.tsx'
import { Panel } from '#app/ui/panel.tsx'
import type { ReadInput, ReadVersion } from './reading-head.tsx'

type ReadingNoticesProps = {
  input: ReadInput['input']
  version: ReadVersion
  /** The sentence why something was not done, where there is no script. */
  problem: string | null
  hasText: boolean
  hasPassages: boolean
}

/** What somebody who reads must know before tagging. */
export function ReadingNotices(props: ReadingNoticesProps) {
  const t = useTranslations('workbench.reading')
  const words = useTranslations('public.handling')
  const { day } = useDates()
  const { withdrawnAt, withdrawalReason, id } = props.input
  const older = !props.version.counts
  const waiting = props.hasText && !props.hasPassages
  const { noRemarks, handling } = props.version
  const { takenBackAt } = props.version
  if (!props.problem && !withdrawnAt && !takenBackAt && !older && !waiting && !noRemarks && !handling)
    return null
  return (
    <div className="in-stack in-stack--3">
      {props.problem && (
        <Alert tone="danger" heading={t('notDone')} live>
          <p>{props.problem}</p>
        </Alert>
      )}
      {withdrawnAt && (
        <Alert tone="warning" heading={t('withdrawn', { day: day(withdrawnAt) })}>
          <p>{t('withdrawnText')}</p>
          {withdrawalReason && <p>{t('withdrawnReason', { reason: withdrawalReason })}</p>}
        </Alert>
      )}
      {takenBackAt && (
        <Alert tone="warning" heading={t('takenBack', { day: day(takenBackAt) })}>
          <p>
            {t('takenBackText')}{' '}
            <a href={`/workbench/inputs/${id}/taking-back?version=${props.version.number}`}>
              {t('takenBackWhy')}
            </a>
          </p>
        </Alert>
      )}
      {older && !takenBackAt && (
        <Alert tone="info" heading={t('older')}>
          <p>
            {t('olderText')} <a href={`/workbench/inputs/${id}`}>{t('newest')}</a>
          </p>
        </Alert>
      )}
      {noRemarks && (
        <Alert tone="info">
          <p>{t('noRemarks')}</p>
        </Alert>
      )}
      {handling && (
        <Panel id="handling" heading={words('heading')}>
          <HandlingShown handling={handling} level={3} />
        </Panel>
      )}
      {waiting && (
        <Alert tone="info">
          <p>{t('notReady')}</p>
        </Alert>
      )}
    </div>
  )
}
