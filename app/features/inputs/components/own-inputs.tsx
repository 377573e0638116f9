import { useTranslations } from 'use-intl/react'
import { inputPath } from '#app/features/strategies/address.ts'
import { useDates } from '#app/ui/dates.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { CheckCircleIcon, ClockIcon, PencilIcon } from '#app/ui/icons.tsx'
import { Localised } from '#app/ui/localised.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { ownOutcomePath, receiptPath, writingPath } from '../address.ts'
import type { OwnInput } from '../queries.server.ts'

/**
 * `shownPublicly`: the round lets published inputs be seen now. `outcome`: something published was heard in the round.
 */
type Shown = OwnInput & { shownPublicly: boolean; outcome: boolean }

/** What an organisation has begun and sent, with how each stands. */
export function OwnInputs(props: { organisation: string; kind: string; inputs: readonly Shown[] }) {
  const { organisation, kind, inputs } = props
  const t = useTranslations('workspace.overview')
  if (inputs.length === 0)
    return (
      <Panel id="own" heading={t('own')}>
        <Empty heading={t('noOwn')} level={3}>
          {t('noOwnText')}
        </Empty>
      </Panel>
    )
  return (
    <Panel id="own" heading={t('own')}>
      <ul className="in-list">
        {inputs.map((input) => (
          <li key={input.id} className="in-list__row">
            <OwnInputText {...{ organisation, kind, input }} />
            <span className="in-row">
              <StateTag input={input} />
              {input.lateAt && (
                <StatusTag tone="warning" icon={ClockIcon}>
                  {t('late')}
                </StatusTag>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function OwnInputText({ organisation, kind, input }: { organisation: string; kind: string; input: Shown }) {
  const t = useTranslations('workspace.overview')
  const became = useTranslations('workspace.outcome')
  const { moment } = useDates()
  const { round, receiptNumber, lastSubmittedAt, withdrawnAt } = input
  return (
    <div className="in-stack in-stack--1">
      <h3 className="in-h3">
        <a href={receiptNumber ? receiptPath(organisation, input.id) : writingPath(organisation, input.id)}>
          <Localised text={round.strategyTitle} />: <Localised text={round.title} />
        </a>
      </h3>
      <p className="in-meta">
        {receiptNumber ? t('receipt', { number: receiptNumber }) : t('draftText')}{' '}
        {lastSubmittedAt && t('sentAt', { moment: moment(lastSubmittedAt) })}{' '}
        {withdrawnAt && t('withdrawnAt', { moment: moment(withdrawnAt) })}
      </p>
      {input.outcome && (
        <p className="in-small">
          <a href={ownOutcomePath(organisation, input.id)}>
            {became('link', { sender: kind, number: round.number })}
          </a>
        </p>
      )}
      {input.publishedAt && input.shownPublicly && (
        <p className="in-small">
          <a href={inputPath(round.strategySlug, round.slug, input.id)}>{t('readPublic')}</a>
        </p>
      )}
    </div>
  )
}

function StateTag({ input }: { input: Shown }) {
  const t = useTranslations('workspace.overview')
  if (input.withdrawnAt) return <StatusTag>{t('withdrawn')}</StatusTag>
  if (input.versions === 0)
    return (
      <StatusTag tone="info" icon={PencilIcon}>
        {t('draft')}
      </StatusTag>
    )
  return (
    <StatusTag tone="success" icon={CheckCircleIcon}>
      {input.publishedAt && input.shownPublicly ? t('public') : t('sentTimes', { versions: input.versions })}
    </StatusTag>
  )
}
