import type { ReactNode } from 'react'

/** The top of a public page: tags, title, lead, and who and what it is about. */
export function PageHead(props: {
  title: ReactNode
  kicker?: ReactNode
  lead?: ReactNode
  meta?: ReactNode
  children?: ReactNode
}) {
  return (
    <header className="in-head">
      {props.kicker && <div className="in-kicker">{props.kicker}</div>}
      <h1 className="in-h1">{props.title}</h1>
      {props.lead && <p className="in-lead">{props.lead}</p>}
      {props.meta && <p className="in-meta">{props.meta}</p>}
      {props.children}
    </header>
  )
}

/** The top of a page for work: a small title, and what can be done with the whole of it. */
export function WorkHead({
  title,
  meta,
  actions,
}: {
  title: ReactNode
  meta?: ReactNode
  actions?: ReactNode
}) {
  return (
    <div className="in-appbar">
      <div>
        <h1 className="in-h1">{title}</h1>
        {meta && <p className="in-meta">{meta}</p>}
      </div>
      {actions && <div className="in-row">{actions}</div>}
    </div>
  )
}
