import { useTranslations } from 'use-intl/react'
import type { OrganisationKind } from '#app/features/organisations/organisation.ts'
import type { FoundOrganisation } from '#app/features/organisations/search.server.ts'
import { senderKindKey } from '#app/features/organisations/sender-kind.ts'
import { Button } from '#app/ui/button.tsx'
import { Checkbox } from '#app/ui/choice.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Panel } from '#app/ui/panel.tsx'

type InviteFormProps = {
  place: string
  formKey: string
  kinds: readonly { kind: OrganisationKind; bodies: number; invited: number }[]
  /** What was searched for, and what was found; null when nobody searched. */
  typed: string
  found: readonly FoundOrganisation[] | null
}

/** Inviting whole kinds of body at once, or single ones by name. */
export function InviteForm({ place, formKey, kinds, typed, found }: InviteFormProps) {
  const t = useTranslations('workbench.invitations')
  const kindNames = useTranslations('public')
  const open = kinds.filter(({ bodies, invited }) => invited < bodies)
  return (
    <>
      <Panel id="kinds" heading={t('kinds')}>
        {open.length === 0 ? (
          <p>{t('allInvited')}</p>
        ) : (
          <form method="post" action={place} className="in-form">
            <input type="hidden" name="key" value={formKey} />
            <fieldset className="in-stack in-stack--2">
              <legend className="in-meta">{t('kindsHelp')}</legend>
              {open.map(({ kind, bodies, invited }) => (
                <Checkbox
                  key={kind}
                  id={`kind-${kind}`}
                  name="kind"
                  value={kind}
                  label={t('kindOf', { kind: kindNames(senderKindKey(kind)), invited, bodies })}
                />
              ))}
            </fieldset>
            <Button>{t('inviteKinds')}</Button>
          </form>
        )}
      </Panel>
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
    </>
  )
}
