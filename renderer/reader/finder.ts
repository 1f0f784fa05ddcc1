/** The reader's find: which matches there are, which is the current one, and which are painted. */
import type { Range } from '../../app/model.ts'
import { type FoldedText, findMatches, foldText, matchFrom } from './findText.ts'
import { withoutBlocks } from './folds.ts'
import type { HighlightLayers } from './highlights.ts'

/** How many matches there are and which is the current one, counted from 0; null without matches. */
export type FindResult = { count: number; current: number | null }

export type Finder = {
  find(query: string, from: number): FindResult
  step(direction: 1 | -1): FindResult
  end(): void
  /** The current match; null if there is none. */
  current(): Range | null
  /** Paints the matches in a stretch of text. */
  paint(stretch: Range): void
  /** The text, or what of it is hidden, changed. */
  refresh(text: string, blocks: readonly Range[], hidden: (block: number) => boolean): void
}

export function createFinder(highlights: HighlightLayers): Finder {
  let text = ''
  let folded: FoldedText | null = null
  let blocks: readonly Range[] = []
  let hidden: (block: number) => boolean = () => false
  let query = ''
  let matches: Range[] = []
  let at: number | null = null

  const result = (): FindResult => ({ count: matches.length, current: at })
  const isShown = (match: Range) => {
    const parts = withoutBlocks(match, blocks, hidden)
    return parts.length === 1 && parts[0]?.start === match.start && parts[0].end === match.end
  }
  const search = (from: number) => {
    folded ??= query === '' ? null : foldText(text)
    matches = folded ? findMatches(folded, query).filter(isShown) : []
    at = matchFrom(matches, from)
  }
  const now = () => (at === null ? null : (matches[at] ?? null))

  return {
    find(wanted, from) {
      query = wanted.trim()
      search(from)
      return result()
    },
    step(direction) {
      if (at !== null) at = (at + direction + matches.length) % matches.length
      return result()
    },
    end() {
      query = ''
      matches = []
      at = null
    },
    current: now,
    paint(stretch) {
      const current = now()
      const near = matches.filter((match) => match.end > stretch.start && match.start < stretch.end)
      highlights.paint('gainsay-find', near)
      highlights.paint('gainsay-find-current', current ? [current] : [])
    },
    refresh(nextText, nextBlocks, nextHidden) {
      if (nextText !== text) folded = null
      text = nextText
      blocks = nextBlocks
      hidden = nextHidden
      if (query !== '') search(now()?.start ?? 0)
    },
  }
}
