/** Records that must exist, and texts that must be the ones meant, with the sentence for when they do not. */
import { GainsayError } from '../../app/errors.ts'
import type { RevisionId } from '../../app/ids.ts'
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

/** @throws GainsayError `refused` where words or blocks were chosen in the text of another revision than they are meant for. */
export function checkChosenIn(chosenIn: RevisionId | undefined, revisionId: RevisionId): void {
  if (chosenIn === undefined || chosenIn === revisionId) return
  throw new GainsayError(
    'refused',
    'The text has another revision since these words were chosen. Nothing was changed; choose them in the text as it is now.',
  )
}
