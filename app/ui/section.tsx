import type { ReactNode } from 'react'

export type SectionProps = {
  /** Also the anchor. The heading gets `<id>-heading`. */
  id: string
  heading: ReactNode
  level?: 2 | 3
  link?: { href: string; label: ReactNode }
  className?: string
  children: ReactNode
}

/** A part of a public page: a heading, perhaps a link beside it, and a rule above the next part. */
export function Section({ id, heading, level = 2, link, className, children }: SectionProps) {
  const Heading = level === 2 ? 'h2' : 'h3'
  const headingId = `${id}-heading`
  return (
    <section
      className={['in-section', className].filter(Boolean).join(' ')}
      id={id}
      aria-labelledby={headingId}
    >
      <div className="in-section__head">
        <Heading className={level === 2 ? 'in-h2' : 'in-h3'} id={headingId}>
          {heading}
        </Heading>
        {link && (
          <a className="in-link in-more" href={link.href}>
            {link.label}
          </a>
        )}
      </div>
      {children}
    </section>
  )
}
