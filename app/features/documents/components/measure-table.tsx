import { useTranslations } from 'use-intl/react'
import { Localised } from '#app/ui/localised.tsx'
import { DataTable } from '#app/ui/table.tsx'
import type { Serialised } from './document-head.tsx'
import { MeasureStatus, MeasureText, measureId } from './measure-words.tsx'

type Measure = Serialised['measures'][number]

type MeasureTableProps = {
  measures: readonly Measure[]
  years: readonly number[]
  codes: ReadonlySet<string>
}

/** Measures by year. What nobody has reported is said, and counted. */
export function MeasureTable({ measures, years, codes }: MeasureTableProps) {
  const t = useTranslations('public.document')
  const statusIn = ({ statuses }: Measure, year: number) => statuses.find((one) => one.year === year)
  return (
    <DataTable
      wide
      caption={t('statusByYear')}
      columns={[
        { key: 'measure', label: t('measure') },
        ...years.map((year) => ({ key: String(year), label: String(year) })),
      ]}
      rows={measures.map((measure) => ({
        key: measure.code,
        cells: [
          <span key="name" className="in-status-name">
            <a href={`#${measureId(measure.code)}`}>{measure.code}</a> <Localised text={measure.title} />
          </span>,
          ...years.map((year) => {
            const found = statusIn(measure, year)
            if (!found) return <span className="in-muted">{t('notReported')}</span>
            return (
              <div key={year} className="in-status-cell">
                <MeasureStatus status={found.status} />
                {found.note && (
                  <p className="in-small">
                    <MeasureText text={found.note} codes={codes} />
                  </p>
                )}
              </div>
            )
          }),
        ],
      }))}
      foot={[
        t('reported'),
        ...years.map((year) =>
          t('reportedOf', {
            reported: measures.filter((measure) => statusIn(measure, year)).length,
            all: measures.length,
          }),
        ),
      ]}
    />
  )
}
