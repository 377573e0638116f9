import { useTranslations } from 'use-intl/react'
import { Alert } from '#app/ui/message.tsx'
import type { OpenedSearch } from '../saved-searches.server.ts'
import type { ReadRefusal } from '../search-form.ts'

type Changes = Pick<OpenedSearch, 'name' | 'changes'>

/** Which saved search was opened, and what has become of its themes since. Or why it cannot be opened. */
export function OpenedSearchNote({ opened }: { opened: Changes | { refusal: ReadRefusal } }) {
  const t = useTranslations('workbench.saved')
  if ('refusal' in opened)
    return (
      <Alert tone="warning" live>
        <p>{t(`unread.${opened.refusal}`)}</p>
      </Alert>
    )
  const { name, changes } = opened
  if (changes.length === 0) return <p className="in-meta">{t('opened', { name })}</p>
  return (
    <Alert tone="info" live>
      <p>{t('opened', { name })}</p>
      {changes.map((change) => (
        <p key={JSON.stringify(change)}>
          {change.kind === 'merged' && t('themeMerged', { from: change.from, to: change.to })}
          {change.kind === 'retired' && t('themeRetired', { theme: change.theme })}
          {change.kind === 'gone' && t('themeGone')}
        </p>
      ))}
    </Alert>
  )
}
