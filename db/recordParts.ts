/** The annotations and links of a case in parts, so that a large case is never read in one go. */
import type { CaseRecords, RecordsPart } from '../app/results.ts'
import { listAnnotationsInRows } from './annotations.ts'
import { findRow, type ReadDb } from './connection.ts'
import { listLinksInRows } from './links.ts'

/** Rows of a part: what takes about 50 ms to read and to send. */
const rowsOf = { annotation: 2_500, link: 10_000 } as const

/** The parts that hold all annotations and links there are, annotations first. */
export function listRecordParts(
  db: ReadDb,
  rows: { readonly [T in RecordsPart['of']]: number } = rowsOf,
): RecordsPart[] {
  return (['annotation', 'link'] as const).flatMap((of) => {
    const last = findRow<{ last: number | null }>(db, `SELECT max(rowid) AS last FROM ${of}`)?.last ?? 0
    const size = rows[of]
    return Array.from({ length: Math.ceil(last / size) }, (_, at) => ({
      of,
      from: at * size + 1,
      to: (at + 1) * size,
    }))
  })
}

/** What a part holds now. */
export function readRecordsPart(
  db: ReadDb,
  { of, from, to }: RecordsPart,
): Pick<CaseRecords, 'annotations' | 'links'> {
  return {
    annotations: of === 'annotation' ? listAnnotationsInRows(db, from, to) : [],
    links: of === 'link' ? listLinksInRows(db, from, to) : [],
  }
}
