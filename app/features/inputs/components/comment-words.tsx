import { useTranslations } from 'use-intl/react'
import { WordChanges } from '#app/features/documents/components/word-changes.tsx'
import type { WordChange } from '#app/features/documents/word-changes.ts'
import { CheckCircleIcon, MinusCircleIcon, PencilIcon } from '#app/ui/icons.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { isStance } from '../comment.ts'

const looks = {
  agree: { tone: 'success', icon: CheckCircleIcon },
  disagree: { tone: 'warning', icon: MinusCircleIcon },
  change: { tone: 'info', icon: PencilIcon },
} as const

/** How somebody stands to a paragraph, in a word and a mark. */
export function StanceTag({ stance }: { stance: string | null }) {
  const t = useTranslations('public.comment.stance')
  if (!isStance(stance)) return <StatusTag line>{t('other')}</StatusTag>
  return <StatusTag {...looks[stance]}>{t(stance)}</StatusTag>
}

type CommentWordsProps = {
  /** The words it is about; null: all of the paragraph. */
  quote: string | null
  /** The language the paragraph was read in. */
  quoteLang?: string
  changes: readonly WordChange[] | null
  reason: string
  /** The language of the comment. */
  lang?: string
}

/** What a comment says: the words it is about, its proposal word by word against them, and why. */
export function CommentWords({ quote, quoteLang, changes, reason, lang }: CommentWordsProps) {
  const t = useTranslations('public.comment')
  return (
    <>
      {quote !== null && !changes && (
        <p className="in-lines" lang={quoteLang}>
          {t('words', { quote })}
        </p>
      )}
      {changes && (
        <p className="in-lines" lang={lang}>
          <WordChanges changes={changes} />
        </p>
      )}
      {reason && (
        <p className="in-lines" lang={lang}>
          {reason}
        </p>
      )}
    </>
  )
}
