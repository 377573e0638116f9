import { useFormatter, useTranslations } from 'use-intl/react'
import { senderKindKey } from '#app/features/organisations/sender-kind.ts'
import type { BuiltQuestion } from '../building.server.ts'
import { asksImportance } from '../question.ts'

type Facts = Pick<BuiltQuestion, 'kind' | 'required' | 'settings' | 'askedOf'>

/** Of what kind a question is, and how it is asked, on one line. */
export function QuestionFacts({ question }: { question: Facts }) {
  const t = useTranslations('workbench.questionnaire')
  const senders = useTranslations('public')
  const format = useFormatter()
  const { kind, required, askedOf, settings } = question
  const facts = [
    t(`kinds.${kind}`),
    required ? t('required') : t('optional'),
    asksImportance({ kind, settings }) && t('asksImportance'),
    settings?.mostCharacters && t('atMostCharacters', { count: settings.mostCharacters }),
    askedOf && t('onlyFor', { kinds: format.list(askedOf.map((one) => senders(senderKindKey(one)))) }),
  ]
  return <>{facts.filter(Boolean).join(' · ')}</>
}
