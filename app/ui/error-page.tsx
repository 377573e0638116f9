import type { ReactNode } from 'react'

export type ErrorPageProps = {
  heading: string
  /** What happened, what is safe, and what you can do. */
  children: ReactNode
  links?: { href: string; label: string }[]
  /** A sentence with the code to quote when asking for help. */
  reference?: ReactNode
}

/** A page that could not be shown, in plain words. */
export function ErrorPage({ heading, children, links = [], reference }: ErrorPageProps) {
  return (
    <div className="in-page in-prose">
      <h1 className="in-h1">{heading}</h1>
      <p>{children}</p>
      {reference && <p>{reference}</p>}
      {links.length > 0 && (
        <ul className="in-links">
          {links.map(({ href, label }) => (
            <li key={href}>
              <a href={href}>{label}</a>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
