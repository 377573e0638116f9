import { useTranslations } from 'use-intl/react'
import type { OrganisationRole } from '#app/features/identity/actor.ts'
import { FieldGroup } from '#app/ui/choice.tsx'
import { ORGANISATION_ROLES } from '../membership.ts'

type RoleBoxesProps = { id: string; legend: string; held: readonly OrganisationRole[]; error?: string }

/** The roles somebody has or is to get; several may be held at once. */
export function RoleBoxes({ id, legend, held, error }: RoleBoxesProps) {
  const t = useTranslations('workspace.members')
  return (
    <FieldGroup name="roles" id={id} legend={legend} error={error}>
      {ORGANISATION_ROLES.map((role, place) => {
        const own = place === 0 ? id : `${id}-${role}`
        return (
          <div className="ds-field" key={role}>
            <input
              type="checkbox"
              className="ds-input"
              id={own}
              name="roles"
              value={role}
              defaultChecked={held.includes(role)}
              aria-invalid={error ? true : undefined}
            />
            <label className="ds-label" htmlFor={own}>
              {t(`role.${role}.name`)}
            </label>
            <div data-field="description">{t(`role.${role}.text`)}</div>
          </div>
        )
      })}
    </FieldGroup>
  )
}
