const stroke = { stroke: 'var(--ds-color-accent-base-contrast-default)', strokeLinecap: 'round' as const }

/** The mark beside the name: three lines of text behind an exclamation of input. */
export function BrandMark() {
  return (
    <svg viewBox="0 0 28 28" aria-hidden="true" focusable="false">
      <rect width="28" height="28" rx="5" fill="currentColor" />
      <path d="M11 8h11M11 13h11M11 18h7M6.5 7v12.5" strokeWidth="2.4" {...stroke} />
      <path d="M6.5 23.2v.1" strokeWidth="2.8" {...stroke} />
    </svg>
  )
}
