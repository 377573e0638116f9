import type { Span } from './span.ts'

const elevenDigits = /(?<![\d.,/-])(\d{6})[ \u00a0]?(\d{5})(?![\d/-]|[.,]\d)/g
const swedish = /(?<![\d/-])(?:\d{2})?(\d{6})([-+])(\d{4})(?![\d/-])/g

// The weights of the two check digits, by Skatteetaten's description of the number.
const firstWeights = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]
const secondWeights = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]

/** Where a text has Norwegian identity numbers (also D-numbers and synthetic ones) or Swedish ones. UTF-16 units. */
export function findIdentityNumbers(text: string): Span[] {
  const norwegian = [...text.matchAll(elevenDigits)].filter(([, date = '', rest = '']) =>
    isIdentityNumber(date + rest),
  )
  const others = [...text.matchAll(swedish)].filter(([, date = '', , rest = '']) =>
    isSwedishNumber(date, rest),
  )
  return [...norwegian, ...others].map(({ 0: found, index }) => ({ start: index, end: index + found.length }))
}

/** Whether eleven digits are an identity number: a day that exists, and both check digits right. */
export function isIdentityNumber(digits: string): boolean {
  if (!/^\d{11}$/.test(digits)) return false
  const at = [...digits].map(Number)
  return isDay(digits.slice(0, 6)) && sum(at, firstWeights) % 11 === 0 && sum(at, secondWeights) % 11 === 0
}

const sum = (digits: number[], weights: number[]) =>
  weights.reduce((total, weight, place) => total + weight * (digits[place] ?? 0), 0)

// A D-number has 4 added to its first digit; numbers made for tests have 40, 65 or 80 added to the month.
function isDay(date: string): boolean {
  const [first, second, year] = [0, 2, 4].map((at) => Number(date.slice(at, at + 2))) as [
    number,
    number,
    number,
  ]
  const day = first > 40 ? first - 40 : first
  return [0, 40, 65, 80].some((added) => {
    const month = second - added
    // Two digits of a year do not say which century: 29 February exists in one of them.
    return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(month, year % 4 === 0)
  })
}

const daysIn = (month: number, leap: boolean) =>
  month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31

// Year, month, day, and 60 added to the day for those who are not registered; one check digit (Luhn).
function isSwedishNumber(date: string, rest: string): boolean {
  const month = Number(date.slice(2, 4))
  const day = Number(date.slice(4, 6)) % 60
  if (month < 1 || month > 12 || day < 1 || day > 31) return false
  const total = [...(date + rest)].reduce((sum, digit, place) => {
    const doubled = Number(digit) * (place % 2 === 0 ? 2 : 1)
    return sum + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  return total % 10 === 0
}
