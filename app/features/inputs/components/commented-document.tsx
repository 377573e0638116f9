import { useLocale, useTranslations } from 'use-intl/react'
import { chaptersOf } from '#app/features/documents/chapters.ts'
import { DocumentBlock } from '#app/features/documents/components/document-block.tsx'
import { contentsOf, elementId, shownNumber } from '#app/features/documents/paragraph.ts'
import { pick } from '#app/platform/localised-text.ts'
import { Localised } from '#app/ui/localised.tsx'
import type { RefusedComment, ShownComment } from './comment-card.tsx'
import { CommentedParagraph, type ReadBlock } from './commented-paragraph.tsx'

type CommentedDocumentProps = {
  blocks: readonly ReadBlock[]
  comments: readonly ShownComment[]
  writable: boolean
  formKey: string
  refused: { at: string; of: RefusedComment } | null
}

/** The draft read in full, chapter by chapter, each paragraph with what the members have said of it. */
export function CommentedDocument({ blocks, comments, ...rest }: CommentedDocumentProps) {
  const t = useTranslations('public.document')
  const { refused, writable, formKey } = rest
  const at = (id: string) => (refused?.at === id ? refused.of : null)
  const drawn = (block: ReadBlock) =>
    block.kind === 'paragraph' || block.kind === 'ambition' ? (
      <CommentedParagraph
        key={block.id}
        {...{ block, writable, formKey }}
        comments={comments.filter(({ paragraphId }) => paragraphId === block.id)}
        refusedNew={at(block.id)}
        refusedOf={at}
      />
    ) : (
      <DocumentBlock key={block.id} block={block} path="" origin="" />
    )
  return (
    <div className="in-doc in-doc--said">
      <nav className="in-toc" aria-labelledby="contents-heading">
        <h2 className="in-h4" id="contents-heading">
          {t('contents')}
        </h2>
        <Contents {...{ blocks, comments }} />
      </nav>
      <details className="in-toc-fold in-noprint" id="innhold">
        <summary>{t('contents')}</summary>

        <Contents {...{ blocks, comments }} />
      </details>
      <article className="in-doc__main">
        {chaptersOf(blocks).map(({ heading, blocks: under, signed }) => (
          <div className="in-chapter" key={heading?.anchor ?? 'start'}>
            <div className={signed ? 'in-foreword' : undefined}>
              {heading && <ChapterHeading {...heading} />}
              {under.map(drawn)}
            </div>
            {under.length > 0 && (
              <p className="in-toc-back in-noprint">
                <a href="#innhold">{t('toContents')}</a>
              </p>
            )}
          </div>
        ))}
      </article>
    </div>
  )
}

function Contents({ blocks, comments }: Pick<CommentedDocumentProps, 'blocks' | 'comments'>) {
  const t = useTranslations('workspace.comments')
  const said = new Set(comments.map(({ paragraphId }) => paragraphId))
  const chapters = chaptersOf(blocks)
  const countIn = (anchor: string) =>
    chapters
      .find(({ heading }) => heading?.anchor === anchor)
      ?.blocks.filter(({ id }) => said.has(id))
      .reduce((sum, { id }) => sum + comments.filter(({ paragraphId }) => paragraphId === id).length, 0) ?? 0
  return (
    <ol>
      {contentsOf(blocks).map(({ number, anchor, text }) => (
        <li key={anchor}>
          <a href={`#${elementId(anchor)}`}>
            {number} <Localised text={text} />
            {countIn(anchor) > 0 && (
              <span className="in-small in-muted"> {t('inChapter', { count: countIn(anchor) })}</span>
            )}
          </a>
        </li>
      ))}
    </ol>
  )
}

function ChapterHeading({ anchor, text }: ReadBlock) {
  const { text: words, lang, fallback } = pick(text, useLocale())
  return (
    <h2 className="in-h2" id={elementId(anchor)} lang={fallback ? lang : undefined}>
      {shownNumber(anchor)} {words}
    </h2>
  )
}
