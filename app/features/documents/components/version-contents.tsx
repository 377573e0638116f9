import { useTranslations } from 'use-intl/react'
import { pick, type TextLanguage } from '#app/platform/localised-text.ts'
import { contentsOf, elementId } from '../paragraph.ts'
import type { WorkBlock } from '../work-block.ts'
import { missingForms, translatedBlocks } from '../writing.ts'

/** The chapters to jump to, and how much of the text exists in each language. */
export function VersionContents({ blocks, lang }: { blocks: readonly WorkBlock[]; lang: TextLanguage }) {
  const t = useTranslations('workbench.version')
  const chapters = contentsOf(blocks)
  const missing = missingForms(blocks)
  return (
    <>
      {chapters.length > 0 ? (
        <nav className="in-toc" aria-label={t('contents')}>
          <ol>
            {chapters.map(({ number, anchor, text }) => (
              <li key={anchor}>
                <a href={`#${elementId(anchor)}`}>
                  {number} {pick(text, lang).text}
                </a>
              </li>
            ))}
          </ol>
        </nav>
      ) : (
        <p className="in-small in-muted">{t('noChapters')}</p>
      )}
      <p className="in-small in-muted">
        {t('size', { count: blocks.length })}{' '}
        {missing.nn > 0 && t('missingNn', { count: missing.nn, of: blocks.length })}{' '}
        {missing.nb > 0 && t('missingNb', { count: missing.nb, of: blocks.length })}
        {blocks.length > 0 && missing.nb + missing.nn === 0 && t('bothForms')}
      </p>
      {blocks.length > 0 && (
        <p className="in-small in-muted">
          {t('translated', { ...translatedBlocks(blocks), of: blocks.length })}
        </p>
      )}
    </>
  )
}
