import { Form } from '@remix-run/react'
import { useLocale, useTranslations } from 'use-intl/react'
import { pick } from '#app/platform/localised-text.ts'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Panel } from '#app/ui/panel.tsx'
import type { StaffPhase } from '../phases.server.ts'
import { BothForms, type Filled, filledIn } from './both-forms.tsx'
import { OtherLanguages } from './other-languages.tsx'

type PhasePlanFormProps = { editing: StaffPhase | null; base: string; formKey: string; filled: Filled }

/** What a phase is for and when it is planned: a new one, or the one chosen. */
export function PhasePlanForm({ editing, base, formKey, filled }: PhasePlanFormProps) {
  const t = useTranslations('workbench.phases')
  const locale = useLocale()
  const { value, error } = filledIn(filled)
  const day = (name: 'startsOn' | 'endsOn') => (
    <TextField
      {...{ name, label: t(name), error: error(name), type: 'date' }}
      defaultValue={value(name, editing?.[name])}
    />
  )
  return (
    <Panel id="plan" heading={editing ? t('editOf', { phase: pick(editing.title, locale).text }) : t('add')}>
      <Form
        method="post"
        action={editing ? `${base}?phase=${editing.id}` : base}
        className="in-form in-form--wide"
        key={editing?.id ?? 'new'}
        preventScrollReset
      >
        <input type="hidden" name="act" value="write-phase" />
        <input type="hidden" name="key" value={formKey} />
        <input type="hidden" name="seen" value={editing?.seen.plan ?? ''} />
        {editing && <input type="hidden" name="phase" value={editing.id} />}
        <BothForms
          {...{ name: 'title', filled, stored: editing?.title ?? null }}
          labels={{ nb: t('titleNb'), nn: t('titleNn') }}
        />
        <BothForms
          {...{ name: 'purpose', filled, stored: editing?.purpose ?? null, rows: 3 }}
          labels={{ nb: t('purposeNb'), nn: t('purposeNn') }}
        />
        <OtherLanguages
          filled={filled}
          texts={[
            { name: 'title', called: 'name', stored: editing?.title },
            { name: 'purpose', called: 'purpose', stored: editing?.purpose, rows: 3 },
          ]}
        />
        <div className="in-both">
          {day('startsOn')}
          {day('endsOn')}
        </div>
        <div className="in-row">
          <Button variant="secondary">{t('save')}</Button>
          {editing && <a href={base}>{t('cancel')}</a>}
        </div>
      </Form>
    </Panel>
  )
}
