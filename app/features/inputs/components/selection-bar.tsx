import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { Button } from '#app/ui/button.tsx'
import { XMarkIcon } from '#app/ui/icons.tsx'
import { STANCES, type Stance } from '../comment.ts'
import { newCommentId } from './commented-paragraph.tsx'

/** The words somebody has marked in a paragraph, and what stands round them. */
type MarkedWords = { paragraph: string; quote: string; prefix: string; suffix: string; startCp: number }

const AROUND = 40

/** While words in one paragraph are marked: three ways to comment on them. Nothing without script. */
export function SelectionBar() {
  const t = useTranslations('workspace.comments')
  const stances = useTranslations('workspace.comments.barStances')
  const [marked, setMarked] = useState<MarkedWords | null>(null)
  useEffect(() => {
    const look = () => setMarked(markedWords(document.getSelection()))
    document.addEventListener('selectionchange', look)
    return () => document.removeEventListener('selectionchange', look)
  }, [])
  if (!marked) return null
  const close = () => {
    document.getSelection()?.removeAllRanges()
    setMarked(null)
  }
  return (
    <section className="in-selectionbar in-noprint" aria-label={t('bar')}>
      <p className="in-selectionbar__quote">«{marked.quote}»</p>
      <div className="in-row">
        {STANCES.map((stance) => (
          <Button
            key={stance}
            type="button"
            variant="secondary"
            size="sm"
            // Pressing a button would otherwise take the marking away before it is read.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => {
              startComment(marked, stance)
              close()
            }}
          >
            {stances(stance)}
          </Button>
        ))}
        <Button
          {...{ type: 'button', variant: 'tertiary', size: 'sm', icon: XMarkIcon }}
          aria-label={t('barClose')}
          onClick={close}
        />
      </div>
    </section>
  )
}

function markedWords(selection: Selection | null): MarkedWords | null {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const { startContainer } = range
  const from = startContainer instanceof Element ? startContainer : startContainer.parentElement
  const element = from?.closest<HTMLElement>('[data-paragraph]')
  const quote = range.toString()
  if (!element?.contains(range.endContainer) || quote.trim() === '') return null
  const before = document.createRange()
  before.selectNodeContents(element)
  before.setEnd(range.startContainer, range.startOffset)
  const after = document.createRange()
  after.selectNodeContents(element)
  after.setStart(range.endContainer, range.endOffset)
  const points = [...before.toString()]
  return {
    paragraph: element.dataset.paragraph ?? '',
    ...{ quote, startCp: points.length, prefix: points.slice(-AROUND).join('') },
    suffix: [...after.toString()].slice(0, AROUND).join(''),
  }
}

/** Opens the form at the paragraph with the words in it, and leaves alone what was typed there before. */
function startComment({ paragraph, quote, ...place }: MarkedWords, stance: Stance) {
  const fold = document.getElementById(newCommentId(paragraph))
  const form = fold?.querySelector('form')
  if (!(fold instanceof HTMLDetailsElement) || !form) return
  fold.open = true
  const set = (name: string, value: string) => {
    const field = form.elements.namedItem(name)
    if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.value = value
  }
  set('quote', quote)
  for (const [name, value] of Object.entries(place)) set(name, String(value))
  for (const radio of form.querySelectorAll<HTMLInputElement>('input[name="stance"]'))
    radio.checked = radio.value === stance
  const field = form.elements.namedItem(stance === 'change' ? 'proposal' : 'reason')
  if (!(field instanceof HTMLTextAreaElement)) return
  if (stance === 'change' && field.value === '') field.value = quote
  field.scrollIntoView({ block: 'center' })
  field.focus({ preventScroll: true })
}
