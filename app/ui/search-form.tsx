import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import { FieldError } from './field.tsx'
import { SearchIcon } from './icons.tsx'

export type SearchFormProps = {
  action: string
  label: string
  buttonLabel: string
  name?: string
  /** Secondary where the page has another first thing to do. */
  variant?: 'secondary'
  defaultValue?: string
  /** What else must be kept in the address, such as chosen filters. */
  keep?: readonly (readonly [name: string, value: string])[]
  help?: ReactNode
  /** Why what was typed cannot be searched for. */
  error?: ReactNode
  /** Ways of searching to choose between. */
  children?: ReactNode
}

/** A search that is an address: it can be shared, and works without script. */
export function SearchForm({
  action,
  label,
  buttonLabel,
  name = 'q',
  variant,
  defaultValue,
  keep = [],
  help,
  error,
  children,
}: SearchFormProps) {
  const describedBy = [error && `${name}-error`, help && `${name}-help`].filter(Boolean).join(' ')
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
          autoCapitalize="none"
          spellCheck={false}
          aria-describedby={describedBy || undefined}
          aria-invalid={error ? true : undefined}
        />
        <Button icon={SearchIcon} {...(variant && { variant })}>
          {buttonLabel}
        </Button>
      </search>
      {keep.map(([key, value]) => (
        <input key={`${key}=${value}`} type="hidden" name={key} value={value} />
      ))}
      {error && (
        <div role="status" className="in-searchhelp">
          <FieldError id={`${name}-error`}>{error}</FieldError>
        </div>
      )}
      {children && <div className="in-searchoptions in-noprint">{children}</div>}
      {help && (
        <p className="in-small in-muted in-searchhelp" id={`${name}-help`}>
          {help}
        </p>
      )}
    </form>
  )
}
