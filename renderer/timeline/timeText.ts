/** Moments in words, as the axis and the head of the timeline need them. Pure; UTC. */
import type { Range } from './timelineRange.ts'

/** A format by the day, which names the era only before ours: without it 44 BC would read as 44. */
function formatByDay(hours: Intl.DateTimeFormatOptions): (moment: number) => string {
  const plain = { ...hours, day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const
  const ours = new Intl.DateTimeFormat('en-GB', plain)
  const before = new Intl.DateTimeFormat('en-GB', { ...plain, era: 'short' })
  return (moment) => (new Date(moment).getUTCFullYear() > 0 ? ours : before).format(moment)
}
const byDay = formatByDay({})
const byHour = formatByDay({ hour: '2-digit', minute: '2-digit' })
const monthFormat = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' })
const shortFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })

/** The largest unit that begins at the tick: a year, a month, a day, or the hour. */
export function tickText(tick: Date): string {
  if (tick.getUTCHours() !== 0 || tick.getUTCMinutes() !== 0) return tick.toISOString().slice(11, 16)
  if (tick.getUTCDate() !== 1) return shortFormat.format(tick)
  if (tick.getUTCMonth() !== 0) return monthFormat.format(tick)
  const year = tick.getUTCFullYear()
  return year > 0 ? String(year) : `${1 - year} BC`
}

/** Shorter stretches are told by the hour. */
const byTheHour = 3 * 86_400_000

/** The stretch from its first to its last moment, by the day, or by the hour where it is short. */
export function rangeText({ from, to }: Range): string {
  const format = to - from < byTheHour ? byHour : byDay
  return `${format(from)} – ${format(to)}`
}
