import { useTranslations } from 'use-intl/react'
import { Panel } from '#app/ui/panel.tsx'

/** From a finding on: to what is made of it, what it changed, and how it was written. */
export function FindingWays({ base }: { base: string }) {
  const t = useTranslations('workbench.finding')
  return (
    <Panel id="ways" heading={t('way')}>
      <ul className="in-stack in-stack--2">
        {(['response', 'changes', 'history'] as const).map((way) => (
          <li key={way}>
            <a href={`${base}/${way}`}>{t(way)}</a>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
