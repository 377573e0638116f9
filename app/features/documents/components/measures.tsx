import type { ReactNode } from 'react'
import { useLocale, useTranslations } from 'use-intl/react'
import { useDates } from '#app/ui/dates.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { Localised } from '#app/ui/localised.tsx'
import { Section } from '#app/ui/section.tsx'
import { servingMission } from '../measures.ts'
import type { Serialised } from './document-head.tsx'
import { MeasureTable } from './measure-table.tsx'
import { MeasureStatus, MeasureText, measureId } from './measure-words.tsx'

type Measure = Serialised['measures'][number]
type Shown = { measures: readonly Measure[]; codes: ReadonlySet<string> }

/** What the document says shall be done, by which missions, how far it has come, and what is set aside. */
export function Measures({ measures, years }: { measures: readonly Measure[]; years: readonly number[] }) {
  const t = useTranslations('public.document')
  const codes = new Set(measures.map(({ code }) => code))
  const of = (kind: string) => measures.filter((one) => one.kind === kind && !one.retiredAt)
  const [missions, own, aside] = [of('mission'), of('measure'), of('set-aside')]
  const retired = measures.filter(({ retiredAt }) => retiredAt)
  return (
    <>
      {missions.length > 0 && (
        <Section id="oppdrag" heading={t('missions')}>
          <Missions {...{ measures: missions, codes }} all={measures.filter(({ retiredAt }) => !retiredAt)} />
        </Section>
      )}
      {own.length > 0 && (
        <Section id="tiltak" heading={t('measures')}>
          <div className="in-stack in-stack--6">
            <ul className="in-list">
              {own.map((measure) => (
                <MeasureItem key={measure.code} measure={measure}>
                  <MeasureFacts {...{ measure, codes }} />
                </MeasureItem>
              ))}
            </ul>
            {years.length > 0 && <MeasureTable {...{ measures: own, years, codes }} />}
          </div>
        </Section>
      )}
      {aside.length > 0 && (
        <Section id="ikke-prioritert" heading={t('setAside')}>
          <p className="in-measure">{t('setAsideText')}</p>
          <ul className="in-list in-list--after">
            {aside.map((measure) => (
              <MeasureItem key={measure.code} measure={measure}>
                {measure.goal && (
                  <p>
                    <MeasureText text={measure.goal} codes={codes} />
                  </p>
                )}
              </MeasureItem>
            ))}
          </ul>
        </Section>
      )}
      {retired.length > 0 && <Retired measures={retired} codes={codes} />}
    </>
  )
}

function Missions({ measures, all, codes }: Shown & { all: readonly Measure[] }) {
  const t = useTranslations('public.document')
  const locale = useLocale()
  return (
    <ul className="in-list">
      {measures.map((mission) => {
        const serving = servingMission(mission, all, locale)
        return (
          <MeasureItem key={mission.code} measure={mission}>
            {mission.goal && (
              <p>
                <MeasureText text={mission.goal} codes={codes} />
              </p>
            )}
            {serving.length > 0 && (
              <ul className="in-serving" aria-label={t('servedBy', { code: mission.code })}>
                {serving.map(({ code, statuses }) => (
                  <li key={code}>
                    <a href={`#${measureId(code)}`}>{code}</a>{' '}
                    {statuses.at(-1) && <MeasureStatus status={statuses.at(-1)?.status ?? ''} />}
                  </li>
                ))}
              </ul>
            )}
          </MeasureItem>
        )
      })}
    </ul>
  )
}

function MeasureItem({ measure: { code, title }, children }: { measure: Measure; children?: ReactNode }) {
  return (
    <li className="in-measure-item" id={measureId(code)}>
      <span className="in-measure-item__code">{code}</span>
      <div className="in-stack in-stack--2">
        <h3 className="in-h3">
          <Localised text={title} />
        </h3>
        {children}
      </div>
    </li>
  )
}

function MeasureFacts({ measure, codes }: { measure: Measure; codes: ReadonlySet<string> }) {
  const t = useTranslations('public.document')
  const { goal, owner, indicator } = measure
  return (
    <DefinitionList
      items={[
        { term: t('goal'), description: goal && <MeasureText text={goal} codes={codes} /> },
        { term: t('measureOwner'), description: owner && <Localised text={owner} /> },
        { term: t('indicator'), description: indicator && <MeasureText text={indicator} codes={codes} /> },
      ]}
    />
  )
}

function Retired({ measures, codes }: Shown) {
  const t = useTranslations('public.document')
  const { day } = useDates()
  return (
    <details className="in-section">
      <summary>{t('retired', { count: measures.length })}</summary>
      <ul className="in-list in-list--after">
        {measures.map((measure) => (
          <MeasureItem key={measure.code} measure={measure}>
            <p className="in-meta">{measure.retiredAt && t('retiredOn', { day: day(measure.retiredAt) })}</p>
            {measure.goal && (
              <p>
                <MeasureText text={measure.goal} codes={codes} />
              </p>
            )}
          </MeasureItem>
        ))}
      </ul>
    </details>
  )
}
