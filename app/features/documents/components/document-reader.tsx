import type { ReactNode } from 'react'
import { useLocale, useTranslations } from 'use-intl/react'
import { pick } from '#app/platform/localised-text.ts'
import { Localised } from '#app/ui/localised.tsx'
import { chaptersOf } from '../chapters.ts'
import type { Story } from '../paragraph.ts'
import { contentsOf, elementId, shownNumber } from '../paragraph.ts'
import { type Block, DocumentBlock } from './document-block.tsx'

type DocumentReaderProps = {
  blocks: readonly Block[]
  /** The version's own address, so that a copied link lasts; `origin` makes it whole. */
  path: string
  origin?: string
  /** The paragraphs that have a story, by address. */
  stories?: Readonly<Record<string, Story>>
  /** What follows the text, and the entries it has in the contents. */
  children?: ReactNode
  more?: readonly { id: string; label: string }[]
}

/** The contents and the text of one version. On small screens the contents are folded, and each chapter leads back. */
export function DocumentReader({
  blocks,
  path,
  origin = '',
  stories = {},
  children,
  more = [],
}: DocumentReaderProps) {
  const t = useTranslations('public.document')
  const contents = <Contents {...{ blocks, more }} />
  return (
    <div className="in-doc">
      <nav className="in-toc" aria-labelledby="contents-heading">
        <h2 className="in-h4" id="contents-heading">
          {t('contents')}
        </h2>
        {contents}
      </nav>
      <details className="in-toc-fold in-noprint" id="innhold">
        <summary>{t('contents')}</summary>
        {contents}
      </details>
      <div className="in-doc__main">
        <article>
          {chaptersOf(blocks).map(({ heading, blocks: under, signed }) => {
            const drawn = (
              <>
                {heading && <ChapterHeading {...heading} />}
                {under.map((block) => (
                  <DocumentBlock
                    key={block.anchor}
                    {...{ block, path, origin }}
                    story={stories[block.anchor]}
                  />
                ))}
              </>
            )
            return (
              <div className="in-chapter" key={heading?.anchor ?? 'start'}>
                {signed ? <div className="in-foreword">{drawn}</div> : drawn}
                {under.length > 0 && (
                  <p className="in-toc-back in-noprint">
                    <a href="#innhold">{t('toContents')}</a>
                  </p>
                )}
              </div>
            )
          })}
        </article>
        {children}
      </div>
    </div>
  )
}

function Contents({ blocks, more = [] }: Pick<DocumentReaderProps, 'blocks' | 'more'>) {
  return (
    <ol>
      {contentsOf(blocks).map(({ number, anchor, text }) => (
        <li key={anchor}>
          <a href={`#${elementId(anchor)}`}>
            {number} <Localised text={text} />
          </a>
        </li>
      ))}
      {more.map(({ id, label }) => (
        <li key={id}>
          <a href={`#${id}`}>{label}</a>
        </li>
      ))}
    </ol>
  )
}

function ChapterHeading({ anchor, text }: Block) {
  const { text: words, lang, fallback } = pick(text, useLocale())
  return (
    <h2 className="in-h2" id={elementId(anchor)} lang={fallback ? lang : undefined}>
      {shownNumber(anchor)} {words}
    </h2>
  )
}
