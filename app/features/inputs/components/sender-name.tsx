import { useTranslations } from 'use-intl/react'
import { senderKindKey } from '#app/features/organisations/sender-kind.ts'

/** The name of an organisation; a private person is shown as just that. */
export function SenderName({ name, kind }: { name: string | null; kind: string }) {
  const t = useTranslations('public')
  return <>{name ?? t(senderKindKey(kind))}</>
}
