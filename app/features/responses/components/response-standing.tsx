import { Form } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import type { LocalisedText } from '#app/platform/localised-text.ts'
import { Button } from '#app/ui/button.tsx'
import { useDates } from '#app/ui/dates.tsx'
import { CheckCircleIcon, PencilIcon, WarningIcon } from '#app/ui/icons.tsx'
import { Localised } from '#app/ui/localised.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import type { Disposition } from '../disposition.ts'
import {
  type ResponseProblem,
  type ResponseState,
  responseState,
  revisionToPublish,
  stopsApproval,
  stopsPublication,
} from '../response.ts'
import { DispositionTag } from './disposition-tag.tsx'

const looks = {
  written: { icon: PencilIcon, tone: 'neutral' },
  approved: { icon: CheckCircleIcon, tone: 'info' },
  changed: { icon: WarningIcon, tone: 'warning' },
  published: { icon: CheckCircleIcon, tone: 'success' },
} as const

/** How far a response has come, as an icon and a word. */
export function ResponseStateTag({ state }: { state: ResponseState }) {
  const t = useTranslations('workbench.response')
  return (
    <StatusTag tone={looks[state].tone} icon={looks[state].icon}>
      {t(`states.${state}`)}
    </StatusTag>
  )
}

/** What a response says, in the revision that counts. */
type Said = { disposition: Disposition; reason: LocalisedText }

type StandingProps = {
  action: string
  keys: { approve: string; publish: string }
  response: {
    revision: number
    approvedRevision: number | null
    approvedAt: Date | null
    approvedBy: string | null
    publishedRevision: number | null
    publishedAt: Date | null
  }
  /** What is in the way of what is written now, and of what is approved. */
  problems: { written: ResponseProblem[]; approved: ResponseProblem[] }
  /** What anyone reads, where that is not what is written. */
  published: Said | null
  mayApprove: boolean
  mayPublish: boolean
}

/** How far a response has come, what stands in its way, and the way on for those who may take it. */
export function ResponseStanding({ action, keys, response, problems, ...props }: StandingProps) {
  const t = useTranslations('workbench.response')
  const { moment, day } = useDates()
  const state = responseState(response)
  const next = revisionToPublish(response)
  const waits = response.approvedRevision !== response.revision && state !== 'published'
  const stopped = problems.written.some(stopsApproval)
  const held = problems.approved.some(stopsPublication)
  return (
    <>
      <Panel id="standing" heading={t('standing')}>
        <div className="in-stack in-stack--3">
          <p>
            <ResponseStateTag state={state} />
          </p>
          <p className="in-small">{t(`stateText.${state}`)}</p>
          {problems.written.length > 0 && (
            <ul className="in-stack in-stack--2">
              {problems.written.map((problem) => (
                <li key={problem}>{t(`problems.${problem}`)}</li>
              ))}
            </ul>
          )}
          {response.approvedAt && (
            <p className="in-small in-muted">
              {t('approvedBy', { name: response.approvedBy ?? '–', at: moment(response.approvedAt) })}
            </p>
          )}
          {waits &&
            (props.mayApprove ? (
              <Form method="post" action={action}>
                <input type="hidden" name="act" value="approve" />
                <input type="hidden" name="key" value={keys.approve} />
                <input type="hidden" name="revision" value={response.revision} />
                <Button variant="secondary" disabled={stopped}>
                  {t('approve')}
                </Button>
              </Form>
            ) : (
              <p className="in-small">{t('leadApproves')}</p>
            ))}
          {next !== null && props.mayPublish && (
            <Form method="post" action={action}>
              <input type="hidden" name="act" value="publish" />
              <input type="hidden" name="key" value={keys.publish} />
              <input type="hidden" name="revision" value={next} />
              {waits && <p className="in-small">{t('publishesApproved')}</p>}
              <Button variant="secondary" disabled={held}>
                {t('publish')}
              </Button>
            </Form>
          )}
        </div>
      </Panel>
      {props.published && response.publishedAt && (
        <Panel id="public-response" heading={t('publicNow', { day: day(response.publishedAt) })}>
          <div className="in-stack in-stack--2">
            <p>
              <DispositionTag disposition={props.published.disposition} />
            </p>
            <p className="in-prelines">
              <Localised text={props.published.reason} />
            </p>
          </div>
        </Panel>
      )}
    </>
  )
}
