import { useTranslations } from 'use-intl/react'
import { Button } from '#app/ui/button.tsx'
import { useDates } from '#app/ui/dates.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import type { OpenInvitation } from '../invitations.server.ts'
import type { Refusal } from '../members-refusal.ts'
import { errorOf } from '../problems.ts'
import { RoleBoxes } from './role-boxes.tsx'

type InvitePanelProps = {
  invitations: readonly OpenInvitation[]
  action: string
  formKey: string
  refusal: Refusal | null
  /** Where something else is the page's main act. */
  secondary?: boolean
}

/** Inviting somebody by mail, and the invitations nobody has answered. */
export function InvitePanel({ invitations, action, formKey, refusal, secondary }: InvitePanelProps) {
  const t = useTranslations('workspace.members')
  const problems = refusal?.act === 'invite' ? refusal.problems : []
  return (
    <Panel id="invite" heading={t('invite')}>
      <div className="in-stack in-stack--5">
        <form method="post" action={action} className="in-form" noValidate>
          <ErrorSummary
            heading={t('notInvited')}
            errors={problems.map(({ field, message }) => ({
              field: field === 'roles' ? 'invite-roles' : field,
              message,
            }))}
          />
          <input type="hidden" name="key" value={formKey} />
          <TextField
            name="email"
            type="email"
            label={t('email')}
            help={t('emailHelp')}
            autoComplete="off"
            maxLength={254}
            required
            defaultValue={problems.length > 0 ? refusal?.email : undefined}
            error={errorOf(problems, 'email')}
          />
          <RoleBoxes
            id="invite-roles"
            legend={t('inviteRoles')}
            held={(problems.length > 0 && refusal?.roles) || ['contributor']}
            error={errorOf(problems, 'roles')}
          />
          <Button variant={secondary ? 'secondary' : 'primary'} name="act" value="invite">
            {t('sendInvitation')}
          </Button>
        </form>
        {invitations.length > 0 && <OpenInvitations {...{ invitations, action, formKey }} />}
      </div>
    </Panel>
  )
}

function OpenInvitations({ invitations, action, formKey }: Omit<InvitePanelProps, 'refusal' | 'secondary'>) {
  const t = useTranslations('workspace.members')
  const { day } = useDates()
  return (
    <div className="in-stack in-stack--2">
      <h3 className="in-h3">{t('invited')}</h3>
      <ul className="in-list">
        {invitations.map(({ id, email, roles, byName, createdAt, expiresAt, expired }) => (
          <li key={id} className="in-list__row">
            <div className="in-stack in-stack--1">
              <p className="in-break">{email}</p>
              <p className="in-meta">
                {roles.map((role) => t(`role.${role}.name`)).join(', ')} ·{' '}
                {t('invitedBy', { name: byName, day: day(createdAt) })}
              </p>
              {expired ? (
                <p>
                  <StatusTag tone="warning">{t('expired')}</StatusTag>
                </p>
              ) : (
                <p className="in-meta">{t('validTo', { day: day(expiresAt) })}</p>
              )}
            </div>
            <form method="post" action={action} className="in-row">
              <input type="hidden" name="key" value={formKey} />
              <input type="hidden" name="invitation" value={id} />
              <Button
                variant="secondary"
                size="sm"
                name="act"
                value="resend"
                aria-label={t('resendTo', { email })}
              >
                {t('resend')}
              </Button>
              <Button
                variant="tertiary"
                size="sm"
                name="act"
                value="revoke"
                aria-label={t('revokeFrom', { email })}
              >
                {t('revoke')}
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </div>
  )
}
