import { Form, useNavigation } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { Button } from '#app/ui/button.tsx'
import { Checkbox } from '#app/ui/choice.tsx'
import { useDates } from '#app/ui/dates.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Alert } from '#app/ui/message.tsx'
import { WorkHead } from '#app/ui/page-head.tsx'
import { Panel } from '#app/ui/panel.tsx'
import type { listPublishable } from '../queries.server.ts'
import { useReceived } from './input-status.tsx'

type Publishable = Awaited<ReturnType<typeof listPublishable>>[number]

type ConfirmPublicationProps = {
  inputs: readonly Publishable[]
  /** How many stretches of each version somebody should look at; null: not looked through. */
  proposals: Readonly<Record<string, number | null>>
  formKey: string
  back: string
}

/** The chosen inputs once more, before everyone can read them; first those that somebody should look at. */
export function ConfirmPublication({ inputs, proposals, formKey, back }: ConfirmPublicationProps) {
  const t = useTranslations('workbench.round.confirm')
  const busy = useNavigation().state === 'submitting'
  const count = inputs.length
  const doubtful = inputs.filter(({ versionId }) => proposals[versionId] !== 0)
  const clean = inputs.filter(({ versionId }) => proposals[versionId] === 0)
  if (count === 0)
    return (
      <Panel>
        <Empty heading={t('nothing')} action={{ href: back, label: t('cancel') }}>
          {t('nothingText')}
        </Empty>
      </Panel>
    )
  return (
    <>
      <WorkHead title={t('title', { count })} />
      <Form method="post" className="in-stack in-measure">
        <input type="hidden" name="key" value={formKey} />
        <Alert tone="warning">
          <p>{t('text')}</p>
        </Alert>
        {doubtful.length > 0 && (
          <Panel id="look" heading={t('some', { count: doubtful.length, all: count })} tone="warning">
            <div className="in-stack in-stack--3">
              <p>{t('someText')}</p>
              <ul className="in-list in-list--last" aria-label={t('someCaption')}>
                {doubtful.map((input) => (
                  <Doubtful
                    key={input.versionId}
                    input={input}
                    proposals={proposals[input.versionId] ?? null}
                  />
                ))}
              </ul>
            </div>
          </Panel>
        )}
        {clean.length > 0 && (
          <Panel id="chosen" heading={t('caption')}>
            <ul className="in-list in-list--last">
              {clean.map((input) => (
                <Clean key={input.versionId} input={input} />
              ))}
            </ul>
          </Panel>
        )}
        <div className="in-row">
          <Button disabled={busy}>
            {doubtful.length === 0 ? t('publish', { count }) : t('publishSome', { clean: clean.length })}
          </Button>
          <a href={back}>{t('cancel')}</a>
        </div>
      </Form>
    </>
  )
}

function Clean({ input }: { input: Publishable }) {
  const received = useReceived()
  const { day } = useDates()
  return (
    <li>
      <input type="hidden" name="version" value={input.versionId} />
      <div className="in-list__row">
        <a href={`/workbench/inputs/${input.inputId}?version=${input.number}`}>{input.senderName}</a>
        <span className="in-small in-muted">{received(input, day)}</span>
      </div>
    </li>
  )
}

function Doubtful({ input, proposals }: { input: Publishable; proposals: number | null }) {
  const t = useTranslations('workbench.round')
  const id = `despite-${input.versionId}`
  return (
    <li className="in-stack in-stack--2">
      <input type="hidden" name="version" value={input.versionId} />
      <div className="in-list__row">
        <a href={`/workbench/inputs/${input.inputId}/publication?version=${input.number}`}>
          {t('checkOf', { sender: input.senderName })}
        </a>
        <span className="in-small">
          {proposals === null ? t('notLooked') : t('proposals', { count: proposals })}
        </span>
      </div>
      <Checkbox
        id={id}
        name="despite"
        value={input.versionId}
        label={t('confirm.despite', { sender: input.senderName })}
      />
    </li>
  )
}
