import { useEffect, useRef } from 'react'

export type ErrorSummaryProps = {
  heading: string
  /** One per field, with the same sentence as the field shows; `field` is the id of the field. */
  errors: { field: string; message: string }[]
}

// Without script the browser itself moves the focus here when the page comes back.
const takesFocus = { autoFocus: true }

/** Stands on top of a form that was not accepted, and takes focus. Nothing when there are no errors. */
export function ErrorSummary({ heading, errors }: ErrorSummaryProps) {
  const summary = useRef<HTMLDivElement>(null)
  const sentences = errors.map(({ message }) => message).join()
  useEffect(() => {
    if (sentences) summary.current?.focus()
  }, [sentences])
  if (errors.length === 0) return null
  return (
    <div className="ds-error-summary" ref={summary} tabIndex={-1} {...takesFocus}>
      <h2>{heading}</h2>
      <ul className="ds-list">
        {errors.map(({ field, message }) => (
          <li key={`${field} ${message}`}>
            <a href={`#${field}`}>{message}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
