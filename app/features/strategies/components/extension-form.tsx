import { useTranslations } from 'use-intl/react'
import { Button } from '#app/ui/button.tsx'
import { useDates } from '#app/ui/dates.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { dayAndClock } from '../round-clock.ts'
import { type Filled, filledIn } from './both-forms.tsx'
import { MomentField } from './moment-field.tsx'

type ExtensionFormProps = {
  base: string
  organisation: { id: string; name: string; invitedAt: Date | null; extendedUntil: Date | null }
  ordinary: Date
  /** The ordinary deadline has passed, so what was given only gets longer. */
  counts: boolean
  /** Taking back is asked for. */
  takingBack: boolean
  formKey: string
  filled: Filled
}

/** A deadline of its own for one organisation, or taking it back. */
export function ExtensionForm(props: ExtensionFormProps) {
  const { base, organisation, ordinary, counts, takingBack, formKey, filled } = props
  const t = useTranslations('workbench.extensions')
  const { moment } = useDates()
  const { value, error } = filledIn(filled)
  const { id, name, invitedAt, extendedUntil } = organisation
  const stored = dayAndClock(extendedUntil ?? ordinary)
  const back = takingBack && extendedUntil !== null
  return (
    <Panel id="organisation" heading={back ? t('takeBackOf', { name }) : t('giveOf', { name })}>
      <form
        method="post"
        action={`${base}?organisation=${id}${back ? '&take-back=1' : ''}#organisation`}
        className="in-form"
      >
        <input type="hidden" name="key" value={formKey} />
        <input type="hidden" name="organisation" value={id} />
        <input type="hidden" name="act" value={back ? 'take-back' : 'give'} />
        <p>
          {t('ordinary', { at: moment(ordinary) })}{' '}
          {extendedUntil && t('standsAt', { at: moment(extendedUntil) })} {!invitedAt && t('uninvitedText')}{' '}
          {counts && extendedUntil && t('onlyLonger')}
        </p>
        {!back && (
          <MomentField
            day="day"
            clock="clock"
            label={t('until')}
            value={{ day: value('day', stored.day), clock: value('clock', stored.clock) }}
            error={error('day')}
          />
        )}
        <TextArea
          name="reason"
          rows={3}
          label={t('reason')}
          help={t('reasonHelp')}
          defaultValue={value('reason', '')}
          error={error('reason')}
        />
        <div className="in-row">
          <Button danger={back}>{back ? t('takeBackYes') : t('give')}</Button>
          <a href={base}>{t('cancel')}</a>
        </div>
      </form>
    </Panel>
  )
}
