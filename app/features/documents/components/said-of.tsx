import { useTranslations } from 'use-intl/react'
import type { ToldFate } from '../notes.server.ts'
import { useChangeWords } from './change-words.tsx'

/** Something said of a paragraph of the earlier version, as it was said there. */
export type Said = { id: string; anchor: string; words: string; by: string; href?: string }

/** What became of a paragraph something was said of: kept, moved or orphaned. It is never attached anew. */
export function FateWords({ told }: { told: ToldFate }) {
  const t = useTranslations('workbench.alignment')
  const { numbers } = useChangeWords()
  const places = numbers(told.places)
  return places ? t('fateAt', { fate: told.fate, places }) : t('fate', { fate: told.fate })
}

/** What was said of one paragraph of the earlier version, with where it is now. */
export function SaidOf(props: {
  said: readonly Said[]
  number: string
  title: string
  told: ToldFate | null
}) {
  const { said, number, title, told } = props
  const t = useTranslations('workbench.alignment')
  if (said.length === 0) return null
  return (
    <div className="in-comment">
      <p>
        <b>{t('saidOf', { number, title })}</b>
        {told && (
          <>
            {'. '}
            <FateWords told={told} />.
          </>
        )}
      </p>
      <ul className="in-plain">
        {said.map(({ id, words, by, href }) => (
          <li key={id}>
            {href ? <a href={href}>{words}</a> : words} {by && <span className="in-muted">{by}</span>}
          </li>
        ))}
      </ul>
    </div>
  )
}
