import { useLocale, useTranslations } from 'use-intl/react'
import { elementId, shownNumber } from '#app/features/documents/paragraph.ts'
import { type LocalisedText, pick } from '#app/platform/localised-text.ts'
import { commentedPieces } from '../comment-changes.ts'
import { newFieldsId } from '../refused-comment.ts'
import { CommentCard, type RefusedComment, type ShownComment } from './comment-card.tsx'
import { CommentForm } from './comment-form.tsx'

/** A block of the draft as it is read here. */
export type ReadBlock = { id: string; kind: string; anchor: string; text: LocalisedText }

type CommentedParagraphProps = {
  block: ReadBlock
  comments: readonly ShownComment[]
  writable: boolean
  formKey: string
  /** What came back of a new comment here, and of one that was to be changed. */
  refusedNew: RefusedComment | null
  refusedOf: (commentId: string) => RefusedComment | null
}

/** The element that new comments on a block are written in. */
export const newCommentId = (block: string) => `gi-${block}`

/** A paragraph with what the members have said of it beside it, and where they may say more. */
export function CommentedParagraph(props: CommentedParagraphProps) {
  const { block, comments, writable, formKey, refusedNew, refusedOf } = props
  const t = useTranslations('workspace.comments')
  const words = useTranslations('public.document')
  const { text, lang, fallback } = pick(block.text, useLocale())
  const { anchor } = block
  const pieces = commentedPieces(
    text,
    lang,
    comments.map((comment) => comment.anchor),
  )
  return (
    <div className="in-para in-para--said" id={elementId(anchor)}>
      <span className="in-para__no in-meta">{shownNumber(anchor)}</span>
      <div className={block.kind === 'ambition' ? 'in-ambition' : 'in-para__text'}>
        {block.kind === 'ambition' && <p className="in-meta">{words('ambition')}</p>}
        <p
          className="in-lines"
          lang={fallback ? lang : undefined}
          data-paragraph={block.id}
          data-anchor={anchor}
        >
          {pieces.map((piece) =>
            piece.commented ? (
              <mark className="in-commented" key={piece.at}>
                {piece.text}
              </mark>
            ) : (
              piece.text
            ),
          )}
        </p>
      </div>
      {comments.length > 0 && (
        <div className="in-para__said in-stack in-stack--4">
          {comments.map((comment) => (
            <CommentCard key={comment.id} {...{ comment, writable, lang }} refused={refusedOf(comment.id)} />
          ))}
        </div>
      )}
      {writable && (
        <details
          className="in-fold in-para__give in-noprint"
          id={newCommentId(block.id)}
          open={refusedNew !== null || undefined}
        >
          <summary>
            {t('give')}
            <span className="in-sr"> {t('giveTo', { paragraph: anchor })}</span>
          </summary>
          <CommentForm
            id={newFieldsId(anchor)}
            about={{ key: formKey, paragraph: block.id, lang }}
            values={refusedNew?.typed ?? { quote: '', stance: '', proposal: '', reason: '' }}
            problem={refusedNew?.problem ?? null}
            act="add"
            lang={lang}
          />
        </details>
      )}
    </div>
  )
}
