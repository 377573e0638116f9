import { type MutableRefObject, useEffect, useState } from 'react'
import { atField, revisionField } from '../fields.ts'
import { type NewerAnswer, type Presence, pollMs } from '../presence.ts'

/** What the page needs of each answer's editor: saving it at once, and what it shows. */
export type EditorHandle = { flush: () => Promise<boolean>; revision: () => number }
export type EditorHandles = MutableRefObject<Map<string, EditorHandle>>

/** What the address answers: its times as text. */
type Told = Omit<Presence, 'newer'> & { newer: (Omit<NewerAnswer, 'at'> & { at: string })[] }

const nobody: Presence = { writers: [], newer: [] }

/**
 * Says that the page is open and asks who else is, every few seconds while the window is looked at. Nothing is said when
 * it fails: saving says so itself.
 */
export function usePresence(
  url: string | null,
  handles: EditorHandles,
  questions: readonly { id: string; position: number }[],
): Presence {
  const [told, setTold] = useState<Presence>(nobody)
  useEffect(() => {
    if (url === null) return
    let [asking, left] = [false, false]
    const ask = async () => {
      if (asking || document.hidden) return
      asking = true
      const answer = await post(url, handles, questions)
      asking = false
      if (answer && !left) setTold(answer)
    }
    void ask()
    const timer = setInterval(() => void ask(), pollMs)
    const looked = () => void ask()
    document.addEventListener('visibilitychange', looked)
    return () => {
      left = true
      clearInterval(timer)
      document.removeEventListener('visibilitychange', looked)
    }
  }, [url, handles, questions])
  return told
}

async function post(
  url: string,
  handles: EditorHandles,
  questions: readonly { id: string; position: number }[],
): Promise<Presence | null> {
  const form = new FormData()
  const panel = document.activeElement?.closest('[id^="question-"]')?.id
  const at = questions.find(({ position }) => `question-${position}` === panel)
  if (at) form.set(atField, at.id)
  for (const [id, { revision }] of handles.current) form.set(revisionField(id), String(revision()))
  try {
    const response = await fetch(url, { method: 'POST', body: form, redirect: 'manual' })
    if (!response.ok) return null
    const { writers, newer } = (await response.json()) as Told
    return { writers, newer: newer.map((answer) => ({ ...answer, at: new Date(answer.at) })) }
  } catch {
    return null
  }
}

/** Whether the browser says that it has no network. */
export function useOffline(): boolean {
  const [offline, setOffline] = useState(false)
  useEffect(() => {
    const look = () => setOffline(!navigator.onLine)
    look()
    window.addEventListener('online', look)
    window.addEventListener('offline', look)
    return () => {
      window.removeEventListener('online', look)
      window.removeEventListener('offline', look)
    }
  }, [])
  return offline
}
