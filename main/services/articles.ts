/** Articles: listed, shown, corrected and removed. Importing is in `imports`. */
import { remove, replace, sameRecord } from '../../app/changes.ts'
import type { Input } from '../../app/contract.ts'
import { GainsayError } from '../../app/errors.ts'
import type { Article } from '../../app/model.ts'
import { listAnnotationsOf } from '../../db/annotations.ts'
import { findArticle } from '../../db/articles.ts'
import { listLibrary, listPublishers } from '../../db/library.ts'
import { getRevision, getSource, getSourceBytes } from '../../db/material.ts'
import { commit } from '../commit.ts'
import type { Handlers } from '../handlers.ts'
import { checkedDate } from './fields.ts'
import { importFile } from './imports.ts'
import { getArticle } from './lookUp.ts'
import { removeAnnotations } from './removal.ts'

export const articleHandlers: Handlers<
  | 'article.list'
  | 'article.records'
  | 'article.publishers'
  | 'article.get'
  | 'article.source'
  | 'article.import'
  | 'article.update'
  | 'article.setFurniture'
  | 'article.remove'
> = {
  'article.list': ({ db }, input) => listLibrary(db, input),
  'article.records': ({ db }, { ids }) =>
    ids.map((id) => findArticle(db, id)).filter((found) => found !== null),
  'article.publishers': ({ db }) => listPublishers(db),
  'article.get'({ db }, { id }) {
    const article = getArticle(db, id)
    return { article, revision: getRevision(db, article.revisionId), source: getSource(db, article.sourceId) }
  },
  'article.source'({ db }, { id }) {
    const { sourceId } = getArticle(db, id)
    return {
      source: getSource(db, sourceId),
      bytes: Buffer.from(getSourceBytes(db, sourceId)).toString('base64'),
    }
  },
  'article.import': importFile,

  'article.update'(context, { id, patch }) {
    const before = getArticle(context.db, id)
    const after: Article = { ...before, ...cleanPatch(patch) }
    // Whoever gives a headline stands by it, also when it is the one proposed.
    if (patch.headline !== undefined) after.headlineProposed = false
    if (sameRecord(before, after)) return before
    commit(context, { label: 'Correct metadata', changes: [replace('article', before, after)] })
    return after
  },

  'article.setFurniture'(context, { id, blocks, furniture }) {
    const before = getArticle(context.db, id)
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
      ...articles.map((article) => remove('article', article)),
    ]
    commit(context, { label, changes })
    return { removed: articles.length }
  },
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
