import { useTranslations } from 'use-intl/react'
import { positionOf } from '#app/features/analysis/position.ts'
import { useDates } from '#app/ui/dates.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { Localised } from '#app/ui/localised.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { Progress } from '#app/ui/progress.tsx'
import { ThemeTag } from '#app/ui/theme-code.tsx'
import type { FoundJob } from '../tagging-job.server.ts'
import type { JobState } from '../tagging-job.ts'
import { SearchSummary } from './search-summary.tsx'

/** How far a job has come, or what came of it. */
export function JobProgress({ job, state }: { job: FoundJob; state: JobState }) {
  const t = useTranslations('workbench.taggingJob')
  const { total, done, tagged, had, standing } = job
  const gone = done - tagged - had
  if (state === 'running')
    return (
      <Progress value={done} max={Math.max(1, total)}>
        {t('progress', { done, total })}
      </Progress>
    )
  if (state === 'undoing')
    return (
      <Progress value={Math.max(0, tagged - standing)} max={Math.max(1, tagged)}>
        {t('undoing', { left: standing, tagged })}
      </Progress>
    )
  return (
    <div role="status" className="in-stack in-stack--2">
      {state === 'stopped' && <p>{t('stopped', { left: total - done, total })}</p>}
      {state === 'undone' ? (
        <p>{t('undone', { tagged, standing })}</p>
      ) : (
        <>
          <p>{t('tagged', { tagged, total })}</p>
          {standing < tagged && <p>{t('removedSince', { count: tagged - standing, tagged })}</p>}
        </>
      )}
      {had > 0 && <p>{t('had', { had, total })}</p>}
      {gone > 0 && <p>{t('gone', { gone, total })}</p>}
    </div>
  )
}

/** What was asked for, by whom and when. */
export function JobFacts({ job, hits }: { job: FoundJob; hits: string | null }) {
  const t = useTranslations('workbench.taggingJob')
  const positions = useTranslations('workbench.search.position')
  const { moment } = useDates()
  const { theme, now, position, search, asker, askedAt, undoer, undoneAt, strategyId } = job
  const stand = positionOf(position)
  const themesAt = `/workbench/strategies/${strategyId}/codebook/themes`
  const link = ({ id, code, colour, title }: Pick<FoundJob['theme'], 'id' | 'code' | 'colour' | 'title'>) => (
    <a href={`${themesAt}/${id}`}>
      <ThemeTag code={code} color={colour}>
        <Localised text={title} />
      </ThemeTag>
    </a>
  )
  return (
    <Panel id="facts" heading={t('facts')}>
      <div className="in-stack in-stack--3">
        <DefinitionList
          wide
          items={[
            {
              term: t('search'),
              description: search ? <SearchSummary search={search} /> : t('searchUnread'),
            },
            { term: t('theme'), description: link(theme) },
            {
              term: t('themeNow'),
              description: now && (
                <>
                  {link(now)} <span className="in-muted">{t('themeMerged')}</span>
                </>
              ),
            },
            { term: t('position'), description: stand && positions(stand) },
            { term: t('asked'), description: t('byAt', { name: asker, when: moment(askedAt) }) },
            {
              term: t('undoneBy'),
              description: undoneAt && t('byAt', { name: undoer ?? '', when: moment(undoneAt) }),
            },
          ]}
        />
        {hits && (
          <p>
            <a href={hits}>{t('toHits')}</a>
          </p>
        )}
      </div>
    </Panel>
  )
}
