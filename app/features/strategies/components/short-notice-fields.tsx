import { useTranslations } from 'use-intl/react'
import type { LocalisedText } from '#app/platform/localised-text.ts'
import { TextArea } from '#app/ui/field.tsx'
import { type Filled, filledIn } from './both-forms.tsx'
import { OtherLanguages } from './other-languages.tsx'

type ShortNoticeProps = { filled: Filled; stored: LocalisedText | null }

/** Why a hearing gives little time, in the languages the round has. Draws nothing where nobody is asked. */
export function ShortNoticeFields({ filled, stored }: ShortNoticeProps) {
  const t = useTranslations('workbench.roundRules')
  const { value, error } = filledIn(filled)
  return (
    <>
      <TextArea
        name="reason"
        rows={3}
        label={t('reason')}
        help={t('reasonHelp')}
        defaultValue={value('reason', stored?.nb)}
        error={error('reason')}
      />
      <TextArea
        name="reasonNn"
        rows={3}
        label={t('reasonNn')}
        defaultValue={value('reasonNn', stored?.nn)}
        error={error('reasonNn')}
      />
      <OtherLanguages filled={filled} texts={[{ name: 'reason', called: 'shortNotice', stored, rows: 3 }]} />
    </>
  )
}
