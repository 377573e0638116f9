import { useTranslations } from 'use-intl/react'
import { RadioGroup } from '#app/ui/choice.tsx'
import type { PersonNaming } from '../naming.ts'

/** How a private person wants to stand, among what the round allows; said in words where there is nothing to choose. */
export function NamingFields({
  allowed,
  chosen,
}: {
  allowed: readonly PersonNaming[]
  chosen: PersonNaming | null
}) {
  const t = useTranslations('workspace.naming')
  return (
    <div className="in-stack in-stack--3">
      {allowed.length > 1 ? (
        <RadioGroup
          name="naming"
          legend={t('legend')}
          options={allowed.map((value) => ({ value, label: t(`${value}.label`), help: t(`${value}.help`) }))}
          defaultValue={chosen ?? 'named'}
        />
      ) : (
        <p>{t('only')}</p>
      )}
      <p className="in-small">{t('access')}</p>
    </div>
  )
}
