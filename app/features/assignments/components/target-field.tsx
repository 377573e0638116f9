import { useLocale, useTranslations } from 'use-intl/react'
import { senderKindKey } from '#app/features/organisations/sender-kind.ts'
import { pick } from '#app/platform/localised-text.ts'
import { Empty } from '#app/ui/empty.tsx'
import { Select } from '#app/ui/field.tsx'
import { SearchForm } from '#app/ui/search-form.tsx'
import { type AssignmentKind, mostSenders } from '../assignment.ts'
import { type Filled, filledIn } from '../filled.ts'
import type { listTargets } from '../queries.server.ts'

type Targets = Awaited<ReturnType<typeof listTargets>>

/** Which question, theme or organisation; nothing for a round and its shares. */
export function TargetField({
  kind,
  targets,
  filled,
}: {
  kind: AssignmentKind
  targets: Targets
  filled: Filled
}) {
  const t = useTranslations('workbench.assignments')
  const senders = useTranslations('public')
  const locale = useLocale()
  const { value, error } = filledIn(filled)
  if (kind === 'question')
    return (
      <Select
        {...{ name: 'question', label: t('question'), emptyLabel: t('choose'), error: error('question') }}
        help={targets.questions.length === 0 ? t('noQuestions') : undefined}
        defaultValue={value('question')}
        options={targets.questions.map(({ id, title }, at) => ({
          value: id,
          label: `${at + 1}. ${pick(title, locale).text}`,
        }))}
      />
    )
  if (kind === 'theme')
    return (
      <Select
        {...{ name: 'theme', label: t('theme'), emptyLabel: t('choose'), error: error('theme') }}
        help={targets.themes.length === 0 ? t('noThemes') : undefined}
        defaultValue={value('theme')}
        options={targets.themes.map(({ id, code, title, reader }) => {
          const theme = `${code} ${pick(title, locale).text}`
          return { value: id, label: reader ? t('reader', { theme, reader }) : theme }
        })}
      />
    )
  if (kind === 'organisation')
    return (
      <Select
        {...{ name: 'organisation', label: t('organisation'), error: error('organisation') }}
        defaultValue={value('organisation', targets.organisations[0]?.id)}
        options={targets.organisations.map(({ id, name, kind: sender }) => ({
          value: id,
          label: `${name} (${senders(senderKindKey(sender))})`,
        }))}
      />
    )
  return null
}

/** Finding an organisation by its name, before anything is given. */
export function FindSender({ base, words, found }: { base: string; words: string; found: number }) {
  const t = useTranslations('workbench.assignments')
  return (
    <>
      <SearchForm
        action={`${base}#give`}
        label={t('findLabel')}
        buttonLabel={t('find')}
        defaultValue={words}
        help={t('findHelp')}
        keep={[['kind', 'organisation']]}
      />
      {words !== '' && found === 0 && (
        <Empty heading={t('notFound', { words })} level={3}>
          {t('notFoundText')}
        </Empty>
      )}
      {found === mostSenders && <p className="in-meta">{t('mostFound', { count: mostSenders })}</p>}
    </>
  )
}
