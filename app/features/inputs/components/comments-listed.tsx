import { useLocale, useTranslations } from 'use-intl/react'
import type { WordChange } from '#app/features/documents/word-changes.ts'
import type { SentComment } from '../comments.server.ts'
import { CommentWords, StanceTag } from './comment-words.tsx'

/** Comments on the draft strategy as they go, or went, with an input; read and not written. */
export function CommentsListed({
  comments,
}: {
  comments: readonly (SentComment & { changes: WordChange[] | null })[]
}) {
  const t = useTranslations('public.comment')
  const locale = useLocale()
  return (
    <ul className="in-plain in-stack in-stack--5">
      {comments.map(({ id, paragraph, stance, anchor, changes, reason }) => (
        <li key={id} className="in-stack in-stack--2">
          <p>
            <b>{t('paragraph', { anchor: paragraph })}</b> <StanceTag stance={stance} />
          </p>
          <CommentWords
            quote={anchor?.quote ?? null}
            quoteLang={anchor?.lang}
            {...{ changes, reason }}
            lang={locale}
          />
        </li>
      ))}
    </ul>
  )
}
