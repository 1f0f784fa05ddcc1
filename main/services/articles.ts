/** Articles: listed, shown, corrected and removed. Importing is in `imports`. */
import { type Change, type ChangeOf, remove, replace, sameRecord } from '../../app/changes.ts'
import type { Input } from '../../app/contract.ts'
import { GainsayError } from '../../app/errors.ts'
import type { ArticleId } from '../../app/ids.ts'
import type { Article } from '../../app/model.ts'
import { listAnnotationsOf } from '../../db/annotations.ts'
import { findArticle, listReprintsOf } from '../../db/articles.ts'
import type { ReadDb } from '../../db/connection.ts'
import { findPlace, listLibrary, listPublishers } from '../../db/library.ts'
import { getRevision, getSource, getSourceBytes } from '../../db/material.ts'
import { commit } from '../commit.ts'
import type { Handlers } from '../handlers.ts'
import { checkedDate } from './fields.ts'
import { checkChosenIn, getArticle } from './lookUp.ts'
import { removeAnnotations } from './removal.ts'
import { getRevisionOf } from './revisions.ts'

export const articleHandlers: Handlers<
  | 'article.list'
  | 'article.place'
  | 'article.records'
  | 'article.publishers'
  | 'article.sharing'
  | 'article.get'
  | 'article.source'
  | 'article.update'
  | 'article.updateMany'
  | 'article.setFurniture'
  | 'article.remove'
> = {
  'article.list': ({ db }, input) => listLibrary(db, input),
  'article.place': ({ db }, { id, ...filter }) => findPlace(db, id, filter),
  'article.records': ({ db }, { ids }) =>
    ids.map((id) => findArticle(db, id)).filter((found) => found !== null),
  'article.publishers': ({ db }) => listPublishers(db),
  'article.sharing'({ db }, { id }) {
    const article = getArticle(db, id)
    const root = article.reprintOf === null ? article : getArticle(db, article.reprintOf)
    return [root, ...listReprintsOf(db, root.id)]
  },
  'article.get'({ db }, { id, revisionId }) {
    const article = getArticle(db, id)
    const revision = getRevisionOf(db, article, revisionId ?? article.revisionId)
    return { article, revision, source: getSource(db, revision.sourceId) }
  },
  'article.source'({ db }, { id }) {
    const { sourceId } = getArticle(db, id)
    return {
      source: getSource(db, sourceId),
      bytes: Buffer.from(getSourceBytes(db, sourceId)).toString('base64'),
    }
  },
  'article.update'(context, { id, patch }) {
    const changes = correct(context.db, [id], patch)
    commit(context, { label: 'Correct metadata', changes })
    return getArticle(context.db, id)
  },

  'article.updateMany'(context, { ids, patch }) {
    const changes = correct(context.db, ids, patch)
    const label = changes.length === 1 ? 'Correct metadata' : `Correct metadata of ${changes.length} articles`
    commit(context, { label, changes })
    return { updated: changes.length }
  },

  'article.setFurniture'(context, { id, blocks, furniture, revisionId }) {
    const before = getArticle(context.db, id)
    checkChosenIn(revisionId, before.revisionId)
    const revision = getRevision(context.db, before.revisionId)
    const flipped = new Set(before.flippedBlocks)
    for (const index of blocks) {
      const block = revision.blocks[index]
      if (block === undefined) {
        throw new GainsayError(
          'bad-input',
          `There is no block ${index}; the article has ${revision.blocks.length}.`,
        )
      }
      if ((block.furniture !== null) === furniture) flipped.delete(index)
      else flipped.add(index)
    }
    const after: Article = { ...before, flippedBlocks: [...flipped].sort((a, b) => a - b) }
    if (sameRecord(before, after)) return before
    const label = furniture ? 'Fold away furniture' : 'Restore furniture'
    commit(context, { label, changes: [replace('article', before, after)] })
    return after
  },

  'article.remove'(context, { ids }) {
    const { db } = context
    const articles = [...new Set(ids)].map((id) => getArticle(db, id))
    const annotations = articles.flatMap((article) => listAnnotationsOf(db, article.id))
    const label = articles.length === 1 ? 'Remove an article' : `Remove ${articles.length} articles`
    const changes = [
      ...removeAnnotations(db, annotations),
      ...freeReprints(db, articles),
      ...articles.map((article) => remove('article', article)),
    ]
    commit(context, { label, changes })
    return { removed: articles.length }
  },
}

/** What correcting these articles changes; the first of a group that joins another group takes its reprints along. */
function correct(db: ReadDb, ids: readonly ArticleId[], patch: Patch): ChangeOf<'article'>[] {
  const changes = new Map<ArticleId, ChangeOf<'article'>>()
  for (const id of new Set(ids)) {
    const before = getArticle(db, id)
    const after = patched(db, before, patch)
    if (!sameRecord(before, after)) changes.set(id, replace('article', before, after))
    const { reprintOf } = after
    if (reprintOf === null || reprintOf === before.reprintOf) continue
    for (const other of listReprintsOf(db, id))
      if (!ids.includes(other.id)) changes.set(other.id, replace('article', other, { ...other, reprintOf }))
  }
  return [...changes.values()]
}

/** Whoever gives a headline stands by it, also when it is the one proposed. */
function patched(db: ReadDb, before: Article, patch: Patch): Article {
  const stated = patch.headline === undefined ? {} : { headlineProposed: false }
  const after: Article = { ...before, ...cleanPatch(patch), ...stated }
  if (after.reprintOf === before.reprintOf || after.reprintOf === null) return after
  // Always the first of its group, so that a group is what names the same article.
  const first = getArticle(db, after.reprintOf)
  const root = first.reprintOf ?? first.id
  if (root === before.id) {
    throw new GainsayError('refused', 'An article cannot be a reprint of itself. Nothing was changed.')
  }
  return { ...after, reprintOf: root }
}

/** What shared its text with articles that go: the earliest of those that stay takes their place. */
function freeReprints(db: ReadDb, removed: readonly Article[]): Change[] {
  const gone = new Set(removed.map(({ id }) => id))
  return removed.flatMap(({ id }) => {
    const [first, ...others] = listReprintsOf(db, id).filter((article) => !gone.has(article.id))
    if (first === undefined) return []
    return [
      replace('article', first, { ...first, reprintOf: null }),
      ...others.map((other) => replace('article', other, { ...other, reprintOf: first.id })),
    ]
  })
}

type Patch = Input<'article.update'>['patch']

function cleanPatch(patch: Patch): Patch {
  const cleaned: Patch = { ...patch }
  if (typeof patch.published === 'string') cleaned.published = checkedDate('published', patch.published)
  for (const name of ['publisher', 'dateline', 'datelineDate', 'url', 'language'] as const) {
    const value = patch[name]
    // An emptied field means that it is not known.
    if (typeof value === 'string') cleaned[name] = value.trim() === '' ? null : value.trim()
  }
  if (patch.authors !== undefined) {
    cleaned.authors = patch.authors.map((author) => author.trim()).filter((author) => author !== '')
  }
  return cleaned
}
