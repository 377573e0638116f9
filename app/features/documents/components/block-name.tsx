import { useTranslations } from 'use-intl/react'
import { pick } from '#app/platform/localised-text.ts'
import { shownNumber } from '../paragraph.ts'
import type { WorkBlock } from '../work-block.ts'
import { isUncounted } from '../writing.ts'

const longest = 40

/** What a block is called among others: «avsnitt 4.2», or its kind and first words where it has no number. */
export function useBlockName() {
  const t = useTranslations('workbench.version')
  return ({ kind, anchor, text }: Pick<WorkBlock, 'kind' | 'anchor' | 'text'>): string => {
    const number = shownNumber(anchor)
    if (number) return t(kind === 'heading' ? 'chapterNo' : 'paragraphNo', { number })
    const words = pick(text, 'nb').text.replace(/\s+/g, ' ')
    const begins = words.length > longest ? `${words.slice(0, longest)}…` : words
    const named = isUncounted(kind, anchor) ? 'uncounted' : kind
    return `${t(`kinds.${kindKey(named)}`).toLowerCase()} «${begins}»`
  }
}

const kinds = ['heading', 'uncounted', 'subheading', 'paragraph', 'ambition', 'signature'] as const

/** A kind as the key of its name; what is stored is text. */
export const kindKey = (kind: string) => kinds.find((one) => one === kind) ?? 'paragraph'
