/** What the compare view gives away: its table and its picture as files, and on paper the table under the columns. */
import { useMemo } from 'react'
import type { ActorId, ArticleId } from '../../app/ids.ts'
import { findReaderContent } from '../read/readerContent.ts'
import type { RelatedState } from '../related/relatedState.ts'
import { useExports } from '../views/ViewHead.tsx'
import { type Parts, useParts, useWorkspace } from '../workspace/context.ts'
import {
  type ComparedColumn,
  type ComparedLink,
  compareCells,
  compareHeads,
  compareLines,
} from './compareTable.ts'
import { comparePicture } from './picture/comparePicture.ts'
import { pictureContent } from './picture/pictureContent.ts'

/** Says what the compare view exports; draws the table while it is printed, and nothing else. */
export function CompareSheet({ columns }: { readonly columns: readonly ArticleId[] }) {
  const parts = useParts()
  const printing = useWorkspace((state) => state.printing)
  useExports(
    useMemo(
      () => ({
        name: 'Comparison',
        table: () => [compareHeads, ...linesOf(parts, columns).map(compareCells)],
        picture: () => pictureOf(parts, columns),
      }),
      [parts, columns],
    ),
  )
  if (!printing) return null
  const lines = linesOf(parts, columns)
  if (lines.length === 0) return null
  const rows = lines.map(compareCells)
  // A column in which nothing stands would take the paper from the passages.
  const kept = compareHeads.flatMap((head, at) =>
    rows.some((cells) => cells[at] !== '') ? [{ head, at, words: wordy.has(head) }] : [],
  )
  return (
    <table className="compare-sheet">
      <caption>Links and related passages of these articles</caption>
      <thead>
        <tr>
          {kept.map(({ head }) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells) => (
          <tr key={cells.join('\u0000')}>
            {kept.map(({ head, at, words }) => (
              <td key={head} className={words ? 'wordy' : undefined} dir="auto">
                {cells[at]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Columns with words out of articles, which may be longer than any column. */
const wordy: ReadonlySet<string> = new Set([
  'Left article',
  'Left passage',
  'Right article',
  'Right passage',
  'Rests on',
  'Differ in',
] satisfies (typeof compareHeads)[number][])

type Compared = {
  readonly shown: readonly ComparedColumn[]
  readonly links: readonly ComparedLink[]
  readonly related: RelatedState | null
}

/** The columns whose texts are here, the links of their passages, and what is related in these very texts. */
function comparedOf({ records, workspace }: Parts, columns: readonly ArticleId[]): Compared {
  const shown = columns.flatMap((id): ComparedColumn[] => {
    const reader = workspace.readers.get(id)
    const content = reader === undefined ? null : findReaderContent(reader)
    return content === null ? [] : [content]
  })
  const links = new Map<string, ComparedLink>()
  for (const id of columns)
    for (const annotation of records.annotationsOf(id))
      for (const link of records.linksOf(annotation.id)) {
        const [from, to] = [records.annotation(link.fromId), records.annotation(link.toId)]
        if (from !== null && to !== null) links.set(link.id, { link, from, to })
      }
  const { related } = workspace.get()
  const shownIds = new Set(shown.map(({ revision }) => revision.id))
  const holds = related?.revisionIds.every((id) => shownIds.has(id)) === true
  return { shown, links: [...links.values()], related: holds ? related : null }
}

function linesOf(parts: Parts, columns: readonly ArticleId[]) {
  const { shown, links, related } = comparedOf(parts, columns)
  return compareLines(shown, links, related)
}

function pictureOf(parts: Parts, columns: readonly ArticleId[]) {
  const { records } = parts
  const { shown, links, related } = comparedOf(parts, columns)
  const passagesOf = ({ article, revision }: ComparedColumn) => records.annotationsOn(article.id, revision.id)
  const nameOf = (id: ActorId) => records.actor(id)?.name ?? ''
  return comparePicture(pictureContent(shown, passagesOf, links, related, nameOf))
}
