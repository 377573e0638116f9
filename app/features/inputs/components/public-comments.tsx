import { useLocale, useTranslations } from 'use-intl/react'
import { elementId } from '#app/features/documents/paragraph.ts'
import { documentPath } from '#app/features/strategies/address.ts'
import { pathIn } from '#app/platform/locale.ts'
import { RichText } from '#app/ui/rich-text.tsx'
import type { PublicComment } from '../published-comments.server.ts'
import { saidToId } from '../said-to.ts'
import { useBecause } from './because.tsx'
import { CommentWords, StanceTag } from './comment-words.tsx'

type PublicCommentsProps = { id: string; lang: string; comments: readonly PublicComment[] }

/** What a sender said of the draft, paragraph by paragraph, each with the way to the paragraph. */
export function PublicComments({ id, lang, comments }: PublicCommentsProps) {
  const t = useTranslations('public.comment')
  if (comments.length === 0) return null
  return (
    <section className="in-section in-stack in-stack--3" id={id} aria-labelledby={`${id}-title`}>
      <h3 className="in-h3" id={`${id}-title`}>
        {t('heading')}
      </h3>
      <p className="in-meta">{t('lead', { count: comments.length })}</p>
      <ul className="in-commentlist">
        {comments.map((comment) => (
          <li key={comment.id} id={saidToId(comment.said, 0)}>
            <OneComment comment={comment} lang={lang} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function OneComment({ comment, lang }: { comment: PublicComment; lang: string }) {
  const t = useTranslations('public.comment')
  const signs = useTranslations('public.masked')
  const because = useBecause()
  const locale = useLocale()
  const { said, stance, changes, reason, body, masks, quoteLang } = comment
  const { document, anchor, quote } = said
  const sign = { text: signs('sign'), lang: locale }
  const href = `${documentPath(document.strategy, document.slug, document.number)}#${elementId(anchor)}`
  return (
    <div className="in-comment in-stack in-stack--2">
      <p>
        <a href={pathIn(locale, href)}>{t('paragraph', { anchor })}</a> <StanceTag stance={stance} />
      </p>
      <CommentWords {...{ quote, quoteLang, changes, lang }} reason="" />
      <div className="in-prose" lang={lang}>
        <RichText document={body ?? reason} headingLevel={4} masked={sign} />
      </div>
      {masks.map(({ basis, count }) => (
        <p key={basis} className="in-meta">
          <span className="in-masked">{sign.text}</span> {signs('note', { count, because: because(basis) })}
        </p>
      ))}
    </div>
  )
}
