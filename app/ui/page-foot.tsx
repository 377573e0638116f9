import type { ReactNode } from 'react'

export type PageFootProps = {
  columns: { heading: string; text?: ReactNode; links?: { href: string; label: ReactNode }[] }[]
}

/** The foot of public pages: who stands behind, and where to ask. */
export function PageFoot({ columns }: PageFootProps) {
  return (
    <footer className="in-foot">
      <div className="in-wrap in-foot__grid">
        {columns.map(({ heading, text, links }) => (
          <div key={heading}>
            <h2>{heading}</h2>
            {text && <p>{text}</p>}
            {links && (
              <ul className="in-plain">
                {links.map(({ href, label }) => (
                  <li key={href}>
                    <a href={href}>{label}</a>
                  </li>
                ))}
              </ul>
            )}
          </div>
        ))}
      </div>
    </footer>
  )
}
