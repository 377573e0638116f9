import { Form, useNavigation } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { Button } from '#app/ui/button.tsx'
import { useDates } from '#app/ui/dates.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Alert } from '#app/ui/message.tsx'
import { WorkHead } from '#app/ui/page-head.tsx'
import { Panel } from '#app/ui/panel.tsx'
import type { listPublishable } from '../queries.server.ts'
import { useReceived } from './input-status.tsx'

type Publishable = Awaited<ReturnType<typeof listPublishable>>[number]

/** The chosen inputs once more, before everyone can read them. */
export function ConfirmPublication(props: { inputs: readonly Publishable[]; formKey: string; back: string }) {
  const t = useTranslations('workbench.round.confirm')
  const received = useReceived()
  const { day } = useDates()
  const busy = useNavigation().state === 'submitting'
  const count = props.inputs.length
  if (count === 0)
    return (
      <Panel>
        <Empty heading={t('nothing')} action={{ href: props.back, label: t('cancel') }}>
          {t('nothingText')}
        </Empty>
      </Panel>
    )
  return (
    <>
      <WorkHead title={t('title', { count })} />
      <Form method="post" className="in-stack in-measure">
        <input type="hidden" name="key" value={props.formKey} />
        <Alert tone="warning">
          <p>{t('text')}</p>
        </Alert>
        <Panel id="chosen" heading={t('caption')}>
          <ul className="in-list">
            {props.inputs.map((input) => (
              <li key={input.versionId}>
                <input type="hidden" name="version" value={input.versionId} />
                <div className="in-list__row">
                  <a href={`/workbench/inputs/${input.inputId}?version=${input.number}`}>
                    {input.senderName}
                  </a>
                  <span className="in-small in-muted">{received(input, day)}</span>
                </div>
              </li>
            ))}
          </ul>
        </Panel>
        <div className="in-row">
          <Button disabled={busy}>{t('publish', { count })}</Button>
          <a href={props.back}>{t('cancel')}</a>
        </div>
      </Form>
    </>
  )
}
