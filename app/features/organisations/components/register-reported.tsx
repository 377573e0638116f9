import { useTranslations } from 'use-intl/react'
import { Alert } from '#app/ui/message.tsx'
import { Panel } from '#app/ui/panel.tsx'
import type { Imported, RegisterReport } from '../register.ts'

const shown = 100

/** What an import of a register did, or would do, with every row that was left out and why. */
export function RegisterReported({ report, tried }: { report: RegisterReport; tried: boolean }) {
  const t = useTranslations('workspace.keeping')
  const { rows, created, changed, same, counties, predecessors, absent, leftOut } = report
  return (
    <Panel id="report" heading={t(tried ? 'triedHeading' : 'doneHeading')}>
      <div className="in-stack in-stack--3">
        <Alert tone={tried ? 'info' : 'success'} live>
          <p>{t(tried ? 'triedText' : 'doneText')}</p>
        </Alert>
        <p>
          {t('counts', {
            ...{ rows, same, created: created.length, changed: changed.length, leftOut: leftOut.length },
          })}
        </p>
        <p>{t('countyCounts', counties)}</p>
        {predecessors > 0 && <p>{t('predecessors', { predecessors })}</p>}
        {leftOut.length > 0 && (
          <section className="in-stack in-stack--1" aria-labelledby="left-out">
            <h3 className="in-h3" id="left-out">
              {t('leftOut')}
            </h3>
            <ul className="ds-list">
              {leftOut.slice(0, shown).map(({ line, label, reason }) => (
                <li key={`${line} ${label}`} className="in-break">
                  {t('leftOutLine', { line, label: label || '–' })} {t(`row.${reason}`)}
                </li>
              ))}
            </ul>
            <More of={leftOut.length} />
          </section>
        )}
        <Municipalities heading={t('changed')} all={changed} />
        <Municipalities heading={t('absent')} all={absent} />
      </div>
    </Panel>
  )
}

function Municipalities({ heading, all }: { heading: string; all: readonly Imported[] }) {
  const t = useTranslations('workspace.keeping')
  if (all.length === 0) return null
  const nameOf = (field: string) => {
    const key = `field.${field}` as 'field.name'
    return t.has(key) ? t(key) : field
  }
  return (
    <details>
      <summary>
        {heading} ({all.length})
      </summary>
      <ul className="ds-list">
        {all.slice(0, shown).map(({ number, name, county, fields }) => (
          <li key={number} className="in-break">
            {[`${number} ${name}`, county].filter(Boolean).join(', ')}
            {fields.length > 0 && `: ${fields.map(nameOf).join(', ')}`}
          </li>
        ))}
      </ul>
      <More of={all.length} />
    </details>
  )
}

function More({ of }: { of: number }) {
  const t = useTranslations('workspace.keeping')
  return of > shown ? <p className="in-meta">{t('more', { shown, of })}</p> : null
}
