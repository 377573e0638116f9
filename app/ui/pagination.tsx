import type { ReactNode } from 'react'
import { LinkButton } from './button.tsx'
import { ChevronLeftIcon, ChevronRightIcon } from './icons.tsx'

export type PaginationProps = {
  label: string
  page: number
  pageCount: number
  href: (page: number) => string
  previousLabel: string
  nextLabel: string
  /** What a page link is called when read out, such as "Side 3". */
  pageLabel: (page: number) => string
}

/** Links to the pages of a list, from 1. Nothing when there is only one. */
export function Pagination({
  label,
  page,
  pageCount,
  href,
  previousLabel,
  nextLabel,
  pageLabel,
}: PaginationProps) {
  if (pageCount <= 1) return null
  const shown = [1, page - 1, page, page + 1, pageCount].filter((n) => n >= 1 && n <= pageCount)
  const pages = [...new Set(shown)].sort((a, b) => a - b)
  return (
    <nav className="in-pages" aria-label={label}>
      {page > 1 && <Step href={href(page - 1)} label={previousLabel} rel="prev" />}
      <ol>
        {pages.map((n, place) => (
          <li key={n} className={place > 0 && n - (pages[place - 1] ?? n) > 1 ? 'in-pages__gap' : undefined}>
            <a href={href(n)} aria-current={n === page ? 'page' : undefined} aria-label={pageLabel(n)}>
              {n}
            </a>
          </li>
        ))}
      </ol>
      {page < pageCount && <Step href={href(page + 1)} label={nextLabel} rel="next" />}
    </nav>
  )
}

type Way = { href: string; label: ReactNode }

/** Previous and next only, for lists without numbered pages. */
export function PreviousNext({ label, previous, next }: { label: string; previous?: Way; next?: Way }) {
  if (!previous && !next) return null
  return (
    <nav className="in-pages" aria-label={label}>
      {previous && <Step {...previous} rel="prev" />}
      {next && <Step {...next} rel="next" />}
    </nav>
  )
}

function Step({ href, label, rel }: Way & { rel: 'prev' | 'next' }) {
  return (
    <LinkButton variant="secondary" size="sm" href={href} rel={rel}>
      {rel === 'prev' && <ChevronLeftIcon />}
      {label}
      {rel === 'next' && <ChevronRightIcon />}
    </LinkButton>
  )
}
