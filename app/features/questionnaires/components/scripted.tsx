import { useEffect, useState } from 'react'

/** Whether script is at work here. False in what the server sends, so that buttons only script can use wait for it. */
export function useScripted(): boolean {
  const [scripted, setScripted] = useState(false)
  useEffect(() => setScripted(true), [])
  return scripted
}
