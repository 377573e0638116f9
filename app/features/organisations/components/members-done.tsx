import { useTranslations } from 'use-intl/react'
import { Alert } from '#app/ui/message.tsx'

const acts = ['roles', 'end', 'invite', 'resend', 'revoke', 'consent', 'decline', 'approval'] as const

/** What was just done about the members. */
export function MembersDone({ act }: { act: string }) {
  const t = useTranslations('workspace.members.done')
  const known = acts.find((one) => one === act)
  if (!known) return null
  return (
    <Alert tone="success" live>
      <p>{t(known)}</p>
    </Alert>
  )
}
