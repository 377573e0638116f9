import { Form } from '@remix-run/react'
import { useLocale, useTranslations } from 'use-intl/react'
import { pick } from '#app/platform/localised-text.ts'
import { Button } from '#app/ui/button.tsx'
import { useDates } from '#app/ui/dates.tsx'
import { Localised } from '#app/ui/localised.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import type { StaffPhase } from '../phases.server.ts'
import { BothForms, type Filled } from './both-forms.tsx'
import { OtherLanguages } from './other-languages.tsx'
import { Paragraphs } from './paragraphs.tsx'
import { useRegisterDays } from './register-days.tsx'

type PhasePanelProps = {
  phase: StaffPhase
  /** What the phase that stands in the way is called, where one does. */
  waitsFor: string | null
  base: string
  mayWrite: boolean
  keys: { open: string; outcome: string }
  filled: Filled
}

const tones = { done: 'success', now: 'info', next: 'neutral', later: 'neutral' } as const

/** One phase: where it stands, who decided that, and what can be decided next. */
export function PhasePanel({ phase, waitsFor, base, mayWrite, keys, filled }: PhasePanelProps) {
  const t = useTranslations('workbench.phases')
  const locale = useLocale()
  const day = useRegisterDays()
  const { moment } = useDates()
  const { id, title, purpose, startsOn, endsOn, state, openedAt, outcome, outcomeAt } = phase
  const name = pick(title, locale).text
  return (
    <Panel
      id={`phase-${id}`}
      heading={<Localised text={title} />}
      beside={<StatusTag tone={tones[state]}>{t(`states.${state}`)}</StatusTag>}
    >
      <div className="in-stack in-stack--3">
        <p className="in-meta">
          {t('window', { from: day(startsOn), to: day(endsOn) })}
          {openedAt && ` · ${t('opened', { at: moment(openedAt), name: phase.openedBy ?? t('unknown') })}`}
        </p>
        {Object.keys(purpose).length > 0 && <Paragraphs text={purpose} />}
        {outcome && (
          <div>
            <h3 className="in-h3">{t('outcome')}</h3>
            <Paragraphs text={outcome} />
            {outcomeAt && (
              <p className="in-meta">
                {t('recorded', { at: moment(outcomeAt), name: phase.outcomeBy ?? t('unknown') })}
              </p>
            )}
          </div>
        )}
        {!openedAt && waitsFor && <p className="in-muted">{t('blocked', { phase: waitsFor })}</p>}
        {mayWrite && !openedAt && !waitsFor && (
          <Form method="post">
            <input type="hidden" name="act" value="open-phase" />
            <input type="hidden" name="key" value={keys.open} />
            <input type="hidden" name="phase" value={id} />
            <Button aria-label={t('openOf', { phase: name })}>{t('open')}</Button>
          </Form>
        )}
        {mayWrite && openedAt && (
          <details className="in-fold" open={!outcome || filled.typed !== null}>
            <summary>{outcome ? t('correct') : t('record')}</summary>
            <OutcomeForm phase={phase} formKey={keys.outcome} filled={filled} />
          </details>
        )}
        {mayWrite && (
          <p>
            <a href={`${base}?phase=${id}#plan`} aria-label={t('editOf', { phase: name })}>
              {t('edit')}
            </a>
          </p>
        )}
      </div>
    </Panel>
  )
}

type OutcomeFormProps = { phase: StaffPhase; formKey: string; filled: Filled }

function OutcomeForm({ phase: { id, outcome, seen }, formKey, filled }: OutcomeFormProps) {
  const t = useTranslations('workbench.phases')
  return (
    <Form method="post" className="in-form in-form--wide" preventScrollReset>
      <input type="hidden" name="act" value="record-outcome" />
      <input type="hidden" name="key" value={formKey} />
      <input type="hidden" name="phase" value={id} />
      <input type="hidden" name="seen" value={seen.outcome} />
      <BothForms
        {...{ name: 'outcome', filled, stored: outcome, rows: 4, prefix: `${id}-` }}
        labels={{ nb: t('outcomeNb'), nn: t('outcomeNn') }}
        help={outcome ? t('correctText') : t('outcomeHelp')}
      />
      <OtherLanguages
        filled={filled}
        prefix={`${id}-`}
        texts={[{ name: 'outcome', called: 'outcome', stored: outcome, rows: 4 }]}
      />
      <Button variant={outcome ? 'secondary' : 'primary'}>{outcome ? t('correct') : t('record')}</Button>
    </Form>
  )
}
