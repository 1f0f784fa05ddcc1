/** Links on disk. */
import type { Link } from '../app/model.ts'
import type { Relation } from '../app/vocabulary.ts'
import { findRow, listRows, type ReadDb, type WriteDb, write } from './connection.ts'

const columns = 'id, fromId, toId, relation, note, createdAt'

export function findLink(db: ReadDb, id: string): Link | null {
  return findRow<Link>(db, `SELECT ${columns} FROM link WHERE id = ?`, id)
}

/** All links, oldest first. */
export function listLinks(db: ReadDb): Link[] {
  return listRows<Link>(db, `SELECT ${columns} FROM link ORDER BY createdAt, id`)
}

/** Those whose rows lie between two places, both counted; oldest first. */
export function listLinksInRows(db: ReadDb, from: number, to: number): Link[] {
  const sql = `SELECT ${columns} FROM link WHERE rowid BETWEEN ? AND ? ORDER BY createdAt, id`
  return listRows<Link>(db, sql, from, to)
}

/** The links that lead from or to an annotation, oldest first. */
export function listLinksOf(db: ReadDb, annotationId: string): Link[] {
  const sql = `SELECT ${columns} FROM link WHERE fromId = ?
    UNION SELECT ${columns} FROM link WHERE toId = ? ORDER BY createdAt, id`
  return listRows<Link>(db, sql, annotationId, annotationId)
}

/** Of all links, which passages they join and how; in no order. */
export function listJoints(db: ReadDb): Pick<Link, 'fromId' | 'toId' | 'relation'>[] {
  return listRows(db, 'SELECT fromId, toId, relation FROM link')
}

/** The links of one relation between two annotations, in either direction. */
export function listLinksBetween(db: ReadDb, relation: Relation, a: string, b: string): Link[] {
  const sql = `SELECT ${columns} FROM link WHERE relation = ? AND fromId = ? AND toId = ?
    UNION SELECT ${columns} FROM link WHERE relation = ? AND fromId = ? AND toId = ?`
  return listRows<Link>(db, sql, relation, a, b, relation, b, a)
}

export function countLinks(db: ReadDb): number {
  return findRow<{ n: number }>(db, 'SELECT count(*) AS n FROM link')?.n ?? 0
}

export function putLink(db: WriteDb, link: Link): void {
  const sql = `INSERT INTO link (${columns}) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET fromId = excluded.fromId, toId = excluded.toId,
      relation = excluded.relation, note = excluded.note, createdAt = excluded.createdAt`
  write(db, sql, link.id, link.fromId, link.toId, link.relation, link.note, link.createdAt)
}

export function removeLink(db: WriteDb, id: string): void {
  write(db, 'DELETE FROM link WHERE id = ?', id)
}
