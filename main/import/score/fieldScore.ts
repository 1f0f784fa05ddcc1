/** Whether title, byline, date and language agree with what was expected of a page. Null: nothing was expected. */
import type { Metadata } from '../../../app/model.ts'

/** What `expected-metadata.json` states. */
export type ExpectedMetadata = {
  title?: string | null
  siteName?: string | null
  byline?: string | null
  publishedTime?: string | null
  lang?: string | null
}

/** The fields that are compared. */
export const scoredFields = ['title', 'byline', 'published', 'language'] as const
export type ScoredField = (typeof scoredFields)[number]

/** Agreement by field. */
export type FieldScore = Record<ScoredField, boolean | null>

const fold = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Compares metadata with what was expected; each field that was expected is right or wrong, never in part. */
export function scoreFields(found: Metadata, expected: ExpectedMetadata): FieldScore {
  const { title, siteName, byline, publishedTime, lang } = expected
  return {
    title: title ? sameTitle(found.headline, title, siteName ?? '') : null,
    byline: byline ? sameByline(found, byline) : null,
    published: publishedTime ? (found.published ?? '').slice(0, 10) === publishedTime.slice(0, 10) : null,
    language: lang
      ? (found.language ?? '').slice(0, 2).toLowerCase() === lang.slice(0, 2).toLowerCase()
      : null,
  }
}

/** A title agrees also where one of the two ends with the name that the site is expected to have: that is the publisher. */
function sameTitle(found: string, title: string, siteName: string): boolean {
  return (
    [title, `${title} ${siteName}`].some((one) => fold(one) === fold(found)) ||
    fold(`${found} ${siteName}`) === fold(title)
  )
}

/** A byline agrees where all authors' names stand in it and nothing else of weight does. */
function sameByline(found: Metadata, byline: string): boolean {
  const wanted = new Set(
    fold(byline.replace(/\(https?:[^)]*\)/gu, ''))
      .split(' ')
      .filter(
        (word) =>
          !/^(?:by|written|edited|and|\d+|january|february|march|april|may|june|july|august|september|october|november|december)$/u.test(
            word,
          ),
      ),
  )
  const own = found.authors.flatMap((name) => fold(name).split(' '))
  return own.length > 0 && own.every((word) => wanted.has(word)) && own.length * 2 >= wanted.size
}
