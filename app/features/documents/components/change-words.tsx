import { useFormatter, useLocale, useTranslations } from 'use-intl/react'
import type { LocalisedText } from '#app/platform/localised-text.ts'
import { pick } from '#app/platform/localised-text.ts'
import type { Icon } from '#app/ui/icon.tsx'
import {
  ArrowsUpDownIcon,
  BranchingIcon,
  CheckIcon,
  LinkIcon,
  MinusCircleIcon,
  PencilIcon,
  PlusCircleIcon,
} from '#app/ui/icons.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import type { ComparisonRow } from '../comparison.ts'
import type { LinkKind } from '../lineage.ts'
import { shownNumber } from '../paragraph.ts'

const looks: Record<LinkKind, { icon: Icon; tone: 'info' | 'success' | 'danger' | 'neutral' }> = {
  same: { icon: CheckIcon, tone: 'neutral' },
  changed: { icon: PencilIcon, tone: 'info' },
  moved: { icon: ArrowsUpDownIcon, tone: 'info' },
  split: { icon: BranchingIcon, tone: 'info' },
  merged: { icon: LinkIcon, tone: 'info' },
  new: { icon: PlusCircleIcon, tone: 'success' },
  deleted: { icon: MinusCircleIcon, tone: 'danger' },
}

/** What is said of changes on more than one page. */
export function useChangeWords() {
  const t = useTranslations('public.changes')
  const locale = useLocale()
  const format = useFormatter()
  /** Addresses as readers know them: those with a number, as a list. */
  const numbers = (anchors: readonly string[]) =>
    format.list(anchors.flatMap((anchor) => shownNumber(anchor) ?? []))
  return {
    numbers,
    /** «utkast 1» inside a sentence; a title of another kind in quotes. */
    titled: (title: LocalisedText) => {
      const { text } = pick(title, locale)
      return /^(Utkast|Utgave|Utgåve|Draft|Version)\b/.test(text)
        ? `${text[0]?.toLowerCase()}${text.slice(1)}`
        : t('quoted', { text })
    },
    /** What became of a block, in words: «Flyttet fra 3.6 og endret». */
    kindOf: ({ kind, reworded, from }: Pick<ComparisonRow, 'kind' | 'reworded' | 'from'>) => {
      const origins = numbers(from)
      if (kind === 'moved' && reworded) return origins ? t('reworded', { from: origins }) : t('rewordedPlain')
      const plain = !origins && (kind === 'moved' || kind === 'split' || kind === 'merged')
      return plain ? t('kindPlain', { kind }) : t('kind', { kind, from: origins })
    },
  }
}

/** What became of a block: icon and words. */
export function KindTag({ row }: { row: Pick<ComparisonRow, 'kind' | 'reworded' | 'from'> }) {
  const { kindOf } = useChangeWords()
  const { icon, tone } = looks[row.kind]
  return (
    <StatusTag tone={tone} icon={icon}>
      {kindOf(row)}
    </StatusTag>
  )
}
