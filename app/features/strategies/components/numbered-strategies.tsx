import { useLocale, useTranslations } from 'use-intl/react'
import { pathIn } from '#app/platform/locale.ts'
import { Localised } from '#app/ui/localised.tsx'
import { strategyPath } from '../address.ts'
import type { NumberedStrategy } from '../published-register.server.ts'
import { RegisterTags } from './register-tags.tsx'

/** The strategies that bear the number somebody looked for; nothing when none does. */
export function NumberedStrategies({ strategies }: { strategies: readonly NumberedStrategy[] }) {
  const t = useTranslations('public.search')
  const locale = useLocale()
  if (strategies.length === 0) return null
  return (
    <section className="in-panel in-stack in-stack--3" aria-labelledby="nummer">
      <h2 className="in-h4" id="nummer">
        {t('byNumber', { count: strategies.length })}
      </h2>
      {strategies.map((strategy) => (
        <div key={strategy.slug} className="in-stack in-stack--1">
          <p>
            <a href={pathIn(locale, strategyPath(strategy.slug))}>
              <strong>
                <Localised text={strategy.title} />
              </strong>
            </a>
          </p>
          <p className="in-kicker">
            <RegisterTags {...strategy} />
          </p>
          <p className="in-meta">
            {t('numbers', {
              project: strategy.projectNumber ?? 'none',
              case: strategy.caseNumber ?? 'none',
              both: strategy.projectNumber && strategy.caseNumber ? 'yes' : 'no',
            })}
          </p>
        </div>
      ))}
    </section>
  )
}
