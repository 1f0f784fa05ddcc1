/**
 * `node e2e/score/speedLedger.ts`: how long the derived views of a large case take, in
 * milliseconds: 2,000 articles, 20,000 annotations and 30,000 links from a seed, and an
 * index of reuse over 10,000 articles of made-up words.
 */
import { filterRows, sortRows } from '../../app/ledger/filter.ts'
import { ledgerOf } from '../../app/ledger/ledger.ts'
import { matrixOf } from '../../app/ledger/matrix.ts'
import { largeCase, seeded } from '../../app/ledger/testRecords.ts'
import type { ComparedArticle } from '../../app/relate/collection.ts'
import { createReuseIndex } from '../../app/relate/reuse.ts'
import { clusterItems } from '../../app/timeline/cluster.ts'
import { extentOf, laneItems } from '../../app/timeline/lanes.ts'

const seed = 42
const rounds = 15

function measure(name: string, work: () => unknown): void {
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now()
    work()
    return performance.now() - start
  }).sort((a, b) => a - b)
  const at = (share: number) => (times[Math.floor(share * (rounds - 1))] ?? 0).toFixed(1).padStart(7)
  process.stdout.write(`${name.padEnd(34)} median ${at(0.5)}  worst ${at(1)}\n`)
}

/** Articles of words that are as unevenly frequent as words are; every twentieth sentence is shared. */
function madeUpArticles(count: number): ComparedArticle[] {
  const random = seeded(seed)
  const letters = 'abcdefghijklmnopqrst'
  const name = (number: number) => [...String(number)].map((digit) => letters[Number(digit) + 10]).join('')
  const words = Array.from({ length: 20_000 }, (_, number) => name(number))
  const word = () => words[Math.floor(words.length ** random())] ?? ''
  const sentence = () => `${Array.from({ length: 12 + Math.floor(random() * 16) }, word).join(' ')}.`
  const shared = Array.from({ length: 2000 }, sentence)
  return Array.from({ length: count }, (_, number) => {
    const lines = Array.from({ length: 15 + Math.floor(random() * 30) }, () =>
      random() < 0.05 ? (shared[Math.floor(random() * shared.length)] ?? '') : sentence(),
    )
    const text = lines.join(' ')
    return {
      id: `art_${number}`,
      language: 'en',
      published: null,
      text,
      passages: [{ start: 0, end: text.length }],
    }
  })
}

function main(): void {
  const large = largeCase(seed, { articles: 2000, annotations: 20_000, links: 30_000 })
  const records = { ...large, sourceOf: (id: string) => id, threads: [] }
  const { threads, rows } = ledgerOf(records)
  measure('threads, rows and open items', () => ledgerOf(records))
  measure('filter by words', () => filterRows(rows, { text: 'subject 77' }, () => 'Actor 77'))
  measure('filter by actor and state', () =>
    filterRows(rows, { actorIds: ['act_3'], states: ['denied'] }, () => null),
  )
  measure('sort by first said', () => sortRows(rows, 'first said', 'up', () => null))
  measure('matrix', () => matrixOf(large.annotations, large.links, threads))
  const { items } = laneItems(large.annotations, large.articles)
  measure('lanes', () => laneItems(large.annotations, large.articles))
  const extent = extentOf(items)
  if (extent !== null) measure('clusters', () => clusterItems(items, { ...extent, width: 1400 }, 16))
  const index = createReuseIndex()
  for (const article of madeUpArticles(10_000)) index.put(article)
  let next = 0
  measure('reuse of one of 10,000 articles', () => {
    next += 7
    return index.reuseOf(`art_${next}`)
  })
}

main()
