import { useTranslations } from 'use-intl/react'
import { Button } from '#app/ui/button.tsx'
import { Checkbox } from '#app/ui/choice.tsx'
import { Panel } from '#app/ui/panel.tsx'

type ApprovalSettingProps = { required: boolean; action: string; formKey: string | null }

/** Whether anything may be sent before an approver has approved it. Those without a key only read it. */
export function ApprovalSetting({ required, action, formKey }: ApprovalSettingProps) {
  const t = useTranslations('workspace.members')
  return (
    <Panel id="approval" heading={t('approval')}>
      {formKey ? (
        <form method="post" action={action} className="in-form">
          <input type="hidden" name="key" value={formKey} />
          <Checkbox
            name="required"
            label={t('approvalLabel')}
            help={t('approvalHelp')}
            defaultChecked={required}
          />
          <Button variant="secondary" name="act" value="approval">
            {t('approvalSave')}
          </Button>
        </form>
      ) : (
        <p>{required ? t('approvalIs') : t('approvalIsNot')}</p>
      )}
    </Panel>
  )
}
