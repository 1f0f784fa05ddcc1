/** Moments in words, as the axis and the head of the timeline need them. Pure; UTC. */
import type { Range } from './timelineRange.ts'

const dayFormat = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
})
const monthFormat = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' })
const shortFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })

/** The largest unit that begins at the tick: a year, a month, a day, or the hour. */
export function tickText(tick: Date): string {
  if (tick.getUTCHours() !== 0 || tick.getUTCMinutes() !== 0) return tick.toISOString().slice(11, 16)
  if (tick.getUTCDate() !== 1) return shortFormat.format(tick)
  return tick.getUTCMonth() === 0 ? String(tick.getUTCFullYear()) : monthFormat.format(tick)
}

const hourFormat = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
})
/** Shorter stretches are told by the hour. */
const byTheHour = 3 * 86_400_000

/** The stretch from its first to its last moment, by the day, or by the hour where it is short. */
export function rangeText({ from, to }: Range): string {
  const format = to - from < byTheHour ? hourFormat : dayFormat
  return `${format.format(from)} – ${format.format(to)}`
}
