import { Form } from '@remix-run/react'
import { useLocale, useTranslations } from 'use-intl/react'
import { type LocalisedText, pick } from '#app/platform/localised-text.ts'
import { Button } from '#app/ui/button.tsx'
import { Select } from '#app/ui/field.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { type Filled, filledIn } from './both-forms.tsx'

type ParentPanelProps = {
  parentId: string | null
  strategies: readonly { id: string; title: LocalisedText }[]
  revision: number
  mayWrite: boolean
  formKey: string
  filled: Filled
}

/** What the strategy is part of. */
export function ParentPanel({ parentId, strategies, revision, mayWrite, formKey, filled }: ParentPanelProps) {
  const t = useTranslations('workbench.people')
  const locale = useLocale()
  const { value, error } = filledIn(filled)
  const parent = strategies.find(({ id }) => id === parentId)
  return (
    <Panel id="parent-panel" heading={t('parent')}>
      {mayWrite ? (
        <Form method="post" className="in-form" preventScrollReset>
          <input type="hidden" name="act" value="set-parent" />
          <input type="hidden" name="key" value={formKey} />
          <input type="hidden" name="revision" value={revision} />
          <Select
            name="parent"
            label={t('parent')}
            help={t('parentHelp')}
            error={error('parent')}
            emptyLabel={t('noParent')}
            options={strategies.map(({ id, title }) => ({ value: id, label: pick(title, locale).text }))}
            defaultValue={value('parent', parentId)}
          />
          <Button variant="secondary">{t('saveParent')}</Button>
        </Form>
      ) : (
        <p>{parent ? pick(parent.title, locale).text : t('noParent')}</p>
      )}
    </Panel>
  )
}
