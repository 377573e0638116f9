import type { JSX, ReactNode } from 'react'

/** An icon beside text is hidden from assistive technology; one that stands alone is named by its label. */
export type IconProps = { label?: string; className?: string }

export type Icon = (props: IconProps) => JSX.Element

/** Makes an icon of shapes drawn on a 24 by 24 ground. */
export function drawnIcon(shapes: ReactNode): Icon {
  return ({ label, className }) =>
    label ? (
      <svg className={className ?? 'in-icon'} viewBox="0 0 24 24" fill="none" role="img" aria-label={label}>
        {shapes}
      </svg>
    ) : (
      <svg
        className={className ?? 'in-icon'}
        viewBox="0 0 24 24"
        fill="none"
        aria-hidden="true"
        focusable="false"
      >
        {shapes}
      </svg>
    )
}

/** Makes an icon of the paths in a 24 by 24 SVG file; finer than a hundredth of a unit nobody sees, and every page sends it. */
export function iconFromSvg(svg: string): Icon {
  const paths = Array.from(svg.matchAll(/<path([^>]*)>/g), ([, attributes = '']) => ({
    d: (/\sd="([^"]+)"/.exec(attributes)?.[1] ?? '').replace(/\d+\.\d{3,}/g, (place) =>
      String(Math.round(Number(place) * 100) / 100),
    ),
    rule: attributes.includes('evenodd') ? ('evenodd' as const) : ('nonzero' as const),
  }))
  return drawnIcon(paths.map(({ d, rule }) => <path key={d} d={d} fill="currentColor" fillRule={rule} />))
}
