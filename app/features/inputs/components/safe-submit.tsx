import { type FormEvent, useRef, useState } from 'react'
import type { EditorHandle } from './presence.tsx'

/** With script every answer is saved on the spot, and the page is left only when all of them are safe. */
export function useSafeSubmit() {
  const handles = useRef(new Map<string, EditorHandle>())
  const [failed, setFailed] = useState(false)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const { submitter } = event.nativeEvent as SubmitEvent
    const safe = await Promise.all([...handles.current.values()].map(({ flush }) => flush()))
    const all = safe.every(Boolean)
    setFailed(!all)
    const goOn = submitter instanceof HTMLButtonElement && submitter.value === 'continue'
    if (all && goOn) window.location.assign(`${form.action}/submission`)
  }
  return { handles, failed, submit }
}
