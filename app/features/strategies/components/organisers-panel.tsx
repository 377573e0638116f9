import { Form } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { Button } from '#app/ui/button.tsx'
import { Select } from '#app/ui/field.tsx'
import { Localised } from '#app/ui/localised.tsx'
import { Panel } from '#app/ui/panel.tsx'
import type { RegisterRecord } from '../revision.ts'
import { BothForms, type Filled, filledIn } from './both-forms.tsx'
import { OtherLanguages } from './other-languages.tsx'
import { Removal } from './removal.tsx'

type OrganisersPanelProps = {
  organisers: RegisterRecord['organisers']
  possible: readonly { id: string; name: string }[]
  editing: string | null
  revision: number
  base: string
  mayWrite: boolean
  keys: { save: string; remove: string }
  filled: Filled
}

/** Who organises the work and what each of them does. */
export function OrganisersPanel({
  organisers,
  base,
  mayWrite,
  keys,
  revision,
  ...more
}: OrganisersPanelProps) {
  const t = useTranslations('workbench.people')
  return (
    <Panel id="organisers" heading={t('organisers')}>
      <div className="in-stack">
        <p className="in-hint">{t('organisersHelp')}</p>
        <ul className="in-list">
          {organisers.map(({ organisationId, name, role }) => (
            <li key={organisationId} className="in-list__row">
              <div>
                {name}
                <p className="in-meta">
                  <Localised text={role} />
                </p>
              </div>
              {mayWrite && (
                <div className="in-row in-nowrap">
                  <a
                    href={`${base}?organiser=${organisationId}#organisers`}
                    aria-label={t('changeOf', { name })}
                  >
                    {t('change')}
                  </a>
                  <Removal
                    fields={{
                      ...{ act: 'remove-organiser', key: keys.remove, organisation: organisationId },
                      revision: String(revision),
                    }}
                    label={t('remove')}
                    name={t('removeOf', { name })}
                  />
                </div>
              )}
            </li>
          ))}
        </ul>
        {mayWrite && <OrganiserForm {...{ organisers, base, revision, ...more }} formKey={keys.save} />}
      </div>
    </Panel>
  )
}

type OrganiserFormProps = Omit<OrganisersPanelProps, 'keys' | 'mayWrite'> & { formKey: string }

function OrganiserForm({
  organisers,
  possible,
  editing,
  revision,
  base,
  filled,
  formKey,
}: OrganiserFormProps) {
  const t = useTranslations('workbench.people')
  const { value, error } = filledIn(filled)
  const own = organisers.find(({ organisationId }) => organisationId === editing)
  const free = possible.filter(({ id }) => !organisers.some(({ organisationId }) => organisationId === id))
  return (
    <Form
      method="post"
      action={own ? `${base}?organiser=${own.organisationId}` : base}
      className="in-form in-form--wide"
      key={own?.organisationId ?? 'new'}
      preventScrollReset
    >
      <h3 className="in-h3">{own ? t('changeOf', { name: own.name }) : t('addOrganiser')}</h3>
      <input type="hidden" name="act" value="save-organiser" />
      <input type="hidden" name="key" value={formKey} />
      <input type="hidden" name="revision" value={revision} />
      {own ? (
        <input type="hidden" name="organisation" value={own.organisationId} />
      ) : (
        <Select
          name="organisation"
          label={t('organisation')}
          error={error('organisation')}
          id="organiser-organisation"
          emptyLabel={t('choose')}
          options={free.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={value('organisation', '')}
        />
      )}
      <BothForms
        {...{ name: 'role', filled, stored: own?.role ?? null, prefix: 'organiser-' }}
        labels={{ nb: t('roleNb'), nn: t('roleNn') }}
      />
      <OtherLanguages
        filled={filled}
        prefix="organiser-"
        texts={[{ name: 'role', called: 'role', stored: own?.role }]}
      />
      <div className="in-row">
        <Button variant={own ? 'primary' : 'secondary'}>
          {own ? t('saveOrganiser') : t('addOrganiser')}
        </Button>
        {own && <a href={`${base}#organisers`}>{t('cancel')}</a>}
      </div>
    </Form>
  )
}
