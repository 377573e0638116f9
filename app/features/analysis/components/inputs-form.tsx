import { Form } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import type { InputStatus as Status } from '#app/features/inputs/publication.ts'
import { Button } from '#app/ui/button.tsx'
import { useDates } from '#app/ui/dates.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { ActionBar } from '#app/ui/panes.tsx'
import { Table } from '#app/ui/table.tsx'
import type { listRoundInputs } from '../queries.server.ts'
import { InputStatus, InputTagged, useReceived, useVersionKind } from './input-status.tsx'

type RoundInput = Awaited<ReturnType<typeof listRoundInputs>>['rows'][number]

type InputsFormProps = {
  action: string
  inputs: readonly RoundInput[]
  status: Status
  page: number
  mayPublish: boolean
  chooseAll: boolean
}

/** A page of a round's inputs. Those that wait can be chosen and taken on to the confirmation. */
export function InputsForm({ action, inputs, status, page, mayPublish, chooseAll }: InputsFormProps) {
  const t = useTranslations('workbench.round')
  if (inputs.length === 0)
    return (
      <Panel>
        <Empty
          heading={t(`empty.${status}`)}
          action={status === 'all' ? undefined : { href: action, label: t('showAll') }}
        >
          {t(`emptyText.${status}`)}
        </Empty>
      </Panel>
    )
  const waiting = inputs.some(isWaiting)
  const choosable = mayPublish && waiting
  const here = `${action}?status=${status}&page=${page}`
  return (
    <Form method="get" action={action} preventScrollReset className="in-stack">
      <input type="hidden" name="status" value={status} />
      <input type="hidden" name="page" value={page} />
      <Panel>
        <Table caption={t('caption')} captionHidden>
          <thead>
            <tr>
              {choosable && <th scope="col">{t('columns.choose')}</th>}
              <th scope="col">{t('columns.sender')}</th>
              <th scope="col">{t('columns.received')}</th>
              <th scope="col">{t('columns.status')}</th>
              <th scope="col">{t('columns.tagged')}</th>
            </tr>
          </thead>
          <tbody>
            {inputs.map((input) => (
              <InputRow key={`${input.inputId} ${chooseAll}`} {...{ input, choosable, chooseAll }} />
            ))}
          </tbody>
        </Table>
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
          <a href={chooseAll ? here : `${here}&select=all`}>{t(chooseAll ? 'chooseNone' : 'chooseAll')}</a>{' '}
          <span className="in-muted">{t('publishHint')}</span>
        </ActionBar>
      )}
    </Form>
  )
}

const isWaiting = ({ published, withdrawnAt }: RoundInput) => !published && !withdrawnAt

type InputRowProps = { input: RoundInput; choosable: boolean; chooseAll: boolean }

function InputRow({ input, choosable, chooseAll }: InputRowProps) {
  const t = useTranslations('workbench')
  const kindOf = useVersionKind()
  const received = useReceived()
  const { day } = useDates()
  return (
    <tr>
      {choosable && (
        <td>
          {isWaiting(input) && (
            <input
              className="ds-input"
              type="checkbox"
              name="version"
              value={input.versionId}
              defaultChecked={chooseAll}
              aria-label={t('round.choose', { sender: input.senderName })}
            />
          )}
        </td>
      )}
      <th scope="row">
        <a href={`/workbench/inputs/${input.inputId}`}>{input.senderName}</a>
        <br />
        <span className="in-small in-muted">
          {kindOf(input)}
          {input.number > 1 && ` · ${t('input.version', { number: input.number })}`}
        </span>
      </th>
      <td>{received(input, day)}</td>
      <td>
        <InputStatus {...input} />
      </td>
      <td className="in-small in-muted">
        <InputTagged {...input} />
      </td>
    </tr>
  )
}
