import { useFormatter, useTranslations } from 'use-intl/react'
import { useDates } from '#app/ui/dates.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { CheckCircleFillIcon, MinusCircleIcon } from '#app/ui/icons.tsx'
import { Localised } from '#app/ui/localised.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { isAnswered } from '../answers.ts'
import { groupedHash } from '../receipt.ts'
import type { Receipt } from '../receipts.server.ts'
import type { SentBeside } from '../sent-version.server.ts'
import { HandlingShown } from './handling-shown.tsx'

/** The receipt itself: what was received from whom, when by the database's clock, and the sum that proves it. */
export function ReceiptPaper({
  receipt,
  beside,
  children,
}: {
  receipt: Receipt
  beside: SentBeside
  children?: React.ReactNode
}) {
  const t = useTranslations('workspace.receipt')
  const { day, clock, moment } = useDates()
  const format = useFormatter()
  const { version, round, questions, withdrawnAt } = receipt
  const { senderNumber } = version
  // Whoever stands without a name does so on the receipt too.
  const sender = version.senderName || t('nameless')
  const answered = questions.filter(({ answer }) => isAnswered(answer)).length
  const seconds = format.dateTime(version.submittedAt, { second: '2-digit' }).padStart(2, '0')
  const lead = version.lateAt ? 'leadLate' : 'lead'
  return (
    <article className="in-receipt in-stack">
      {withdrawnAt ? (
        <p>
          <StatusTag icon={MinusCircleIcon}>{t('stateWithdrawn')}</StatusTag>
        </p>
      ) : (
        <p className="in-receipt__state">
          <CheckCircleFillIcon />
          {t('state')}
        </p>
      )}
      <h1 className="in-receipt__no in-h1">{t('title', { number: version.receiptNumber })}</h1>
      <p className="in-measure">{t(lead, { sender, number: round.number })}</p>
      {withdrawnAt && (
        <p className="in-measure">
          {t('leadWithdrawn', { moment: moment(withdrawnAt), reason: receipt.withdrawalReason ?? '' })}
        </p>
      )}
      <DefinitionList
        items={[
          {
            term: t('received'),
            description: (
              <time dateTime={version.submittedAt.toISOString()}>
                {day(version.submittedAt)} {clock(version.submittedAt)}.{seconds}
              </time>
            ),
          },
          { term: t('deadline'), description: moment(version.deadlineAt) },
          {
            term: t('sender'),
            description: senderNumber
              ? t('senderNumber', { sender, number: senderNumber.replace(/(\d{3})(?=\d)/g, '$1\u00a0') })
              : sender,
          },
          { term: t('sentBy'), description: version.submittedByName },
          {
            term: t('about'),
            description: (
              <>
                <Localised text={round.strategyTitle} />, <Localised text={round.title} />
              </>
            ),
          },
          {
            term: t('content'),
            description: beside.noRemarks
              ? t('noRemarks')
              : [
                  t('contentOf', { answered, total: questions.length }),
                  ...(beside.comments.length > 0 ? [t('commentsOf', { count: beside.comments.length })] : []),
                  ...(beside.files.length > 0 ? [t('filesOf', { count: beside.files.length })] : []),
                ].join(', '),
          },
          { term: t('naming'), description: beside.naming && t(`named.${beside.naming}`) },
          { term: t('treated'), description: t(`kind.${version.kind}`, { number: version.number }) },
          {
            term: t('handling'),
            description: beside.handling && <HandlingShown handling={beside.handling} level={3} />,
          },
          {
            term: t('checksum'),
            description: (
              <>
                <span className="in-muted">{t('algorithm')}</span>
                <br />
                <span className="in-hash">{groupedHash(version.contentHash)}</span>
              </>
            ),
          },
        ]}
      />
      <p className="in-meta">{t('record')}</p>
      {children}
    </article>
  )
}
