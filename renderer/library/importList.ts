/** The result of an import in words: counted, and as a table that can be saved. Pure. */
import type { ImportOutcome } from '../../app/results.ts'
import { toCsv } from '../../app/tables/csv.ts'
import { counted } from '../frame/counted.ts'
import type { ImportLine } from './importQueue.ts'

/** Of each outcome how many there are. */
export type OutcomeCounts = Readonly<Record<ImportOutcome['outcome'], number>>

export function countOutcomes(lines: readonly ImportLine[]): OutcomeCounts {
  const counts = { imported: 0, duplicate: 0, 'later capture': 0, revised: 0, refused: 0 }
  for (const { outcome } of lines) counts[outcome.outcome] += 1
  return counts
}

/** One line that says how an import ended. `left` is how many files were not read. */
export function summaryOf(counts: OutcomeCounts, left: number): string {
  const others = counts.duplicate + counts.revised + counts['later capture'] + counts.refused
  const words = [
    counts.imported > 0 || others === 0 ? `${counted(counts.imported, 'article')} imported` : '',
    counts.duplicate > 0 ? `${counts.duplicate} there already` : '',
    counts.revised > 0 ? `${counts.revised} revised` : '',
    counts['later capture'] > 0 ? `${counted(counts['later capture'], 'later capture')} to decide` : '',
    counts.refused > 0 ? `${counts.refused} refused` : '',
    left > 0 ? `${left} not read, as you stopped` : '',
  ]
  return words.filter(Boolean).join(', ')
}

/** How fast it goes and how long it still takes; empty while that cannot be told. `worked` is in milliseconds. */
export function paceOf(done: number, total: number, worked: number): string {
  if (done < 2 || worked < 500) return ''
  const perSecond = (done * 1000) / worked
  const left = Math.ceil((total - done) / perSecond)
  const rate = perSecond >= 10 ? Math.round(perSecond) : Math.round(perSecond * 10) / 10
  return `${rate} files a second, ${durationOf(left)} left`
}

const durationOf = (seconds: number) =>
  seconds < 60
    ? counted(seconds, 'second')
    : seconds < 3600
      ? counted(Math.round(seconds / 60), 'minute')
      : `${Math.floor(seconds / 3600)} h ${Math.round((seconds % 3600) / 60)} min`

/** What became of an article, beyond its name: which one it is, or why it was refused. */
export function detailOf(outcome: ImportOutcome): string {
  switch (outcome.outcome) {
    case 'imported':
      return outcome.article.headline
    case 'revised':
      return outcome.article.headline
    case 'duplicate':
    case 'later capture':
      return outcome.of.headline
    case 'refused':
      return outcome.error.message
  }
}

/** The list as CSV. */
export function listAsCsv(lines: readonly ImportLine[]): string {
  const rows = lines.map(({ fileName, outcome, read }) => [
    fileName,
    outcome.name === fileName ? '' : outcome.name,
    outcome.outcome,
    detailOf(outcome),
    read?.format ?? '',
    read === null ? '' : `${read.encoding}${read.encodingSure ? '' : ' (guessed)'}`,
  ])
  return toCsv([['file', 'part', 'outcome', 'article or reason', 'format', 'encoding'], ...rows])
}
