import type { ReactNode } from 'react'

export type Pane = { id: string; label: ReactNode; content: ReactNode; main?: boolean }

/**
 * Panes beside each other. On small screens one at a time, chosen by links in a row on top; the main one first.
 * `three`: 248 px, text, 312 px. `left`: 256 px and the rest. `wide`: 256 px, the rest, 288 px.
 */
export function Panes({
  label,
  layout,
  panes,
}: {
  label: string
  layout: 'three' | 'left' | 'wide'
  panes: Pane[]
}) {
  return (
    <>
      <nav className="in-jump" aria-label={label}>
        {panes.map(({ id, label: name, main }) => (
          <a key={id} href={`#${id}`} aria-current={main ? 'true' : undefined}>
            {name}
          </a>
        ))}
      </nav>
      <div className={`in-panes in-panes--${layout}`}>
        {panes.map(({ id, content, main }) => (
          <div key={id} id={id} className={main ? 'in-stack in-pane--main' : 'in-stack'}>
            {content}
          </div>
        ))}
      </div>
    </>
  )
}

/** A main column and a narrower one beside it, on public pages. */
export function Columns({ children, aside }: { children: ReactNode; aside: ReactNode }) {
  return (
    <div className="in-cols">
      <div className="in-cols__main">{children}</div>
      <aside className="in-stack in-stack--6">{aside}</aside>
    </div>
  )
}

/** Stays at the bottom of the window: what is chosen, and what to do with it. */
export function ActionBar({
  label,
  children,
  actions,
}: {
  label: string
  children: ReactNode
  actions: ReactNode
}) {
  return (
    <section className="in-actionbar" aria-label={label}>
      <p>{children}</p>
      <div className="in-row">{actions}</div>
    </section>
  )
}
