import { type ReactNode, useId } from 'react'
import { LinkButton } from './button.tsx'

export type DeadlineProps = {
  heading: ReactNode
  dateTime: string
  date: ReactNode
  time: ReactNode
  left?: ReactNode
  action?: { href: string; label: ReactNode }
  note?: ReactNode
  children?: ReactNode
}

/** When it must be done, how long that is, and the one thing to do. */
export function Deadline({ heading, dateTime, date, time, left, action, note, children }: DeadlineProps) {
  const id = useId()
  return (
    <section className="in-deadline" aria-labelledby={id}>
      <h2 className="in-h4" id={id}>
        {heading}
      </h2>
      <p className="in-deadline__when">
        <time dateTime={dateTime}>
          <span className="in-nowrap">{date}</span> <span className="in-nowrap">{time}</span>
        </time>
      </p>
      {left && (
        <p className="in-deadline__left">
          <strong>{left}</strong>
        </p>
      )}
      {action && <LinkButton href={action.href}>{action.label}</LinkButton>}
      {note && <p className="in-small in-deadline__note">{note}</p>}
      {children}
    </section>
  )
}
