import { type ReactNode, useEffect, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { Toast } from '#app/ui/toast.tsx'
import { codePointSlice } from '../passage.ts'
import type { ReadAnswer } from '../reading.server.ts'
import { ActForm, KeyHint } from './reading-form.tsx'

/** Words that are marked in the text: where they stand, counted from where the passage they begin in begins. */
type Marked = { passage: string; start: number; end: number; words: string }

const longest = 60

/** The words that are marked in the text, made a passage with one press; where none are, what is told otherwise. */
export function MarkedWords({
  answers,
  children,
}: {
  answers: readonly Pick<ReadAnswer, 'id' | 'text'>[]
  children: ReactNode
}) {
  const t = useTranslations('workbench.reading')
  const [marked, setMarked] = useState<Marked | null>(null)
  useEffect(() => {
    // Nothing comes in the way of the mouse while it marks.
    let marking = false
    const look = () => setMarked(marking ? null : markedIn(answers))
    const begun = ({ pointerType }: PointerEvent) => {
      marking = pointerType === 'mouse'
    }
    const ended = () => {
      if (marking) setTimeout(look)
      marking = false
    }
    document.addEventListener('selectionchange', look)
    document.addEventListener('pointerdown', begun)
    document.addEventListener('pointerup', ended)
    document.addEventListener('pointercancel', ended)
    return () => {
      document.removeEventListener('selectionchange', look)
      document.removeEventListener('pointerdown', begun)
      document.removeEventListener('pointerup', ended)
      document.removeEventListener('pointercancel', ended)
    }
  }, [answers])
  if (!marked) return children
  const { passage, start, end, words } = marked
  return (
    <Toast
      action={
        <ActForm
          act="span"
          passage={passage}
          fields={{ passage, start: String(start), end: String(end) }}
          sent={() => document.getSelection()?.removeAllRanges()}
        >
          {/* What is pressed must not take the mark from the words. */}
          <button type="submit" data-key="span-marked" onMouseDown={(event) => event.preventDefault()}>
            {t('makeSpan')} <KeyHint of="span" />
          </button>
        </ActForm>
      }
    >
      {t('markedWords', { words: words.length > longest ? `${words.slice(0, longest)} …` : words })}
    </Toast>
  )
}

/** What is marked of the answer it begins in. What stands between the passages on the page is not of the text. */
function markedIn(answers: readonly Pick<ReadAnswer, 'id' | 'text'>[]): Marked | null {
  const selection = document.getSelection()
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null
  const range = selection.getRangeAt(0)
  const parts = [...document.querySelectorAll<HTMLElement>('#tekst [data-start]')].flatMap((text) => {
    if (!range.intersectsNode(text)) return []
    const part = partOf(text, range)
    return part.start < part.end ? [part] : []
  })
  const [first] = parts
  if (!first) return null
  const own = parts.filter(({ answer }) => answer === first.answer)
  const end = Math.max(...own.map((part) => part.end))
  const text = answers.find(({ id }) => id === first.answer)?.text ?? ''
  const words = codePointSlice(text, first.start, end).trim()
  if (words === '') return null
  return { passage: first.passage, start: first.start - first.from, end: end - first.from, words }
}

// A passage stands as text, character for character, and knows its answer and its place in it.
function partOf(text: HTMLElement, range: Range) {
  const inside = document.createRange()
  inside.selectNodeContents(text)
  const before = inside.cloneRange()
  if (range.compareBoundaryPoints(Range.START_TO_START, inside) > 0)
    inside.setStart(range.startContainer, range.startOffset)
  if (range.compareBoundaryPoints(Range.END_TO_END, inside) < 0)
    inside.setEnd(range.endContainer, range.endOffset)
  before.setEnd(inside.startContainer, inside.startOffset)
  const { start: from = '0', answer = '', passage = '' } = text.dataset
  const start = Number(from) + [...before.toString()].length
  return { passage, answer, from: Number(from), start, end: start + [...inside.toString()].length }
}
