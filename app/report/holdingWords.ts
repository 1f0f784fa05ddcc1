/** The words for what a report holds, what it was taken from, and what it leaves out. Unescaped. */
import { sourceGroups } from '../revisions.ts'
import type { MarkedText } from './marks.ts'
import {
  articlesOf,
  type ClaimEntry,
  type EventEntry,
  type Outline,
  type Passage,
  type ThreadEntry,
} from './outline.ts'
import { capital, counted } from './words.ts'

/** What the report holds, each with what it was taken from: `3 of 40 threads`, `5 of 12 articles`, `3 independent sources`, `7 claims` … */
export function holdingWords({
  ofThreads,
  threads,
  sections,
  inCase,
  sources,
  counts,
  links,
}: Outline): string[] {
  const articles = sections.length
  return [
    // Of chosen articles the threads may be there in part only: their number would say too much.
    ...(ofThreads || articles === inCase.articles
      ? [countedOf(threads.length, inCase.threads, 'thread')]
      : []),
    countedOf(articles, inCase.articles, 'article'),
    ...(sources < articles ? [counted(sources, 'independent source')] : []),
    counted(counts.claim, 'claim'),
    counted(counts.denial, 'denial'),
    counted(counts.event, 'event'),
    counted(links, 'link'),
  ]
}

/** `3 of 40 threads`; `40 threads` where it is all of them. */
const countedOf = (n: number, all: number, one: string) =>
  n === all ? counted(n, one) : `${n} of ${counted(all, one)}`

/** Said where a report of chosen threads has none, because they are gone or stand in other articles. */
export const noThreadWords = 'No passage of the chosen threads stands in these articles.'

/** What the parts of the summary say that have nothing. */
export function emptyWords({ ofThreads, counts }: Outline) {
  const where = ofThreads ? 'these threads' : 'these articles'
  return {
    claims: `No claim is tagged in ${where}.`,
    denials:
      counts.denial === 0
        ? `No denial is tagged in ${where}.`
        : 'Every denial is linked to the claim it denies.',
    events: `No event is tagged in ${where}.`,
  }
}

/** Other titles that the analyst gave a thread; null where there are none. */
export const otherTitles = ({ thread }: ThreadEntry): string | null =>
  thread.otherTitles.length === 0 ? null : thread.otherTitles.join('; ')

/** How much of a thread is not in the report; null where nothing is left out. */
export const leftWords = ({ left }: ThreadEntry): string | null =>
  left === 0
    ? null
    : `${counted(left, 'passage')} of this thread ${left === 1 ? 'stands' : 'stand'} in articles that are not in this report.`

/** Where a passage stands as seen from the report; null where its article and it are in it. */
export function outsideWords({ ref }: Passage, articleIsHere: boolean): string | null {
  if (ref !== null) return null
  return articleIsHere ? 'this passage is not in this report' : 'not in this report'
}

/** In how many articles the same claim stands, and of how many sources those are; null where it stands in one. */
export function standingWords({ standsIn }: ClaimEntry): string | null {
  const articles = articlesOf(standsIn)
  if (articles.length < 2) return null
  const here = new Set(standsIn.filter(({ ref }) => ref !== null).map(({ article }) => article.id))
  const outside = articles.filter(({ id }) => !here.has(id)).length
  return `Stands in ${counted(articles.length, 'article')}${
    outside === 0 ? '' : ` (${outside} of them not in this report)`
  }, of ${counted(sourceGroups(articles).length, 'independent source')}.`
}

/** `3 accounts`, with the independent sources where those are fewer than the articles they stand in. */
export function accountWords({ accounts }: EventEntry): string {
  const articles = articlesOf(accounts)
  const sources = sourceGroups(articles).length
  const outside = accounts.filter(({ ref }) => ref === null).length
  return `${[
    (accounts.length === 1 ? 'One account' : capital(counted(accounts.length, 'account'))) +
      (outside === 0 ? '' : ` (${outside} of them not in this report)`),
    ...(sources < articles.length ? [counted(sources, 'independent source')] : []),
  ].join(', ')}.`
}

/** How much of the file is not in the report's text, as a sentence; null where nothing is. */
export function omissionWords({ hidden, left }: Pick<MarkedText, 'hidden' | 'left'>): string | null {
  const linesOf = (head: boolean) =>
    hidden.filter(({ reason }) => (reason === 'head') === head).reduce((sum, { lines }) => sum + lines, 0)
  const [head, rest] = [linesOf(true), linesOf(false)]
  const parts = [
    ...(left > 0 ? [`${counted(left, 'paragraph')} without a passage of this report not shown`] : []),
    ...(rest > 0 ? [`${counted(rest, 'line')} of page furniture not shown`] : []),
    ...(head > 0 ? [`${counted(head, 'line')} shown in the head`] : []),
  ]
  return parts.length === 0 ? null : `${capital(parts.join('; '))}.`
}
