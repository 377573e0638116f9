import { useTranslations } from 'use-intl/react'
import { isLegalBasis } from '../masking.ts'

/** The law by which something is kept from the public, as the end of a sentence: «… etter offentleglova § 13». */
export function useBecause() {
  const t = useTranslations('public.masked.because')
  return (basis: string) => t(isLegalBasis(basis) ? basis : 'other')
}
