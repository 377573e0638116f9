import type { ReactNode } from 'react'

export type Definition = { term: string; description: ReactNode }

/** Terms and what they are, a rule between each. Those without a description are left out. */
export function DefinitionList({ items, wide }: { items: Definition[]; wide?: boolean }) {
  return (
    <dl className={wide ? 'in-dl in-dl--wide' : 'in-dl'}>
      {items
        .filter(({ description }) => description !== undefined && description !== null && description !== '')
        .map(({ term, description }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{description}</dd>
          </div>
        ))}
    </dl>
  )
}
