import { expect, test } from 'vitest'
import { groupedHash } from './receipt.ts'
import { typedHash } from './receipt-check.ts'

const sum = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'

test('a checksum is understood as it stands on the receipt, and as people copy it', () => {
  expect(typedHash(groupedHash(sum))).toBe(sum)
  for (const typed of [
    sum,
    sum.toUpperCase(),
    ` ${sum}\n`,
    sum.replace(/(.{32})/, '$1\n'),
    groupedHash(sum).replaceAll(' ', '-'),
  ])
    expect(typedHash(typed)).toBe(sum)
})

test('what is not a checksum is none', () => {
  for (const typed of ['', sum.slice(1), `${sum}0`, sum.replace('9', 'g'), '\u0000', '٩'.repeat(64)])
    expect(typedHash(typed)).toBe(null)
})
