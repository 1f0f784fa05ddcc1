/** What was settled about threads by hand, on disk. */
import type { ThreadRecord } from '../app/model.ts'
import { findRow, fromJson, listRows, type ReadDb, type WriteDb, write } from './connection.ts'

type Row = { id: string; title: string; memberIds: string; apart: number; createdAt: string }

const columns = 'id, title, memberIds, apart, createdAt'

const toThread = (row: Row): ThreadRecord =>
  ({ ...row, memberIds: fromJson(row.memberIds), apart: row.apart === 1 }) as ThreadRecord // written by putThread below

export function findThread(db: ReadDb, id: string): ThreadRecord | null {
  const row = findRow<Row>(db, `SELECT ${columns} FROM thread WHERE id = ?`, id)
  return row === null ? null : toThread(row)
}

/** All of them, oldest first. */
export function listThreads(db: ReadDb): ThreadRecord[] {
  return listRows<Row>(db, `SELECT ${columns} FROM thread ORDER BY createdAt, id`).map(toThread)
}

/** Those that name the annotation, oldest first. */
export function listThreadsOf(db: ReadDb, annotationId: string): ThreadRecord[] {
  const sql = `SELECT ${columns} FROM thread WHERE id IN
    (SELECT threadId FROM threadMember WHERE annotationId = ?) ORDER BY createdAt, id`
  return listRows<Row>(db, sql, annotationId).map(toThread)
}

export function putThread(db: WriteDb, thread: ThreadRecord): void {
  const sql = `INSERT INTO thread (${columns}) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET title = excluded.title, memberIds = excluded.memberIds,
      apart = excluded.apart, createdAt = excluded.createdAt`
  write(
    db,
    sql,
    thread.id,
    thread.title,
    JSON.stringify(thread.memberIds),
    thread.apart ? 1 : 0,
    thread.createdAt,
  )
  write(db, 'DELETE FROM threadMember WHERE threadId = ?', thread.id)
  const insert = 'INSERT OR IGNORE INTO threadMember (annotationId, threadId) VALUES (?, ?)'
  for (const annotationId of thread.memberIds) write(db, insert, annotationId, thread.id)
}

export function removeThread(db: WriteDb, id: string): void {
  write(db, 'DELETE FROM thread WHERE id = ?', id)
}
