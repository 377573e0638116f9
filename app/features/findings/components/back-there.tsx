import { useTranslations } from 'use-intl/react'

/** The way back to where the passage was found that is cited. */
export function BackThere({ from }: { from: string | null }) {
  const t = useTranslations('workbench.citing')
  if (from === null) return null
  return (
    <p>
      <a href={from}>{t('wasHere')}</a>
    </p>
  )
}
