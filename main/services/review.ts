/** Review: annotations that stayed on an older revision, and the analyst's decision on each. */
import { makeSegments } from '../../app/anchor/segment.ts'
import { type Alignment, alignTexts } from '../../app/carry/carry.ts'
import { suggestPlace, whereabouts } from '../../app/carry/suggest.ts'
import { replace } from '../../app/changes.ts'
import { GainsayError } from '../../app/errors.ts'
import type { Annotation, Article, Range, Segment } from '../../app/model.ts'
import { quoteOf } from '../../app/report/words.ts'
import type { ReviewItem } from '../../app/results.ts'
import { needsReview } from '../../app/revisions.ts'
import { listWaiting } from '../../db/annotations.ts'
import type { ReadDb } from '../../db/connection.ts'
import { getRevisionText } from '../../db/material.ts'
import { now } from '../clock.ts'
import { commit } from '../commit.ts'
import type { Context, Handlers } from '../handlers.ts'
import { checkChosenIn, getAnnotation, getArticle } from './lookUp.ts'

const contextLength = 200
const mostListed = 200

export const reviewHandlers: Handlers<'review.list' | 'review.accept' | 'review.remark' | 'review.detach'> = {
  'review.list'({ db }, { articleId, limit }) {
    const align = alignOnce(db)
    return listWaiting(db, articleId, limit ?? mostListed).map((annotation) =>
      toItem(align(annotation, getArticle(db, annotation.articleId)), annotation),
    )
  },

  'review.accept'(context, { id }) {
    const { annotation, article } = getWaiting(context.db, id)
    const place = suggestPlace(alignOnce(context.db)(annotation, article), annotation.segments)
    if (place === null) {
      throw new GainsayError(
        'refused',
        'Nothing in the current text comes near these words. Mark the passage anew, or leave it on its revision.',
      )
    }
    return decide(context, annotation, 'Accept a place', {
      revisionId: article.revisionId,
      segments: place.segments,
    })
  },

  'review.remark'(context, { id, segments, revisionId }) {
    const { annotation, article } = getOld(context.db, id)
    checkChosenIn(revisionId, article.revisionId)
    return decide(context, annotation, 'Mark a passage anew', {
      revisionId: article.revisionId,
      segments: makeSegments(getRevisionText(context.db, article.revisionId), segments),
    })
  },

  'review.detach'(context, { id }) {
    const { annotation } = getWaiting(context.db, id)
    return decide(context, annotation, 'Leave a passage on its revision', { detached: true })
  },
}

type Decision = Partial<Pick<Annotation, 'revisionId' | 'segments' | 'detached'>>

function decide(context: Context, before: Annotation, label: string, decision: Decision): Annotation {
  const after: Annotation = { ...before, detached: false, ...decision, updatedAt: now() }
  commit(context, { label, changes: [replace('annotation', before, after)] })
  return after
}

/** @throws GainsayError `refused` where it stands in the current text. */
function getOld(db: ReadDb, id: string): { annotation: Annotation; article: Article } {
  const annotation = getAnnotation(db, id)
  const article = getArticle(db, annotation.articleId)
  if (annotation.revisionId === article.revisionId) {
    throw new GainsayError('refused', 'This passage stands in the current text; there is nothing to review.')
  }
  return { annotation, article }
}

/** @throws GainsayError `refused` where there is nothing to decide. */
function getWaiting(db: ReadDb, id: string): { annotation: Annotation; article: Article } {
  const found = getOld(db, id)
  if (!needsReview(found.annotation, found.article)) {
    throw new GainsayError('refused', 'This passage was left on its revision already.')
  }
  return found
}

/** Alignments of an older revision with the current one, each worked out once. */
function alignOnce(db: ReadDb) {
  const known = new Map<string, Alignment>()
  return (annotation: Annotation, article: Article): Alignment => {
    const key = `${annotation.revisionId} ${article.revisionId}`
    let alignment = known.get(key)
    if (alignment === undefined) {
      alignment = alignTexts(
        getRevisionText(db, annotation.revisionId),
        getRevisionText(db, article.revisionId),
      )
      known.set(key, alignment)
    }
    return alignment
  }
}

function toItem(alignment: Alignment, annotation: Annotation): ReviewItem {
  const { segments } = annotation
  const place = suggestPlace(alignment, segments)
  const stood = whereabouts(alignment, hull(segments))
  return {
    annotation,
    old: around(alignment.from.text, hull(segments), quoteOf(annotation)),
    suggestion:
      place === null
        ? null
        : { segments: place.segments, words: wordsOf(place.segments), score: place.score },
    now:
      place === null
        ? around(alignment.to.text, { start: stood.start, end: stood.start }, '')
        : around(alignment.to.text, hull(place.segments), wordsOf(place.segments)),
  }
}

const wordsOf = (segments: readonly Segment[]) => segments.map(({ exact }) => exact).join(' … ')

function hull(segments: readonly Range[]): Range {
  return { start: segments[0]?.start ?? 0, end: segments.at(-1)?.end ?? 0 }
}

/** What stands before and behind a place, in whole words where there is more than one. */
function around(text: string, { start, end }: Range, words: string) {
  const before = text.slice(Math.max(0, start - contextLength), start)
  const after = text.slice(end, end + contextLength)
  return {
    before: (start > contextLength ? before.replace(/^\S*\s+(?=\S)/u, '') : before).toWellFormed(),
    words,
    after: (end + contextLength < text.length ? after.replace(/(?<=\S)\s+\S*$/u, '') : after).toWellFormed(),
  }
}
