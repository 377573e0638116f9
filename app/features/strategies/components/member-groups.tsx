import { useTranslations } from 'use-intl/react'
import type { PublishedRegister } from '../published-register.server.ts'
import { groupMembers } from '../register.ts'
import { useRegisterDays } from './register-days.tsx'

type Members = PublishedRegister['members']
type Group = ReturnType<typeof groupMembers<Members[number]>>['now'][number]

// As many as are read at a glance.
const few = 3

/** Who takes part, each once with their roles, and apart from them who did; long lists open on request. */
export function MemberGroups({ members, today }: { members: Members; today: string }) {
  const t = useTranslations('public.register')
  const { now, before } = groupMembers(members, today)
  return (
    <div className="in-stack in-stack--2">
      {now.length > few ? (
        <details className="in-fold">
          <summary>{t('membersCount', { count: now.length })}</summary>
          <People groups={now} />
        </details>
      ) : (
        <People groups={now} />
      )}
      {before.length > 0 && (
        <details className="in-fold">
          <summary>{t('membersBeforeCount', { count: before.length })}</summary>
          <People groups={before} />
        </details>
      )}
    </div>
  )
}

function People({ groups }: { groups: readonly Group[] }) {
  return (
    <ul className="in-plain">
      {groups.map(({ name, organisation, rows }) => (
        <li key={`${name} ${organisation}`}>
          {name}
          {organisation && `, ${organisation}`}
          <span className="in-meta in-block">
            {rows.map((row, place) => (
              <span key={row.id}>
                {place > 0 && ' · '}
                <RoleAndPeriod {...row} />
              </span>
            ))}
          </span>
        </li>
      ))}
    </ul>
  )
}

function RoleAndPeriod({ role, since, until }: Members[number]) {
  const t = useTranslations('public.register')
  const day = useRegisterDays()
  const period =
    since && until
      ? t('period', { from: day(since), to: day(until) })
      : since
        ? t('since', { from: day(since) })
        : until && t('until', { to: day(until) })
  return (
    <>
      {t('roles', { role })}
      {period && `, ${period}`}
    </>
  )
}
