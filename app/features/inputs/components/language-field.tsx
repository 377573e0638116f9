import { useTranslations } from 'use-intl/react'
import { Select } from '#app/ui/field.tsx'
import { WRITTEN_LANGUAGES, type WrittenLanguage, writtenLanguageNames } from '../written-language.ts'

/** Which language the input is written in: pages then say so to whoever has it read aloud, and search reads it as that. */
export function LanguageField({ proposed, form }: { proposed: WrittenLanguage; form?: string }) {
  const t = useTranslations('workspace.submission')
  return (
    <Select
      name="lang"
      label={t('lang')}
      help={t('langHelp')}
      defaultValue={proposed}
      form={form}
      options={WRITTEN_LANGUAGES.map((lang) => ({ value: lang, label: writtenLanguageNames[lang] }))}
    />
  )
}
