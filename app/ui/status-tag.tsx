import type { ReactNode } from 'react'
import type { Icon } from './icon.tsx'

export type StatusTagProps = {
  tone?: 'success' | 'warning' | 'danger' | 'info' | 'neutral' | 'accent'
  icon?: Icon
  /** Outlined, for facts that are not a status. */
  line?: boolean
  children: ReactNode
}

/** A status: always a word, with an icon when the colour means something. */
export function StatusTag({ tone = 'neutral', icon: Mark, line, children }: StatusTagProps) {
  return (
    <span className={line ? 'ds-tag in-tag in-tag--line' : 'ds-tag in-tag'} data-color={tone}>
      {Mark && <Mark />}
      {children}
    </span>
  )
}
