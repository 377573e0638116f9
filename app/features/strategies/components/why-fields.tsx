import { useTranslations } from 'use-intl/react'
import { BothForms, type Filled } from './both-forms.tsx'
import { OtherLanguages } from './other-languages.tsx'

/** Why a round is changed after it opened. Everybody reads it on the round's page. */
export function WhyFields({ filled }: { filled: Filled }) {
  const t = useTranslations('workbench.roundVersions')
  return (
    <>
      <BothForms
        {...{ name: 'why', filled, stored: null, rows: 2, help: t('whyHelp') }}
        labels={{ nb: t('whyNb'), nn: t('whyNn') }}
      />
      <OtherLanguages filled={filled} texts={[{ name: 'why', called: 'why', stored: null, rows: 2 }]} />
    </>
  )
}
