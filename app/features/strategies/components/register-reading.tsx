import { useTranslations } from 'use-intl/react'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { REGISTER_FIELDS, type RegisterRecord } from '../revision.ts'
import { FieldValue } from './revision-list.tsx'

/** Every field of the register, for staff who read it and do not write it. */
export function RegisterReading({ record }: { record: RegisterRecord }) {
  const t = useTranslations('workbench.register')
  const fields = useTranslations('public.register.fields')
  // Where it belongs is shown with the people; an id says nothing here.
  const shown = REGISTER_FIELDS.filter((field) => field !== 'parentId' && field !== 'published')
  return (
    <Panel id="fields" heading={t('title')}>
      <DefinitionList
        wide
        items={shown.map((field) => ({
          term: fields(field),
          description: <FieldValue field={field} value={record[field]} />,
        }))}
      />
    </Panel>
  )
}
