import type { ReactNode } from 'react'

export type SwitchLink = { href: string; label: ReactNode; current?: boolean }

/** Ways of seeing the same thing, as links. */
export function LinkSwitch({ label, links }: { label: string; links: SwitchLink[] }) {
  return (
    <nav className="in-switch" aria-label={label}>
      {links.map(({ href, label: name, current }) => (
        <a key={href} href={href} aria-current={current ? 'page' : undefined}>
          {/* One part, so that what opens between an icon and a word does not open between words. */}
          <span>{name}</span>
        </a>
      ))}
    </nav>
  )
}
