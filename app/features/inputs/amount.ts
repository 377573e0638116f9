const GROUPING = /[\s\u00A0\u202F\u2009']/g
const MOST_DECIMALS = 4
const LARGEST = 1e13

/**
 * A number as people in Norway write it: «1 234,50», «1.234,50», «1234.5», «−3», «kr 500,-». A point is a decimal mark,
 * except where it only parts thousands. Null when it is no number we can be sure of.
 */
export function parseAmount(written: string): number | null {
  const bare = written
    .trim()
    .replace(/^kr\.?(?=[\s\d\u00A0−-])/i, '')
    .replace(/(?:kr\.?|kroner)$/i, '')
    .replace(GROUPING, '')
    .replace(/,[-–—]$/, '')
    .replace(/^[−–]/, '-')
  const parted = /^-?[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?$/.test(bare) ? bare.replaceAll('.', '') : bare
  const plain = parted.replace(',', '.')
  if (!new RegExp(`^-?\\d{1,15}(?:\\.\\d{1,${MOST_DECIMALS}})?$`).test(plain)) return null
  const amount = Number(plain)
  return Math.abs(amount) <= LARGEST ? amount + 0 : null
}

const norwegian = new Intl.NumberFormat('nb', { maximumFractionDigits: MOST_DECIMALS })

/** A number as it is written in a text or a field: «1 234,5», with a space that does not break. */
export function writtenAmount(amount: number): string {
  return norwegian.format(amount)
}
