import { useTranslations } from 'use-intl/react'
import { Button } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { Panel } from '#app/ui/panel.tsx'
import type { DayAndClock } from '../round-clock.ts'
import { LEGAL_FORMS } from '../round-rules.ts'
import { type Filled, filledIn } from './both-forms.tsx'
import { MomentField } from './moment-field.tsx'
import { type PhaseChoice, RoundNameFields, RoundPlaceFields } from './round-name-fields.tsx'
import { ShortNoticeFields } from './short-notice-fields.tsx'

type NewRoundFormProps = {
  action: string
  phases: readonly PhaseChoice[]
  suggested: { opens: DayAndClock; deadline: DayAndClock }
  formKey: string
  filled: Filled
}

/** What it takes to start a round: what it is, and from when to when it takes input. */
export function NewRoundForm({ action, phases, suggested, formKey, filled }: NewRoundFormProps) {
  const t = useTranslations('workbench.newRound')
  const rules = useTranslations('workbench.roundRules')
  const { value, error } = filledIn(filled)
  const moment = (name: 'opens' | 'deadline') => (
    <MomentField
      {...{ day: `${name}Day`, clock: `${name}Clock`, label: rules(name), error: error(`${name}Day`) }}
      value={{
        day: value(`${name}Day`, suggested[name].day),
        clock: value(`${name}Clock`, suggested[name].clock),
      }}
    />
  )
  return (
    <form method="post" action={action} className="in-stack">
      <input type="hidden" name="key" value={formKey} />
      <Panel id="what" heading={t('what')}>
        <div className="in-form in-form--wide">
          <RoundNameFields {...{ phases, filled, stored: null }} />
          <RoundPlaceFields {...{ filled, stored: null }} />
        </div>
      </Panel>
      <Panel id="when" heading={t('when')}>
        <div className="in-form">
          <RadioGroup
            name="legalForm"
            legend={rules('legalForm')}
            help={rules('legalFormHelp')}
            error={error('legalForm')}
            defaultValue={value('legalForm', 'innspill')}
            options={LEGAL_FORMS.map((form) => ({ value: form, label: rules(`legalForms.${form}`) }))}
          />
          {moment('opens')}
          {moment('deadline')}
          {(error('reason') || value('reason', '') || value('reasonNn', '')) && (
            <>
              <p className="in-warned">{rules('short')}</p>
              <ShortNoticeFields {...{ filled }} stored={null} />
            </>
          )}
        </div>
      </Panel>
      <div className="in-row">
        <Button>{t('create')}</Button>
      </div>
    </form>
  )
}
