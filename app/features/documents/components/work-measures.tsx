import { useTranslations } from 'use-intl/react'
import { useDates } from '#app/ui/dates.tsx'
import { Localised } from '#app/ui/localised.tsx'
import { Panel } from '#app/ui/panel.tsx'
import type { WorkMeasure } from './measure-form.tsx'
import { MeasureStatus, MeasureText } from './measure-words.tsx'
import type { Noted } from './status-form.tsx'

export type ListedMeasure = WorkMeasure & { statuses: readonly Noted[] }

type WorkMeasuresProps = {
  id: string
  heading: string
  measures: readonly ListedMeasure[]
  codes: ReadonlySet<string>
  /** Where one is changed and reported; null for those who only read. */
  at: string | null
}

/** The measures of one kind, with what is reported last, and the way to change and report. */
export function WorkMeasures({ id, heading, measures, codes, at }: WorkMeasuresProps) {
  const t = useTranslations('workbench.measures')
  const p = useTranslations('public.document')
  const { day } = useDates()
  return (
    <Panel id={id} heading={heading}>
      <ul className="in-list in-list--last">
        {measures.map((measure) => {
          const { code, title, goal, kind, retiredAt, statuses } = measure
          const last = statuses.at(-1)
          return (
            <li key={code} className="in-measure-item" id={`tiltak-${code}`}>
              <span className="in-measure-item__code">{code}</span>
              <div className="in-stack in-stack--2">
                <h3 className="in-h3">
                  <Localised text={title} />
                </h3>
                {goal && (
                  <p>
                    <MeasureText text={goal} codes={codes} />
                  </p>
                )}
                {retiredAt && <p className="in-meta">{p('retiredOn', { day: day(retiredAt) })}</p>}
                {kind === 'measure' && (
                  <p className="in-row">
                    {last ? (
                      <>
                        <MeasureStatus status={last.status} />
                        <span className="in-meta">{last.year}</span>
                      </>
                    ) : (
                      <span className="in-meta">{p('notReported')}</span>
                    )}
                  </p>
                )}
                {at && !retiredAt && (
                  <p className="in-steps-on">
                    <a href={`${at}?edit=${measure.id}#measure-form`} aria-label={t('editOf', { code })}>
                      {t('edit')}
                    </a>
                    {kind === 'measure' && (
                      <a href={`${at}?report=${measure.id}#status-form`} aria-label={t('reportOf', { code })}>
                        {t('report')}
                      </a>
                    )}
                  </p>
                )}
              </div>
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}
