import { useTranslations } from 'use-intl/react'
import { Button } from '#app/ui/button.tsx'
import { useDates } from '#app/ui/dates.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Panel } from '#app/ui/panel.tsx'
import type { Refusal } from '../members-refusal.ts'
import { errorOf } from '../problems.ts'
import type { OpenRequest } from '../requests.server.ts'
import { RoleBoxes } from './role-boxes.tsx'

type RequestListProps = {
  requests: readonly OpenRequest[]
  action: string
  formKey: string
  refusal: Refusal | null
}

/** Those who ask to work for the organisation, to be consented to with roles, or declined. */
export function RequestList({ requests, action, formKey, refusal }: RequestListProps) {
  const t = useTranslations('workspace.members')
  const { day } = useDates()
  return (
    <Panel id="requests" heading={t('requests')} tone="wash">
      <ul className="in-list">
        {requests.map(({ id, name, email, message, createdAt }) => {
          const problems = refusal?.about === id ? refusal.problems : []
          return (
            <li key={id} className="in-list__row">
              <div className="in-stack in-stack--3">
                <p>
                  <strong>{name}</strong>{' '}
                  <span className="in-meta in-break">
                    {[email, t('askedOn', { day: day(createdAt) })].filter(Boolean).join(' · ')}
                  </span>
                </p>
                <blockquote className="in-quote in-break">{message}</blockquote>
                <form method="post" action={action} className="in-form" noValidate>
                  <ErrorSummary
                    heading={t('notDecided')}
                    errors={problems.map((problem) => ({ ...problem, field: `request-${id}` }))}
                  />
                  <input type="hidden" name="key" value={formKey} />
                  <input type="hidden" name="request" value={id} />
                  <RoleBoxes
                    id={`request-${id}`}
                    legend={t('mayDo', { name })}
                    held={['contributor']}
                    error={errorOf(problems, 'roles')}
                  />
                  <p className="in-row">
                    <Button variant="secondary" size="sm" name="act" value="consent">
                      {t('consent')}
                    </Button>
                    <Button variant="tertiary" size="sm" name="act" value="decline">
                      {t('decline')}
                    </Button>
                  </p>
                </form>
              </div>
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}
