import { Localised } from '#app/ui/localised.tsx'
import type { ProgrammeItem } from '../programme.ts'

/** A programme, point by point. */
export function Programme({ items }: { items: readonly (ProgrammeItem & { position: number })[] }) {
  return (
    <ol className="in-programme">
      {items.map(({ position, clock, title, speaker }) => (
        <li key={position}>
          <span className="in-programme__clock">{clock}</span>
          <div>
            <Localised text={title} />
            {speaker && <p className="in-meta">{speaker}</p>}
          </div>
        </li>
      ))}
    </ol>
  )
}
