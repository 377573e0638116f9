import type { ReactNode } from 'react'

export type EmptyProps = {
  heading: ReactNode
  level?: 2 | 3
  /** Why there may be nothing here. */
  children?: ReactNode
  /** One way on. */
  action?: { href: string; label: ReactNode }
}

/** Nothing to show: what was looked for, why it may be empty, one way on. */
export function Empty({ heading, level = 2, children, action }: EmptyProps) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <div className="in-empty in-stack in-stack--2">
      <Heading className="in-h3">{heading}</Heading>
      {children && <p>{children}</p>}
      {action && (
        <p>
          <a href={action.href}>{action.label}</a>
        </p>
      )}
    </div>
  )
}
