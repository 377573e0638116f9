import { Form } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { Button } from '#app/ui/button.tsx'
import { Select, TextField } from '#app/ui/field.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { DataTable } from '#app/ui/table.tsx'
import type { Member } from '../members.server.ts'
import { MEMBER_ROLES } from '../register.ts'
import { type Filled, filledIn } from './both-forms.tsx'
import { useRegisterDays } from './register-days.tsx'
import { Removal } from './removal.tsx'

type MembersPanelProps = {
  members: readonly Member[]
  editing: Member | null
  base: string
  mayWrite: boolean
  keys: { save: string; remove: string }
  filled: Filled
}

/** Who takes part, with the form to add one, or to change the one chosen. */
export function MembersPanel({ members, editing, base, mayWrite, keys, filled }: MembersPanelProps) {
  const t = useTranslations('workbench.people')
  const register = useTranslations('public.register')
  const day = useRegisterDays()
  const columns = ['name', 'organisation', 'role', 'period'] as const
  return (
    <Panel id="members" heading={t('members')}>
      <div className="in-stack">
        <p className="in-hint">{t('membersHelp')}</p>
        {members.length === 0 ? (
          <p>{t('noMembers')}</p>
        ) : (
          <DataTable
            caption={t('membersList')}
            captionHidden
            columns={[
              ...columns.map((key) => ({ key, label: t(key) })),
              ...(mayWrite ? [{ key: 'do', label: t('change') }] : []),
            ]}
            rows={members.map((member) => ({
              key: member.id,
              cells: [
                member.name,
                member.organisation ?? '–',
                register('roles', { role: member.role }),
                `${member.since ? day(member.since) : ''}–${member.until ? day(member.until) : ''}`,
                <div className="in-row in-nowrap" key="do">
                  <a
                    href={`${base}?member=${member.id}#members`}
                    aria-label={t('changeOf', { name: member.name })}
                  >
                    {t('change')}
                  </a>
                  <Removal
                    fields={{ act: 'remove-member', key: keys.remove, member: member.id }}
                    label={t('remove')}
                    name={t('removeOf', { name: member.name })}
                  />
                </div>,
              ],
            }))}
          />
        )}
        {mayWrite && <MemberForm {...{ editing, base, filled }} formKey={keys.save} />}
      </div>
    </Panel>
  )
}

type MemberFormProps = Pick<MembersPanelProps, 'editing' | 'base' | 'filled'> & { formKey: string }

function MemberForm({ editing, base, filled, formKey }: MemberFormProps) {
  const t = useTranslations('workbench.people')
  const register = useTranslations('public.register')
  const { value, error } = filledIn(filled)
  const text = (name: 'name' | 'organisation') => (
    <TextField
      {...{ name, label: t(name), error: error(name) }}
      defaultValue={value(name, editing?.[name])}
    />
  )
  const day = (name: 'since' | 'until', help?: string) => (
    <TextField
      {...{ name, help, label: t(name), error: error(name), type: 'date' }}
      defaultValue={value(name, editing?.[name])}
    />
  )
  return (
    <Form
      method="post"
      action={editing ? `${base}?member=${editing.id}` : base}
      className="in-form in-form--wide"
      key={editing?.id ?? 'new'}
      preventScrollReset
    >
      <h3 className="in-h3">{editing ? t('changeOf', { name: editing.name }) : t('addMember')}</h3>
      <input type="hidden" name="act" value="save-member" />
      <input type="hidden" name="key" value={formKey} />
      <input type="hidden" name="seen" value={editing?.seen ?? ''} />
      {editing && <input type="hidden" name="member" value={editing.id} />}
      <div className="in-both">
        {text('name')}
        {text('organisation')}
      </div>
      <div className="in-both">
        <Select
          name="role"
          label={t('role')}
          error={error('role')}
          options={MEMBER_ROLES.map((role) => ({ value: role, label: register('roles', { role }) }))}
          defaultValue={value('role', editing?.role ?? 'member')}
        />
      </div>
      <div className="in-both">
        {day('since')}
        {day('until', t('untilHelp'))}
      </div>
      <div className="in-row">
        <Button variant={editing ? 'primary' : 'secondary'}>
          {editing ? t('saveMember') : t('addMember')}
        </Button>
        {editing && <a href={`${base}#members`}>{t('cancel')}</a>}
      </div>
    </Form>
  )
}
