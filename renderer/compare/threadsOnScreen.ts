/**
 * Which links have a thread now, and where their ends are on the screen. Asked for
 * in every frame of a scroll, so it looks only at passages that have links, and
 * only at those near the screen.
 */
import type { AnnotationId, ArticleId } from '../../app/ids.ts'
import type { Annotation, Link } from '../../app/model.ts'
import { firstAtOrBelow } from '../margin/nearby.ts'
import { findReaderContent } from '../read/readerContent.ts'
import type { Reader } from '../reader/reader.ts'
import type { RecordStore } from '../records/recordStore.ts'
import type { Line, LineCache, Lines } from './lineCache.ts'
import type { ColumnFrame, ThreadEnd, ThreadInput } from './threadGeometry.ts'

/** A column as it stands: what it shows and where. `text` is the box of its text, `frame` that of its window. */
export type ColumnOnScreen = {
  readonly articleId: ArticleId
  readonly lines: Lines
  readonly text: Pick<DOMRect, 'left' | 'right' | 'top'>
  readonly frame: Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>
}

/** The columns whose readers are mounted, in order; null for those still opening. */
export function columnsOnScreen(
  columns: readonly ArticleId[],
  readers: ReadonlyMap<ArticleId, Reader>,
  root: HTMLElement,
  cache: LineCache,
): (ColumnOnScreen | null)[] {
  return columns.map((articleId, index) => {
    const reader = readers.get(articleId)
    const column = root.querySelector(`[data-column="${index}"]`)
    const text = column?.querySelector('.pane-mount')?.getBoundingClientRect()
    const frame = column?.querySelector('.pane-scroller')?.getBoundingClientRect()
    if (reader === undefined || text === undefined || frame === undefined) return null
    return { articleId, lines: cache.linesOf(reader, text, findReaderContent(reader)), text, frame }
  })
}

/** The frame in the coordinates of the overlay. */
export function frameOf(column: ColumnOnScreen | null, origin: DOMRect): ColumnFrame {
  if (column === null) return { left: 0, right: 0, top: 0, bottom: 0 }
  const { text, frame } = column
  return {
    left: Math.max(text.left, frame.left) - origin.left - 4,
    right: Math.min(text.right, frame.right) - origin.left + 4,
    top: frame.top - origin.top,
    bottom: frame.bottom - origin.top,
  }
}

/** The passages of an article that have links, in text order, and the place of each in that order. */
export type LinkedPassages = {
  readonly list: readonly Annotation[]
  readonly indexes: ReadonlyMap<AnnotationId, number>
}

/** Passages that begin this much above the window may still reach into it, in pixels. */
const above = 600
/** Estimates of where passages begin are this wrong at most, in pixels. */
const below = 200

/** What of a column is measured: passages from `first` up to `last` are near, with the height of each end. */
type Near = {
  readonly linked: LinkedPassages
  readonly first: number
  readonly heights: ReadonlyMap<AnnotationId, number>
}

/** The links with an end on the screen, with the height of each end in the coordinates of the overlay. */
export function threadsOnScreen(
  columns: readonly (ColumnOnScreen | null)[],
  records: Pick<RecordStore, 'linksOf'>,
  linkedOf: (articleId: ArticleId) => LinkedPassages,
  originTop: number,
): ThreadInput[] {
  const nears = columns.map((column) => (column === null ? null : nearOf(column, linkedOf(column.articleId))))
  const links = new Map<string, Link>()
  columns.forEach((column, index) => {
    for (const [id, y] of nears[index]?.heights ?? []) {
      if (column === null || y < column.frame.top || y > column.frame.bottom) continue
      for (const link of records.linksOf(id)) links.set(link.id, link)
    }
  })
  return [...links.values()].flatMap((link) => {
    const from = endOf(nears, link.fromId, originTop)
    const to = endOf(nears, link.toId, originTop)
    return from === null || to === null ? [] : [{ id: link.id, from, to }]
  })
}

function nearOf({ lines, text, frame }: ColumnOnScreen, linked: LinkedPassages): Near {
  const { list } = linked
  const topAt = (at: number) => {
    const annotation = list[at]
    return annotation === undefined ? null : lines.top(annotation.id)
  }
  const first = firstAtOrBelow(list.length, topAt, frame.top - text.top - above)
  const last = firstAtOrBelow(list.length, topAt, frame.bottom - text.top + below)
  const heights = new Map<AnnotationId, number>()
  for (const { id } of list.slice(first, last)) {
    const y = heightOf(lines.of(id), frame.top - text.top)
    if (y !== null) heights.set(id, y + text.top)
  }
  return { linked, first, heights }
}

/** Where an end is; null where no column shows its article. */
function endOf(nears: readonly (Near | null)[], id: AnnotationId, originTop: number): ThreadEnd | null {
  for (const [column, near] of nears.entries()) {
    const index = near?.linked.indexes.get(id)
    if (near === null || index === undefined) continue
    const y = near.heights.get(id)
    if (y !== undefined) return { column, y: y - originTop, id, order: index }
    // Not measured: it is above what is near, or below.
    const far = index < near.first ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
    return { column, y: far, id, order: index }
  }
  return null
}

/** Middle of the passage's first line that is seen below `edge`; of its last line above, if none is. */
function heightOf(lines: readonly Line[] | null, edge: number): number | null {
  const seen = lines?.find(({ bottom }) => bottom > edge + 4) ?? lines?.at(-1)
  return seen === undefined ? null : (seen.top + seen.bottom) / 2
}

/** The passages with links of each article, found once until records change; those of its current text, which a column shows. */
export function linkedPassages(
  records: Pick<RecordStore, 'annotationsOn' | 'article' | 'links' | 'linksOf'>,
) {
  const known = new Map<ArticleId, { all: readonly Annotation[]; linked: LinkedPassages }>()
  let links = records.links().size
  return {
    of(articleId: ArticleId): LinkedPassages {
      const article = records.article(articleId)
      const all = article === null ? [] : records.annotationsOn(articleId, article.revisionId)
      const there = known.get(articleId)
      if (there?.all === all) return there.linked
      const list = all.filter((annotation) => records.linksOf(annotation.id).length > 0)
      const linked = { list, indexes: new Map(list.map((annotation, index) => [annotation.id, index])) }
      known.set(articleId, { all, linked })
      return linked
    },
    /** Forgets what a new or removed link makes wrong. */
    forget() {
      const now = records.links().size
      if (now !== links) known.clear()
      links = now
    },
  }
}
