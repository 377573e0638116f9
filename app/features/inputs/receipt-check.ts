/** Where anyone holding a receipt verifies it. The sum is not in the address: addresses are logged. */
export const checkPath = (number: string): string => `/check?number=${number}`

/** A checksum as somebody types or pastes it: 64 hexadecimal digits, however they are grouped; null is none. */
export function typedHash(text: string): string | null {
  const digits = text.replace(/[\s\u00a0-]/g, '').toLowerCase()
  return /^[0-9a-f]{64}$/.test(digits) ? digits : null
}
