import { useLocation, useNavigate } from '@remix-run/react'
import { type FormEvent, useCallback, useEffect, useRef, useState } from 'react'
import { isReadingPage } from '#app/messages/reading-words.ts'
import type { Position } from '../position.ts'
import type { ReadPassage, StandingTag } from '../reading.server.ts'
import { type Done, undoOf } from '../reading-done.ts'
import { canBeRead, freshKey, isCutting, post } from './reading-sending.tsx'

// Often enough that two who read the same input see each other's work; a page nobody looks at asks nothing.
const lookMs = 15_000
// What could not be sent is tried again so often, and at once when the browser says there is a net again.
const againMs = 4_000

/** How the last act stands: on its way, safe, waiting for the net, or why it was not done. */
export type DeskState =
  | { at: 'still' | 'sending' }
  | { at: 'saved'; time: Date }
  | { at: 'waiting'; count: number }
  | { at: 'refused'; reason: string }

/** A form to send, made when its turn comes, for what was done before it may decide; or the reason there is none. */
type Act = FormData | (() => FormData | { reason: string })

export type Desk = {
  selected: ReadPassage | null
  select: (passage: ReadPassage | undefined, focus?: boolean) => void
  /** What the sender thinks of what was put on the passage last. */
  takePosition: (position: Position) => void
  undo: () => void
  submitted: (event: FormEvent<HTMLElement>) => void
  /** Goes to another page when everything is saved; until then the page does nothing more. */
  leave: (href: string) => void
  isLeaving: () => boolean
  say: (reason: string) => void
  state: DeskState
  done: Done | null
}

type DeskProps = {
  /** The address of the input. */
  base: string
  passages: readonly ReadPassage[]
  /** What stands. */
  taggings: readonly StandingTag[]
  first: ReadPassage | null
  look: Looking
}

/** Reads the page anew, with what was just done; the text does not move meanwhile. */
export type Looking = { start: (done: Done | null) => void; at: 'idle' | 'loading' | 'submitting' }

/**
 * The page of an input while somebody reads with script: which passage is chosen, acts sent one after the other without
 * leaving the page, what was done last so that it can be taken back, and what others have done meanwhile.
 */
