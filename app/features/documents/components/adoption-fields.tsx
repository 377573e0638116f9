import { Form } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { OtherLanguages } from '#app/features/strategies/components/other-languages.tsx'
import type { LocalisedText } from '#app/platform/localised-text.ts'
import { Button } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { ADOPTER_KINDS } from '../adoption.ts'
import { type FieldProblem, filledWith, type Typed } from '../filled.ts'

type AdoptionFieldsProps = {
  /** What the version is called now. */
  title: LocalisedText
  formKey: string
  today: string
  typed: Typed
  errors: FieldProblem[]
}

/** The decision as it is to be recorded. Nothing is locked before it has been looked over. */
export function AdoptionFields({ title, formKey, today, typed, errors }: AdoptionFieldsProps) {
  const t = useTranslations('workbench')
  const errorOf = (name: string) => errors.find(({ field }) => field === name)?.message
  const line = (
    name: 'titleNb' | 'titleNn' | 'byNb' | 'byNn' | 'consultedNb' | 'consultedNn' | 'caseNumber',
    { stored, help }: { stored?: string; help?: string } = {},
  ) => (
    <TextField
      name={name}
      label={t(`adoption.${name}`)}
      help={help}
      error={errorOf(name)}
      defaultValue={filledWith(typed, name, stored)}
      lang={name.endsWith('Nn') ? 'nn' : name.endsWith('Nb') ? 'nb' : undefined}
    />
  )
  return (
    <Panel id="decision" heading={t('adoption.heading')}>
      <ErrorSummary heading={t('errors.heading')} errors={errors} />
      <Form method="post" className="in-form">
        <input type="hidden" name="act" value="check" />
        <input type="hidden" name="key" value={formKey} />
        {line('byNb', { help: t('adoption.byHelp') })}
        {line('byNn')}
        <RadioGroup
          name="kind"
          legend={t('adoption.kind')}
          error={errorOf('kind')}
          options={ADOPTER_KINDS.map((kind) => ({ value: kind, label: t(`adoption.kinds.${kind}`) }))}
          defaultValue={filledWith(typed, 'kind', '')}
        />
        <TextField
          name="on"
          type="date"
          max={today}
          label={t('adoption.on')}
          help={t('adoption.onHelp')}
          error={errorOf('on')}
          defaultValue={filledWith(typed, 'on', '')}
        />
        {line('caseNumber')}
        {line('consultedNb', { help: t('adoption.consultedHelp') })}
        {line('consultedNn')}
        {line('titleNb', { stored: title.nb, help: t('adoption.titleHelp') })}
        {line('titleNn', { stored: title.nn })}
        <OtherLanguages
          filled={{ typed, errors }}
          texts={[
            { name: 'by', label: t('adoption.by'), stored: null },
            { name: 'consulted', label: t('adoption.consulted'), stored: null },
            { name: 'title', called: 'name', stored: title },
          ]}
        />
        <Button>{t('adoption.look')}</Button>
      </Form>
    </Panel>
  )
}
