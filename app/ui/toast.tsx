import type { ReactNode } from 'react'

/** Says what was just done. `action` is the button that takes it back, in a form of the caller's. */
export function Toast({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className="in-toast-place">
      <div className="in-toast" role="status">
        <span>{children}</span>
        {action}
      </div>
    </div>
  )
}
