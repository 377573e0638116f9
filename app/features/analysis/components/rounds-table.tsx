import { useLocale, useTranslations } from 'use-intl/react'
import { type LocalisedText, pick } from '#app/platform/localised-text.ts'
import { useDates } from '#app/ui/dates.tsx'
import { Localised } from '#app/ui/localised.tsx'
import { DataTable } from '#app/ui/table.tsx'
import type { listWork } from '../queries.server.ts'

type WorkRound = Awaited<ReturnType<typeof listWork>>[number]['rounds'][number]

/** The rounds of a strategy and how far the work with each has come; every number stands with what it is of. */
export function RoundsTable(props: { strategyTitle: LocalisedText; rounds: readonly WorkRound[] }) {
  const t = useTranslations('workbench.overview')
  const locale = useLocale()
  const { moment } = useDates()
  if (props.rounds.length === 0) return <p className="in-muted">{t('noRounds')}</p>
  const of = (part: number, whole: number) => (whole === 0 ? '0' : t('of', { part, whole }))
  return (
    <DataTable
      caption={t('caption', { strategy: pick(props.strategyTitle, locale).text })}
      captionHidden
      columns={[
        { key: 'round', label: t('columns.round') },
        { key: 'deadline', label: t('columns.deadline'), whole: true },
        { key: 'answered', label: t('columns.answered'), numeric: true },
        { key: 'received', label: t('columns.received'), numeric: true },
        { key: 'published', label: t('columns.published'), numeric: true },
        { key: 'tagged', label: t('columns.tagged'), numeric: true },
        { key: 'findings', label: t('findings') },
      ]}
      rows={props.rounds.map((round) => ({
        key: round.id,
        cells: [
          <span key="round">
            <a href={`/workbench/rounds/${round.id}`}>{t('round', { number: round.number })}</a>
            <span className="in-under">
              <Localised text={round.title} />
            </span>
          </span>,
          moment(round.deadlineAt),
          round.invited === 0 ? t('noneInvited') : of(round.answered, round.invited),
          <Received key="received" {...round} />,
          of(round.published, round.received - round.withdrawn),
          of(round.tagged, round.passages),
          <a key="findings" href={`/workbench/rounds/${round.id}/findings`}>
            {t('findings')}
          </a>,
        ],
      }))}
    />
  )
}

function Received({ received, late, withdrawn }: Pick<WorkRound, 'received' | 'late' | 'withdrawn'>) {
  const t = useTranslations('workbench.overview')
  return (
    <>
      {t('count', { count: received })}
      {late > 0 && (
        <span className="in-small in-muted">
          <br />
          {t('late', { late })}
        </span>
      )}
      {withdrawn > 0 && (
        <span className="in-small in-muted">
          <br />
          {t('withdrawn', { withdrawn })}
        </span>
      )}
    </>
  )
}
