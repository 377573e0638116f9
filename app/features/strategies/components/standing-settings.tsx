import { useTranslations } from 'use-intl/react'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { Localised } from '#app/ui/localised.tsx'
import { ROUND_PURPOSES } from '../round-revision.ts'
import type { SettledRound } from '../round-settings.server.ts'
import { EveryLanguage } from './every-language.tsx'
import type { PhaseNames } from './round-change-list.tsx'

/** What a round is called and says as it stands, in words. */
export function StandingSettings({ round, phases }: { round: SettledRound; phases: PhaseNames }) {
  const t = useTranslations('workbench.roundSettings')
  const { title, intro, number, slug, phaseId, contact } = round
  const purpose = ROUND_PURPOSES.find((one) => one === round.purpose)
  const { name, phone, mailbox } = contact ?? {}
  return (
    <DefinitionList
      wide
      items={[
        { term: t('about'), description: <EveryLanguage text={title} /> },
        { term: t('number'), description: t('numberIs', { number, slug }) },
        {
          term: t('introNb'),
          description: Object.keys(intro).length > 0 ? <EveryLanguage text={intro} /> : t('none'),
        },
        { term: t('phase'), description: <Localised text={phases[phaseId] ?? {}} /> },
        { term: t('purpose'), description: purpose ? t(`purposes.${purpose}`) : null },
        { term: t('contact'), description: [name, phone, mailbox].filter(Boolean).join(', ') || t('none') },
      ]}
    />
  )
}
