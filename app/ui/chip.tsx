import type { ReactNode } from 'react'
import { XMarkIcon } from './icons.tsx'

/** What is being looked for. Following the link takes it away; `removeLabel` says so. */
export function Chip({
  href,
  removeLabel,
  children,
}: {
  href: string
  removeLabel: string
  children: ReactNode
}) {
  return (
    <a className="in-chip" href={href} aria-label={removeLabel}>
      {children}
      <XMarkIcon />
    </a>
  )
}

/** A row of chips with words between them. */
export function Chips({ label, children }: { label?: ReactNode; children: ReactNode }) {
  return (
    <div className="in-chips">
      {label && <span className="in-small in-muted">{label}</span>}
      {children}
    </div>
  )
}
