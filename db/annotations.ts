/** Annotations on disk, with the table that says which of them name which actor. */
import type { ActorId } from '../app/ids.ts'
import type { Annotation } from '../app/model.ts'
import { findRow, fromJson, listRows, type ReadDb, type WriteDb, write } from './connection.ts'

type Row = {
  id: string
  articleId: string
  revisionId: string
  detached: number
  kind: string
  segments: string
  fields: string
  note: string
  labels: string
  reliability: string | null
  credibility: string | null
  createdAt: string
  updatedAt: string
}

const columns =
  'id, articleId, revisionId, detached, kind, segments, fields, note, labels, reliability, credibility, createdAt, updatedAt'

const toAnnotation = (row: Row): Annotation =>
  ({
    ...row,
    detached: row.detached === 1,
    segments: fromJson(row.segments),
    fields: fromJson(row.fields),
    labels: fromJson(row.labels),
  }) as Annotation // written by putAnnotation below

/** The actors an annotation names, each once. */
export function actorsOf(annotation: Annotation): ActorId[] {
  if (annotation.kind === 'event') return [...new Set(annotation.fields.participantIds)]
  return annotation.fields.speakerId === null ? [] : [annotation.fields.speakerId]
}

export function findAnnotation(db: ReadDb, id: string): Annotation | null {
  const row = findRow<Row>(db, `SELECT ${columns} FROM annotation WHERE id = ?`, id)
  return row === null ? null : toAnnotation(row)
}

/** All annotations, oldest first. */
export function listAnnotations(db: ReadDb): Annotation[] {
  return listRows<Row>(db, `SELECT ${columns} FROM annotation ORDER BY createdAt, id`).map(toAnnotation)
}

/** Those whose rows lie between two places, both counted; oldest first. */
export function listAnnotationsInRows(db: ReadDb, from: number, to: number): Annotation[] {
  const sql = `SELECT ${columns} FROM annotation WHERE rowid BETWEEN ? AND ? ORDER BY createdAt, id`
  return listRows<Row>(db, sql, from, to).map(toAnnotation)
}

/** The annotations of one article, oldest first. */
export function listAnnotationsOf(db: ReadDb, articleId: string): Annotation[] {
  const sql = `SELECT ${columns} FROM annotation WHERE articleId = ? ORDER BY createdAt, id`
  return listRows<Row>(db, sql, articleId).map(toAnnotation)
}

/** The annotations that name an actor, oldest first. */
export function listAnnotationsNaming(db: ReadDb, actorId: string): Annotation[] {
  const sql = `SELECT ${columns} FROM annotation WHERE id IN
    (SELECT annotationId FROM annotationActor WHERE actorId = ?) ORDER BY createdAt, id`
  return listRows<Row>(db, sql, actorId).map(toAnnotation)
}

export function putAnnotation(db: WriteDb, annotation: Annotation): void {
  const sql = `INSERT INTO annotation (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET articleId = excluded.articleId, revisionId = excluded.revisionId,
      detached = excluded.detached,
      kind = excluded.kind, segments = excluded.segments, fields = excluded.fields, note = excluded.note,
      labels = excluded.labels, reliability = excluded.reliability, credibility = excluded.credibility,
      createdAt = excluded.createdAt, updatedAt = excluded.updatedAt`
  write(
    db,
    sql,
    annotation.id,
    annotation.articleId,
    annotation.revisionId,
    annotation.detached ? 1 : 0,
    annotation.kind,
    JSON.stringify(annotation.segments),
    JSON.stringify(annotation.fields),
    annotation.note,
    JSON.stringify(annotation.labels),
    annotation.reliability,
    annotation.credibility,
    annotation.createdAt,
    annotation.updatedAt,
  )
  write(db, 'DELETE FROM annotationActor WHERE annotationId = ?', annotation.id)
  for (const actorId of actorsOf(annotation)) {
    write(db, 'INSERT INTO annotationActor (actorId, annotationId) VALUES (?, ?)', actorId, annotation.id)
  }
}

export function removeAnnotation(db: WriteDb, id: string): void {
  write(db, 'DELETE FROM annotation WHERE id = ?', id)
}

/** The annotations that lie on an older revision of their article and wait for a decision; of one article or of all. */
export function listWaiting(db: ReadDb, articleId: string | null, limit: number): Annotation[] {
  const own = columns
    .split(', ')
    .map((name) => `annotation.${name}`)
    .join(', ')
  const sql = `SELECT ${own} FROM annotation JOIN article ON article.id = annotation.articleId
    WHERE annotation.revisionId <> article.revisionId AND annotation.detached = 0
      ${articleId === null ? '' : 'AND article.id = ?'}
    ORDER BY article.rowKey, json_extract(annotation.segments, '$[0].start'), annotation.id LIMIT ?`
  return listRows<Row>(db, sql, ...(articleId === null ? [] : [articleId]), limit).map(toAnnotation)
}

/** How many annotations lie on each revision of an article. */
export function countByRevision(db: ReadDb, articleId: string): ReadonlyMap<string, number> {
  const sql = 'SELECT revisionId, count(*) AS n FROM annotation WHERE articleId = ? GROUP BY revisionId'
  return new Map(
    listRows<{ revisionId: string; n: number }>(db, sql, articleId).map(({ revisionId, n }) => [
      revisionId,
      n,
    ]),
  )
}
