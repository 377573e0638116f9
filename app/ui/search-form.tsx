import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import { SearchIcon } from './icons.tsx'

export type SearchFormProps = {
  action: string
  label: string
  buttonLabel: string
  name?: string
  defaultValue?: string
  /** What else must be kept in the address, such as chosen filters. */
  keep?: readonly (readonly [name: string, value: string])[]
  help?: ReactNode
}

/** A search that is an address: it can be shared, and works without script. */
export function SearchForm({
  action,
  label,
  buttonLabel,
  name = 'q',
  defaultValue,
  keep = [],
  help,
}: SearchFormProps) {
  return (
    <form action={action} method="get">
      <search className="in-searchbar">
        <label className="in-sr" htmlFor={name}>
          {label}
        </label>
        <input
          className="ds-input"
          id={name}
          name={name}
          type="search"
          defaultValue={defaultValue}
          enterKeyHint="search"
        />
        <Button icon={SearchIcon}>{buttonLabel}</Button>
      </search>
      {keep.map(([key, value]) => (
        <input key={`${key}=${value}`} type="hidden" name={key} value={value} />
      ))}
      {help && <p className="in-small in-muted in-searchhelp">{help}</p>}
    </form>
  )
}
