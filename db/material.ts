/** Material: source files with their bytes, and revisions. Written once, never altered. */
import { GainsayError } from '../app/errors.ts'
import type { Metadata, Revision, SourceFile } from '../app/model.ts'
import { findRow, fromJson, type ReadDb, type WriteDb, write } from './connection.ts'
import type { Fingerprint } from './fingerprint.ts'
import { listChain } from './revisionChain.ts'
import { dropBands, putBands } from './similar.ts'

/** What a step brings besides its records. */
export type Material = {
  readonly source: SourceFile
  readonly bytes: Uint8Array
  readonly revision: Revision
  readonly fingerprint: Fingerprint
  /** The metadata the importer proposed with this text. */
  readonly proposed: Metadata | null
}

const sourceColumns =
  'id, name, origin, mediaType, size, sha256, encoding, encodingSure, format, mapping, importedAt'
type SourceRow = Omit<SourceFile, 'encodingSure' | 'mapping'> & {
  encodingSure: number
  mapping: string | null
}

/** @throws GainsayError `not-found` */
export function getSource(db: ReadDb, id: string): SourceFile {
  const row = findRow<SourceRow>(db, `SELECT ${sourceColumns} FROM source WHERE id = ?`, id)
  if (row === null) throw new GainsayError('not-found', 'The imported file is not in this case.')
  const { encodingSure, mapping } = row
  return { ...row, encodingSure: encodingSure === 1, mapping: mapping === null ? null : fromJson(mapping) }
}

/** @throws GainsayError `not-found` */
export function getSourceBytes(db: ReadDb, id: string): Uint8Array {
  const sql = 'SELECT bytes FROM source JOIN sourceBytes USING (sha256) WHERE source.id = ?'
  const row = findRow<{ bytes: Uint8Array }>(db, sql, id)
  if (row === null) throw new GainsayError('not-found', 'The imported file is not in this case.')
  return row.bytes
}

const revisionColumns = 'id, articleId, sourceId, createdAt, origin, baseId, part, warnings'
type RevisionRow = Omit<Revision, 'blocks' | 'part' | 'warnings'> & {
  blocks: string
  part: string | null
  warnings: string
}

/** @throws GainsayError `not-found` */
export function getRevision(db: ReadDb, id: string): Revision {
  const row = findRow<RevisionRow>(
    db,
    `SELECT ${revisionColumns}, text, blocks FROM revision WHERE id = ?`,
    id,
  )
  if (row === null) throw new GainsayError('not-found', 'The text is not in this case.')
  const { blocks, part, warnings } = row
  return {
    ...row,
    blocks: fromJson(blocks),
    part: part === null ? null : fromJson(part),
    warnings: fromJson(warnings),
  }
}

/** A revision without its text. */
export type RevisionHead = Omit<Revision, 'text' | 'blocks'>

/** The revision and those it came from, oldest first. */
export function listRevisions(db: ReadDb, revisionId: string): RevisionHead[] {
  return listChain(db, revisionId)
    .reverse()
    .map((id) => {
      const { text: _text, blocks: _blocks, ...head } = getRevision(db, id)
      return head
    })
}

/** The metadata that was proposed with this revision's text; null where that is not known. */
export function findProposed(db: ReadDb, revisionId: string): Metadata | null {
  const row = findRow<{ proposed: string | null }>(
    db,
    'SELECT proposed FROM revision WHERE id = ?',
    revisionId,
  )
  return row === null || row.proposed === null ? null : fromJson(row.proposed)
}

/** The text that was asked for last, of each case: whoever tags a passage tags the next one in the same text. */
const lastText = new WeakMap<ReadDb, { readonly id: string; readonly text: string }>()

/** The canonical text of a revision, which is never altered and so kept at hand. @throws GainsayError `not-found` */
export function getRevisionText(db: ReadDb, id: string): string {
  const last = lastText.get(db)
  if (last?.id === id) return last.text
  const row = findRow<{ text: string }>(db, 'SELECT text FROM revision WHERE id = ?', id)
  if (row === null) throw new GainsayError('not-found', 'The text is not in this case.')
  lastText.set(db, { id, text: row.text })
  return row.text
}

export function putMaterial(db: WriteDb, material: Material): void {
  const { revision, fingerprint, proposed } = material
  putSource(db, material)
  write(
    db,
    `INSERT INTO revision (${revisionColumns}, bodyHash, proposed, blocks, text)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    revision.id,
    revision.articleId,
    revision.sourceId,
    revision.createdAt,
    revision.origin,
    revision.baseId,
    revision.part === null ? null : JSON.stringify(revision.part),
    JSON.stringify(revision.warnings),
    fingerprint.bodyHash,
    proposed === null ? null : JSON.stringify(proposed),
    JSON.stringify(revision.blocks),
    revision.text,
  )
  putBands(db, revision.id, fingerprint.bands)
}

/** The articles of one file share their source; it is written with the first of them. */
function putSource(db: WriteDb, { source, bytes }: Material): void {
  if (findRow(db, 'SELECT 1 FROM source WHERE id = ?', source.id) !== null) return
  write(
    db,
    `INSERT INTO source (${sourceColumns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    source.id,
    source.name,
    source.origin,
    source.mediaType,
    source.size,
    source.sha256,
    source.encoding,
    source.encodingSure ? 1 : 0,
    source.format,
    source.mapping === null ? null : JSON.stringify(source.mapping),
    source.importedAt,
  )
  if (findRow(db, 'SELECT 1 FROM sourceBytes WHERE sha256 = ?', source.sha256) !== null) return
  write(db, 'INSERT INTO sourceBytes (sha256, bytes) VALUES (?, ?)', source.sha256, bytes)
}

/** Drops a revision with what only it needs; only for steps that were undone and can no longer be redone. */
export function dropRevision(db: WriteDb, id: string): void {
  const revision = getRevision(db, id)
  dropBands(db, revision)
  write(db, 'DELETE FROM revision WHERE id = ?', id)
  const { sourceId } = revision
  if (findRow(db, 'SELECT 1 FROM revision WHERE sourceId = ? LIMIT 1', sourceId) !== null) return
  const { sha256 } = getSource(db, sourceId)
  write(db, 'DELETE FROM source WHERE id = ?', sourceId)
  if (findRow(db, 'SELECT 1 FROM source WHERE sha256 = ? LIMIT 1', sha256) !== null) return
  write(db, 'DELETE FROM sourceBytes WHERE sha256 = ?', sha256)
}
