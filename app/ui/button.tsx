import type { AnchorHTMLAttributes, ButtonHTMLAttributes } from 'react'
import type { Icon } from './icon.tsx'

type Look = { variant?: 'primary' | 'secondary' | 'tertiary'; size?: 'sm'; icon?: Icon; danger?: boolean }

function look({ variant = 'primary', size, danger }: Look, className?: string) {
  return {
    className: ['ds-button', size === 'sm' && 'in-btn-sm', className].filter(Boolean).join(' '),
    'data-variant': variant,
    'data-color': danger ? 'danger' : undefined,
  }
}

/** Does something. One primary button per view. */
export function Button({
  variant,
  size,
  icon: Mark,
  danger,
  className,
  children,
  type = 'submit',
  ...rest
}: Look & ButtonHTMLAttributes<HTMLButtonElement>) {
  return (
    <button type={type} {...rest} {...look({ variant, size, danger }, className)}>
      {Mark && <Mark />}
      {children}
    </button>
  )
}

/** Goes somewhere, with the weight of a button. */
export function LinkButton({
  variant,
  size,
  icon: Mark,
  danger,
  className,
  children,
  ...rest
}: Look & AnchorHTMLAttributes<HTMLAnchorElement> & { href: string }) {
  return (
    <a {...rest} {...look({ variant, size, danger }, className)}>
      {Mark && <Mark />}
      {children}
    </a>
  )
}
