import { useTranslations } from 'use-intl/react'
import { senderKindKey } from '#app/features/organisations/sender-kind.ts'
import { useDates } from '#app/ui/dates.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { Localised } from '#app/ui/localised.tsx'
import type { RoundRules } from '../round-rules.ts'

/** The rules as they stand, in words. */
export function StandingRules({ rules }: { rules: RoundRules }) {
  const t = useTranslations('workbench.roundRules')
  const senders = useTranslations('public')
  const { moment } = useDates()
  const groups = Object.entries(rules.groupDeadlines)
  return (
    <DefinitionList
      wide
      items={[
        { term: t('legalForm'), description: t(`legalForms.${rules.legalForm}`) },
        { term: t('opens'), description: moment(rules.opensAt) },
        { term: t('deadline'), description: moment(rules.deadlineAt) },
        {
          term: t('reason'),
          description: rules.shortNoticeReason && <Localised text={rules.shortNoticeReason} />,
        },
        {
          term: t('late'),
          description: rules.acceptsLateUntil ? moment(rules.acceptsLateUntil) : t('noLate'),
        },
        ...groups.map(([kind, at]) => ({
          term: t('groupDeadline', { kind: senders(senderKindKey(kind)) }),
          description: moment(at),
        })),
        { term: t('naming'), description: t(`namings.${rules.naming}`) },
        { term: t('corrections'), description: t(rules.allowsCorrections ? 'yes' : 'no') },
        { term: t('withdrawal'), description: t(rules.allowsWithdrawal ? 'yes' : 'no') },
        { term: t('inputsShown'), description: t(`shown.${rules.inputsShown}`) },
      ]}
    />
  )
}
