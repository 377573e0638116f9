import { Form } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import type { WordChange } from '#app/features/documents/word-changes.ts'
import { Button } from '#app/ui/button.tsx'
import { useDates } from '#app/ui/dates.tsx'
import { Alert } from '#app/ui/message.tsx'
import type { CommentConflict } from '../commenting.server.ts'
import type { DraftComment } from '../comments.server.ts'
import { type CommentFields, changeFieldsId } from '../refused-comment.ts'
import { CommentForm, type CommentProblem } from './comment-form.tsx'
import { CommentWords, StanceTag } from './comment-words.tsx'

/** A comment with its proposal compared with the words it is about. */
export type ShownComment = DraftComment & { changes: WordChange[] | null }

/** What came back of a comment that was not saved as it was typed. */
export type RefusedComment = {
  problem: CommentProblem | null
  typed: CommentFields
  conflict: CommentConflict | null
}

/** The element of a comment on its own page. */
export const commentId = (id: string) => `merknad-${id}`

type CommentCardProps = {
  comment: ShownComment
  writable: boolean
  refused: RefusedComment | null
  lang: string
}

/** A comment in the draft: who wrote it, what it says, and changing it or taking it away. */
export function CommentCard({ comment, writable, refused, lang }: CommentCardProps) {
  const t = useTranslations('workspace.comments')
  const { moment } = useDates()
  const { id, revision, stance, proposal, reason, anchor, changes, updatedAt } = comment
  const name = comment.updatedBy ?? comment.createdBy
  const conflict = refused?.conflict
  const about = { comment: id, revision: String(conflict?.revision ?? revision) }
  return (
    <article className="in-comment in-stack in-stack--2" id={commentId(id)} aria-labelledby={`om-${id}`}>
      <p id={`om-${id}`}>
        <StanceTag stance={stance} />{' '}
        <span className="in-small in-muted">
          {name ? t('by', { name, at: moment(updatedAt) }) : moment(updatedAt)}
        </span>
      </p>
      <CommentWords {...{ changes, reason }} quote={anchor?.quote ?? null} quoteLang={anchor?.lang} />
      {conflict && (
        <Alert tone="warning" level={3} heading={t('conflict')}>
          <p>{conflict.by ? t('conflictText', { name: conflict.by }) : t('conflictTextNobody')}</p>
        </Alert>
      )}
      {writable && (
        <div className="in-row in-comment__acts in-noprint">
          <details className="in-fold" open={refused !== null || undefined}>
            <summary>
              {t('edit')}
              <span className="in-sr"> {t('editOf', { paragraph: comment.paragraph })}</span>
            </summary>
            <CommentForm
              {...{ about, lang }}
              id={changeFieldsId(id)}
              values={refused?.typed ?? { quote: '', stance, proposal, reason }}
              problem={refused?.problem ?? null}
              act="change"
            />
          </details>
          <Form method="post" preventScrollReset>
            <input type="hidden" name="comment" value={id} />
            <input type="hidden" name="revision" value={revision} />
            <Button
              {...{ name: 'act', value: 'remove', variant: 'tertiary', size: 'sm' }}
              aria-label={t('removeOf', { paragraph: comment.paragraph })}
            >
              {t('remove')}
            </Button>
          </Form>
        </div>
      )}
    </article>
  )
}
