import { useCallback, useEffect, useRef, useState } from 'react'
import type { Entry } from '#app/features/questionnaires/filled.ts'
import type { AnswerConflict, Saved } from '../draft.ts'
import { asField, revisionField } from '../fields.ts'
import type { CopyOf } from '../local-copy.ts'
import { useKeptCopy } from './kept-copy.tsx'

/** How one answer stands to the server: as it was drawn, typed since, on its way, safe, in conflict, or refused. */
export type SaveState =
  | { at: 'drawn' | 'unsaved' | 'saving' | 'failed' | 'signed-out' }
  | { at: 'saved'; savedAt: Date }
  | { at: 'conflict'; conflict: AnswerConflict }
  | { at: 'refused'; reason: Saved['unacceptable'][number]['reason'] }

/** What the address answers: like Saved, with its times as text. */
type Answer = Omit<Saved, 'savedAt' | 'conflicts'> & {
  savedAt: string
  conflicts: (Omit<AnswerConflict, 'theirAt'> & { theirAt: string })[]
}

const typingPauseMs = 1_200
const firstRetryMs = 3_000
const longestRetryMs = 30_000

export type Autosave = {
  state: SaveState
  revision: number
  changed: (value: readonly Entry[]) => void
  /** Saves at once what is not saved; true when everything typed is safe. */
  flush: () => Promise<boolean>
  /** What was typed and is not saved. */
  unsaved: () => readonly Entry[] | null
  /** Whether nothing is typed, on its way, or waiting for a choice. */
  idle: () => boolean
  /** Goes on from another revision, with a text to save or with the one that is stored. */
  restart: (revision: number, value?: readonly Entry[]) => void
}

/** Where an answer is saved, whose it is, and how it stands when the page is drawn. */
export type AutosaveStart = { url: string; of: CopyOf; revision: number; state: SaveState }

/**
 * Saves one answer a little after every change, one save at a time, and again when saving failed, the network is back or
 * the window is looked at again. Nothing typed is dropped: what is typed during a save is saved after it, and until it is
 * saved the browser keeps a copy.
 */
export function useAutosave(
  { url, of, revision: startRevision, state: start }: AutosaveStart,
  onSaved: (answered: boolean) => void,
): Autosave {
  const [state, setState] = useState<SaveState>(start)
  const [revision, setRevision] = useState(startRevision)
  const held = useRef({
    of,
    revision: startRevision,
    waiting: null as readonly Entry[] | null,
    running: null as Promise<boolean> | null,
    timer: undefined as ReturnType<typeof setTimeout> | undefined,
    retryMs: firstRetryMs,
    blocked: start.at === 'conflict',
  }).current
  const told = useRef(onSaved)
  told.current = onSaved
  const copy = useKeptCopy(of)

  const saveOnce = useCallback(async (): Promise<boolean> => {
    const value = held.waiting
    if (!value || held.blocked) return value === null && !held.blocked
    held.waiting = null
    setState({ at: 'saving' })
    const outcome = await send(url, held.of, held.revision, value)
    if ('at' in outcome) {
      held.waiting ??= value
      setState(outcome)
      held.timer = setTimeout(() => void flushRef.current(), held.retryMs)
      held.retryMs = Math.min(held.retryMs * 2, longestRetryMs)
      return false
    }
    held.retryMs = firstRetryMs
    const { saved, conflicts, unacceptable } = outcome
    const [conflict] = conflicts
    if (conflict) {
      held.blocked = true
      held.waiting ??= value
      setState({ at: 'conflict', conflict: { ...conflict, theirAt: new Date(conflict.theirAt) } })
      return false
    }
    if (unacceptable[0]) {
      held.waiting ??= value
      setState({ at: 'refused', reason: unacceptable[0].reason })
      return false
    }
    if (saved[0]) {
      held.revision = saved[0].revision
      setRevision(held.revision)
      told.current(saved[0].answered)
    }
    if (held.waiting) return saveOnce()
    copy.drop()
    setState({ at: 'saved', savedAt: new Date(outcome.savedAt) })
    return true
  }, [url, held, copy])

  const flush = useCallback((): Promise<boolean> => {
    clearTimeout(held.timer)
    held.running ??= saveOnce().finally(() => {
      held.running = null
    })
    return held.running
  }, [held, saveOnce])
  const flushRef = useRef(flush)
  flushRef.current = flush

  const changed = useCallback(
    (value: readonly Entry[]) => {
      held.waiting = value
      copy.keep(value, held.revision)
      if (held.blocked) return
      setState((before) => (before.at === 'saving' ? before : { at: 'unsaved' }))
      clearTimeout(held.timer)
      held.timer = setTimeout(() => void flushRef.current(), typingPauseMs)
    },
    [held, copy],
  )

  const restart = useCallback(
    (from: number, value?: readonly Entry[]) => {
      held.blocked = false
      held.revision = from
      held.waiting = value ?? null
      setRevision(from)
      setState({ at: value ? 'unsaved' : 'drawn' })
      if (value) {
        copy.keep(value, from)
        void flushRef.current()
      } else copy.drop()
    },
    [held, copy],
  )

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (held.waiting || held.running) event.preventDefault()
    }
    const again = () => {
      if (held.waiting && !held.blocked && !document.hidden) void flushRef.current()
    }
    window.addEventListener('beforeunload', warn)
    window.addEventListener('online', again)
    document.addEventListener('visibilitychange', again)
    return () => {
      window.removeEventListener('beforeunload', warn)
      window.removeEventListener('online', again)
      document.removeEventListener('visibilitychange', again)
      clearTimeout(held.timer)
    }
  }, [held])

  return {
    ...{ state, revision, changed, flush, restart },
    unsaved: () => held.waiting,
    idle: () => !held.waiting && !held.running && !held.blocked,
  }
}

// Not a Remix fetcher: when the network is gone those draw the error page over what was typed.
async function send(
  url: string,
  { personId, questionId }: CopyOf,
  revision: number,
  value: readonly Entry[],
): Promise<Answer | { at: 'failed' | 'signed-out' }> {
  const form = new FormData()
  form.set(asField, personId)
  form.set(revisionField(questionId), String(revision))
  for (const [name, sent] of value) form.append(name, sent)
  try {
    const response = await fetch(url, { method: 'POST', body: form, redirect: 'manual' })
    if (response.type === 'opaqueredirect' || response.status === 401) return { at: 'signed-out' }
    return response.ok ? ((await response.json()) as Answer) : { at: 'failed' }
  } catch {
    return { at: 'failed' }
  }
}
