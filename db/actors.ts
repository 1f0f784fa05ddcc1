/** Actors on disk, with the table of their folded names and aliases. */
import type { ActorId } from '../app/ids.ts'
import type { Actor } from '../app/model.ts'
import { findRow, fromJson, listRows, type ReadDb, type WriteDb, write } from './connection.ts'

type Row = { id: string; name: string; type: string | null; aliases: string; note: string }

const columns = 'id, name, type, aliases, note'

const toActor = (row: Row): Actor => ({ ...row, aliases: fromJson(row.aliases) }) as Actor // written by putActor below

/** A name as names are compared: case, width and runs of white space do not count. */
export function foldName(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim()
}

export function findActor(db: ReadDb, id: string): Actor | null {
  const row = findRow<Row>(db, `SELECT ${columns} FROM actor WHERE id = ?`, id)
  return row === null ? null : toActor(row)
}

/** All actors by name. */
export function listActors(db: ReadDb): Actor[] {
  return listRows<Row>(db, `SELECT ${columns} FROM actor ORDER BY name, id`).map(toActor)
}

/** The actor of this name, else the one with such an alias; null where nobody is called so. */
export function findActorNamed(db: ReadDb, name: string): Actor | null {
  const sql = 'SELECT actorId FROM actorName WHERE folded = ? ORDER BY isAlias, actorId LIMIT 1'
  const row = findRow<{ actorId: string }>(db, sql, foldName(name))
  return row === null ? null : findActor(db, row.actorId)
}

/** How many annotations name the actor, counted no further than `most`. */
export function countMentions(db: ReadDb, id: ActorId, most: number): number {
  const sql = 'SELECT count(*) AS n FROM (SELECT 1 FROM annotationActor WHERE actorId = ? LIMIT ?)'
  return findRow<{ n: number }>(db, sql, id, most)?.n ?? 0
}

export function putActor(db: WriteDb, actor: Actor): void {
  const sql = `INSERT INTO actor (${columns}) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, type = excluded.type,
      aliases = excluded.aliases, note = excluded.note`
  write(db, sql, actor.id, actor.name, actor.type, JSON.stringify(actor.aliases), actor.note)
  write(db, 'DELETE FROM actorName WHERE actorId = ?', actor.id)
  const insert = 'INSERT OR IGNORE INTO actorName (folded, isAlias, actorId) VALUES (?, ?, ?)'
  write(db, insert, foldName(actor.name), 0, actor.id)
  for (const alias of actor.aliases) write(db, insert, foldName(alias), 1, actor.id)
}

export function removeActor(db: WriteDb, id: string): void {
  write(db, 'DELETE FROM actor WHERE id = ?', id)
}
