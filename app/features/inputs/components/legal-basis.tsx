import { useTranslations } from 'use-intl/react'
import { isLegalBasis, LEGAL_BASES } from '../masking.ts'

/** The laws as staff choose and read them; `short` fits beside a sign in a text. */
export function useLegalBasis() {
  const t = useTranslations('workbench.legalBasis')
  return {
    full: (key: string) => (isLegalBasis(key) ? t(`full.${key}`) : key),
    short: (key: string) => (isLegalBasis(key) ? t(`short.${key}`) : key),
    options: LEGAL_BASES.map((value) => ({ value, label: t(`full.${value}`) })),
    empty: t('choose'),
  }
}
