import { useTranslations } from 'use-intl/react'
import { CheckIcon, CircleIcon, HalfCircleIcon } from '#app/ui/icons.tsx'
import { Panel } from '#app/ui/panel.tsx'
import type { listNeighbours } from '../queries.server.ts'
import { InputTagged } from './input-status.tsx'

export type Neighbour = Awaited<ReturnType<typeof listNeighbours>>[number]

/** The inputs round the one that is read, in the order they came. */
export function NeighbourList(props: { neighbours: readonly Neighbour[]; here: string; roundId: string }) {
  const t = useTranslations('workbench')
  const own = props.neighbours.find(({ versionId }) => versionId === props.here)
  return (
    <Panel
      id="inputs-list"
      heading={t('reading.queue')}
      beside={
        own && (
          <span className="in-small in-muted in-num">
            {t('reading.place', { place: own.place, total: own.total })}
          </span>
        )
      }
    >
      <ul className="in-queue">
        {props.neighbours.map((neighbour) => {
          const { inputId, versionId, number, senderName, lateAt, withdrawnAt, tagged, passages } = neighbour
          const Mark = tagged === 0 ? CircleIcon : tagged < passages ? HalfCircleIcon : CheckIcon
          return (
            <li key={versionId}>
              <a
                href={`/workbench/inputs/${inputId}?version=${number}`}
                aria-current={versionId === props.here ? 'page' : undefined}
              >
                <b>{senderName}</b>
                <span className="in-small">
                  <Mark />
                  <span>
                    <InputTagged tagged={tagged} passages={passages} />
                    {withdrawnAt && ` · ${t('input.withdrawn').toLowerCase()}`}
                    {lateAt && ` · ${t('input.late').toLowerCase()}`}
                  </span>
                </span>
              </a>
            </li>
          )
        })}
      </ul>
      <p className="in-small">
        <a href={`/workbench/rounds/${props.roundId}`}>{t('reading.allInputs')}</a>
      </p>
    </Panel>
  )
}
