import { useTranslations } from 'use-intl/react'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { Panel } from '#app/ui/panel.tsx'

type TakingBackFormProps = {
  version: string
  published: boolean
  refused: { message: string; reason: string } | undefined
  formKey: string
  back: string
}

/** Taking back what staff registered: what happens then is said first, and the reason is asked for. */
export function TakingBackForm({ version, published, refused, formKey, back }: TakingBackFormProps) {
  const t = useTranslations('workbench.takingBack')
  return (
    <Panel id="take-back" heading={t('heading')}>
      <form method="post" className="in-form">
        <input type="hidden" name="key" value={formKey} />
        <input type="hidden" name="version" value={version} />
        <p>{t('effect')}</p>
        <TextArea
          name="reason"
          rows={4}
          label={t('reason')}
          help={t(published ? 'reasonPublic' : 'reasonStaff')}
          defaultValue={refused?.reason}
          error={refused?.message}
        />
        <div className="in-row">
          <Button danger>{t('submit')}</Button>
          <LinkButton variant="secondary" href={back}>
            {t('cancel')}
          </LinkButton>
        </div>
      </form>
    </Panel>
  )
}
