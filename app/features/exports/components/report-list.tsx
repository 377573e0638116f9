import { Form, useNavigation } from '@remix-run/react'
import { useLocale, useTranslations } from 'use-intl/react'
import { Button } from '#app/ui/button.tsx'
import { useDates } from '#app/ui/dates.tsx'
import { CheckCircleIcon } from '#app/ui/icons.tsx'
import { Progress } from '#app/ui/progress.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { reportState } from '../report.ts'
import { sizeWords } from '../report-file.ts'
import type { ListedReport } from '../reports.server.ts'

type ReportListProps = { base: string; reports: readonly ListedReport[]; mayMake: boolean; formKey: string }

/** The reports of a round, the newest first: how far each is, the file, and letting everyone have it. */
export function ReportList({ base, reports, mayMake, formKey }: ReportListProps) {
  return (
    <ul className="in-list">
      {reports.map((report) => (
        <li key={report.id} id={`rapport-${report.id}`} className="in-stack in-stack--2">
          <ReportRow {...{ base, report, mayMake, formKey }} />
        </li>
      ))}
    </ul>
  )
}

type RowProps = Omit<ReportListProps, 'reports'> & { report: ListedReport }

function ReportRow({ base, report, mayMake, formKey }: RowProps) {
  const t = useTranslations('workbench.report')
  const { moment } = useDates()
  const { id, format, lang, scope, steps, done, problem } = report
  const state = reportState(report)
  // Amid a name a written form is no proper noun.
  const language = t(`languages.${lang}`).toLowerCase()
  const name = t('name', { format: t(`formats.${format}`), language, scope })
  return (
    <>
      <div className="in-row">
        <h3 className="in-h3">{name}</h3>
        <ReportTag report={report} />
      </div>
      <p className="in-meta">
        {t('askedBy', { name: report.askedBy, when: moment(report.askedAt) })}{' '}
        {report.finishedAt && state === 'made' && t('madeAt', { when: moment(report.finishedAt) })}
      </p>
      {state === 'making' && (
        <>
          <Progress value={done} max={Math.max(1, steps)}>
            {t('progress', { done, steps })}
          </Progress>
          <p>
            <a href={base}>{t('look')}</a>
          </p>
        </>
      )}
      {state === 'failed' && (
        <p>
          {t(
            `problem.${problem === 'nothing-published' || problem === 'nothing-written' ? problem : 'failed'}`,
          )}
        </p>
      )}
      {state === 'made' && report.outdated && <p className="in-measure">{t('outdated')}</p>}
      {state === 'made' && (
        <div className="in-row">
          <Download href={`${base}/${id}`} report={report} />
          {mayMake && <PublishForm {...{ report, name, formKey }} />}
        </div>
      )}
    </>
  )
}

function ReportTag({ report }: { report: ListedReport }) {
  const t = useTranslations('workbench.report.state')
  const state = reportState(report)
  if (state === 'made' && report.outdated) return <StatusTag tone="warning">{t('outdated')}</StatusTag>
  if (report.publishedAt)
    return (
      <StatusTag tone="success" icon={CheckCircleIcon}>
        {t('published')}
      </StatusTag>
    )
  return (
    <StatusTag tone={state === 'failed' ? 'danger' : state === 'made' ? 'info' : 'neutral'}>
      {t(state)}
    </StatusTag>
  )
}

function Download({ href, report }: { href: string; report: ListedReport }) {
  const t = useTranslations('workbench.report')
  const locale = useLocale()
  return (
    <a href={href} download>
      {t('download', { format: report.format.toUpperCase(), size: sizeWords(report.size ?? 0, locale) })}
    </a>
  )
}

function PublishForm({ report, name, formKey }: { report: ListedReport; name: string; formKey: string }) {
  const t = useTranslations('workbench.report')
  const busy = useNavigation().state === 'submitting'
  const { id, scope, publishedAt, outdated } = report
  if (scope === 'draft') return <span className="in-meta">{t('onlyPublished')}</span>
  if (!publishedAt && outdated) return null
  return (
    <Form method="post">
      <input type="hidden" name="act" value={publishedAt ? 'take-off' : 'publish'} />
      <input type="hidden" name="key" value={formKey} />
      <input type="hidden" name="report" value={id} />
      <Button
        variant="secondary"
        disabled={busy}
        title={publishedAt ? undefined : t('publishHelp')}
        aria-label={t(publishedAt ? 'takeOffNamed' : 'publishNamed', { name })}
      >
        {t(publishedAt ? 'takeOff' : 'publish')}
      </Button>
    </Form>
  )
}
