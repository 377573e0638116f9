import { useRevalidator } from '@remix-run/react'
import { type FormEvent, useCallback, useEffect, useRef, useState } from 'react'
import type { ReadPassage } from '../reading.server.ts'
import { type Done, undoOf } from '../reading-done.ts'

// Often enough that two who read the same input see each other's work; a page nobody looks at asks nothing.
const lookMs = 15_000

/** How the last act stands: on its way, safe, or why it was not done. */
export type DeskState =
  | { at: 'still' | 'sending' }
  | { at: 'saved'; time: Date }
  | { at: 'refused'; reason: string }

type Outcome = { passageId: string | null; done: Done | null }

export type Desk = {
  selected: ReadPassage | null
  select: (passage: ReadPassage | undefined, focus?: boolean) => void
  /** Sends a form of the page. True when it was done. */
  send: (fields: FormData) => Promise<boolean>
  undo: () => void
  submitted: (event: FormEvent<HTMLElement>) => void
  state: DeskState
  done: Done | null
}

type DeskProps = {
  /** The address of the input. */
  base: string
  passages: readonly ReadPassage[]
  first: ReadPassage | null
}

/**
 * The page of an input while somebody reads with script: which passage is chosen, acts sent one after the other without
 * leaving the page, what was done last so that it can be taken back, and what others have done meanwhile.
 */
export function useDesk({ base, passages, first }: DeskProps): Desk {
  const [chosen, setChosen] = useState(first)
  const [state, setState] = useState<DeskState>({ at: 'still' })
  const [done, setDone] = useState<Done | null>(null)
  const { revalidate } = useRevalidator()
  const held = useRef({
    deeds: [] as Done[],
    queue: Promise.resolve(true),
    goTo: null as string | null,
  }).current
  const selected = nowAt(passages, chosen)

  const select = useCallback((passage: ReadPassage | undefined, focus = true) => {
    if (!passage) return
    setChosen(passage)
    // What is beside the text is about the passage, from its top.
    document.getElementById('temaer')?.scrollTo({ top: 0 })
    if (focus) requestAnimationFrame(() => focusPassage(passage.number))
  }, [])

  const sendOne = useCallback(
    async (fields: FormData, undoing: boolean) => {
      setState({ at: 'sending' })
      const told = await post(base, fields)
      if ('problem' in told) {
        setState({ at: 'refused', reason: told.problem })
        revalidate()
        return false
      }
      if (told.done && !undoing) held.deeds = [...held.deeds.slice(-99), told.done]
      if (isCutting(fields)) held.goTo = told.passageId
      setDone(told.done)
      setState({ at: 'saved', time: new Date() })
      revalidate()
      return true
    },
    [base, held, revalidate],
  )

  const inTurn = useCallback(
    (fields: FormData, undoing = false) => {
      held.queue = held.queue.then(() => sendOne(fields, undoing))
      return held.queue
    },
    [held, sendOne],
  )

  const undo = useCallback(() => {
    const last = held.deeds.at(-1)
    const fields = last && undoOf(last)
    if (!fields) return
    held.deeds = held.deeds.slice(0, -1)
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) form.set(name, value)
    void inTurn(form, true)
  }, [held, inTurn])

  const submitted = useCallback(
    (event: FormEvent<HTMLElement>) => {
      const form = event.target as HTMLFormElement
      if (form.method !== 'post' || !new URL(form.action).pathname.startsWith(base)) return
      event.preventDefault()
      const fields = new FormData(form)
      const button = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null
      if (button?.name) fields.set(button.name, button.value)
      void inTurn(fields).then((sent) => {
        if (sent) form.reset()
      })
    },
    [base, inTurn],
  )

  // Where passages were divided anew one goes on from what was made, as soon as it is on the page.
  useEffect(() => {
    const made = held.goTo && passages.find(({ id }) => id === held.goTo)
    if (!made) return
    held.goTo = null
    select(made)
  }, [passages, held, select])

  useEffect(() => {
    const look = () => {
      if (!document.hidden) revalidate()
    }
    const timer = setInterval(look, lookMs)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [revalidate])

  return { selected, select, send: inTurn, undo, submitted, state, done }
}

/** The chosen passage as it is now; where somebody divided it, the one at its place. */
function nowAt(passages: readonly ReadPassage[], chosen: ReadPassage | null): ReadPassage | null {
  if (!chosen) return passages[0] ?? null
  const same = passages.find(({ id }) => id === chosen.id)
  if (same) return same
  const inAnswer = passages.filter(({ answerId }) => answerId === chosen.answerId)
  return inAnswer.findLast(({ startCp }) => startCp <= chosen.startCp) ?? inAnswer[0] ?? passages[0] ?? null
}

/** Moves to a passage as one that reads does: its number is focused, and as much of it as fits is on the page. */
export function focusPassage(number: number) {
  const block = document.getElementById(`utdrag-${number}`)
  block?.querySelector<HTMLElement>('.in-anchor')?.focus({ preventScroll: true })
  block?.scrollIntoView({ block: 'nearest' })
}

const cuttings = ['split', 'join', 'span', 'restore']
const isCutting = (fields: FormData) => cuttings.includes(String(fields.get('act')))

async function post(base: string, fields: FormData): Promise<Outcome | { problem: string }> {
  // Each sending is one act, also where the page has not been told of the last one yet.
  fields.set('key', freshKey())
  for (const [name, value] of [...fields]) if (value === '') fields.delete(name)
  try {
    const response = await fetch(`${base}/${isCutting(fields) ? 'passages' : 'taggings'}`, {
      ...{ method: 'POST', body: fields, redirect: 'manual' },
    })
    if (response.type === 'opaqueredirect') return { problem: 'signed-out' }
    if (response.status === 404 || response.status === 403) return { problem: 'gone' }
    if (!response.ok && response.status !== 422) return { problem: 'not-sent' }
    return (await response.json()) as Outcome | { problem: string }
  } catch {
    return { problem: 'not-sent' }
  }
}

// crypto.randomUUID is not there on an address without https.
function freshKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`
}
