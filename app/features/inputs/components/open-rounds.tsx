import { useTranslations } from 'use-intl/react'
import { roundPath } from '#app/features/strategies/address.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Localised } from '#app/ui/localised.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { receiptPath, startPath, writingPath } from '../address.ts'
import type { DeadlineStanding } from '../deadline.ts'
import type { Progress } from '../progress.server.ts'
import type { OpenRound } from '../queries.server.ts'
import { DeadlineLine } from './deadline-line.tsx'
import { DraftProgress } from './draft-progress.tsx'

type Shown = Pick<
  OpenRound,
  'id' | 'slug' | 'number' | 'title' | 'strategySlug' | 'strategyTitle' | 'invitedAt'
> & {
  standing: DeadlineStanding
  progress: Progress | null
}

/** The rounds that take input now, each with its deadline and the one thing to do next. */
export function OpenRounds({ organisation, rounds }: { organisation: string; rounds: readonly Shown[] }) {
  const t = useTranslations('workspace.overview')
  return (
    <Panel id="open" heading={t('open')}>
      {rounds.length === 0 ? (
        <Empty heading={t('noOpen')} level={3} action={{ href: '/', label: t('readRounds') }}>
          {t('noOpenText')}
        </Empty>
      ) : (
        <ul className="in-list">
          {rounds.map((round, place) => (
            <li key={round.id} className="in-list__row">
              <div className="in-stack in-stack--1">
                <h3 className="in-h3">
                  <Localised text={round.strategyTitle} />: <Localised text={round.title} />
                </h3>
                <p>
                  <DeadlineLine standing={round.standing} />
                </p>
                <p className="in-small in-row">
                  {round.invitedAt && <StatusTag line>{t('invited')}</StatusTag>}
                  <a href={roundPath(round.strategySlug, round.slug)}>{t('readRound')}</a>
                </p>
                {round.progress && !round.progress.withdrawnAt && (
                  <DraftProgress organisation={organisation} progress={round.progress} />
                )}
              </div>
              <NextStep {...{ organisation, round }} first={place === 0} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

function NextStep({ organisation, round, first }: { organisation: string; round: Shown; first: boolean }) {
  const t = useTranslations('workspace.overview')
  const { progress } = round
  const variant = first ? 'primary' : 'secondary'
  if (!progress)
    return (
      <LinkButton href={startPath(organisation, round.id)} variant={variant}>
        {t('start')}
      </LinkButton>
    )
  if (progress.versions > 0)
    return (
      <LinkButton href={receiptPath(organisation, progress.inputId)} variant="secondary">
        {t('correct')}
      </LinkButton>
    )
  return (
    <LinkButton href={writingPath(organisation, progress.inputId)} variant={variant}>
      {t('write')}
    </LinkButton>
  )
}
