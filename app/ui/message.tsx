import type { ReactNode } from 'react'

export type AlertProps = {
  tone: 'info' | 'success' | 'warning' | 'danger'
  heading?: ReactNode
  level?: 2 | 3
  /** Set when the message appears as an answer to what was just done, so that it is read out. */
  live?: boolean
  children?: ReactNode
}

/** What happened, what is kept, and what you can do. */
export function Alert({ tone, heading, level = 2, live, children }: AlertProps) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <div className="ds-alert in-alert" data-color={tone} role={live ? 'status' : undefined}>
      {heading && <Heading className="in-h3">{heading}</Heading>}
      {children}
    </div>
  )
}
