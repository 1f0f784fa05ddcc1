/** What the compare view shows, as lines of a table: the links between its columns, what two of them both say, what only one says. Pure. */
import type { Annotation, Article, Link, Range, Revision } from '../../app/model.ts'
import { articleLine, quoteOf } from '../margin/passageWords.ts'
import { differenceLines } from '../related/differenceWords.ts'
import { onlyPassages, type RelatedState } from '../related/relatedState.ts'

/** An article that is a column, with its text. */
export type ComparedColumn = {
  readonly article: Article
  readonly revision: Pick<Revision, 'id' | 'text'>
}

/** A link with the passages at its ends. */
export type ComparedLink = { readonly link: Link; readonly from: Annotation; readonly to: Annotation }

export type CompareLine = {
  readonly what: 'linked' | 'both say' | 'only one says'
  readonly leftArticle: string
  readonly left: string
  readonly rightArticle: string
  readonly right: string
  /** The relation of a link as it reads from the left; how alike two passages are; empty where only one says it. */
  readonly how: string
  readonly restsOn: string
  readonly differIn: string
}

/**
 * The lines in reading order: links first, then, as far as they are shown, related passages.
 * A link to a passage that waits in an older text is left out, as its thread is.
 */
export function compareLines(
  columns: readonly ComparedColumn[],
  links: readonly ComparedLink[],
  related: RelatedState | null,
): CompareLine[] {
  return [...links.flatMap((link) => linkLine(columns, link)), ...relatedLines(columns, related)]
}

function linkLine(columns: readonly ComparedColumn[], { link, from, to }: ComparedLink): CompareLine[] {
  const place = (end: Annotation) =>
    columns.findIndex(
      ({ article, revision }) => article.id === end.articleId && revision.id === end.revisionId,
    )
  const [fromAt, toAt] = [place(from), place(to)]
  const [one, other] = [columns[fromAt], columns[toAt]]
  if (one === undefined || other === undefined) return []
  const turned = fromAt > toAt
  const [left, right] = turned ? [to, from] : [from, to]
  const [leftOf, rightOf] = turned ? [other, one] : [one, other]
  return [
    {
      ...nothing,
      what: 'linked',
      leftArticle: articleLine(leftOf.article),
      left: quoteOf(left),
      rightArticle: articleLine(rightOf.article),
      right: quoteOf(right),
      how: turned ? `← ${link.relation}` : `${link.relation} →`,
    },
  ]
}

const nothing = { leftArticle: '', left: '', rightArticle: '', right: '', how: '', restsOn: '', differIn: '' }

function relatedLines(columns: readonly ComparedColumn[], related: RelatedState | null): CompareLine[] {
  const here = columns.find(({ article }) => article.id === related?.hereId)
  const there = columns.find(({ article }) => article.id === related?.thereId)
  if (related === null || related.found === null || here === undefined || there === undefined) return []
  const words = ({ revision }: ComparedColumn, { start, end }: Range) =>
    revision.text.slice(start, end).replace(/\s+/gu, ' ')
  const [leftArticle, rightArticle] = [articleLine(here.article), articleLine(there.article)]
  if (related.list === 'only')
    return onlyPassages(related.found).map(({ side, range }) =>
      side === 'here'
        ? { ...nothing, what: 'only one says', leftArticle, left: words(here, range) }
        : { ...nothing, what: 'only one says', rightArticle, right: words(there, range) },
    )
  return related.found.pairs.map((pair) => ({
    what: 'both say',
    leftArticle,
    left: words(here, pair.here),
    rightArticle,
    right: words(there, pair.there),
    how: `${pair.sort === 'exact' ? 'word for word' : 'reworded'}, likeness ${Math.round(pair.score * 100)} %`,
    restsOn: pair.words
      .map((word) => (word.here === word.there ? word.here : `${word.here} – ${word.there}`))
      .join(' · '),
    differIn: differenceLines(pair.differences, here.revision.text, there.revision.text).join(' · '),
  }))
}

/** The heads of the table, in the order of a line's cells. */
export const compareHeads = [
  'What',
  'Left article',
  'Left passage',
  'Right article',
  'Right passage',
  'How',
  'Rests on',
  'Differ in',
] as const

/** A line's cells in the order of the heads. */
export const compareCells = (line: CompareLine): readonly string[] => [
  line.what,
  line.leftArticle,
  line.left,
  line.rightArticle,
  line.right,
  line.how,
  line.restsOn,
  line.differIn,
]
