/** The five record tables as one: what a change set writes, whatever its type. */
import type { Change } from '../app/changes.ts'
import type { RecordOf, RecordType } from '../app/model.ts'
import { findActor, listActors, putActor, removeActor } from './actors.ts'
import { findAnnotation, listAnnotations, putAnnotation, removeAnnotation } from './annotations.ts'
import { findArticle, listArticles, putArticle, removeArticle } from './articles.ts'
import type { ReadDb, WriteDb } from './connection.ts'
import { findLink, listLinks, putLink, removeLink } from './links.ts'
import { findThread, listThreads, putThread, removeThread } from './threads.ts'

type Table<T extends RecordType> = {
  find(db: ReadDb, id: string): RecordOf[T] | null
  list(db: ReadDb): RecordOf[T][]
  put(db: WriteDb, record: RecordOf[T]): void
  remove(db: WriteDb, id: string): void
}

/** How each type of record lies on disk. */
export const recordTables: { readonly [T in RecordType]: Table<T> } = {
  actor: { find: findActor, list: listActors, put: putActor, remove: removeActor },
  article: { find: findArticle, list: listArticles, put: putArticle, remove: removeArticle },
  annotation: { find: findAnnotation, list: listAnnotations, put: putAnnotation, remove: removeAnnotation },
  link: { find: findLink, list: listLinks, put: putLink, remove: removeLink },
  thread: { find: findThread, list: listThreads, put: putThread, remove: removeThread },
}

/** The record a change is about, as it is on disk. */
export function findRecord(db: ReadDb, change: Change): RecordOf[RecordType] | null {
  return recordTables[change.type].find(db, change.id)
}

/** Writes what the change leaves. */
export function writeChange(db: WriteDb, change: Change): void {
  if (change.after === null) {
    recordTables[change.type].remove(db, change.id)
    return
  }
  if (change.type === 'actor') putActor(db, change.after)
  else if (change.type === 'article') putArticle(db, change.after)
  else if (change.type === 'annotation') putAnnotation(db, change.after)
  else if (change.type === 'link') putLink(db, change.after)
  else putThread(db, change.after)
}
