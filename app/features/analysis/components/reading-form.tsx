import { createContext, type ReactNode, useContext, useEffect, useRef } from 'react'
import type { LocalisedText } from '#app/platform/localised-text.ts'
import { type KeyDeed, keyOf } from '../reading-keys.ts'

export type ReadingPlace = {
  /** Where the forms of the page post without script, for a passage. */
  action: (passageId: string | null) => string
  /** The key that tells one sending from another. */
  formKey: string
  /** The titles of the themes a theme stands under. */
  above: (themeId: string) => readonly LocalisedText[]
}

export const ReadingPlaceContext = createContext<ReadingPlace>({
  ...{ action: () => '', formKey: '', above: () => [] },
})

type ActFormProps = {
  act: string
  /** The passage one comes back to. */
  passage?: string | null
  fields?: Readonly<Record<string, string>>
  className?: string
  /** When it has been sent, with script; also where the page no longer shows it then. */
  sent?: () => void
  children: ReactNode
}

/** One act while reading, as a form of its own; with script the desk sends it, and the page stays. */
export function ActForm({ act, passage = null, fields = {}, className, sent, children }: ActFormProps) {
  const { action, formKey } = useContext(ReadingPlaceContext)
  const form = useRef<HTMLFormElement>(null)
  const then = useRef(sent)
  then.current = sent
  useEffect(() => {
    // Not React's own, which does not hear what is no longer on the page.
    form.current?.addEventListener('reset', () => then.current?.())
  }, [])
  return (
    <form ref={form} method="post" action={action(passage)} className={className}>
      <input type="hidden" name="act" value={act} />
      <input type="hidden" name="key" value={formKey} />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  )
}

/** The key of a button, printed on it. Shown where there is script and keys are in use. */
export function KeyHint({ of, figure }: { of?: KeyDeed; figure?: number }) {
  return (
    <span className="in-hint-key" aria-hidden="true">
      <kbd className="in-kbd">{figure ?? (of && keyOf(of))}</kbd>
    </span>
  )
}
