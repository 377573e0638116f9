import { useTranslations } from 'use-intl/react'
import { SENDER_KINDS, senderKindKey } from '#app/features/organisations/sender-kind.ts'
import { Button } from '#app/ui/button.tsx'
import { Checkbox, RadioGroup } from '#app/ui/choice.tsx'
import { useDates } from '#app/ui/dates.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { type DayAndClock, dayAndClock } from '../round-clock.ts'
import { LEGAL_FORMS, ROUND_NAMINGS, type StandingRules } from '../round-rules.ts'
import { type Filled, filledIn } from './both-forms.tsx'
import { MomentField } from './moment-field.tsx'
import { ShortNoticeFields } from './short-notice-fields.tsx'
import { WhyFields } from './why-fields.tsx'

type RoundRulesFormProps = {
  rules: StandingRules
  opened: boolean
  /** Whether the round speaks English as well. */
  /** Days that a hearing gives, and whether that is too few. */
  notice: { days: number; short: boolean }
  seen: string
  formKey: string
  filled: Filled
}

const shownChoices = ['as-checked', 'after-closing'] as const

/** The rules of a round: when, for whom, by what name, and what senders may do afterwards. */
export function RoundRulesForm({ rules, opened, notice, seen, formKey, filled }: RoundRulesFormProps) {
  const t = useTranslations('workbench.roundRules')
  const senders = useTranslations('public')
  const { moment } = useDates()
  const { value, error } = filledIn(filled)
  const { typed } = filled
  const at = (name: 'opens' | 'deadline' | 'late', stored: Date | null): DayAndClock => {
    const { day, clock } = dayAndClock(stored)
    return { day: value(`${name}Day`, day), clock: value(`${name}Clock`, clock) }
  }
  const group = (kind: string): DayAndClock =>
    typed ? typedMoment(typed.groups, kind) : dayAndClock(rules.groupDeadlines[kind] ?? null)
  const ticked = (name: string, stored: boolean) => (typed ? typed[name] === 'on' : stored)
  const moments = (name: 'opens' | 'deadline' | 'late', stored: Date | null, help?: string) => (
    <MomentField
      {...{ day: `${name}Day`, clock: `${name}Clock`, label: t(name), help }}
      value={at(name, stored)}
      error={error(`${name}Day`)}
    />
  )
  const own = SENDER_KINDS.some((kind) => group(kind).day !== '' || error(`groups.${kind}.day`))
  return (
    <form method="post" className="in-stack">
      <input type="hidden" name="key" value={formKey} />
      <input type="hidden" name="seen" value={seen} />
      <Panel id="when" heading={t('when')}>
        <div className="in-form">
          {opened ? (
            <>
              <p>{t('openedAt', { at: moment(rules.opensAt), form: rules.legalForm })}</p>
              <input type="hidden" name="legalForm" value={rules.legalForm} />
            </>
          ) : (
            <>
              <RadioGroup
                name="legalForm"
                legend={t('legalForm')}
                help={t('legalFormHelp')}
                error={error('legalForm')}
                defaultValue={value('legalForm', rules.legalForm)}
                options={LEGAL_FORMS.map((form) => ({ value: form, label: t(`legalForms.${form}`) }))}
              />
              {moments('opens', rules.opensAt)}
            </>
          )}
          {moments('deadline', rules.deadlineAt, opened ? t('neverEarlier') : undefined)}
          <p className={notice.short ? 'in-warned' : 'in-meta'}>
            {t('days', { days: notice.days })} {notice.short && t('short')}
          </p>
          {(notice.short || error('reason') || rules.shortNoticeReason) && (
            <ShortNoticeFields {...{ filled }} stored={rules.shortNoticeReason} />
          )}
          {moments('late', rules.acceptsLateUntil, t('lateHelp'))}
          <details className="in-fold" open={own} id="groups">
            <summary>{t('groups')}</summary>
            <p className="in-meta">{t('groupsHelp')}</p>
            {SENDER_KINDS.map((kind) => (
              <MomentField
                key={kind}
                {...{ day: `groups.${kind}.day`, clock: `groups.${kind}.clock` }}
                label={senders(senderKindKey(kind))}
                value={group(kind)}
                error={error(`groups.${kind}.day`)}
              />
            ))}
          </details>
        </div>
      </Panel>
      <Panel id="who" heading={t('who')}>
        <div className="in-form">
          <RadioGroup
            name="naming"
            legend={t('naming')}
            help={t('namingHelp')}
            error={error('naming')}
            defaultValue={value('naming', rules.naming)}
            options={ROUND_NAMINGS.map((naming, place) => ({
              value: naming,
              label: t(`namings.${naming}`),
              help: t(`namingsHelp.${naming}`),
              disabled: opened && place < ROUND_NAMINGS.indexOf(rules.naming),
            }))}
          />
          <Checkbox
            name="corrections"
            value="on"
            label={t('corrections')}
            help={t('correctionsHelp')}
            error={error('corrections')}
            defaultChecked={ticked('corrections', rules.allowsCorrections)}
          />
          <Checkbox
            name="withdrawal"
            value="on"
            label={t('withdrawal')}
            help={t('withdrawalHelp')}
            error={error('withdrawal')}
            defaultChecked={ticked('withdrawal', rules.allowsWithdrawal)}
          />
          <RadioGroup
            name="inputsShown"
            legend={t('inputsShown')}
            error={error('inputsShown')}
            defaultValue={value('inputsShown', rules.inputsShown)}
            options={shownChoices.map((shown) => ({
              value: shown,
              label: t(`shown.${shown}`),
              disabled: opened && shown !== rules.inputsShown,
            }))}
          />
        </div>
      </Panel>
      {opened && (
        <Panel id="why">
          <div className="in-form in-form--wide">
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

function typedMoment(groups: unknown, kind: string): DayAndClock {
  const own = Object(Object(groups)[kind]) as Record<string, unknown>
  const word = (name: string) => (typeof own[name] === 'string' ? String(own[name]) : '')
  return { day: word('day'), clock: word('clock') }
}
