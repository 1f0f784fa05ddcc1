/** Whether an article that comes in is one the case has already, in another capture or another paper. */
import { bodyText } from '../../app/blocks.ts'
import type { Article } from '../../app/model.ts'
import type { SimilarBy } from '../../app/results.ts'
import { addressKey } from '../../app/similar/address.ts'
import { compareShingles, isNearlySame, type Likeness, shinglesOf } from '../../app/similar/shingles.ts'
import { foldName } from '../../db/actors.ts'
import { findArticle } from '../../db/articles.ts'
import type { ReadDb } from '../../db/connection.ts'
import { getRevision } from '../../db/material.ts'
import { listChain } from '../../db/revisionChain.ts'
import { findArticleByAddress, listBandMates } from '../../db/similar.ts'
import type { ParsedArticle } from './parsed.ts'

/** The article it is like. */
export type Similar = {
  readonly of: Article
  readonly by: SimilarBy
  /** How much of the text is the same, 0–1. */
  readonly score: number
  /** Whether it is the same article at another time, rather than the same text in another paper. */
  readonly isCapture: boolean
  readonly sharesText: boolean
}

/**
 * The article of the same address, else the one whose text is nearly the same, one of the same
 * publisher before others. Where either publisher is not known it may be the same, so that is offered.
 */
export function findSimilar(db: ReadDb, article: ParsedArticle): Similar | null {
  const key = addressKey(article.metadata.url)
  const sameAddress = key === null ? null : findArticleByAddress(db, key)
  const own = shinglesOnce(article)
  if (sameAddress !== null) {
    const likeness = compareShingles(own(), shinglesOfRevision(db, sameAddress.revisionId))
    return {
      of: sameAddress,
      by: 'address',
      score: rounded(likeness),
      isCapture: true,
      sharesText: isNearlySame(likeness),
    }
  }
  let best: Similar | null = null
  for (const mate of listBandMates(db, article.fingerprint.bands)) {
    const other = findArticle(db, mate.articleId)
    if (other === null || !isInForce(db, other, mate.revisionId)) continue
    const likeness = compareShingles(own(), shinglesOfRevision(db, mate.revisionId))
    if (!isNearlySame(likeness)) continue
    const isCapture = maySamePublisher(article.metadata.publisher, other.publisher)
    const found = { of: other, by: 'text', score: rounded(likeness), isCapture, sharesText: true } as const
    if (
      best === null ||
      (isCapture && !best.isCapture) ||
      (isCapture === best.isCapture && found.score > best.score)
    )
      best = found
  }
  return best
}

const rounded = ({ score }: Likeness) => Math.round(score * 1000) / 1000

function shinglesOnce(article: ParsedArticle): () => Set<number> {
  let known: Set<number> | null = null
  return () => {
    known ??= shinglesOf(bodyText(article, { flippedBlocks: [] }))
    return known
  }
}

const shinglesOfRevision = (db: ReadDb, id: string) =>
  shinglesOf(bodyText(getRevision(db, id), { flippedBlocks: [] }))

const isInForce = (db: ReadDb, { revisionId }: Article, found: string) =>
  found === revisionId || listChain(db, revisionId).includes(found)

/** Whether it may be the same paper, so that the same words in it are the same article and no reprint. */
export function maySamePaper({ publisher, url }: Paper, other: Paper): boolean {
  const key = addressKey(url)
  return maySamePublisher(publisher, other.publisher) || (key !== null && key === addressKey(other.url))
}

type Paper = Pick<Article, 'publisher' | 'url'>

const maySamePublisher = (a: string | null, b: string | null) =>
  a === null || b === null || foldName(a) === foldName(b)
