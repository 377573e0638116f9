import { useLocale, useTranslations } from 'use-intl/react'
import { documentPath } from '#app/features/strategies/address.ts'
import { pathIn } from '#app/platform/locale.ts'
import { Localised } from '#app/ui/localised.tsx'
import { Section } from '#app/ui/section.tsx'
import type { Serialised } from './document-head.tsx'

/** The sub-plans there shall be against those there are: how many, which are missing, and the way to the others. */
export function SubPlans({ page: { strategy, subPlans } }: { page: Serialised }) {
  const t = useTranslations('public.document')
  const locale = useLocale()
  const { expected, others } = subPlans
  if (expected.length + others.length === 0) return null
  const missing = expected.filter(({ present }) => !present)
  const present = expected.flatMap(({ present }) => present ?? [])
  const list = (plans: typeof others) => (
    <ul className="in-plans">
      {plans.map(({ slug, title }) => (
        <li key={slug}>
          <a href={pathIn(locale, documentPath(strategy.slug, slug))}>
            <Localised text={title} />
          </a>
        </li>
      ))}
    </ul>
  )
  return (
    <Section id="underplaner" heading={t('subPlans')}>
      <div className="in-stack">
        {expected.length > 0 && (
          <p>{t('subPlansPresent', { present: present.length, expected: expected.length })}</p>
        )}
        {missing.length > 0 && (
          <div id="mangler">
            <h3 className="in-h3">{t('subPlansMissing', { count: missing.length })}</h3>
            <ul className="in-plans in-plans--missing">
              {missing.map(({ title }) => (
                <li key={Object.values(title).join()}>
                  <Localised text={title} />
                </li>
              ))}
            </ul>
          </div>
        )}
        {present.length > 0 && (
          <div>
            <h3 className="in-h3">{t('subPlansThere', { count: present.length })}</h3>
            {list(present)}
          </div>
        )}
        {others.length > 0 && (
          <div>
            <h3 className="in-h3">{t('subPlansOthers')}</h3>
            {list(others)}
          </div>
        )}
      </div>
    </Section>
  )
}
