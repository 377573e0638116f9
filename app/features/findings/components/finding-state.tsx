import { Form, useNavigation } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { Button } from '#app/ui/button.tsx'
import { useDates } from '#app/ui/dates.tsx'
import { CheckCircleIcon, PencilIcon, WarningIcon } from '#app/ui/icons.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { awaitsPublication, type FindingFacts, findingState } from '../finding.ts'

/** Where a finding is, as a tag; with what is public beside it where that is another revision. */
export function FindingStateTags(facts: FindingFacts) {
  const t = useTranslations('workbench.finding')
  const { state, public: shown, newer } = findingState(facts)
  return (
    <>
      {shown !== null && (
        <StatusTag tone="success" icon={CheckCircleIcon}>
          {t('states.published')}
        </StatusTag>
      )}
      {state === 'draft' && <StatusTag icon={PencilIcon}>{t('states.draft')}</StatusTag>}
      {state === 'approved' && (
        <StatusTag tone="info" icon={CheckCircleIcon}>
          {t('states.approved')}
        </StatusTag>
      )}
      {state === 'changed' && (
        <StatusTag tone="warning" icon={newer ? PencilIcon : WarningIcon}>
          {t(newer && !awaitsPublication(facts) ? 'states.changedPublished' : 'states.changed')}
        </StatusTag>
      )}
    </>
  )
}

type FindingStateProps = {
  facts: FindingFacts
  approved: { at: Date; by: string } | null
  published: { at: Date; by: string } | null
  /** How many things stand in the way of what is written. */
  problems: number
  keys: { approve: string; withdraw: string; publish: string }
  mayApprove: boolean
  mayPublish: boolean
}

/** Where a finding is on its way, and the next step of it. */
export function FindingStatePanel(props: FindingStateProps) {
  const { facts, approved, published, problems, keys, mayApprove, mayPublish } = props
  const t = useTranslations('workbench.finding')
  const { moment } = useDates()
  const busy = useNavigation().state === 'submitting'
  const { revision, approvedRevision, publishedRevision } = facts
  const { newer } = findingState(facts)
  const waits = awaitsPublication(facts)
  const unapproved = approvedRevision !== revision && publishedRevision !== revision
  const approval = approvedRevision !== null && approved && (waits || publishedRevision === null)
  return (
    <Panel id="publish" heading={t('stateHeading')} beside={<FindingStateTags {...facts} />}>
      <div className="in-stack in-stack--3">
        {approval ? (
          <p>
            {t(approvedRevision === revision ? 'stateText.approved' : 'stateText.changed', {
              ...{ name: approved.by, revision: approvedRevision, at: moment(approved.at) },
            })}
          </p>
        ) : (
          publishedRevision === null && <p>{t('stateText.draft')}</p>
        )}
        {published && publishedRevision !== null && (
          <p>
            {t('stateText.published', {
              ...{ revision: publishedRevision, at: moment(published.at), name: published.by },
            })}
          </p>
        )}
        {newer && publishedRevision !== null && (
          <p>{t('stateText.newer', { public: publishedRevision, revision })}</p>
        )}
        {unapproved && <p>{problems === 0 ? t('clear') : t('blocked', { count: problems })}</p>}
        {unapproved && mayApprove && (
          <Form method="post">
            <input type="hidden" name="act" value="approve" />
            <input type="hidden" name="key" value={keys.approve} />
            <input type="hidden" name="revision" value={revision} />
            <Button variant={problems === 0 && !waits ? 'primary' : 'secondary'} disabled={busy}>
              {t('approve', { revision })}
            </Button>
          </Form>
        )}
        {unapproved && !mayApprove && <p className="in-small in-muted">{t('approveOnlyLead')}</p>}
        {waits && mayPublish && (
          <Form method="post" className="in-stack in-stack--2">
            <input type="hidden" name="act" value="publish" />
            <input type="hidden" name="key" value={keys.publish} />
            <p className="in-small in-muted">{t('publishHelp')}</p>
            <Button disabled={busy}>{t('publish')}</Button>
          </Form>
        )}
        {approval && mayApprove && (
          <Form method="post">
            <input type="hidden" name="act" value="withdraw-approval" />
            <input type="hidden" name="key" value={keys.withdraw} />
            <Button variant="tertiary" size="sm" disabled={busy}>
              {t('withdrawApproval')}
            </Button>
          </Form>
        )}
      </div>
    </Panel>
  )
}
