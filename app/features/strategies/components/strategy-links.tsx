import { useTranslations } from 'use-intl/react'
import { useRegisterDays } from './register-days.tsx'

type StrategyLinksProps = {
  strategyId: string
  /** What the strategy is called, for those who hear the links. */
  name: string
  mayDecide: boolean
  standing: { status: string; mandateTo: string | null; passed: boolean; published: boolean } | null
}

/** The ways into the work on one strategy, and what its staff should know at once. */
export function StrategyLinks({ strategyId, name, standing, mayDecide }: StrategyLinksProps) {
  const t = useTranslations('workbench.overview')
  const register = useTranslations('public.register')
  const day = useRegisterDays()
  const base = `/workbench/strategies/${strategyId}`
  const links = [
    { href: base, label: t('register') },
    { href: `${base}/phases`, label: t('phases') },
    { href: `${base}/documents`, label: t('documents') },
    { href: `${base}/meetings`, label: t('meetings') },
    { href: `${base}/codebook`, label: t('codebook') },
    { href: `${base}/quantity-words`, label: t('quantityWords') },
    ...(mayDecide
      ? [
          { href: `${base}/takedowns`, label: t('takedowns') },
          { href: `${base}/rounds/new`, label: t('newRound') },
        ]
      : []),
  ]
  return (
    <div className="in-stack in-stack--2">
      {standing && !standing.published && <p className="in-small in-muted">{t('notPublic')}</p>}
      {standing?.passed && standing.mandateTo && (
        <p className="in-small">
          <a href={base}>
            {t('mandatePassed', {
              day: day(standing.mandateTo),
              status: register('statuses', { status: standing.status }),
            })}
          </a>
        </p>
      )}
      <nav aria-label={t('strategyLinks', { strategy: name })}>
        <ul className="in-ways">
          {links.map(({ href, label }) => (
            <li key={href}>
              <a href={href}>{label}</a>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  )
}
