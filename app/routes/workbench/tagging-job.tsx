import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData, useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'
import { useTranslations } from 'use-intl/react'
import { JobStateTag } from '#app/features/discovery/components/job-list.tsx'
import { JobFacts, JobProgress } from '#app/features/discovery/components/job-outcome.tsx'
import { addressOf } from '#app/features/discovery/filters.ts'
import { undoJobForm } from '#app/features/discovery/forms.ts'
import { findTaggingJob, undoTagging } from '#app/features/discovery/tagging-job.server.ts'
import { isUnderWay, jobState } from '#app/features/discovery/tagging-job.ts'
import { requireStaff } from '#app/features/identity/access.server.ts'
import { translator } from '#app/messages/translator.ts'
import { answer, idParam } from '#app/platform/http/answer.server.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Alert } from '#app/ui/message.tsx'
import { WorkHead } from '#app/ui/page-head.tsx'
import { Panel } from '#app/ui/panel.tsx'

export const handle = { scripted: true }

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireStaff(args)
  const job = answer(await findTaggingJob(actor, idParam(args.params.job)))
  const t = translator(actor.locale, 'workbench')
  return {
    ...{ job, state: jobState(job), place: { strategyId: job.strategyId } },
    hits: job.filters && addressOf('/workbench/search', job.filters),
    crumbs: [
      { label: t('search.title'), href: '/workbench/search' },
      { label: t('saved.title'), href: '/workbench/search/saved' },
      { label: t('taggingJob.title') },
    ],
    pageTitle: t('taggingJob.title'),
  }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireStaff(args)
  const jobId = idParam(args.params.job)
  // Whoever may not see the job is told so before what they sent is looked at.
  answer(await findTaggingJob(actor, jobId))
  const form = await readForm(args.request, undoJobForm)
  if ('errors' in form) return data({ problem: translator(actor.locale, 'workbench')('errors.unclear') }, 422)
  answer(await undoTagging(actor, jobId))
  return redirect(`/workbench/tagging-jobs/${jobId}`)
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  page ? [{ title: `${page.pageTitle} – Innspill` }] : [{ title: 'Innspill' }]

export default function TaggingJob() {
  const { job, state, hits } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const t = useTranslations('workbench.taggingJob')
  const underWay = isUnderWay(state)
  useFollowing(underWay)
  return (
    <>
      <WorkHead title={t('title')} actions={<JobStateTag state={state} />} />
      <div className="in-stack">
        {refused && (
          <Alert tone="warning" live>
            <p>{refused.problem}</p>
          </Alert>
        )}
        <Panel id="progress" heading={t(`heading.${state}`)}>
          <div className="in-stack in-stack--3">
            <JobProgress {...{ job, state }} />
            {underWay && (
              <p>
                <a href={`/workbench/tagging-jobs/${job.id}`}>{t('look')}</a>
              </p>
            )}
            {job.mayUndo && (
              <form
                method="post"
                action={`/workbench/tagging-jobs/${job.id}`}
                className="in-stack in-stack--2"
              >
                <input type="hidden" name="act" value="undo" />
                <p className="in-small in-muted">{t('undoHelp')}</p>
                <div>
                  <Button variant="secondary" danger>
                    {t(state === 'running' ? 'stop' : 'undo')}
                  </Button>
                </div>
              </form>
            )}
          </div>
        </Panel>
        <JobFacts job={job} hits={hits} />
      </div>
    </>
  )
}

const everyMs = 1_000

/** Looks again every second while there is something to see, and somebody sees it. */
function useFollowing(underWay: boolean) {
  const { revalidate } = useRevalidator()
  useEffect(() => {
    if (!underWay) return
    const timer = setInterval(() => document.visibilityState === 'visible' && revalidate(), everyMs)
    return () => clearInterval(timer)
  }, [underWay, revalidate])
}
