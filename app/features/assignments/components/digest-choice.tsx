import { useTranslations } from 'use-intl/react'
import { Button } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { Panel } from '#app/ui/panel.tsx'

/** Whether one wants the letter of the day. */
export function DigestChoice({ wanted, formKey }: { wanted: boolean; formKey: string }) {
  const t = useTranslations('workbench.queue')
  return (
    <Panel id="digest" heading={t('digest')}>
      <form method="post" action="/workbench/queue#digest" className="in-form">
        <input type="hidden" name="key" value={formKey} />
        <RadioGroup
          name="wanted"
          legend={t('digestLegend')}
          defaultValue={wanted ? 'yes' : 'no'}
          options={[
            { value: 'yes', label: t('digestYes') },
            { value: 'no', label: t('digestNo') },
          ]}
        />
        <p>
          <Button variant="secondary">{t('digestSave')}</Button>
        </p>
      </form>
    </Panel>
  )
}
