import { useLocale, useTranslations } from 'use-intl/react'
import { formatTag } from '#app/platform/locale.ts'
import { useDates } from '#app/ui/dates.tsx'
import { sizeWords } from '../report-file.ts'
import type { ReportFile } from '../reports.server.ts'

const names = { nb: 'bokmål', nn: 'nynorsk' } as const

/** The ways to a round's reports, each with format, written form and exact size; nothing where there are none. */
export function PublishedReports({ reports }: { reports: readonly PublicReport[] }) {
  const t = useTranslations('public.report')
  const locale = useLocale()
  const { day } = useDates()
  if (reports.length === 0) return null
  return (
    <section className="in-panel in-panel--wash in-stack in-stack--2 in-noprint" aria-labelledby="rapport">
      <h2 className="in-h3" id="rapport">
        {t('heading')}
      </h2>
      <p className="in-measure">{t('text')}</p>
      <ul className="in-list">
        {reports.map(({ id, format, lang, size, finishedAt }) => (
          <li key={id}>
            <a href={`/reports/${id}`} download>
              {t('file', {
                ...{ format: t(`formats.${format}`), language: names[lang] },
                size: sizeWords(size ?? 0, formatTag(locale)),
              })}
            </a>{' '}
            {finishedAt && <span className="in-meta">{t('made', { date: day(finishedAt) })}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What a page tells of a report. */
export type PublicReport = Pick<ReportFile, 'id' | 'format' | 'lang' | 'size' | 'finishedAt'>
