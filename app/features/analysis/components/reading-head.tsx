import { useTranslations } from 'use-intl/react'
import { LinkButton } from '#app/ui/button.tsx'
import { useDates } from '#app/ui/dates.tsx'
import { ChevronLeftIcon, ChevronRightIcon } from '#app/ui/icons.tsx'
import { WorkHead } from '#app/ui/page-head.tsx'
import { Panel } from '#app/ui/panel.tsx'
import type { findInput } from '../reading.server.ts'
import { InputStatus, useLanguage, useReceived, useVersionKind } from './input-status.tsx'
import type { Neighbour } from './neighbour-list.tsx'
import { KeyHint } from './reading-form.tsx'

export type ReadInput = Exclude<Awaited<ReturnType<typeof findInput>>, { refusal: string }>
export type ReadVersion = ReadInput['versions'][number]

type ReadingHeadProps = Pick<ReadInput, 'input' | 'round'> & {
  version: ReadVersion
  neighbours: readonly Neighbour[]
  mayPublish: boolean
  /** Where the queue of whoever reads goes on. */
  queueHref: string
}

/** Who wrote, when and what it is, and the ways to the input before and after. */
export function ReadingHead(props: ReadingHeadProps) {
  const { input, round, version, neighbours, mayPublish, queueHref } = props
  const t = useTranslations('workbench')
  const { day } = useDates()
  const received = useReceived()
  const kindOf = useVersionKind()
  const languageOf = useLanguage()
  const at = neighbours.findIndex(({ versionId }) => versionId === version.id)
  const before = at > 0 ? neighbours[at - 1] : undefined
  const after = at >= 0 ? neighbours[at + 1] : undefined
  const published = version.publishedAt !== null
  const facts = [
    t('input.receipt', { number: version.receiptNumber }),
    t('reading.round', { number: round.number }),
    kindOf(version),
    languageOf(version.lang),
    received(version, day),
  ]
  return (
    <WorkHead
      title={version.senderName}
      meta={
        <>
          {facts.join(' · ')}{' '}
          <InputStatus
            withdrawnAt={input.withdrawnAt}
            lateAt={version.lateAt}
            {...{ published, withheld: version.withheld }}
          />
        </>
      }
      actions={
        <>
          <a href={queueHref} data-key="queue">
            {t('reading.inQueue')} <KeyHint of="queue" />
          </a>
          {before && (
            <LinkButton
              variant="secondary"
              size="sm"
              rel="prev"
              href={`/workbench/inputs/${before.inputId}?version=${before.number}`}
            >
              <ChevronLeftIcon />
              {t('reading.previous')}
            </LinkButton>
          )}
          {after && (
            <LinkButton
              variant="secondary"
              size="sm"
              rel="next"
              href={`/workbench/inputs/${after.inputId}?version=${after.number}`}
            >
              {t('reading.next')}
              <ChevronRightIcon />
            </LinkButton>
          )}
          {mayPublish && version.counts && !published && !input.withdrawnAt && (
            <LinkButton
              size="sm"
              href={`/workbench/inputs/${input.id}/publication?version=${version.number}`}
            >
              {t('reading.publish')}
            </LinkButton>
          )}
        </>
      }
    />
  )
}

type VersionsPanelProps = { base: string; version: ReadVersion; versions: readonly ReadVersion[] }

/** Every version the sender has sent, newest first. */
export function VersionsPanel({ base, version, versions }: VersionsPanelProps) {
  const t = useTranslations('workbench')
  const kindOf = useVersionKind()
  const received = useReceived()
  const { day } = useDates()
  return (
    <Panel id="versions" heading={t('reading.versions')}>
      <ul className="in-list">
        {versions.map((one) => (
          <li key={one.id}>
            <a
              href={`${base}?version=${one.number}`}
              aria-current={one.id === version.id ? 'true' : undefined}
            >
              {t('input.version', { number: one.number })}
            </a>
            <p className="in-small in-muted">
              {kindOf(one)} · {received(one, day)}
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
