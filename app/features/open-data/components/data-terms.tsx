import { useTranslations } from 'use-intl/react'
import { Section } from '#app/ui/section.tsx'
import { dataLicencePage } from '../licence.ts'

const points = ['texts', 'masked', 'names', 'load'] as const

/** What data may be used for, and what whoever keeps it has to see to. */
export function DataTerms() {
  const t = useTranslations('public.openData.terms')
  return (
    <Section id="vilkar" heading={t('heading')}>
      <div className="in-prose">
        <ul>
          <li>
            {t.rich('licence', {
              licence: (words) => (
                <a href={dataLicencePage} rel="license">
                  {words}
                </a>
              ),
            })}
          </li>
          {points.map((point) => (
            <li key={point}>{t(point)}</li>
          ))}
        </ul>
      </div>
    </Section>
  )
}
