/** Records that must exist, with the sentence for when they do not. */
import { GainsayError } from '../../app/errors.ts'
import type { Actor, Annotation, Article, Link, ThreadRecord } from '../../app/model.ts'
import { findActor } from '../../db/actors.ts'
import { findAnnotation } from '../../db/annotations.ts'
import { findArticle } from '../../db/articles.ts'
import type { ReadDb } from '../../db/connection.ts'
import { findLink } from '../../db/links.ts'
import { findThread } from '../../db/threads.ts'

function must<T>(record: T | null, what: string, id: string): T {
  if (record === null) throw new GainsayError('not-found', `There is no ${what} ${id} in this case.`)
  return record
}

/** @throws GainsayError `not-found` */
export const getArticle = (db: ReadDb, id: string): Article => must(findArticle(db, id), 'article', id)
/** @throws GainsayError `not-found` */
export const getAnnotation = (db: ReadDb, id: string): Annotation =>
  must(findAnnotation(db, id), 'annotation', id)
/** @throws GainsayError `not-found` */
export const getLink = (db: ReadDb, id: string): Link => must(findLink(db, id), 'link', id)
/** @throws GainsayError `not-found` */
export const getActor = (db: ReadDb, id: string): Actor => must(findActor(db, id), 'actor', id)
/** @throws GainsayError `not-found` */
export const getThread = (db: ReadDb, id: string): ThreadRecord => must(findThread(db, id), 'thread', id)
