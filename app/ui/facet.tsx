import type { ReactNode } from 'react'

export type FacetOption = { value: string; label: ReactNode; count?: ReactNode; checked?: boolean }

export type FacetProps = {
  name: string
  legend: ReactNode
  options: FacetOption[]
  open?: boolean
  /** `radio` when only one can be chosen. */
  type?: 'checkbox' | 'radio'
}

/** A group of filters that can be folded away. Belongs in a GET form with a button. */
export function Facet({ name, legend, options, open, type = 'checkbox' }: FacetProps) {
  return (
    <details className="in-facet" open={open ?? options.some(({ checked }) => checked)}>
      <summary>{legend}</summary>
      <ul>
        {options.map(({ value, label, count, checked }) => (
          <li key={value}>
            <label>
              <input type={type} name={name} value={value} defaultChecked={checked} />
              <span>{label}</span>
              {count !== undefined && <span className="in-num">{count}</span>}
            </label>
          </li>
        ))}
      </ul>
    </details>
  )
}
