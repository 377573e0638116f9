import { useTranslations } from 'use-intl/react'
import { Panel } from '#app/ui/panel.tsx'
import { STANCES } from '../comment.ts'
import type { ParagraphComment, ParagraphComments as Said } from '../paragraph-comments.server.ts'
import { StanceTag } from './comment-words.tsx'

/** What the inputs say of a version, paragraph by paragraph: how many stand how, of how many, and who. */
export function ParagraphComments({ said }: { said: Said }) {
  const t = useTranslations('workbench.notes')
  const { inputs, commenting, paragraphs, cut } = said
  if (commenting === 0) return null
  return (
    <Panel id="comments" heading={t('comments')}>
      <p className="in-muted in-measure">
        {t('commentsOf', { commenting, inputs })} {cut && t('commentsCut')}
      </p>
      <ul className="in-list">
        {paragraphs.map(({ anchor, comments }) => (
          <li key={anchor} className="in-stack in-stack--2">
            <p>
              <b>{t('paragraph', { anchor })}</b> <Counted comments={comments} commenting={commenting} />
            </p>
            <details className="in-fold">
              <summary>{t('who', { count: comments.length })}</summary>
              <ul className="in-plain in-stack in-stack--2">
                {comments.map((comment) => (
                  <li key={comment.id}>
                    <StanceTag stance={comment.stance} />{' '}
                    <a
                      href={`/workbench/inputs/${comment.inputId}?version=${comment.versionNumber}#merknad-${comment.id}`}
                    >
                      {comment.sender}
                    </a>
                    {comment.quote !== null && <span className="in-muted"> «{comment.quote}»</span>}
                  </li>
                ))}
              </ul>
            </details>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** How many inputs stand how; one that says two things of a paragraph is counted in both. */
function Counted({ comments, commenting }: { comments: readonly ParagraphComment[]; commenting: number }) {
  const t = useTranslations('workbench.notes')
  const by = (stance: string) =>
    new Set(comments.filter((one) => one.stance === stance).map(({ inputId }) => inputId)).size
  const [agree, disagree, change] = STANCES.map(by)
  const counted = { agree: agree ?? 0, disagree: disagree ?? 0, change: change ?? 0, of: commenting }
  return <span>{t('counted', counted)}</span>
}
