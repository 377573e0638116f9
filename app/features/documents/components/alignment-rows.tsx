import { createContext, type ReactNode, useContext } from 'react'
import { useTranslations } from 'use-intl/react'
import { TextField } from '#app/ui/field.tsx'
import { WarningIcon } from '#app/ui/icons.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { type ComparedChapter, foldSame, type ComparisonRow as Row } from '../comparison.ts'
import { writtenOrigins } from '../origins.ts'
import { elementId, shownNumber } from '../paragraph.ts'
import { KindTag, useChangeWords } from './change-words.tsx'
import { useUnchangedWords } from './comparison-chapters.tsx'
import { Framed, rowId } from './comparison-row.tsx'

/** What the rows need to know of the form they stand in. */
export type AlignmentFields = {
  mayConfirm: boolean
  /** What was typed, by block, when a form came back. */
  typed: Readonly<Record<string, string>> | null
  errors: readonly { field: string; message: string }[]
  /** Blocks to look at before confirming. */
  unsure: ReadonlySet<string>
  /** What was said of blocks of the earlier version, by their address there. */
  said: (anchor: string) => ReactNode
}

const Fields = createContext<AlignmentFields | null>(null)

const useFields = () => {
  const fields = useContext(Fields)
  if (!fields) throw new Error('A row stands in a form')
  return fields
}

/** What a block is called where it is one of many: its address, or what kind it is. A deleted one has only had it. */
export function useBlockName() {
  const t = useTranslations('public.changes')
  return ({ kind, anchor, blockKind }: Pick<Row, 'kind' | 'anchor' | 'blockKind'>) => {
    const number = shownNumber(anchor)
    if (number) return kind === 'deleted' ? t('wasAt', { number }) : number
    return `${t('block', { kind: blockKind })} ${anchor}`
  }
}

export const fieldOf = (id: string) => `from-${id}`

/** Every block in the later version's order: those to look at stand open, those that are sure are folded. */
export function AlignmentRows({
  chapters,
  ...fields
}: { chapters: readonly ComparedChapter[] } & AlignmentFields) {
  const rows = chapters.flatMap(({ heading, rows: own }) => [...(heading ? [heading] : []), ...own])
  return (
    <Fields.Provider value={fields}>
      {foldSame(rows).map((run) => {
        const [first] = run
        if (!first) return null
        const failed = run.some(({ id }) => fields.errors.some(({ field }) => field === fieldOf(id)))
        const folded = first.kind === 'same' && !failed && !run.some(({ id }) => fields.unsure.has(id))
        return folded ? (
          <SameRun key={first.id} run={run} />
        ) : (
          run.map((row) => <OpenRow key={row.id} row={row} />)
        )
      })}
    </Fields.Provider>
  )
}

function SameRun({ run }: { run: readonly Row[] }) {
  const words = useUnchangedWords()
  return (
    <details className="in-same in-same--work">
      <summary>{words(run)}</summary>
      <div>
        {run.map((row) => (
          <OpenRow key={row.id} row={row} />
        ))}
      </div>
    </details>
  )
}

function OpenRow({ row }: { row: Row }) {
  const t = useTranslations('workbench.alignment')
  const { kindOf } = useChangeWords()
  const nameOf = useBlockName()
  const { unsure, said } = useFields()
  const lookAt = unsure.has(row.id)
  const earlier = row.kind === 'deleted' ? [row.anchor] : row.from
  return (
    <section className="in-diff" id={rowId(row)} aria-label={`${nameOf(row)}: ${kindOf(row)}`}>
      <div className="in-diff__state">
        <b>{nameOf(row)}</b>
        <KindTag row={row} />
        {lookAt && (
          <StatusTag tone="warning" icon={WarningIcon}>
            {t('lookAt')}
          </StatusTag>
        )}
      </div>
      <div className="in-diff__text">
        <Framed row={row} />
      </div>
      <div className="in-why">
        <Origin row={row} />
        {earlier.map((anchor) => (
          <div key={anchor}>{said(anchor)}</div>
        ))}
      </div>
    </section>
  )
}

/** Where the block comes from: a field for those who confirm, what is said for those who read. */
function Origin({ row }: { row: Row }) {
  const t = useTranslations('workbench.alignment')
  const nameOf = useBlockName()
  const { mayConfirm, typed, errors } = useFields()
  if (!mayConfirm) return null
  if (row.kind === 'deleted') return <p className="in-muted">{t('gone', { number: row.anchor })}</p>
  const id = fieldOf(row.id)
  return (
    <TextField
      {...{ id, name: `from.${row.id}`, label: t('comesFrom', { block: nameOf(row) }) }}
      error={errors.find(({ field }) => field === id)?.message}
      defaultValue={typed?.[row.id] ?? writtenOrigins(row.from)}
      list="origins"
      autoComplete="off"
      maxLength={400}
    />
  )
}

/** The blocks of the earlier version to choose from while typing. */
export function Origins({ blocks }: { blocks: readonly { anchor: string; words: string }[] }) {
  return (
    <datalist id="origins">
      {blocks.map(({ anchor, words }) => (
        <option key={anchor} value={anchor} label={`${anchor} ${words}`} />
      ))}
    </datalist>
  )
}

const mostFirst = 40

/** The way to what an editor must look at before confirming. */
export function LookFirst({ rows }: { rows: readonly Row[] }) {
  const t = useTranslations('workbench.alignment')
  const { kindOf } = useChangeWords()
  const nameOf = useBlockName()
  if (rows.length === 0) return <p className="in-muted">{t('nothingFirst')}</p>
  return (
    <>
      <ol className="in-first">
        {rows.slice(0, mostFirst).map((row) => (
          <li key={row.id}>
            <a href={`#${row.kind === 'deleted' ? rowId(row) : elementId(row.anchor)}`}>{nameOf(row)}</a>{' '}
            <span className="in-muted">{kindOf(row)}</span>
          </li>
        ))}
      </ol>
      {rows.length > mostFirst && <p className="in-muted">{t('more', { count: rows.length - mostFirst })}</p>}
    </>
  )
}
