import { useTranslations } from 'use-intl/react'
import type { OrganisationKind } from '#app/features/organisations/organisation.ts'
import type { FoundOrganisation } from '#app/features/organisations/search.server.ts'
import { senderKindKey } from '#app/features/organisations/sender-kind.ts'
import { Button } from '#app/ui/button.tsx'
import { Checkbox } from '#app/ui/choice.tsx'
import { Select, TextArea, TextField } from '#app/ui/field.tsx'
import { Panel } from '#app/ui/panel.tsx'

type InviteFormProps = {
  place: string
  formKey: string
  kinds: readonly { kind: OrganisationKind; bodies: number; invited: number }[]
  counties: readonly { number: string; name: string }[]
  chosen: { kind: readonly string[]; county: string | null }
  /** What was searched for, and what was found; null when nobody searched. */
  typed: string
  found: readonly FoundOrganisation[] | null
  /** A list that came back, and what is wrong with it or with a file. */
  list: { text: string; error?: string | undefined; fileError?: string | undefined }
}

/** The ways to say whom to invite: by the register, by a pasted list, by a file, or single ones by name. */
export function InviteForm(props: InviteFormProps) {
  return (
    <>
      <ByRegister {...props} />
      <ByList {...props} />
      <ByFile {...props} />
      <ByName {...props} />
    </>
  )
}

function ByRegister({ place, kinds, counties, chosen }: InviteFormProps) {
  const t = useTranslations('workbench.invitations')
  const kindNames = useTranslations('public')
  return (
    <Panel id="kinds" heading={t('filter')}>
      <form method="get" action={place} className="in-form">
        <p className="in-meta">{t('filterHelp')}</p>
        <fieldset className="ds-fieldset">
          <legend className="ds-label">{t('kindsLegend')}</legend>
          {kinds.map(({ kind, bodies, invited }) => (
            <Checkbox
              key={kind}
              id={`kind-${kind}`}
              name="kind"
              value={kind}
              label={t('kindOf', { kind: kindNames(senderKindKey(kind)), invited, bodies })}
              defaultChecked={chosen.kind.includes(kind)}
            />
          ))}
        </fieldset>
        <Select
          name="county"
          label={t('county')}
          emptyLabel={t('everyCounty')}
          options={counties.map(({ number, name }) => ({ value: number, label: name }))}
          defaultValue={chosen.county ?? ''}
        />
        <Button variant="secondary">{t('look')}</Button>
      </form>
    </Panel>
  )
}

function ByList({ place, list }: InviteFormProps) {
  const t = useTranslations('workbench.invitations')
  return (
    <Panel id="paste" heading={t('list')}>
      <form method="post" action={place} className="in-form">
        <input type="hidden" name="act" value="list" />
        <TextArea
          name="list"
          rows={8}
          label={t('listLabel')}
          help={t('listHelp')}
          defaultValue={list.text}
          error={list.error}
        />
        <Button variant="secondary">{t('lookList')}</Button>
      </form>
    </Panel>
  )
}

function ByFile({ place, list }: InviteFormProps) {
  const t = useTranslations('workbench.invitations')
  return (
    <Panel id="from-file" heading={t('file')}>
      <form method="post" action={place} encType="multipart/form-data" className="in-form">
        <input type="hidden" name="act" value="file" />
        <TextField
          name="file"
          type="file"
          accept=".csv,.txt,.xlsx,text/csv,text/plain,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          label={t('fileLabel')}
          help={t('fileHelp')}
          error={list.fileError}
        />
        <Button variant="secondary">{t('lookFile')}</Button>
      </form>
    </Panel>
  )
}

function ByName({ place, formKey, typed, found }: InviteFormProps) {
  const t = useTranslations('workbench.invitations')
  return (
    <Panel id="one" heading={t('one')}>
      <div className="in-stack">
        <form method="get" action={`${place}#one`} className="in-form">
          <TextField
            name="q"
            label={t('search')}
            help={t('searchHelp')}
            defaultValue={typed}
            maxLength={100}
          />
          <Button variant="secondary">{t('find')}</Button>
        </form>
        {found &&
          (found.length === 0 ? (
            <p>{t('noneFound', { typed })}</p>
          ) : (
            <form method="post" action={place} className="in-form">
              <input type="hidden" name="act" value="invite" />
              <input type="hidden" name="key" value={`${formKey}-one`} />
              <fieldset className="in-stack in-stack--2">
                <legend className="in-meta">{t('found')}</legend>
                {found.map(({ id, name, county }) => (
                  <Checkbox
                    key={id}
                    id={`organisation-${id}`}
                    name="organisation"
                    value={id}
                    label={county ? `${name} (${county})` : name}
                  />
                ))}
              </fieldset>
              <Button>{t('inviteThese')}</Button>
            </form>
          ))}
      </div>
    </Panel>
  )
}
