/** Material: source files with their bytes, and revisions. Written once, never altered. */
import { GainsayError } from '../app/errors.ts'
import type { Revision, SourceFile } from '../app/model.ts'
import { findRow, fromJson, listRows, type ReadDb, type WriteDb, write } from './connection.ts'

/** What an import brings besides its records. */
export type Material = {
  readonly source: SourceFile
  readonly bytes: Uint8Array
  readonly revision: Revision
  /** Hash of the body's words as they are compared for duplicates; null where there is no body. */
  readonly bodyHash: string | null
}

const sourceColumns = 'id, name, origin, mediaType, size, sha256, encoding, importedAt'

/** @throws GainsayError `not-found` */
export function getSource(db: ReadDb, id: string): SourceFile {
  const row = findRow<SourceFile>(db, `SELECT ${sourceColumns} FROM source WHERE id = ?`, id)
  if (row === null) throw new GainsayError('not-found', 'The imported file is not in this case.')
  return row
}

/** @throws GainsayError `not-found` */
export function getSourceBytes(db: ReadDb, id: string): Uint8Array {
  const row = findRow<{ bytes: Uint8Array }>(db, 'SELECT bytes FROM source WHERE id = ?', id)
  if (row === null) throw new GainsayError('not-found', 'The imported file is not in this case.')
  return row.bytes
}

/** @throws GainsayError `not-found` */
export function getRevision(db: ReadDb, id: string): Revision {
  const sql = 'SELECT id, articleId, sourceId, createdAt, text, blocks FROM revision WHERE id = ?'
  const row = findRow<Omit<Revision, 'blocks'> & { blocks: string }>(db, sql, id)
  if (row === null) throw new GainsayError('not-found', 'The text is not in this case.')
  return { ...row, blocks: fromJson<Revision['blocks']>(row.blocks) }
}

/** The canonical text of a revision. @throws GainsayError `not-found` */
export function getRevisionText(db: ReadDb, id: string): string {
  const row = findRow<{ text: string }>(db, 'SELECT text FROM revision WHERE id = ?', id)
  if (row === null) throw new GainsayError('not-found', 'The text is not in this case.')
  return row.text
}

export function putMaterial(db: WriteDb, { source, bytes, revision, bodyHash }: Material): void {
  write(
    db,
    `INSERT INTO source (${sourceColumns}, bytes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    source.id,
    source.name,
    source.origin,
    source.mediaType,
    source.size,
    source.sha256,
    source.encoding,
    source.importedAt,
    bytes,
  )
  write(
    db,
    'INSERT INTO revision (id, articleId, sourceId, createdAt, bodyHash, blocks, text) VALUES (?, ?, ?, ?, ?, ?, ?)',
    revision.id,
    revision.articleId,
    revision.sourceId,
    revision.createdAt,
    bodyHash,
    JSON.stringify(revision.blocks),
    revision.text,
  )
}

/** Drops an article's material; only for imports that were undone and can no longer be redone. */
export function dropMaterialOf(db: WriteDb, articleId: string): void {
  const sql = 'SELECT DISTINCT sourceId FROM revision WHERE articleId = ?'
  const sources = listRows<{ sourceId: string }>(db, sql, articleId)
  write(db, 'DELETE FROM revision WHERE articleId = ?', articleId)
  for (const { sourceId } of sources) write(db, 'DELETE FROM source WHERE id = ?', sourceId)
}
