/** What the compare view gives away: its table as a file, and on paper under the columns. */
import { useMemo } from 'react'
import type { ArticleId } from '../../app/ids.ts'
import { findReaderContent } from '../read/readerContent.ts'
import { useExports } from '../views/ViewHead.tsx'
import { type Parts, useParts, useWorkspace } from '../workspace/context.ts'
import {
  type ComparedColumn,
  type ComparedLink,
  compareCells,
  compareHeads,
  compareLines,
} from './compareTable.ts'

/** Says what the compare view exports; draws the table while it is printed, and nothing else. */
export function CompareSheet({ columns }: { readonly columns: readonly ArticleId[] }) {
  const parts = useParts()
  const printing = useWorkspace((state) => state.printing)
  useExports(
    useMemo(
      () => ({
        name: 'Comparison',
        table: () => [compareHeads, ...linesOf(parts, columns).map(compareCells)],
        picture: null,
      }),
      [parts, columns],
    ),
  )
  if (!printing) return null
  const lines = linesOf(parts, columns)
  if (lines.length === 0) return null
  return (
    <table className="compare-sheet">
      <caption>Links and related passages of these articles</caption>
      <thead>
        <tr>
          {compareHeads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => {
          const cells = compareCells(line)
          return (
            <tr key={cells.join('\u0000')}>
              {cells.map((cell, index) => (
                <td key={compareHeads[index]} dir="auto">
                  {cell}
                </td>
              ))}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function linesOf({ records, workspace }: Parts, columns: readonly ArticleId[]) {
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
  return compareLines(shown, [...links.values()], workspace.get().related)
}
