import { useTranslations } from 'use-intl/react'
import { ORGANISATION_KINDS } from '#app/features/organisations/organisation.ts'
import { Button } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { Select, TextField } from '#app/ui/field.tsx'
import { Alert } from '#app/ui/message.tsx'
import type { PersonNaming } from '../naming.ts'
import type { SenderSearch } from '../sender-search.server.ts'

type SenderFieldsProps = {
  typed: Record<string, string>
  search: SenderSearch | null
  /** How the round lets private persons stand. */
  namings: readonly PersonNaming[]
  errorOf: (field: string) => string | undefined
  /** Where the page comes back to. */
  here: string
  autoFocus?: boolean
}

/** Who it is from: a name or number looked up in the register, a body that is not in it, or a private person. */
export function SenderFields({ typed, search, namings, errorOf, here, autoFocus }: SenderFieldsProps) {
  const t = useTranslations('workbench.intake')
  const person = typed.who === 'person'
  return (
    <div className="in-stack in-stack--3" id="from">
      <RadioGroup
        name="who"
        legend={t('who')}
        look="joined"
        options={(['organisation', 'person'] as const).map((value) => ({
          value,
          label: t(`whoIs.${value}`),
        }))}
        defaultValue={person ? 'person' : 'organisation'}
      />
      <TextField
        name="sender"
        label={t('sender')}
        help={t('senderHelp')}
        error={errorOf('sender')}
        defaultValue={typed.sender ?? ''}
        autoComplete="off"
        maxLength={300}
        {...(autoFocus && { autoFocus: true })}
      />
      <div className="in-row">
        <Button variant="secondary" name="act" value="find" formAction={`${here}#from`} formNoValidate>
          {t('find')}
        </Button>
      </div>
      {!person && <Found {...{ typed, search, errorOf }} />}
      {namings.length > 1 && (
        <details open={person}>
          <summary>{t('naming')}</summary>
          <div className="in-stack in-stack--3">
            <Select
              name="naming"
              label={t('namingLabel')}
              help={t('namingHelp')}
              options={namings.map((value) => ({ value, label: t(`namings.${value}`) }))}
              defaultValue={typed.naming ?? (namings.includes('hidden') ? 'hidden' : 'named')}
            />
          </div>
        </details>
      )}
    </div>
  )
}

function Found({ typed, search, errorOf }: Pick<SenderFieldsProps, 'typed' | 'search' | 'errorOf'>) {
  const t = useTranslations('workbench.intake')
  const kinds = useTranslations('public.kind')
  if (search === null) return null
  if (search.exact) {
    const { id, name, county } = search.exact
    return (
      <>
        <input type="hidden" name="chosen" value={id} />
        <input type="hidden" name="searched" value={typed.sender ?? ''} />
        <Alert tone="info">
          <p>{t('exact', { name, place: county ?? 'none' })}</p>
        </Alert>
      </>
    )
  }
  const { found, total } = search
  const one = found.length === 1 ? found[0]?.id : undefined
  return (
    <div className="in-stack in-stack--3">
      <input type="hidden" name="searched" value={typed.sender ?? ''} />
      {found.length > 0 && (
        <RadioGroup
          name="chosen"
          legend={t('found', { count: total })}
          {...(total > found.length && { help: t('foundMore', { shown: found.length }) })}
          error={errorOf('chosen')}
          options={[
            ...found.map(({ id, name, kind, county, municipalityNumber, organisationNumber }) => ({
              value: id,
              label: name,
              help: [kinds(kind as 'other'), county, municipalityNumber ?? organisationNumber]
                .filter(Boolean)
                .join(' · '),
            })),
            { value: 'none', label: t('noneOfThese') },
          ]}
          defaultValue={typed.chosen ?? one}
        />
      )}
      <Select
        name="kind"
        label={t(found.length > 0 ? 'kindIfNone' : 'kindNotFound')}
        help={t('kindHelp')}
        error={errorOf('kind')}
        emptyLabel={t('kindChoose')}
        options={ORGANISATION_KINDS.map((kind) => ({ value: kind, label: kinds(kind) }))}
        defaultValue={typed.kind ?? ''}
      />
    </div>
  )
}
