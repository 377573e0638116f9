import { useTranslations } from 'use-intl/react'
import { Button } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { Alert } from '#app/ui/message.tsx'
import { Panel } from '#app/ui/panel.tsx'

type DigestChoiceProps = {
  wanted: boolean
  /** What was just chosen. */
  saved: 'yes' | 'no' | null
  formKey: string
}

/** Whether one wants the letter of the day. */
export function DigestChoice({ wanted, saved, formKey }: DigestChoiceProps) {
  const t = useTranslations('workbench.queue')
  return (
    <Panel id="digest" heading={t('digest')}>
      <form method="post" action="/workbench/queue#digest" className="in-form">
        <input type="hidden" name="key" value={formKey} />
        {saved && (
          <Alert tone="success" live>
            <p>{t(`digestSaved.${saved}`)}</p>
          </Alert>
        )}
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
