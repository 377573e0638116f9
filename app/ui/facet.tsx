import type { ReactNode } from 'react'

export type FacetOption = { value: string; label: ReactNode; count?: ReactNode; checked?: boolean }

export type FacetProps = {
  name: string
  legend: ReactNode
  options: FacetOption[]
  /** What is rarely chosen, folded away behind a label. */
  more?: { label: ReactNode; options: FacetOption[] }
  open?: boolean
  /** `radio` when only one can be chosen. */
  type?: 'checkbox' | 'radio'
}

/** A group of filters that can be folded away. Belongs in a GET form with a button. */
export function Facet({ name, legend, options, more, open, type = 'checkbox' }: FacetProps) {
  return (
    <details className="in-facet" open={open ?? options.some(({ checked }) => checked)}>
      <summary>{legend}</summary>
      <Options {...{ name, type, options }} />
      {more && more.options.length > 0 && (
        <details className="in-facet__more">
          <summary>{more.label}</summary>
          <Options {...{ name, type }} options={more.options} />
        </details>
      )}
    </details>
  )
}

function Options({ name, type, options }: Pick<FacetProps, 'name' | 'type' | 'options'>) {
  return (
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
  )
}
