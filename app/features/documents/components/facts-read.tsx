import { useLocale, useTranslations } from 'use-intl/react'
import { EveryLanguage } from '#app/features/strategies/components/every-language.tsx'
import { pick } from '#app/platform/localised-text.ts'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { Panel } from '#app/ui/panel.tsx'
import type { Facts } from '../facts.ts'
import { useDocumentWords } from './document-words.tsx'
import type { OtherDocument } from './facts-form.tsx'

/** The facts for those who read them; with `heading`, what somebody else saved while one was writing. */
export function FactsRead({
  facts,
  others,
  heading,
}: {
  facts: Facts
  others: readonly OtherDocument[]
  heading?: string
}) {
  const t = useTranslations('workbench.facts')
  const other = useTranslations('workbench.otherLanguages.fields')
  const p = useTranslations('public.document')
  const locale = useLocale()
  const { period, kind } = useDocumentWords()
  const titleOf = (wanted: string | null) =>
    pick(others.find(({ id }) => id === wanted)?.title ?? {}, locale).text
  return (
    <Panel id="facts-stored" heading={heading ?? t('heading')}>
      <DefinitionList
        items={[
          { term: t('kind'), description: kind(facts.kind) },
          { term: other('title'), description: <EveryLanguage text={facts.title} /> },
          { term: t('subtitle'), description: facts.subtitle && <EveryLanguage text={facts.subtitle} /> },
          { term: p('ownerTerm'), description: facts.owner && <EveryLanguage text={facts.owner} /> },
          { term: p('periodTerm'), description: period(facts) },
          { term: t('contact'), description: facts.contact },
          { term: t('parent'), description: titleOf(facts.parentId) },
          { term: t('supersedes'), description: titleOf(facts.supersedesId) },
        ]}
      />
    </Panel>
  )
}