export function useDesk({ base, passages, taggings, first, look: { start, at: looking } }: DeskProps): Desk {
  const [chosen, setChosen] = useState(first)
  const [state, setState] = useState<DeskState>({ at: 'still' })
  const [done, setDone] = useState<Done | null>(null)
  const navigate = useNavigate()
  const { state: arrival } = useLocation()
  const held = useRef({
    deeds: [] as Done[],
    last: null as Done | null,
    queue: Promise.resolve(true),
    unsent: 0,
    waiting: false,
    leaving: false,
    // The page is being read anew, and what was done meanwhile asks for it once more: never two at once.
    ...{ looking: false, lookAgain: false },
    goTo: null as { made: string; from: string | undefined } | null,
    // What was put on passages and is not on the page yet.
    put: new Map<string, string>(),
    ...{ taggings, chosen },
  }).current
  const selected = nowAt(passages, chosen)
  held.chosen = selected

  const select = useCallback((passage: ReadPassage | undefined, focus = true) => {
    if (!passage) return
    setChosen(passage)
    // What is beside the text is about the passage, from its top.
    document.getElementById('temaer')?.scrollTo({ top: 0 })
    const at = document.activeElement
    requestAnimationFrame(() => {
      // Who has gone into a field meanwhile stays there.
      const gone = document.activeElement !== at && document.activeElement?.matches('input, select, textarea')
      if (focus && !gone) focusPassage(passage.number)
    })
  }, [])

  const lookAnew = useCallback(() => {
    if (held.looking) held.lookAgain = true
    else start(held.last)
    held.looking = true
  }, [held, start])

  const say = useCallback((reason: string) => setState({ at: 'refused', reason }), [])

  const sendOne = useCallback(
    async (act: Act, undoing: boolean) => {
      const fields = typeof act === 'function' ? act() : act
      if ('reason' in fields) {
        say(fields.reason)
        return false
      }
      setState({ at: 'sending' })
      // Each sending is one act, also where the page has not been told of the last one yet, and one that is tried again.
      fields.set('key', freshKey())
      const from = held.chosen?.id
      let told = await post(base, fields)
      while ('problem' in told && told.problem === 'not-sent') {
        held.waiting = true
        setState({ at: 'waiting', count: held.unsent })
        await netAgain()
        told = await post(base, fields)
      }
      held.waiting = false
      if ('problem' in told) {
        say(told.problem)
        if (told.problem !== 'signed-out') lookAnew()
        return false
      }
      const { done: deed, passageId } = told
      // What was changed or put back is another row: what was done with it before is taken back there.
      const was = fields.get('tagging') ?? fields.get('mark')
      if (deed) held.deeds = held.deeds.map((one) => (one.of === was ? { ...one, of: deed.of } : one))
      if (deed && !undoing) held.deeds = [...held.deeds.slice(-99), deed]
      if (passageId && deed && putting.includes(deed.did)) held.put.set(passageId, deed.of)
      if (passageId && isCutting(fields)) held.goTo = { made: passageId, from }
      held.last = deed
      setDone(deed)
      setState({ at: 'saved', time: new Date() })
      lookAnew()
      return true
    },
    [base, held, lookAnew, say],
  )

  const inTurn = useCallback(
    (act: Act, undoing = false) => {
      held.unsent += 1
      if (held.waiting) setState({ at: 'waiting', count: held.unsent })
      held.queue = held.queue.then(() => sendOne(act, undoing)).finally(() => (held.unsent -= 1))
      return held.queue
    },
    [held, sendOne],
  )

  const undo = useCallback(() => {
    void inTurn(() => {
      const last = held.deeds.pop()
      const fields = last && undoOf(last)
      return fields ? formOf(fields) : { reason: 'nothing-done' }
    }, true)
  }, [held, inTurn])

  const takePosition = useCallback(
    (position: Position) => {
      const passageId = held.chosen?.id ?? ''
      void inTurn(() => {
        const standing = held.taggings.filter((one) => one.passageId === passageId).at(-1)?.id
        const tagging = held.put.get(passageId) ?? standing
        return tagging ? formOf({ act: 'position', tagging, position }) : { reason: 'nothing-put' }
      })
    },
    [held, inTurn],
  )

  const leave = useCallback(
    (href: string) => {
      held.leaving = true
      const { pathname, search } = new URL(href)
      // Pages of one kind follow each other without being loaded anew; others have other words.
      void held.queue.then(() =>
        isReadingPage(pathname) ? navigate(pathname + search, { state: byKey }) : location.assign(href),
      )
    },
    [held, navigate],
  )

  const isLeaving = useCallback(() => held.leaving, [held])

  const submitted = useCallback(
    (event: FormEvent<HTMLElement>) => {
      const form = event.target as HTMLFormElement
      if (form.method !== 'post' || !new URL(form.action).pathname.startsWith(base)) return
      event.preventDefault()
      if (held.leaving) return
      const fields = new FormData(form)
      const button = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null
      if (button?.name) fields.set(button.name, button.value)
      // Who saves from a field reads on at once, and is called back if it was not saved; who pressed a button stays there.
      const field = form.querySelector<HTMLElement>(':focus:not(button)')
      if (field) focusPassage(held.chosen?.number ?? 0)
      void inTurn(fields).then((sent) => {
        if (sent) form.reset()
        else field?.focus()
      })
    },
    [base, held, inTurn],
  )

  // What was put is on the page when the page has been read anew after it, which new taggings or a new state tell.
  useEffect(() => {
    held.taggings = taggings
    if (looking !== 'idle' || !held.looking) return
    held.looking = false
    if (!held.lookAgain) return held.put.clear()
    held.lookAgain = false
    lookAnew()
  }, [looking, taggings, held, lookAnew])

  // Where passages were divided anew one goes on from what was made, as soon as it is on the page; who is elsewhere stays.
  useEffect(() => {
    const made = held.goTo && passages.find(({ id }) => id === held.goTo?.made)
    if (!made) return
    const stayed = chosen?.id === held.goTo?.from
    const beside = document.activeElement?.closest('#temaer')
    held.goTo = null
    if (stayed) select(made, !beside || beside.querySelector('#cutting-panel:focus-within') !== null)
  }, [passages, held, select, chosen])

  useEffect(() => {
    const look = async () => {
      if (!document.hidden && held.unsent === 0 && (await canBeRead(base))) lookAnew()
    }
    const timer = setInterval(look, lookMs)
    const back = () => {
      held.leaving = false
    }
    const stay = (event: BeforeUnloadEvent) => {
      if (held.waiting) event.preventDefault()
    }
    document.addEventListener('visibilitychange', look)
    addEventListener('pageshow', back)
    addEventListener('beforeunload', stay)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
      removeEventListener('pageshow', back)
      removeEventListener('beforeunload', stay)
    }
  }, [lookAnew, base, held])

  // A page that was asked for at a passage is read from there.
  const [arrivedAt] = useState({
    number: first && first !== passages[0] ? first.number : null,
    byKey: arrival === byKey,
  })
  useEffect(() => {
    if (arrivedAt.byKey) focusPassage(arrivedAt.number ?? 1)
    else if (arrivedAt.number) showPassage(arrivedAt.number)
  }, [arrivedAt])

  return { selected, select, takePosition, undo, submitted, leave, isLeaving, say, state, done }
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
  showPassage(number)
}

function showPassage(number: number) {
  document.getElementById(`utdrag-${number}`)?.scrollIntoView({ block: 'nearest', behavior: 'instant' })
}

// How one came from another input: the hand is on the keys.
const byKey = 'by-key'

const putting = ['tagged', 'tagged-instead', 'positioned', 'stanced']

function formOf(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}

function netAgain(): Promise<void> {
  return new Promise((resolve) => {
    const on = () => {
      clearTimeout(timer)
      removeEventListener('online', on)
      resolve()
    }
    const timer = setTimeout(on, againMs)
    addEventListener('online', on)
  })
}
