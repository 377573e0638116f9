import type { ReactNode } from 'react'

/** The way here: the last step has no address, because it is this page. */
export type BreadcrumbTrail = { label: string; steps: { label: ReactNode; href?: string; lang?: string }[] }

export function Breadcrumbs({ label, steps }: BreadcrumbTrail) {
  return (
    <nav className="in-crumbs" aria-label={label}>
      <ol>
        {steps.map((step) => (
          <li key={step.href ?? 'here'}>
            {step.href ? (
              <a href={step.href} lang={step.lang}>
                {step.label}
              </a>
            ) : (
              <span aria-current="page" lang={step.lang}>
                {step.label}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
