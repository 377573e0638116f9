import { useTranslations } from 'use-intl/react'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import type { Refusal } from '../members-refusal.ts'
import type { Member } from '../membership.server.ts'
import { errorOf } from '../problems.ts'
import { RoleBoxes } from './role-boxes.tsx'

type MemberListProps = {
  members: readonly Member[]
  self: string
  action: string
  /** A key for every form that changes something; null for those who only read. */
  formKeys: Record<string, string> | null
  refusal: Refusal | null
}

/** Who works for the organisation, what each may do, and for those who decide: changing it. */
export function MemberList({ members, self, action, formKeys, refusal }: MemberListProps) {
  const t = useTranslations('workspace.members')
  return (
    <Panel id="members" heading={t('list')} beside={<span className="in-meta">{members.length}</span>}>
      <ul className="in-list">
        {members.map((member) => {
          const { personId, name, roles } = member
          const key = formKeys?.[personId]
          return (
            <li key={personId} className="in-list__row">
              <div className="in-stack in-stack--2">
                <p>
                  <strong>{personId === self ? t('you', { name }) : name}</strong>
                </p>
                <p className="in-row">
                  {roles.map((role) => (
                    <StatusTag key={role} line>
                      {t(`role.${role}.name`)}
                    </StatusTag>
                  ))}
                </p>
                {key && (
                  <ChangeRoles
                    {...{ member, action }}
                    formKey={key}
                    refusal={refusal?.about === personId ? refusal : null}
                  />
                )}
              </div>
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}

type ChangeRolesProps = { member: Member; action: string; formKey: string; refusal: Refusal | null }

function ChangeRoles({ member, action, formKey, refusal }: ChangeRolesProps) {
  const t = useTranslations('workspace.members')
  const { personId, name, roles } = member
  const id = `roles-${personId}`
  const lastSubmitter = refusal?.reason === 'last-submitter'
  return (
    <details open={refusal !== null}>
      <summary>{t('change', { name })}</summary>
      <form method="post" action={action} className="in-form" noValidate id={`member-${personId}`}>
        <ErrorSummary
          heading={t('notChanged')}
          errors={(refusal?.problems ?? []).map(({ message }) => ({ field: id, message }))}
        />
        <input type="hidden" name="key" value={formKey} />
        <input type="hidden" name="person" value={personId} />
        <RoleBoxes
          id={id}
          legend={t('mayDo', { name })}
          held={refusal?.roles ?? roles}
          error={errorOf(refusal?.problems ?? [], 'roles')}
        />
        {lastSubmitter && (
          <div className="ds-field">
            <input type="checkbox" className="ds-input" id={`told-${personId}`} name="told" value="yes" />
            <label className="ds-label" htmlFor={`told-${personId}`}>
              {t('told')}
            </label>
          </div>
        )}
        <p className="in-row">
          <Button variant="secondary" size="sm" name="act" value="roles">
            {t('saveRoles')}
          </Button>
          <Button variant="tertiary" danger size="sm" name="act" value="end">
            {t('end')}
          </Button>
        </p>
      </form>
    </details>
  )
}
