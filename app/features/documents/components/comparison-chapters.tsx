import { useTranslations } from 'use-intl/react'
import { type ComparedChapter, foldSame, type ComparisonRow as Row } from '../comparison.ts'
import { elementId, shownNumber } from '../paragraph.ts'
import { KindTag } from './change-words.tsx'
import { ComparisonRow, rowId, type Sides } from './comparison-row.tsx'
import { WordChanges } from './word-changes.tsx'

type Shown = { chapters: readonly ComparedChapter[]; sides: Sides }

/** The chapters of a comparison: unchanged blocks folded together, every other one with its changes. */
export function ComparisonChapters({ chapters, sides }: Shown) {
  const t = useTranslations('public.changes')
  return chapters.map(({ heading, rows }) => (
    <section
      className="in-compared"
      key={heading?.id ?? 'before'}
      aria-label={heading ? undefined : t('before')}
    >
      {heading && <ChapterHeading heading={heading} />}
      {foldSame(rows).map((run) => {
        const [first] = run
        if (!first) return null
        return first.kind === 'same' ? (
          <Unchanged key={first.id} run={run} />
        ) : (
          <ComparisonRow key={first.id} row={first} sides={sides} />
        )
      })}
    </section>
  ))
}

function ChapterHeading({ heading }: { heading: Row }) {
  return (
    <div className="in-compared__head" id={elementId(heading.anchor)}>
      <h2 className="in-h2" lang={heading.fallback ? heading.lang : undefined}>
        {shownNumber(heading.anchor)} <WordChanges changes={heading.changes} />
      </h2>
      {heading.kind !== 'same' && <KindTag row={heading} />}
    </div>
  )
}

/** Says which blocks are unchanged, by number where they have one; opened, they can be read. */
export function useUnchangedWords() {
  const t = useTranslations('public.changes')
  return (run: readonly Pick<Row, 'anchor' | 'blockKind'>[]) => {
    const numbered = run.flatMap(({ anchor, blockKind }) =>
      blockKind === 'paragraph' ? (shownNumber(anchor) ?? []) : [],
    )
    const [first, last] = [numbered[0], numbered.at(-1)]
    if (first && last) return t('same', { count: numbered.length, first, last })
    return run.length === 1
      ? t('sameOne', { kind: run[0]?.blockKind ?? 'paragraph' })
      : t('sameSome', { count: run.length })
  }
}

function Unchanged({ run }: { run: readonly Row[] }) {
  const words = useUnchangedWords()
  return (
    <details className="in-same">
      <summary>{words(run)}</summary>
      <div>
        {run.map((row) => (
          <p key={row.id} id={rowId(row)} lang={row.fallback ? row.lang : undefined}>
            {shownNumber(row.anchor) && <b>{shownNumber(row.anchor)} </b>}
            <WordChanges changes={row.changes} />
          </p>
        ))}
      </div>
    </details>
  )
}

/** The way to each chapter, with how much is changed in it. */
export function ChangedChapters({ chapters }: Pick<Shown, 'chapters'>) {
  const t = useTranslations('public.changes')
  return (
    <nav className="in-changed in-noprint" aria-labelledby="kapitler">
      <h2 className="in-h4" id="kapitler">
        {t('chapters')}
      </h2>
      <ol>
        {chapters.flatMap(({ heading, changed }) =>
          heading
            ? [
                <li key={heading.id}>
                  <a
                    href={`#${elementId(heading.anchor)}`}
                    lang={heading.fallback ? heading.lang : undefined}
                  >
                    {shownNumber(heading.anchor)}{' '}
                    {heading.changes.map(({ kind, text }) => (kind === 'removed' ? '' : text)).join('')}
                  </a>{' '}
                  <span className="in-meta">{t('chapter', { count: changed })}</span>
                </li>,
              ]
            : [],
        )}
      </ol>
    </nav>
  )
}
