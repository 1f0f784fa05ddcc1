/**
 * Numbered galleries in the midst of a copied page: `1/12 A title`, what the picture shows, whose it is,
 * and so on to the last. Their captions are running text, often of other stories.
 */
import type { Item } from './items.ts'
import { wordCount } from './shape.ts'

const entry = /^(\d{1,3}) ?(?:\/|of) ?(\d{1,3})(?=\s|$)/u
/** Fewer may be a score, a fraction or a part of a series. */
const leastEntries = 3
/** Lines from one entry to the next: its title, its caption, its credit. */
const mostLines = 6
/** Lines over a gallery in which its length is told: `In pictures`, `12 show all`. */
const mostAbove = 3

type Entry = { index: number; number: number; of: number }

/** Marks the lines of galleries. */
export function markGalleries(items: readonly Item[]): void {
  for (const run of runsOf(entriesOf(items))) {
    const [first] = run
    const last = run.at(-1)
    if (first === undefined || last === undefined || run.length < leastEntries) continue
    for (const item of items.slice(startOf(items, first), endOf(items, last))) {
      item.reason ??= 'sidebar'
      item.boxed = true
    }
  }
}

function entriesOf(items: readonly Item[]): Entry[] {
  return items.flatMap(({ key, prose }, index) => {
    const found = prose ? null : entry.exec(key.slice(0, 12))
    return found === null ? [] : [{ index, number: Number(found[1]), of: Number(found[2]) }]
  })
}

/** Entries of one gallery, each followed by the next number not far below. */
function runsOf(entries: readonly Entry[]): Entry[][] {
  const runs: Entry[][] = []
  for (const one of entries) {
    const before = runs.at(-1)?.at(-1)
    const next =
      before !== undefined &&
      one.of === before.of &&
      one.number === before.number + 1 &&
      one.index - before.index <= mostLines
    if (next) runs.at(-1)?.push(one)
    else runs.push([one])
  }
  return runs
}

function startOf(items: readonly Item[], { index, of }: Entry): number {
  const from = Math.max(0, index - mostAbove)
  const told = items.slice(from, index).findIndex(({ key }) => key.split(' ', 1)[0] === String(of))
  if (told < 0) return index
  const above = items[from + told - 1]
  return above?.title === true ? from + told - 1 : from + told
}

/** After the caption of the last entry, and after its credit, which is a word or two. */
function endOf(items: readonly Item[], { index }: Entry): number {
  const isCredit = (item: Item | undefined) =>
    item !== undefined && item.bullet === null && (item.caption || (!item.prose && wordCount(item.text) <= 2))
  const caption = items[index + 1]?.prose === true ? index + 2 : index + 1
  return isCredit(items[caption]) ? caption + 1 : caption
}
