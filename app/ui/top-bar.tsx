import type { ReactNode } from 'react'
import { BrandMark } from './brand-mark.tsx'
import type { Icon } from './icon.tsx'
import { MenuIcon } from './icons.tsx'

export type NavLink = { href: string; label: ReactNode; current?: boolean; lang?: string; icon?: Icon }

export type TopBarProps = {
  brand: { href: string; label: string }
  navLabel: string
  /** What the button that opens the menu on a phone is called. */
  menuLabel: string
  links: NavLink[]
  languages?: NavLink[]
  /** What stands at the far end: a link to sign in, or who you are. */
  end?: NavLink[]
  /** Anything else at the far end, such as a form that signs out. */
  account?: ReactNode
}

const MENU = 'top-menu'
// React 18 has no types for these yet; the browser opens the menu without script.
const opensMenu = { popovertarget: MENU }
const isMenu = { popover: '' }

/** The bar on top of every page: the name, and the ways on. A menu on small screens. */
export function TopBar({
  brand,
  navLabel,
  menuLabel,
  links,
  languages = [],
  end = [],
  account,
}: TopBarProps) {
  const languageLinks = languages.map((language) => ({ ...language, part: 'in-nav__lang' }))
  const far = [...languageLinks, ...end.map((link) => ({ ...link, part: '' }))]
  return (
    <header className="in-top">
      <div className="in-wrap in-top__row">
        <a className="in-brand" href={brand.href}>
          <BrandMark />
          {brand.label}
        </a>
        <button className="ds-button in-top__menu" data-variant="tertiary" type="button" {...opensMenu}>
          <MenuIcon />
          {menuLabel}
        </button>
        <nav className="in-nav" id={MENU} aria-label={navLabel} {...isMenu}>
          <ul>
            {links.map((link) => (
              <li key={link.href}>
                <NavAnchor {...link} />
              </li>
            ))}
            {far.map((link, place) => (
              <li
                key={link.href}
                className={[place === 0 && 'in-nav__end', link.part].filter(Boolean).join(' ')}
              >
                <NavAnchor {...link} />
              </li>
            ))}
            {account && <li className={far.length === 0 ? 'in-nav__end' : undefined}>{account}</li>}
          </ul>
        </nav>
      </div>
    </header>
  )
}

function NavAnchor({ href, label, current, lang, icon: Mark }: NavLink) {
  return (
    <a href={href} aria-current={current ? 'page' : undefined} lang={lang} hrefLang={lang}>
      {Mark && <Mark />}
      {label}
    </a>
  )
}
