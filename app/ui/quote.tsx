import type { ReactNode } from 'react'

export type QuoteProps = {
  /** The language the words were written in. */
  lang?: string
  sender: ReactNode
  /** Where the words stand in full. */
  link?: { href: string; label: ReactNode }
  children: ReactNode
}

/** Somebody's own words, who said them, and where. */
export function Quote({ lang, sender, link, children }: QuoteProps) {
  return (
    <figure className="in-quote">
      <blockquote lang={lang}>{children}</blockquote>
      <figcaption>
        {sender}
        {link && (
          <>
            {' '}
            <a className="in-nowrap" href={link.href}>
              {link.label}
            </a>
          </>
        )}
      </figcaption>
    </figure>
  )
}
