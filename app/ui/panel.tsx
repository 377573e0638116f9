import type { ReactNode } from 'react'

export type PanelProps = {
  id?: string
  heading?: ReactNode
  level?: 2 | 3
  /** Stands to the right of the heading: a count, a tag or a link. */
  beside?: ReactNode
  tone?: 'wash' | 'warning'
  /** Lets rows inside run to the edge. */
  flush?: boolean
  className?: string
  children: ReactNode
}

/** A box on a page for work. Give it an id when it has a heading. */
export function Panel({ id, heading, level = 2, beside, tone, flush, className, children }: PanelProps) {
  const Heading = level === 2 ? 'h2' : 'h3'
  const headingId = id && heading ? `${id}-heading` : undefined
  const classes = ['in-panel', tone && `in-panel--${tone}`, flush && 'in-panel--flush', className]
  return (
    <section className={classes.filter(Boolean).join(' ')} id={id} aria-labelledby={headingId}>
      {(heading || beside) && (
        <div className="in-panel__head">
          {heading && (
            <Heading className={level === 2 ? 'in-h2' : 'in-h3'} id={headingId}>
              {heading}
            </Heading>
          )}
          {beside}
        </div>
      )}
      {children}
    </section>
  )
}
