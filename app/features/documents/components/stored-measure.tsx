import { useTranslations } from 'use-intl/react'
import { EveryLanguage } from '#app/features/strategies/components/every-language.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { Panel } from '#app/ui/panel.tsx'
import type { WorkMeasure } from './measure-form.tsx'

/** What somebody else saved of a measure while one was writing, in every language. */
export function StoredMeasure({ measure }: { measure: WorkMeasure }) {
  const t = useTranslations('workbench')
  const { title, goal, owner, indicator } = measure
  const fields = { title, goal, owner, indicator }
  return (
    <Panel id="stored" heading={t('measures.storedByOther')}>
      <DefinitionList
        items={(['title', 'goal', 'owner', 'indicator'] as const).map((name) => ({
          term: t(`otherLanguages.fields.${name}`),
          description: fields[name] && <EveryLanguage text={fields[name]} />,
        }))}
      />
    </Panel>
  )
}
