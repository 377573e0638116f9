import { Form, useNavigation } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Select, TextField } from '#app/ui/field.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { REGISTER_KINDS, REGISTER_STATUSES } from '../register.ts'
import type { RegisterRecord } from '../revision.ts'
import { BothForms, type Filled, filledIn } from './both-forms.tsx'
import { OtherLanguages } from './other-languages.tsx'

type RegisterFormProps = { record: RegisterRecord; revision: number; formKey: string; filled: Filled }

/** Every field of the register. What was typed stays when a save is refused. */
export function RegisterForm({ record, revision, formKey, filled }: RegisterFormProps) {
  const t = useTranslations('workbench.register')
  const errors = useTranslations('workbench.errors')
  const register = useTranslations('public.register')
  const busy = useNavigation().formData?.get('act') === 'save'
  const { value, error } = filledIn(filled)
  const field = (name: 'projectNumber' | 'caseNumber' | 'contactEmail', help: string) => (
    <TextField
      {...{ name, help, label: t(name), error: error(name) }}
      defaultValue={value(name, record[name])}
    />
  )
  const day = (name: 'mandateFrom' | 'mandateTo' | 'appointedOn') => (
    <TextField
      {...{ name, label: t(name), error: error(name), type: 'date' }}
      defaultValue={value(name, record[name])}
    />
  )
  const both = (name: TextName, help?: string) => (
    <BothForms
      {...{ name, filled, help, stored: record[name], rows: TEXTS[name] }}
      labels={{ nb: t(`${name}Nb`), nn: t(`${name}Nn`) }}
    />
  )
  return (
    <Panel id="fields" heading={t('title')}>
      <ErrorSummary heading={errors('heading')} errors={[...filled.errors]} />
      <Form method="post" className="in-form in-form--wide" preventScrollReset>
        <input type="hidden" name="act" value="save" />
        <input type="hidden" name="key" value={formKey} />
        <input type="hidden" name="revision" value={revision} />
        <h3 className="in-h3">{t('identity')}</h3>
        {both('title')}
        <div className="in-both">
          <Select
            name="kind"
            label={t('kind')}
            error={error('kind')}
            options={REGISTER_KINDS.map((kind) => ({ value: kind, label: register('kinds', { kind }) }))}
            defaultValue={value('kind', record.kind)}
          />
          <Select
            name="status"
            label={t('status')}
            help={t('statusHelp')}
            error={error('status')}
            options={REGISTER_STATUSES.map((status) => ({
              value: status,
              label: register('statuses', { status }),
            }))}
            defaultValue={value('status', record.status)}
          />
        </div>
        <div className="in-both">
          {field('projectNumber', t('projectNumberHelp'))}
          {field('caseNumber', t('caseNumberHelp'))}
        </div>
        <h3 className="in-h3">{t('dates')}</h3>
        <div className="in-both">
          {day('mandateFrom')}
          {day('mandateTo')}
        </div>
        <div className="in-both">{day('appointedOn')}</div>
        <h3 className="in-h3">{t('goals')}</h3>
        {both('goals', t('goalsHelp'))}
        {both('results', t('goalsHelp'))}
        <h3 className="in-h3">{t('texts')}</h3>
        {both('summary', t('summaryHelp'))}
        {both('scope')}
        {both('legalRegime')}
        <div className="in-both">{field('contactEmail', t('contactEmailHelp'))}</div>
        <OtherLanguages
          filled={filled}
          texts={names.map((name) => ({
            ...{ name, label: register(`fields.${name}`), stored: record[name], rows: TEXTS[name] },
          }))}
        />
        <Button aria-disabled={busy}>{t('save')}</Button>
      </Form>
    </Panel>
  )
}

const TEXTS = { title: undefined, goals: 6, results: 6, summary: 4, scope: 3, legalRegime: 6 } as const
type TextName = keyof typeof TEXTS
const names = Object.keys(TEXTS) as TextName[]
