/** What the head of an article tells, and the labelled lines (`Title: …`, `Date: …`) with which archives state it. */
import type { Correction } from '../model.ts'
import { findPublisherName } from './agencies.ts'
import type { Dateline } from './datelines.ts'
import { readDateLine } from './dates.ts'
import { readNames } from './names.ts'
import { publisherOfHost } from './publisher.ts'
import { endsSentence, wordCount } from './shape.ts'

/** Everything the head tells; null or empty where it tells nothing. */
export type Head = {
  /** Index of the first paragraph of the story; the number of items where there is none. */
  bodyStart: number
  headline: string | null
  authors: string[]
  agency: string | null
  dateline: Dateline | null
  /** Dates in the order of their trust. */
  published: string | null
  updated: string | null
  publisher: string | null
  url: string | null
  correction: Correction | null
}

const label =
  /^(title|headline|head|author|authors|byline|by|date|published|publication date|pubdate|date published|source|publisher|publication|url|link|language|dateline|location|place)\s?:\s+(\S.{0,600})$/iu

/** True where the line has the form of a labelled one; its value may still be none. */
export function isLabelled(text: string): boolean {
  return label.test(text.slice(0, 640))
}

/** `Title: …`, `Date: …` and their like, as exports of news archives begin. */
export function readLabel(head: Head, text: string, dayFirst: boolean | null): boolean {
  const match = label.exec(text.slice(0, 640))
  const value = match?.[2]?.trim() ?? ''
  switch (match?.[1]?.toLowerCase()) {
    case 'title':
    case 'headline':
    case 'head':
      head.headline ??= value
      return true
    case 'author':
    case 'authors':
    case 'byline':
    case 'by': {
      const names = readNames(value.replace(/^by\s+/iu, ''))
      head.authors.push(...(names?.names ?? []))
      head.agency ??= names?.agency ?? null
      return names !== null
    }
    case 'date':
    case 'published':
    case 'publication date':
    case 'pubdate':
    case 'date published': {
      const date = readDateLine(value, dayFirst)
      head.published ??= date?.date.edtf ?? null
      return date !== null
    }
    case 'source':
    case 'publisher':
    case 'publication':
      if (wordCount(value) > 5 || endsSentence(value)) return false
      head.publisher ??= findPublisherName(value) ?? publisherOfHost(value) ?? value
      return true
    case 'url':
    case 'link':
      head.url ??= /^https?:\/\/\S+$/u.test(value) ? value : null
      return head.url === value
    case 'dateline':
    case 'location':
    case 'place':
      if (wordCount(value) > 6) return false
      head.dateline ??= { place: value, date: null, edtf: null, agency: null, end: 0 }
      return true
    case 'language':
      return wordCount(value) <= 2
    default:
      return false
  }
}
