import { useTranslations } from 'use-intl/react'
import { Panel } from '#app/ui/panel.tsx'

const known = [
  ...(['tables', 'lists', 'numbers', 'pictures', 'footnotes', 'comments', 'changes'] as const),
  ...(['contents', 'links'] as const),
] as const

/** What the file held that cannot stand as it stood, in words. */
export function ImportNotes({ notes }: { notes: Record<string, number> }) {
  const t = useTranslations('workbench.import')
  const told = known.filter((name) => (notes[name] ?? 0) > 0)
  return (
    <Panel id="left-out" heading={t('leftOut')}>
      {told.length === 0 ? (
        <p>{t('nothingLeftOut')}</p>
      ) : (
        <ul className="in-prose">
          {told.map((name) => (
            <li key={name}>{t(`notes.${name}`, { count: notes[name] ?? 0 })}</li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
