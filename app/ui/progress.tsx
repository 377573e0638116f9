import { type ReactNode, useId } from 'react'

/** How far a long job has come, in words and as a bar. */
export function Progress({ value, max, children }: { value: number; max: number; children: ReactNode }) {
  const id = useId()
  return (
    <div className="in-stack in-stack--2">
      <p className="in-meta" id={id} role="status">
        {children}
      </p>
      <progress className="in-progress" value={value} max={max} aria-labelledby={id} />
    </div>
  )
}
