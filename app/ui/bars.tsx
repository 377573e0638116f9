import { useId } from 'react'

/** The parts of a bar in their fixed order, from most in favour to not concerned. */
export type BarKind = 'for' | 'part' | 'against' | 'none' | 'na'
export type BarPart = { kind: BarKind; value: number }

/**
 * One bar from nothing to the total. The label says the numbers in words; a table with the same numbers
 * stands beside it.
 */
export function Bar({ label, total, parts }: { label: string; total: number; parts: BarPart[] }) {
  const hatch = useId()
  let start = 0
  return (
    <svg className="in-bar" role="img" aria-label={label}>
      <Hatch id={hatch} />
      {parts.map(({ kind, value }) => {
        const x = start
        const width = total > 0 ? (value / total) * 100 : 0
        start += width
        return <rect key={kind} {...paint(kind, hatch)} x={`${x}%`} width={`${width}%`} height="100%" />
      })}
    </svg>
  )
}

/** The patch of colour and pattern beside a part's name in the table. */
export function BarKey({ kind }: { kind: BarKind }) {
  const hatch = useId()
  return (
    <svg className="in-key" aria-hidden="true">
      <Hatch id={hatch} />
      <rect {...paint(kind, hatch)} width="100%" height="100%" />
    </svg>
  )
}

function paint(kind: BarKind, hatch: string) {
  return { className: `k-${kind}`, fill: kind === 'part' ? `url(#${hatch})` : undefined }
}

function Hatch({ id }: { id: string }) {
  return (
    <pattern id={id} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="7" height="7" className="k-part-ground" />
      <rect width="2" height="7" className="k-for" />
    </pattern>
  )
}
