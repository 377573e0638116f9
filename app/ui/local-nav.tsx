type LocalLink = { href: string; label: string; current?: boolean }
type LocalNavProps = { label: string; groups: { label: string; links: LocalLink[] }[] }

/** The pages of one place, in the order they are needed. On a phone they lie behind one line, without script. */
export function LocalNav({ label, groups }: LocalNavProps) {
  const list = (
    <ul className="in-localnav-groups">
      {groups.map(({ label: group, links }) => (
        <li key={group}>
          <span className="in-localnav-label">{group}</span>
          <ul>
            {links.map(({ href, label: name, current }) => (
              <li key={href}>
                <a href={href} aria-current={current ? 'page' : undefined}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
  return (
    <nav className="in-localnav" aria-label={label}>
      <div className="in-localnav-wide">{list}</div>
      <details className="in-localnav-narrow">
        <summary>{label}</summary>
        {list}
      </details>
    </nav>
  )
}
