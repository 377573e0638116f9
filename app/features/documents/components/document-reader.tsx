import { useLocale, useTranslations } from 'use-intl/react'
import { type LocalisedText, pick } from '#app/platform/localised-text.ts'
import { contentsOf, elementId, shownNumber } from '../paragraph.ts'

type Block = { kind: string; anchor: string; text: LocalisedText }

/** The contents and the text of one version. `path` is the version's own address, so that a copied link lasts. */
export function DocumentReader({ blocks, path }: { blocks: readonly Block[]; path: string }) {
  const t = useTranslations('public.document')
  return (
    <div className="in-doc">
      <nav className="in-toc" aria-labelledby="innhold">
        <h2 className="in-h4" id="innhold">
          {t('contents')}
        </h2>
        <ol>
          {contentsOf(blocks).map(({ number, anchor, text }) => (
            <li key={anchor}>
              <a href={`#${elementId(anchor)}`}>
                {number} <Words text={text} />
              </a>
            </li>
          ))}
        </ol>
      </nav>
      <article>
        {blocks.map((block) => (
          <DocumentBlock key={block.anchor} {...block} path={path} />
        ))}
      </article>
    </div>
  )
}

function DocumentBlock({ kind, anchor, text, path }: Block & { path: string }) {
  const t = useTranslations('public.document')
  const locale = useLocale()
  const id = elementId(anchor)
  const { text: words, lang, fallback } = pick(text, locale)
  const inLanguage = fallback ? lang : undefined
  const number = shownNumber(anchor)
  if (kind === 'heading')
    return (
      <h2 className="in-h2" id={id} lang={inLanguage}>
        {number} {words}
      </h2>
    )
  if (kind === 'subheading')
    return (
      <h3 className="in-h3" id={id} lang={inLanguage}>
        {words}
      </h3>
    )
  const lines = words.split(/\n{2,}/).map((line) => <p key={line}>{line}</p>)
  if (kind === 'ambition')
    return (
      <div className="in-ambition" id={id}>
        <p className="in-meta">{t('ambition')}</p>
        <div lang={inLanguage}>{lines}</div>
      </div>
    )
  return (
    <div className="in-para" id={id}>
      {number ? (
        <a className="in-anchor in-para__no" href={`${path}#${id}`} aria-label={t('linkTo', { number })}>
          {number}
        </a>
      ) : (
        <span className="in-para__no" />
      )}
      <div className={kind === 'signature' ? 'in-para__text in-meta' : 'in-para__text'} lang={inLanguage}>
        {lines}
      </div>
    </div>
  )
}

function Words({ text }: { text: LocalisedText }) {
  const { text: words, lang, fallback } = pick(text, useLocale())
  return <span lang={fallback ? lang : undefined}>{words}</span>
}
