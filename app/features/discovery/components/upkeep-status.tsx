import { useFormatter, useTranslations } from 'use-intl/react'
import { useDates } from '#app/ui/dates.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { Progress } from '#app/ui/progress.tsx'
import { DataTable } from '#app/ui/table.tsx'
import type { Upkeep } from '../upkeep.server.ts'
import { lengthOf } from '../upkeep.ts'

type Meilisearch = NonNullable<Upkeep['meilisearch']>

/** The indexes beside each other: what they hold, what waits and what was given up. */
export function IndexTable({ postgres, meilisearch }: Pick<Upkeep, 'postgres' | 'meilisearch'>) {
  const t = useTranslations('auth.upkeep')
  const format = useFormatter()
  const rows = [
    { key: 'postgres' as const, documents: postgres.documents, ...backlog(postgres) },
    ...(meilisearch
      ? [
          {
            key: 'meilisearch' as const,
            documents: meilisearch.live?.documents ?? null,
            ...backlog(meilisearch),
          },
        ]
      : []),
  ]
  return (
    <>
      <DataTable
        caption={t('columns.caption')}
        captionHidden
        columns={[
          { key: 'index', label: t('columns.index') },
          { key: 'documents', label: t('columns.documents'), numeric: true },
          { key: 'waiting', label: t('columns.waiting'), numeric: true },
          { key: 'oldest', label: t('columns.oldest') },
          { key: 'dead', label: t('columns.dead'), numeric: true },
        ]}
        rows={rows.map(({ key, documents, waiting, oldestWaitingMs, deadCount }) => ({
          key,
          cells: [
            t(`engine.${key}`),
            documents === null ? t('unknown') : format.number(documents),
            format.number(waiting),
            waiting === 0 ? '–' : t('length', lengthOf(oldestWaitingMs)),
            format.number(deadCount),
          ],
        }))}
      />
      <p className="in-small in-muted">{t('rule')}</p>
    </>
  )
}

const backlog = ({ waiting, oldestWaitingMs, deadCount }: Upkeep['postgres'] | Meilisearch) => ({
  ...{ waiting, oldestWaitingMs, deadCount },
})

/** What the Meilisearch server has, does and was last found to hold. */
export function MeilisearchDetails(status: Meilisearch) {
  const t = useTranslations('auth.upkeep.meilisearch')
  const upkeep = useTranslations('auth.upkeep')
  const { moment, clock } = useDates()
  const { live, building, lastCheck, sender, asked, inFlight } = status
  const wishes = [asked.rebuild && t('askedRebuild'), asked.check && t('askedCheck')].filter(Boolean)
  return (
    <>
      {building && (
        <Progress value={building.done} max={Math.max(1, building.total)}>
          {t('building', building)}
        </Progress>
      )}
      <DefinitionList
        wide
        items={[
          {
            term: t('server'),
            description: status.reachable
              ? t('reachable', { version: status.version ?? 'none' })
              : t('unreachable'),
          },
          {
            term: t('live'),
            description: live ? t('liveText', { uid: live.uid, at: moment(live.builtAt) }) : t('none'),
          },
          {
            term: t('inFlight'),
            description: t('inFlightText', {
              count: inFlight,
              length: upkeep('length', lengthOf(status.oldestTaskMs)),
            }),
          },
          {
            term: t('check'),
            description: lastCheck
              ? t('checkText', {
                  ...lastCheck,
                  at: moment(lastCheck.checkedAt),
                  wrong: lastCheck.missing + lastCheck.extra + lastCheck.older,
                })
              : t('neverChecked'),
          },
          { term: t('asked'), description: wishes.join(', ') },
          {
            term: t('sender'),
            description: sender
              ? t('senderText', { holder: sender.holder.slice(0, 8), at: clock(sender.expiresAt) })
              : t('noSender'),
          },
        ]}
      />
    </>
  )
}

/** What was given up, by key and code: those who keep the house do not read the inputs. */
export function DeadLetters({ postgres, meilisearch }: Pick<Upkeep, 'postgres' | 'meilisearch'>) {
  const t = useTranslations('auth.upkeep')
  const { moment } = useDates()
  const of = (engine: 'postgres' | 'meilisearch') => (letter: Upkeep['postgres']['dead'][number]) => ({
    ...letter,
    engine,
  })
  const dead = [
    ...postgres.dead.map(of('postgres')),
    ...(meilisearch?.dead.map(of('meilisearch')) ?? []),
  ].sort((a, b) => b.since.getTime() - a.since.getTime())
  return (
    <>
      <p className="in-meta">
        {t('dead.count', {
          shown: dead.length,
          count: postgres.deadCount + (meilisearch?.deadCount ?? 0),
        })}
      </p>
      <DataTable
        caption={t('dead.caption')}
        captionHidden
        columns={[
          { key: 'reason', label: t('dead.reason') },
          { key: 'audience', label: t('dead.audience') },
          { key: 'index', label: t('dead.index') },
          { key: 'since', label: t('dead.since') },
          { key: 'key', label: t('dead.key') },
        ]}
        rows={dead.map(({ docKey, engine, reason, since }) => {
          const [audience = '', id = docKey] = docKey.split('/')
          return {
            key: `${engine} ${docKey}`,
            cells: [
              <code key="reason">{reason}</code>,
              t(`dead.${audience === 'staff' || audience === 'public' ? audience : 'other'}`),
              t(`engine.${engine}`),
              moment(since),
              <code key="id" className="in-hash in-nowrap">
                {id}
              </code>,
            ],
          }
        })}
      />
    </>
  )
}
