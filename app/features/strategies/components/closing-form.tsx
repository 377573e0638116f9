import { useTranslations } from 'use-intl/react'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Checkbox } from '#app/ui/choice.tsx'
import { useDates } from '#app/ui/dates.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { type Filled, filledIn } from './both-forms.tsx'
import { WhyFields } from './why-fields.tsx'

type ClosingFormProps = {
  act: 'close' | 'reopen'
  unsent: number
  lastDeadline: Date
  showsInputs: boolean
  formKey: string
  back: string
  filled: Filled
}

/** Ending a round before its time, or opening it again: what follows is said before it is done. */
export function ClosingForm(props: ClosingFormProps) {
  const { act, unsent, lastDeadline, showsInputs, formKey, back, filled } = props
  const t = useTranslations('workbench.closing')
  const { moment } = useDates()
  const closes = act === 'close'
  return (
    <Panel id="closing" heading={t(closes ? 'heading' : 'headingReopen')}>
      <form method="post" className="in-form in-form--wide">
        <input type="hidden" name="key" value={formKey} />
        <input type="hidden" name="act" value={act} />
        {closes ? (
          <>
            <p className="in-warned">{t('effect', { deadline: moment(lastDeadline) })}</p>
            <p>{t('unsent', { count: unsent })}</p>
            {showsInputs && <p>{t('shows')}</p>}
          </>
        ) : (
          <p>{t('effectReopen')}</p>
        )}
        <WhyFields filled={filled} />
        {closes && (
          <Checkbox
            name="confirmed"
            value="yes"
            label={t('confirm')}
            error={filledIn(filled).error('confirmed')}
          />
        )}
        <div className="in-row">
          <Button danger={closes}>{t(closes ? 'close' : 'reopen')}</Button>
          <LinkButton variant="secondary" href={back}>
            {t('cancel')}
          </LinkButton>
        </div>
      </form>
    </Panel>
  )
}
