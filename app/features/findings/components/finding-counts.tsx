import { useTranslations } from 'use-intl/react'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { WarningIcon } from '#app/ui/icons.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import type { CheckedCount } from '../checks.ts'
import { countWords, markerOf } from '../finding-text.ts'

/** A count of a finding with what it is of, in words. */
export type FindingCount = CheckedCount & { label: string; merged: string | null; inText: boolean }

type FindingCountsProps = {
  counts: readonly FindingCount[]
  /** Where they are put in and looked at. */
  addAt: string
  /** With script: puts a mark where the caret is. */
  insert: ((marker: string) => void) | null
}

/** The counts of a finding, what they are now, and their marks. */
export function FindingCounts({ counts, addAt, insert }: FindingCountsProps) {
  const t = useTranslations('workbench.finding')
  return (
    <Panel
      id="counts"
      heading={t('counts')}
      beside={
        <LinkButton variant="secondary" size="sm" href={addAt}>
          {t('countsAt')}
        </LinkButton>
      }
    >
      {counts.length === 0 && (
        <Empty heading={t('noCounts')} level={3}>
          {t('noCountsText')}
        </Empty>
      )}
      <ul className="in-list">
        {counts.map(({ number, seen, live, label, merged, inText }) => (
          <li key={number} className="in-stack in-stack--2">
            <p>
              <code>{markerOf('count', number)}</code> <strong>{countWords(live ?? seen)}</strong> {label}
            </p>
            {merged && <p className="in-small in-muted">{t('countMerged', { theme: merged })}</p>}
            <div className="in-row">
              {!live && (
                <StatusTag tone="warning" icon={WarningIcon}>
                  {t('countGone')}
                </StatusTag>
              )}
              {live && (live.count !== seen.count || live.of !== seen.of) && (
                <StatusTag tone="warning" icon={WarningIcon}>
                  {t('countNow', { now: countWords(live), seen: countWords(seen) })}
                </StatusTag>
              )}
              {!inText && <span className="in-small in-muted">{t('notInText')}</span>}
              <InsertMark marker={markerOf('count', number)} insert={insert} />
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** The button that puts a mark where the caret is. Without script the mark itself stands beside, to be copied. */
export function InsertMark({
  marker,
  insert,
}: {
  marker: string
  insert: ((marker: string) => void) | null
}) {
  const t = useTranslations('workbench.finding')
  if (!insert) return null
  return (
    <Button
      type="button"
      variant="secondary"
      size="sm"
      aria-label={t('insert', { marker })}
      // The caret stays where it is while the button is pressed.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => insert(marker)}
    >
      {t('insertShort', { marker })}
    </Button>
  )
}
