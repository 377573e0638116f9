import { useEffect, useMemo, useRef } from 'react'
import type { Entry } from '#app/features/questionnaires/filled.ts'
import {
  type CopyOf,
  type Cupboard,
  dropAllCopies,
  dropCopy,
  findCopy,
  keepCopy,
  leaveCopy,
} from '../local-copy.ts'

// This window, for as long as its page lives.
let own: string | undefined
function ownWindow(): string {
  own ??= [...crypto.getRandomValues(new Uint32Array(2))].map((part) => part.toString(36)).join('')
  return own
}

/** The browser's own storage, or null where it is closed to us. */
function cupboard(): Cupboard | null {
  try {
    return window.localStorage
  } catch {
    return null
  }
}

const pauseMs = 300

/** Keeps a copy of what is typed until it is saved. Written a moment after typing, and at once when the window closes. */
export function useKeptCopy({ personId, inputId, questionId }: CopyOf) {
  const waiting = useRef<{ write: () => void; timer: ReturnType<typeof setTimeout> }>()
  const copy = useMemo(() => {
    const of = { personId, inputId, questionId }
    const stop = () => {
      clearTimeout(waiting.current?.timer)
      waiting.current = undefined
    }
    return {
      keep(entries: readonly Entry[], revision: number) {
        stop()
        const write = () => {
          waiting.current = undefined
          const kept = cupboard()
          if (kept) keepCopy(kept, of, ownWindow(), { entries: [...entries], revision, at: Date.now() })
        }
        waiting.current = { write, timer: setTimeout(write, pauseMs) }
      },
      drop(window = ownWindow()) {
        stop()
        const kept = cupboard()
        if (kept) dropCopy(kept, of, window)
      },
      leave() {
        waiting.current?.write()
        const kept = cupboard()
        if (kept) leaveCopy(kept, of, ownWindow())
      },
      find() {
        const kept = cupboard()
        return kept && findCopy(kept, of, ownWindow(), Date.now())
      },
    }
  }, [personId, inputId, questionId])
  useEffect(() => {
    window.addEventListener('pagehide', copy.leave)
    return () => {
      copy.leave()
      window.removeEventListener('pagehide', copy.leave)
    }
  }, [copy])
  return copy
}

/** When somebody signs out here, nothing of what was typed stays for the next to use the browser. */
export function forgetCopies() {
  const kept = cupboard()
  if (kept) dropAllCopies(kept)
}
