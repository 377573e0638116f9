import { useLocale, useTranslations } from 'use-intl/react'
import { type LocalisedText, pick } from '#app/platform/localised-text.ts'
import { Select } from '#app/ui/field.tsx'

/** What a finding can be about: the strategy's themes and the round's questions. */
export type Subjects = {
  themes: readonly { id: string; code: string; title: LocalisedText }[]
  /** All the round asks, in the order it asks them: their place is their number. */
  questions: readonly { id: string; title: LocalisedText }[]
}

/** The choice of what a finding is about. */
export function SubjectSelect({
  themes,
  questions,
  chosen,
  error,
}: Subjects & { chosen: string; error?: string | undefined }) {
  const t = useTranslations('workbench.finding')
  const locale = useLocale()
  const options = [
    ...themes.map(({ id, code, title }) => ({
      value: `theme:${id}`,
      label: t('ofTheme', { theme: `${code} ${pick(title, locale).text}` }),
    })),
    ...questions.map(({ id, title }, at) => ({
      value: `question:${id}`,
      label: t('ofQuestion', { number: at + 1, title: pick(title, locale).text }),
    })),
  ]
  return (
    <Select
      name="subject"
      label={t('subject')}
      emptyLabel={t('noSubject')}
      options={options}
      error={error}
      defaultValue={chosen}
    />
  )
}
