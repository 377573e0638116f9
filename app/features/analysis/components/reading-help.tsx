import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { Button } from '#app/ui/button.tsx'
import { isPosition } from '../position.ts'
import { deedOfKey, type KeyDeed, READING_KEYS } from '../reading-keys.ts'
import type { Desk } from './reading-desk.tsx'

const storedAs = 'reading-keys'
const deeds = { next: 1, previous: -1 } as const

type KeysProps = {
  /** Goes so many passages on, or back. */
  step: (by: number) => void
  /** Back to the passage that is read. */
  back: () => void
  desk: Pick<Desk, 'undo' | 'takePosition' | 'leave' | 'isLeaving' | 'say'>
}

export type ReadingKeysInUse = {
  /** Null until the page has its script. */
  on: boolean | null
  turn: (on: boolean) => void
  help: RefObject<HTMLDialogElement>
}

/**
 * The keys of the page. They work while the text has the focus, or nothing has, and can be turned off (WCAG 2.1.4); each
 * presses a button or goes to a field that is on the page. In the fields beside the text Ctrl Enter saves.
 */
export function useReadingKeys({ step, back, desk }: KeysProps): ReadingKeysInUse {
  const { undo, takePosition, leave, isLeaving, say } = desk
  const [on, setOn] = useState<boolean | null>(null)
  const help = useRef<HTMLDialogElement>(null)
  useEffect(() => setOn(stored() !== 'off'), [])
  const turn = useCallback((wanted: boolean) => {
    setOn(wanted)
    store(wanted ? 'on' : 'off')
  }, [])

  useEffect(() => {
    if (on === null) return
    const pressed = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement
      if (event.defaultPrevented || help.current?.open || isOfBefore(event, isLeaving())) return
      if (event.key === 'Escape' && target.closest('#temaer')) return back()
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
        target.closest<HTMLFormElement>('#temaer form')?.requestSubmit()
        return
      }
      if (!on || isTyping(target)) return
      // Who has clicked in the text has the focus on what the text is in.
      if (!target.closest('#tekst') && !target.contains(document.getElementById('tekst'))) return
      const deed = deedOfKey(event)
      if (!deed) return
      event.preventDefault()
      const { does, figure } = deed
      if (does === 'next' || does === 'previous') return step(deeds[does])
      if (does === 'undo') return undo()
      if (does === 'help') return help.current?.showModal()
      if (isPosition(does)) return takePosition(does)
      const control = controlOf(does, figure)
      if (!control) return say(missing[does] ?? 'nothing-there')
      if (control instanceof HTMLAnchorElement) return leave(control.href)
      use(control)
    }
    document.addEventListener('keydown', pressed)
    return () => document.removeEventListener('keydown', pressed)
  }, [on, step, back, undo, takePosition, leave, isLeaving, say])
  return { on, turn, help }
}

// What is pressed while another input comes is of the one that goes; so is all that follows without a pause, for the rest
// of a word that began there would be keys here.
const pauseMs = 250
let pressedThere = Number.NEGATIVE_INFINITY

function isOfBefore(event: KeyboardEvent, leaving: boolean): boolean {
  if (!leaving && event.timeStamp - pressedThere > pauseMs) return false
  pressedThere = event.timeStamp
  return true
}

const isTyping = (target: HTMLElement) =>
  target.isContentEditable ||
  target.matches('textarea, select, input:not([type="checkbox"], [type="radio"], [type="button"])')

const elsewhere: Partial<Record<KeyDeed, string>> = {
  nextInput: 'a[rel="next"]',
  previousInput: 'a[rel="prev"]',
  split: '#split-at, [data-key="split"]',
}

const missing: Partial<Record<KeyDeed, string>> = {
  nextInput: 'last-input',
  previousInput: 'first-input',
  join: 'nothing-after',
}

function controlOf(deed: KeyDeed, figure?: number): HTMLElement | null {
  const find = (place: string) => document.querySelector<HTMLElement>(place)
  if (figure) return find(`[data-figure="${figure}"]`)
  // Words that are marked come before words that are to be typed.
  return find(`[data-key="${deed}-marked"]`) ?? find(elsewhere[deed] ?? `[data-key="${deed}"]`)
}

function use(control: HTMLElement) {
  const fold = control.closest('details')
  if (fold) fold.open = true
  if (control.matches('button')) control.click()
  else control.focus()
}

// Where nothing may be stored the keys are in use.
function stored(): string | null {
  try {
    return localStorage.getItem(storedAs)
  } catch {
    return null
  }
}

function store(value: string) {
  try {
    localStorage.setItem(storedAs, value)
  } catch {
    // Then it holds as long as the page is open.
  }
}

/** Every key with what it does, and whether they are in use. */
export function KeysHelp({ keys }: { keys: ReadingKeysInUse }) {
  const t = useTranslations('workbench.reading')
  if (keys.on === null) return null
  return (
    <>
      <p className="in-keysrow in-small">
        <Button size="sm" variant="tertiary" type="button" onClick={() => keys.help.current?.showModal()}>
          {t('keys.all')} <kbd className="in-kbd in-hint-key">?</kbd>
        </Button>
        <label>
          <input
            type="checkbox"
            className="ds-input"
            checked={keys.on}
            onChange={(event) => keys.turn(event.target.checked)}
          />
          {t('keys.use')}
        </label>
      </p>
      <dialog ref={keys.help} className="in-dialog" aria-labelledby="keys-heading">
        <div className="in-stack">
          <div className="in-list__row">
            <h2 className="in-h2" id="keys-heading">
              {t('keys.heading')}
            </h2>
            <form method="dialog">
              <Button size="sm">{t('keys.close')}</Button>
            </form>
          </div>
          <p>{t('keys.text')}</p>
          <dl className="in-keys">
            {READING_KEYS.map(({ key, does, shift }) => (
              <div key={does}>
                <dt>
                  {shift && <kbd className="in-kbd">Shift</kbd>}{' '}
                  <kbd className="in-kbd">{key.toUpperCase()}</kbd>
                </dt>
                <dd>{t(`keys.does.${does}`)}</dd>
              </div>
            ))}
          </dl>
        </div>
      </dialog>
    </>
  )
}
