/**
 * What the picture of a comparison holds: of each column its article and its passages in
 * the order of the text, and the threads between them. While related passages are shown,
 * those stand among the others. Pure.
 */
import { formatEdtf } from '../../../app/dates.ts'
import type { ArticleId } from '../../../app/ids.ts'
import type { Annotation, Article } from '../../../app/model.ts'
import { symmetricRelations } from '../../../app/rules.ts'
import { directionOf } from '../../../app/text/direction.ts'
import type { Kind } from '../../../app/vocabulary.ts'
import { detailsOf, gradeOf, kindLabels, type NameOf, quoteOf, titleOf } from '../../margin/passageWords.ts'
import { onlyPassages, type RelatedState } from '../../related/relatedState.ts'
import type { ComparedColumn, ComparedLink } from '../compareTable.ts'
import { relatedLook, type ThreadLook, threadLooks } from '../threadLook.ts'

export type PictureCard = {
  readonly id: string
  /** Null for a passage that nobody tagged. */
  readonly kind: Kind | null
  /** What it is, such as `Claim`. */
  readonly sort: string
  /** Who speaks, or the event's title; may be empty, as the details may. */
  readonly title: string
  readonly details: string
  readonly quote: string
}

export type PictureColumn = {
  readonly headline: string
  readonly source: string
  readonly cards: readonly PictureCard[]
}

/** A thread between two cards, by their ids. */
export type PictureThread = {
  readonly from: string
  readonly to: string
  readonly label: string
  readonly look: ThreadLook
  /** Whether it reads from one end only. */
  readonly directed: boolean
}

export type PictureContent = {
  readonly columns: readonly PictureColumn[]
  readonly threads: readonly PictureThread[]
}

type Placed = PictureCard & { readonly start: number }

/** The content of the picture; `passagesOf` gives the passages on the text that a column shows. */
export function pictureContent(
  columns: readonly ComparedColumn[],
  passagesOf: (column: ComparedColumn) => readonly Annotation[],
  links: readonly ComparedLink[],
  related: RelatedState | null,
  nameOf: NameOf,
): PictureContent {
  const relatedCards = cardsOfRelated(columns, related)
  const shown = columns.map((column) => {
    const passages = passagesOf(column).map((annotation) => cardOf(annotation, nameOf))
    const cards = [...passages, ...(relatedCards.get(column.article.id) ?? [])]
    return {
      headline: column.article.headline,
      source: sourceOf(column.article),
      cards: cards.toSorted((a, b) => a.start - b.start).map(({ start: _start, ...card }) => card),
    }
  })
  const ids = new Set(shown.flatMap(({ cards }) => cards.map(({ id }) => id)))
  const threads = [...links.map(threadOf), ...threadsOfRelated(related)]
  return { columns: shown, threads: threads.filter(({ from, to }) => ids.has(from) && ids.has(to)) }
}

/** Parts of one line. Beside one that reads the other way each keeps its own direction, so that a date stays in order. */
function joined(parts: readonly (string | null)[]): string {
  const words = parts.filter((part): part is string => part !== null && part !== '')
  const mixed = new Set(words.map(directionOf)).size > 1
  return words.map((word) => (mixed ? `\u2068${word}\u2069` : word)).join(' · ')
}

const sourceOf = ({ publisher, published, dateline }: Article) =>
  joined([publisher, published === null ? null : formatEdtf(published), dateline]) || 'No publisher or date'

const cardOf = (annotation: Annotation, nameOf: NameOf): Placed => ({
  id: annotation.id,
  kind: annotation.kind,
  sort: kindLabels[annotation.kind],
  title: titleOf(annotation, nameOf),
  details: joined([...detailsOf(annotation), gradeOf(annotation)]),
  quote: quoteOf(annotation),
  start: annotation.segments[0]?.start ?? 0,
})

const threadOf = ({ link, from, to }: ComparedLink): PictureThread => ({
  from: from.id,
  to: to.id,
  label: link.relation,
  look: threadLooks[link.relation],
  directed: !symmetricRelations.has(link.relation),
})

/** The id of a passage that nobody tagged: its article and where it begins. */
const relatedId = (articleId: ArticleId, { start }: { readonly start: number }) => `${articleId} ${start}`

function cardsOfRelated(columns: readonly ComparedColumn[], related: RelatedState | null) {
  const cards = new Map<ArticleId, Map<string, Placed>>()
  if (related?.found == null) return new Map<ArticleId, readonly Placed[]>()
  const add = (articleId: ArticleId, { start, end }: { start: number; end: number }, sort: string) => {
    const column = columns.find(({ article }) => article.id === articleId)
    if (column === undefined) return
    const own = cards.get(articleId) ?? new Map<string, Placed>()
    cards.set(articleId, own)
    const id = relatedId(articleId, { start })
    const quote = column.revision.text.slice(start, end).replace(/\s+/gu, ' ')
    own.set(id, { id, kind: null, sort, title: '', details: '', quote, start })
  }
  const { hereId, thereId, found, list } = related
  if (list === 'only') {
    for (const { side, range } of onlyPassages(found))
      add(side === 'here' ? hereId : thereId, range, 'Only here')
  } else {
    for (const { here, there } of found.pairs) {
      add(hereId, here, 'Both say')
      add(thereId, there, 'Both say')
    }
  }
  return new Map([...cards].map(([id, own]) => [id, [...own.values()]]))
}

function threadsOfRelated(related: RelatedState | null): PictureThread[] {
  if (related?.found == null || related.list === 'only') return []
  const { hereId, thereId, found } = related
  return found.pairs.map(({ here, there, sort, score }) => ({
    from: relatedId(hereId, here),
    to: relatedId(thereId, there),
    label: sort === 'exact' ? 'word for word' : `reworded, ${Math.round(score * 100)} %`,
    look: relatedLook,
    directed: false,
  }))
}
