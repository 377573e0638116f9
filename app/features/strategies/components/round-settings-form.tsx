import { useTranslations } from 'use-intl/react'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Panel } from '#app/ui/panel.tsx'
import type { SettledRound } from '../round-settings.server.ts'
import { type Filled, filledIn } from './both-forms.tsx'
import { type PhaseChoice, RoundNameFields, RoundPlaceFields } from './round-name-fields.tsx'
import { WhyFields } from './why-fields.tsx'

type SettingsFormProps = {
  round: SettledRound
  phases: readonly PhaseChoice[]
  opened: boolean
  seen: string
  formKey: string
  filled: Filled
}

/** What a round is called and says, and whom to ask about it; after the opening also why it is changed. */
export function RoundSettingsForm({ round, phases, opened, seen, formKey, filled }: SettingsFormProps) {
  const t = useTranslations('workbench.roundSettings')
  const { value, error } = filledIn(filled)
  const { contact, number, slug } = round
  return (
    <form method="post" className="in-stack">
      <input type="hidden" name="key" value={formKey} />
      <input type="hidden" name="seen" value={seen} />
      <Panel id="about" heading={t('about')}>
        <div className="in-form in-form--wide">
          <RoundNameFields {...{ phases, filled, stored: round, purposeFixed: opened }} />
          {round.isPublic ? (
            <>
              <p className="in-meta">
                {t('numberIs', { number, slug })}. {t('fixed')}
              </p>
              <input type="hidden" name="number" value={number} />
              <input type="hidden" name="slug" value={slug} />
            </>
          ) : (
            <RoundPlaceFields {...{ filled, stored: { number, slug } }} />
          )}
        </div>
      </Panel>
      <Panel id="contact" heading={t('contact')}>
        <div className="in-form">
          <p className="in-meta">{t('contactLead')}</p>
          <TextField
            name="contactName"
            label={t('contactName')}
            error={error('contactName')}
            defaultValue={value('contactName', contact?.name)}
          />
          <TextField
            name="contactPhone"
            type="tel"
            label={t('contactPhone')}
            error={error('contactPhone')}
            defaultValue={value('contactPhone', contact?.phone)}
          />
          <TextField
            name="mailbox"
            type="email"
            label={t('mailbox')}
            help={t('mailboxHelp')}
            error={error('mailbox')}
            defaultValue={value('mailbox', contact?.mailbox)}
          />
        </div>
      </Panel>
      {opened && (
        <Panel id="why">
          <div className="in-form in-form--wide">
            <p className="in-meta">{t('opened')}</p>
            <WhyFields filled={filled} />
          </div>
        </Panel>
      )}
      <div className="in-row">
        <Button>{t('save')}</Button>
      </div>
    </form>
  )
}
