import { useFormatter, useTranslations } from 'use-intl/react'
import type { Member } from '#app/features/organisations/membership.server.ts'
import { Alert } from '#app/ui/message.tsx'
import { receiptPath } from '../address.ts'
import type { Draft } from '../drafts.server.ts'

/** What the page was just told to say, beside how the draft stands. */
export type Said = 'simplified' | 'reused' | 'not-reused' | null

/** What one must know before reading or writing the draft: whether it may be written, and what was sent before. */
export function WritingNotices({
  draft,
  said,
  writable,
}: {
  draft: Pick<Draft, 'id' | 'members' | 'versions' | 'withdrawnAt' | 'sender'>
  said: Said
  writable: boolean
}) {
  const t = useTranslations('workspace.writing')
  const receipt = draft.versions.length > 0 && (
    <p>
      <a href={receiptPath(draft.sender.slug, draft.id)}>{t('receipt')}</a>
    </p>
  )
  if (draft.withdrawnAt)
    return (
      <Alert tone="warning" heading={t('withdrawn')}>
        <p>{t('withdrawnText')}</p>
        {receipt}
      </Alert>
    )
  return (
    <>
      {!writable && <ReadOnly members={draft.members} />}
      {said === 'simplified' && (
        <Alert tone="info" heading={t('simplifiedHeading')} live>
          <p>{t('simplified')}</p>
        </Alert>
      )}
      {(said === 'reused' || said === 'not-reused') && (
        <Alert tone={said === 'reused' ? 'success' : 'info'} live>
          <p>{said === 'reused' ? t('reused') : t('notReused')}</p>
        </Alert>
      )}
      {receipt && (
        <Alert tone="info" heading={t('sentBefore')}>
          <p>{t('sentBeforeText')}</p>
          {receipt}
        </Alert>
      )}
    </>
  )
}

function ReadOnly({ members }: { members: readonly Member[] }) {
  const t = useTranslations('workspace.writing')
  const format = useFormatter()
  const writers = members.filter(({ roles }) => roles.some((role) => role !== 'submitter'))
  const who = format.list(
    writers.slice(0, 3).map(({ name }) => name),
    { type: 'disjunction' },
  )
  return (
    <Alert tone="info">
      <p>{writers.length > 0 ? t('readOnly', { who }) : t('readOnlyNobody')}</p>
    </Alert>
  )
}
