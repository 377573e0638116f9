import { Form } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import type { InputStatus as Status } from '#app/features/inputs/publication.ts'
import { Button } from '#app/ui/button.tsx'
import { useDates } from '#app/ui/dates.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { ActionBar } from '#app/ui/panes.tsx'
import type { listRoundInputs } from '../queries.server.ts'
import { InputStatus, InputTagged, useReceived, useVersionKind } from './input-status.tsx'

type RoundInput = Awaited<ReturnType<typeof listRoundInputs>>['rows'][number]

type InputsFormProps = {
  action: string
  inputs: readonly RoundInput[]
  status: Status
  /** Whose inputs these are, by a part of the name; empty where they are everybody's. */
  sender: string
  page: number
  mayPublish: boolean
  chooseAll: boolean
  /** How many stretches of each waiting version somebody should look at; null: not looked through. */
  proposals: Readonly<Record<string, number | null>>
}

/** A page of a round's inputs. Those that wait can be chosen and taken on to the confirmation. */
export function InputsForm(props: InputsFormProps) {
  const { action, inputs, status, sender, page, mayPublish, chooseAll, proposals } = props
  const t = useTranslations('workbench.round')
  if (inputs.length === 0)
    return (
      <Panel>
        <Empty
          heading={t(sender === '' ? `empty.${status}` : 'noneFrom', { sender })}
          action={status === 'all' && sender === '' ? undefined : { href: action, label: t('showAll') }}
        >
          {t(sender === '' ? `emptyText.${status}` : 'noneFromText')}
        </Empty>
      </Panel>
    )
  const waiting = inputs.some(isWaiting)
  const choosable = mayPublish && waiting
  const here = `${action}?${new URLSearchParams({ status, ...(sender && { sender }), page: String(page) })}`
  return (
    <Form method="get" action={action} preventScrollReset className="in-stack">
      <input type="hidden" name="status" value={status} />
      <input type="hidden" name="page" value={page} />
      {sender !== '' && <input type="hidden" name="sender" value={sender} />}
      {choosable && <p className="in-hint">{t('publishHint')}</p>}
      <Panel>
        <ul className="in-list" aria-label={t('caption')}>
          {inputs.map((input) => (
            <InputRow
              key={`${input.versionId} ${chooseAll}`}
              {...{ input, choosable, chooseAll }}
              proposals={proposals[input.versionId]}
            />
          ))}
        </ul>
      </Panel>
      {choosable && (
        <ActionBar
          label={t('actions')}
          actions={
            <Button name="confirm" value="1">
              {t('publish')}
            </Button>
          }
        >
          <a href={chooseAll ? here : `${here}&select=all`}>{t(chooseAll ? 'chooseNone' : 'chooseAll')}</a>
        </ActionBar>
      )}
    </Form>
  )
}

const isWaiting = ({ published, withheld, withdrawnAt }: RoundInput) =>
  !published && !withheld && !withdrawnAt

type InputRowProps = {
  input: RoundInput
  choosable: boolean
  chooseAll: boolean
  proposals: number | null | undefined
}

function InputRow({ input, choosable, chooseAll, proposals }: InputRowProps) {
  const t = useTranslations('workbench')
  const kindOf = useVersionKind()
  const received = useReceived()
  const { day } = useDates()
  const facts = [
    received(input, day),
    kindOf(input),
    input.number > 1 && t('input.version', { number: input.number }),
  ].filter(Boolean)
  return (
    <li>
      <div className="in-list__row">
        <div className={choosable ? 'in-chosen' : undefined}>
          {choosable && isWaiting(input) && (
            <input
              className="ds-input"
              type="checkbox"
              name="version"
              value={input.versionId}
              defaultChecked={chooseAll}
              aria-label={t('round.choose', { sender: input.senderName })}
            />
          )}
          <div>
            <p>
              <a href={`/workbench/inputs/${input.inputId}?version=${input.number}`}>
                <strong>{input.senderName}</strong>
              </a>
            </p>
            <p className="in-small in-muted">
              {facts.join(' · ')} · <InputTagged {...input} within />
            </p>
            <p className="in-small">
              <a
                href={`/workbench/inputs/${input.inputId}/publication?version=${input.number}`}
                aria-label={t('round.checkOf', { sender: input.senderName })}
              >
                {t('round.check')}
              </a>
              {proposals === null && <> · {t('round.notLooked')}</>}
              {proposals ? <> · {t('round.proposals', { count: proposals })}</> : null}
            </p>
          </div>
        </div>
        <InputStatus {...input} />
      </div>
    </li>
  )
}
