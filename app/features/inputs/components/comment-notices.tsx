import { Form } from '@remix-run/react'
import { useEffect } from 'react'
import { useTranslations } from 'use-intl/react'
import { Alert } from '#app/ui/message.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { Toast } from '#app/ui/toast.tsx'
import type { CommentConflict } from '../commenting.server.ts'
import { type CommentFields, changeFieldsId } from '../refused-comment.ts'
import { commentId } from './comment-card.tsx'
import { CommentForm } from './comment-form.tsx'
import { newCommentId } from './commented-paragraph.tsx'

/** A comment that somebody took away while another changed it: what was typed, and what a new save must name. */
export type GoneComment = { comment: string; typed: CommentFields; conflict: CommentConflict }

type CommentNoticesProps = {
  comments: readonly unknown[]
  writable: boolean
  withdrawn: boolean
  gone: GoneComment | null
}

/** Who may do what, how commenting works, and what was typed of a comment that is gone. */
export function CommentNotices({ comments, writable, withdrawn, gone }: CommentNoticesProps) {
  const t = useTranslations('workspace.comments')
  return (
    <>
      {gone && (
        <Panel id="gone" heading={t('gone')}>
          <p>{gone.conflict.by ? t('goneText', { name: gone.conflict.by }) : t('goneTextNobody')}</p>
          <CommentForm
            id={changeFieldsId(gone.comment)}
            about={{ comment: gone.comment, revision: String(gone.conflict.revision) }}
            values={gone.typed}
            {...{ problem: null, act: 'change', lang: '' }}
          />
        </Panel>
      )}
      {withdrawn && (
        <Alert tone="warning">
          <p>{t('refused.withdrawn')}</p>
        </Alert>
      )}
      {!writable && !withdrawn && (
        <Alert tone="info">
          <p>{t('readOnly')}</p>
        </Alert>
      )}
      <p className="in-measure in-muted">
        {t('lead', { count: comments.length })} {writable && t('how')}
      </p>
    </>
  )
}

type CommentToastProps = { notice: 'saved' | 'removed' | 'restored'; about: string | null }

/** Says what was just done to a comment, and puts back one that was taken away. It stands last on the page. */
export function CommentToast({ notice, about }: CommentToastProps) {
  const t = useTranslations('workspace.comments')
  const undo = notice === 'removed' && about && (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="comment" value={about} />
      <button type="submit" name="act" value="restore">
        {t('undo')}
      </button>
    </Form>
  )
  return <Toast action={undo}>{t(`notice.${notice}`)}</Toast>
}

/** Folds the form of a comment once it is saved, and empties a new one; without script the page comes back so. */
export function useClosedWhenSaved(saved: { id: string; revision: number; paragraphId: string } | null) {
  const { id, revision, paragraphId } = saved ?? {}
  useEffect(() => {
    if (id === undefined || revision === undefined || paragraphId === undefined) return
    const fold = document.getElementById(newCommentId(paragraphId))
    // What is saved for the second time was written in its own form.
    const own = document.getElementById(commentId(id))?.querySelector('details')
    const written = revision > 1 ? own : fold
    if (!(written instanceof HTMLDetailsElement)) return
    written.open = false
    written.querySelector('form')?.reset()
  }, [id, revision, paragraphId])
}
