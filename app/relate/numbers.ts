/** Numbers as they are written: digits of any script with their separators, and English number words. */

const units =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')

/** What a number word is worth; multipliers (`hundred`, `million`) are in `multipliers`. */
export const numberWords: ReadonlyMap<string, number> = new Map([
  ...units.map((word, value) => [word, value] as const),
  ...tens.map((word, index) => [word, (index + 2) * 10] as const),
  ...tens.flatMap((word, index) =>
    units.slice(1, 10).map((unit, value) => [`${word}-${unit}`, (index + 2) * 10 + value + 1] as const),
  ),
  ['dozen', 12],
])

/** Words and signs that multiply the number before them. */
export const multipliers: ReadonlyMap<string, number> = new Map([
  ['hundred', 100],
  ['thousand', 1e3],
  ['k', 1e3],
  ['lakh', 1e5],
  ['million', 1e6],
  ['mn', 1e6],
  ['m', 1e6],
  ['mm', 1e6],
  ['crore', 1e7],
  ['billion', 1e9],
  ['bn', 1e9],
  ['b', 1e9],
  ['trillion', 1e12],
  ['tn', 1e12],
  ['millionen', 1e6],
  ['milliarden', 1e9],
  ['millions', 1e6],
  ['milliards', 1e9],
  ['millones', 1e6],
  ['тысяч', 1e3],
  ['тыс', 1e3],
  ['млн', 1e6],
  ['миллионов', 1e6],
  ['млрд', 1e9],
])

/** The zeros of the decimal digits of Unicode that newspapers print. */
const zeros = [0x30, 0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xbe6, 0xc66, 0xe50, 0xff10]

/** The same text with Latin digits; the length does not change. */
export function latinDigits(text: string): string {
  if (!/[^\P{Nd}0-9]/u.test(text)) return text
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.charCodeAt(0)
    const zero = zeros.find((start) => code >= start && code < start + 10)
    return zero === undefined || digit.length > 1 ? digit : String(code - zero)
  })
}

/**
 * A printed number without its thousands separators and with a point before its
 * fraction: `26,000` → `26000`, `5,9` → `5.9`. A group of exactly three digits after
 * a separator counts as thousands, since that is how newspapers mean it.
 */
export function plainNumber(printed: string): string {
  const text = latinDigits(printed).replace(/[\s'’\u00A0\u202F]|\p{L}+$/gu, '')
  const grouped = /^\d{1,3}(?:[.,٬]\d{3})+(?:[.,٫]\d{1,2})?$/u.test(text)
  if (!grouped) return text.replace(/[,٫]/gu, '.')
  const fraction = /[.,٫](\d{1,2})$/u.exec(text)?.[1]
  const whole = (fraction === undefined ? text : text.slice(0, -fraction.length - 1)).replace(/\D/gu, '')
  return fraction === undefined ? whole : `${whole}.${fraction}`
}
