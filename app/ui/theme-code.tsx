import type { ReactNode } from 'react'

/** The classes of colour set `color`: seven sets of ink, tint and underline, then from the first again. */
export function themeClass(color: number): string {
  return `t t-${((((color - 1) % 7) + 7) % 7) + 1}`
}

export type ThemeTagProps = {
  code: string
  color: number
  children: ReactNode
  /** A small button inside, such as the one that takes the theme away. Must be a `button`. */
  action?: ReactNode
}

/** A theme with its code and name. */
export function ThemeTag({ code, color, children, action }: ThemeTagProps) {
  return (
    <span className={`in-theme ${themeClass(color)}`}>
      <span className="in-code">{code}</span>
      {children}
      {action}
    </span>
  )
}
