import { useTranslations } from 'use-intl/react'
import { isLegalBasis } from '../masking.ts'

/** How many inputs nobody gets to read, and by which law. Nothing where there are none. */
export function WithheldNote({ withheld }: { withheld: readonly { legalBasis: string; inputs: number }[] }) {
  const t = useTranslations('public.inputs')
  if (withheld.length === 0) return null
  return (
    <p className="in-meta in-measure">
      {withheld.map(({ legalBasis, inputs: count }) => (
        <span key={legalBasis}>
          {t(`withheld.${isLegalBasis(legalBasis) ? legalBasis : 'other'}`, { count })}{' '}
        </span>
      ))}
      {t('withheldCounted')}
    </p>
  )
}
