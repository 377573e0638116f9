import { useTranslations } from 'use-intl/react'
import { useDates } from '#app/ui/dates.tsx'
import { Localised } from '#app/ui/localised.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { ThemeTag } from '#app/ui/theme-code.tsx'
import type { TaggingJob } from '../tagging-job.server.ts'
import { type JobState, jobState } from '../tagging-job.ts'
import { SearchSummary } from './search-summary.tsx'

const tones: Record<JobState, 'info' | 'success' | 'warning' | 'neutral'> = {
  ...{ running: 'info', done: 'success', stopped: 'warning', undoing: 'info', undone: 'neutral' },
}

/** How it stands with a job, in a word. */
export function JobStateTag({ state }: { state: JobState }) {
  const t = useTranslations('workbench.taggingJob')
  return <StatusTag tone={tones[state]}>{t(`state.${state}`)}</StatusTag>
}

/** What has been tagged at once lately. */
export function JobList({ jobs }: { jobs: readonly TaggingJob[] }) {
  const t = useTranslations('workbench.taggingJob')
  const { moment } = useDates()
  if (jobs.length === 0) return null
  return (
    <Panel id="jobs" heading={t('recent')}>
      <ul className="in-list">
        {jobs.map((job) => (
          <li key={job.id} className="in-stack in-stack--1">
            <h3 className="in-h3">
              <a href={`/workbench/tagging-jobs/${job.id}`}>
                {t('oneJob', { count: job.total, when: moment(job.askedAt) })}
              </a>{' '}
              <JobStateTag state={jobState(job)} />
            </h3>
            <p className="in-row">
              <ThemeTag code={job.theme.code} color={job.theme.colour}>
                <Localised text={job.theme.title} />
              </ThemeTag>
            </p>
            <p>{job.search ? <SearchSummary search={job.search} /> : t('searchUnread')}</p>
            <p className="in-meta">{t('askedBy', { name: job.asker })}</p>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
