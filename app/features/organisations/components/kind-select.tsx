import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl/react'
import { Select } from '#app/ui/field.tsx'
import { ORGANISATION_KINDS } from '../organisation.ts'

/** What sort of body an organisation is. */
export function KindSelect(props: {
  label: string
  emptyLabel?: string
  defaultValue: string
  error?: ReactNode
}) {
  const t = useTranslations('public')
  const options = ORGANISATION_KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))
  return <Select name="kind" required options={options} {...props} />
}
