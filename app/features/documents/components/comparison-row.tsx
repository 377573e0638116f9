import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl/react'
import type { ComparisonRow as Row } from '../comparison.ts'
import type { Story } from '../paragraph.ts'
import { elementId, shownNumber } from '../paragraph.ts'
import { KindTag, useChangeWords } from './change-words.tsx'
import { StoryLink } from './document-block.tsx'
import { WordChanges } from './word-changes.tsx'

/** A name in its own language, for a place in a sentence. */
type InSentence = () => ReactNode

/**
 * Where the two versions are read, what they are called, and what they are called inside a sentence. `stories` are their
 * paragraphs that have one, by address.
 */
export type Sides = Record<
  'from' | 'to',
  { path: string; title: InSentence; name: InSentence; stories?: Readonly<Record<string, Story>> }
>

/** The id of a row's element: a deleted block has its earlier address, which another may have now. */
export const rowId = ({ kind, anchor }: Pick<Row, 'kind' | 'anchor'>) =>
  kind === 'deleted' ? `slettet-${anchor}` : elementId(anchor)

/** One block that changed: what became of it, the words, and the way to its place in both versions. */
export function ComparisonRow({ row, sides }: { row: Row; sides: Sides }) {
  const t = useTranslations('public.changes')
  const { kindOf } = useChangeWords()
  const number = shownNumber(row.anchor)
  const block = t('block', { kind: row.blockKind })
  const id = rowId(row)
  return (
    <section
      className="in-diff"
      id={id}
      aria-label={t('label', { block, number: number ?? '', kind: kindOf(row) })}
    >
      <div className="in-diff__state">
        {number ? (
          <a className="in-anchor" href={`#${id}`} aria-label={t('linkTo', { number })}>
            {row.kind === 'deleted' ? t('wasAt', { number }) : number}
          </a>
        ) : (
          <span className="in-meta">{block}</span>
        )}
        <KindTag row={row} />
      </div>
      <div className="in-diff__text">
        <Framed row={row} />
        <RowFacts {...{ row, sides }} />
      </div>
    </section>
  )
}

const frames = { new: 'in-block--new', deleted: 'in-block--gone', moved: 'in-block--moved' } as const

/** The words of a row, framed when the whole block is new, gone or moved. */
export function Framed({ row }: { row: Pick<Row, 'kind' | 'changes' | 'fallback' | 'lang' | 'blockKind'> }) {
  const { kind } = row
  const frame = kind === 'new' || kind === 'deleted' || kind === 'moved' ? frames[kind] : undefined
  return (
    <div className={frame} lang={row.fallback ? row.lang : undefined}>
      <p className={row.blockKind === 'heading' || row.blockKind === 'subheading' ? 'in-h3' : undefined}>
        <WordChanges changes={row.changes} />
      </p>
    </div>
  )
}

function RowFacts({ row, sides }: { row: Row; sides: Sides }) {
  const t = useTranslations('public.changes')
  const { numbers } = useChangeWords()
  const besides = numbers(row.besides)
  const facts = [
    row.wasKind && t('was', { kind: row.wasKind }),
    besides && t('besides', { places: besides }),
    ...row.elsewhere.map((language) => t('elsewhere', { language })),
  ].filter((fact) => fact)
  const earlier = row.kind === 'deleted' ? [row.anchor] : row.from
  const place = (side: Sides['from'], anchor: string) => {
    const number = shownNumber(anchor)
    return (
      <a key={`${side.path} ${anchor}`} href={`${side.path}#${elementId(anchor)}`}>
        {number ? t.rich('place', { title: side.title, number }) : t.rich('placePlain', { title: side.name })}
      </a>
    )
  }
  return (
    <div className="in-meta in-diff__places">
      {facts.length > 0 && <p>{facts.join(' ')}</p>}
      <p className="in-row in-noprint">
        {earlier.map((anchor) => place(sides.from, anchor))}
        {row.kind !== 'deleted' && place(sides.to, row.anchor)}
      </p>
      <RowStory {...{ row, sides }} />
    </div>
  )
}

// What is there has a story when something led to it; what is gone, when something took it out.
function RowStory({ row: { kind, anchor }, sides }: { row: Row; sides: Sides }) {
  const side = kind === 'deleted' ? sides.from : sides.to
  const story = side.stories?.[anchor]
  const told = kind === 'deleted' ? story !== undefined : story === 'led'
  return told && story ? <StoryLink path={side.path} {...{ anchor, story }} /> : null
}
