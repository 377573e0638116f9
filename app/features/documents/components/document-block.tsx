import { useLocale, useTranslations } from 'use-intl/react'
import { type LocalisedText, pick } from '#app/platform/localised-text.ts'
import { signatoryOf } from '../chapters.ts'
import { elementId, type Story, shownNumber } from '../paragraph.ts'

export type Block = { kind: string; anchor: string; text: LocalisedText }

const storyLabels = {
  led: ['link', 'linkTo'],
  became: ['linkBecame', 'linkBecameTo'],
  said: ['linkSaid', 'linkSaidTo'],
} as const

type DocumentBlockProps = { block: Block; path: string; origin: string; story?: Story }

/** A block under a heading: its number leads to the address it keeps, which also stands written out in the margin. */
export function DocumentBlock({ block, path, origin, story }: DocumentBlockProps) {
  const t = useTranslations('public.document')
  const { text: words, lang, fallback } = pick(block.text, useLocale())
  const id = elementId(block.anchor)
  const inLanguage = fallback ? lang : undefined
  if (block.kind === 'subheading')
    return (
      <h3 className="in-h3" id={id} lang={inLanguage}>
        {words}
      </h3>
    )
  if (block.kind === 'signature') {
    const { name, title } = signatoryOf(words)
    return (
      <p className="in-signature" id={id} lang={inLanguage}>
        <strong>{name}</strong>
        {title && <span>{title}</span>}
      </p>
    )
  }
  const lines = words.split(/\n{2,}/).map((line) => <p key={line}>{line}</p>)
  if (block.kind === 'ambition')
    return (
      <div className="in-ambition" id={id}>
        <p className="in-meta">{t('ambition')}</p>
        <div lang={inLanguage}>{lines}</div>
        {story && <StoryLink {...{ path, story }} anchor={block.anchor} />}
      </div>
    )
  const number = shownNumber(block.anchor)
  const address = `${path}#${id}`
  return (
    <div className="in-para" id={id}>
      {number ? (
        <a className="in-anchor in-para__no" href={address} aria-label={t('linkTo', { number })}>
          {number}
        </a>
      ) : (
        <span className="in-para__no" />
      )}
      <div className="in-para__text">
        <div lang={inLanguage}>{lines}</div>
        {story && <StoryLink {...{ path, story }} anchor={block.anchor} />}
      </div>
      {number && origin && (
        <p className="in-address in-noprint">
          <span>{t('address', { number })}</span>
          <code>{`${origin}${address}`}</code>
        </p>
      )}
    </div>
  )
}

/** The way from a paragraph to what was heard and made of it; `path` is the address of its version. */
export function StoryLink({ path, anchor, story }: { path: string; anchor: string; story: Story }) {
  const t = useTranslations('public.origin')
  const number = shownNumber(anchor)
  const [label, labelTo] = storyLabels[story]
  return (
    <p className="in-why in-noprint">
      <a href={`${path}/paragraphs/${anchor}`} aria-label={number ? t(labelTo, { number }) : undefined}>
        {t(label)}
      </a>
    </p>
  )
}
