import { useRef } from 'react'

/** Where a mark goes: into the text somebody wrote in last, at the caret; else into the first, at its end. */
export function useInserting() {
  const last = useRef<HTMLTextAreaElement | null>(null)
  return {
    remember(target: EventTarget) {
      if (target instanceof HTMLTextAreaElement) last.current = target
    },
    insert(marker: string) {
      const written = last.current?.isConnected ? last.current : null
      const field = written ?? document.querySelector<HTMLTextAreaElement>('textarea[name="textNb"]')
      if (!field) return
      const [start, end] = written
        ? [field.selectionStart, field.selectionEnd]
        : [field.value.length, field.value.length]
      const before = field.value.slice(0, start)
      const after = field.value.slice(end)
      const spaced = `${/\S$/.test(before) ? ' ' : ''}${marker}${/^[\p{L}\p{N}]/u.test(after) ? ' ' : ''}`
      field.focus()
      field.setRangeText(spaced, start, end, 'end')
      field.dispatchEvent(new Event('input', { bubbles: true }))
    },
  }
}
