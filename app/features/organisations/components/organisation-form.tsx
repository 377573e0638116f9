import { useTranslations } from 'use-intl/react'
import { Button } from '#app/ui/button.tsx'
import { Checkbox } from '#app/ui/choice.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Select, TextField } from '#app/ui/field.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { errorOf, type Problem } from '../problems.ts'
import { KindSelect } from './kind-select.tsx'

type Fields = {
  name: string
  officialName: string | null
  kind: string
  organisationNumber: string | null
  municipalityNumber: string | null
  countyNumber: string | null
  writtenForm: string
  validFrom: string | null
  validTo: string | null
  listed: boolean
}

type OrganisationFormProps = {
  organisation: Fields
  counties: readonly { number: string; name: string }[]
  action: string
  formKey: string
  refused: { problems: Problem[]; typed: Record<string, string> } | null
}

/** What administrators write of an organisation. What the register says is written over at the next import. */
export function OrganisationForm({
  organisation,
  counties,
  action,
  formKey,
  refused,
}: OrganisationFormProps) {
  const t = useTranslations('workspace.keeping')
  const problems = refused?.problems ?? []
  const typed = refused?.typed
  // A field that was emptied came back as nothing at all.
  const shownOf = (field: string, stored: string | null) => (typed ? (typed[field] ?? '') : (stored ?? ''))
  const field = (name: string, stored: string | null) => ({
    ...{ name, defaultValue: shownOf(name, stored), error: errorOf(problems, name) },
  })
  return (
    <Panel id="fields" heading={t('fields')}>
      <form method="post" action={action} className="in-form" noValidate>
        <ErrorSummary heading={t('notSaved')} errors={problems} />
        <input type="hidden" name="key" value={formKey} />
        <TextField {...field('name', organisation.name)} label={t('field.name')} maxLength={200} required />
        <TextField
          {...field('officialName', organisation.officialName)}
          label={t('field.officialName')}
          help={t('officialNameHelp')}
          maxLength={200}
        />
        <KindSelect
          label={t('field.kind')}
          defaultValue={shownOf('kind', organisation.kind)}
          error={errorOf(problems, 'kind')}
        />
        <TextField
          {...field('organisationNumber', organisation.organisationNumber)}
          label={t('field.organisationNumber')}
          inputMode="numeric"
          maxLength={20}
        />
        <TextField
          {...field('municipalityNumber', organisation.municipalityNumber)}
          label={t('field.municipalityNumber')}
          help={t('municipalityNumberHelp')}
          inputMode="numeric"
          maxLength={10}
        />
        <Select
          {...field('county', organisation.countyNumber)}
          label={t('field.countyNumber')}
          emptyLabel={t('noCounty')}
          options={counties.map(({ number, name }) => ({ value: number, label: name }))}
        />
        <Select
          {...field('writtenForm', organisation.writtenForm)}
          label={t('field.writtenForm')}
          options={(['neutral', 'nb', 'nn'] as const).map((value) => ({ value, label: t(`form.${value}`) }))}
        />
        <TextField
          {...field('validFrom', organisation.validFrom)}
          type="date"
          label={t('field.validFrom')}
          help={t('validHelp')}
        />
        <TextField {...field('validTo', organisation.validTo)} type="date" label={t('field.validTo')} />
        <Checkbox
          name="listed"
          label={t('field.listed')}
          help={t('listedHelp')}
          defaultChecked={typed ? 'listed' in typed : organisation.listed}
        />
        <Button name="act" value="save">
          {t('save')}
        </Button>
      </form>
    </Panel>
  )
}
