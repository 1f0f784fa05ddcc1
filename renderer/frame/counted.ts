/** A number with its noun: `1 claim`, `2,000 articles`. */
const digits = new Intl.NumberFormat('en')

export const counted = (count: number, noun: string) =>
  `${digits.format(count)} ${count === 1 ? noun : `${noun}s`}`
