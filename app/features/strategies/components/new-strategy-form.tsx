import { useTranslations } from 'use-intl/react'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Select, TextField } from '#app/ui/field.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { REGISTER_KINDS } from '../register.ts'
import { BothForms, type Filled, filledIn } from './both-forms.tsx'
import { OtherLanguages } from './other-languages.tsx'

type NewStrategyFormProps = {
  organisers: readonly { id: string; name: string }[]
  formKey: string
  filled: Filled
}

/** What an administrator says of a strategy to start it. */
export function NewStrategyForm({ organisers, formKey, filled }: NewStrategyFormProps) {
  const t = useTranslations('workbench.strategies')
  const errors = useTranslations('workbench.errors')
  const register = useTranslations('public.register')
  const { value, error } = filledIn(filled)
  return (
    <Panel id="new" heading={t('new')}>
      <ErrorSummary heading={errors('heading')} errors={[...filled.errors]} />
      <form method="post" className="in-form in-form--wide">
        <input type="hidden" name="key" value={formKey} />
        <BothForms
          {...{ name: 'title', filled, stored: null }}
          labels={{ nb: t('titleNb'), nn: t('titleNn') }}
        />
        <OtherLanguages filled={filled} texts={[{ name: 'title', called: 'title', stored: null }]} />
        <div className="in-both">
          <Select
            name="kind"
            label={t('kind')}
            error={error('kind')}
            options={REGISTER_KINDS.map((kind) => ({ value: kind, label: register('kinds', { kind }) }))}
            defaultValue={value('kind', 'strategy')}
          />
          <TextField
            name="slug"
            label={t('slug')}
            help={t('slugHelp')}
            error={error('slug')}
            autoCapitalize="none"
            spellCheck={false}
            defaultValue={value('slug', '')}
          />
        </div>
        <div className="in-both">
          <Select
            name="organiser"
            label={t('organiser')}
            error={error('organiser')}
            emptyLabel={t('choose')}
            options={organisers.map(({ id, name }) => ({ value: id, label: name }))}
            defaultValue={value('organiser', '')}
          />
          <TextField
            name="lead"
            type="email"
            label={t('firstLead')}
            help={t('leadHelp')}
            error={error('lead')}
            defaultValue={value('lead', '')}
          />
        </div>
        <Button>{t('create')}</Button>
      </form>
    </Panel>
  )
}
