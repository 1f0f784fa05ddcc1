/** Moments of the clock in words, to the minute and in the time of this machine. */

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' })
const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short' })
const short = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' })

/** `26 November 2026, 17:05`, as all other dates are worded. `moment` is ISO 8601. */
export function momentWords(moment: string): string {
  const date = new Date(moment)
  return `${day.format(date)}, ${time.format(date)}`
}

/** `26 Nov 2026, 17:05`, for the lines of lists. `moment` is ISO 8601. */
export const shortMoment = (moment: string): string => short.format(new Date(moment))
