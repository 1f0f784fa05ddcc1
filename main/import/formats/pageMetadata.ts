/**
 * What a page states of itself, by trust: JSON-LD (NewsArticle, ClaimReview and
 * their kin), Open Graph and article tags, other meta tags, `<time>`, the canonical
 * link, and the comment a browser leaves in a saved page. Values are taken as
 * printed; names and dates are read by the rules for text.
 */
import { parseEdtf } from '../../../app/dates.ts'
import { readDateLine } from '../../../app/extract/dates.ts'
import { isDayFirst } from '../../../app/extract/language.ts'
import { publisherOfHost } from '../../../app/extract/publisher.ts'
import type { Metadata } from '../../../app/model.ts'
import { type Page, parsePage } from './htmlDom.ts'
import { readAuthors } from './pageAuthors.ts'

type Json = Record<string, unknown>
const articleTypes =
  /^(?:.*Article|BlogPosting|Report|LiveBlogPosting|ClaimReview|Review|CreativeWork|WebPage|Posting|SocialMediaPosting|VideoObject|MedicalWebPage)$/u
const mostLinkedData = 500_000

/** Reads the metadata that stands in the page's head and marks; fields that are not stated are absent. */
export function readPageMetadata({ document, savedFrom, stating }: Page): Partial<Metadata> {
  const linked = readLinkedData(stating)
  const meta = readMetaTags(stating)
  const found: Partial<Metadata> = {}
  const url = firstUrl(
    canonicalLink(stating),
    meta.get('og:url'),
    textOf(linked.url),
    textOf(linked.mainEntityOfPage),
    savedFrom,
  )
  if (url !== null) found.url = url
  const language = readLanguage(document, meta, linked)
  if (language !== null) found.language = language
  const published = firstDate(
    isDayFirst(language),
    textOf(linked.datePublished),
    ...[
      'article:published_time',
      'og:article:published_time',
      'parsely-pub-date',
      'datepublished',
      'pubdate',
      'publishdate',
      'publish-date',
      'publish_date',
      'publication_date',
      'publicationdate',
      'rnews:datepublished',
      'article.published',
      'sailthru.date',
      'dc.date.issued',
      'dcterms.issued',
      'dc.date',
      'dcterms.created',
      'date',
      'citation_publication_date',
      'cxenseparse:recs:publishtime',
    ].map((name) => meta.get(name)),
    timeElement(stating),
    textOf(linked.dateCreated),
    url === null ? null : dateOfUrl(url),
  )
  if (published !== null) found.published = published
  const publisher =
    firstLine(
      256,
      meta.get('og:site_name'),
      nameOf(linked.publisher),
      meta.get('application-name'),
      meta.get('dc.publisher'),
      meta.get('dcterms.publisher'),
      meta.get('publisher'),
    ) ?? (url === null ? null : publisherOfHost(url))
  if (publisher !== null && !/^(?:https?:)?\/\//u.test(publisher)) found.publisher = publisher
  else if (publisher !== null) found.publisher = publisherOfHost(publisher)
  // Who is stated as the creator is often the login of whoever put the page up.
  const authors = authorsOf(linked.author)
  if (authors.length > 0) found.authors = authors
  return found
}

/**
 * Authors by the tags that papers have for other programs: often a login instead of a name, so
 * they count only where neither the linked data nor the page itself has any. Empty where there are none.
 */
export function readTaggedAuthors({ stating }: Page): string[] {
  const meta = readMetaTags(stating)
  const named = ['parsely-author', 'sailthru.author', 'byl', 'dcterms.creator'].map((name) => meta.get(name))
  return named.map(authorsOf).find((names) => names.length > 0) ?? []
}

/** The names of a statement, each read as a byline prints it; one that is no byline stays as it is stated. */
function authorsOf(stated: unknown): string[] {
  const names = namesOf(stated).filter((name) => !/^(?:https?:|www\.|@)/u.test(name))
  const read = names.flatMap((name) => {
    const authors = readAuthors(name)
    return authors.length > 0 ? authors : [name]
  })
  return [...new Set(read)]
}

/** The day in an address such as `/2014/03/05/title`; null where it names none. */
function dateOfUrl(url: string): string | null {
  const day = /\/((?:19|20)\d{2})[/-](\d{2})[/-](\d{2})(?=[/-])/u.exec(url)
  return day === null ? null : `${day[1]}-${day[2]}-${day[3]}`
}

/** A date as pages print it, ISO or in words, in EDTF; null where it is none. `dayFirst` as in `findDate`. */
export function readPageDate(value: string, dayFirst: boolean | null = null): string | null {
  const text = value.trim()
  const iso =
    /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s?(Z|[+-]\d{2}:?\d{2})?)?/u.exec(text)
  if (iso?.[1] !== undefined) {
    const zone = iso[4] === undefined ? '' : iso[4].replace(/^([+-]\d{2})(\d{2})$/u, '$1:$2')
    const moment = iso[2] === undefined ? '' : `T${iso[2]}:${iso[3] ?? '00'}${zone}`
    for (const candidate of [`${iso[1]}${moment}`, iso[1]]) if (parseEdtf(candidate).ok) return candidate
  }
  // Seconds or milliseconds since 1970.
  if (/^1\d{9}(?:\d{3})?$/u.test(text))
    return `${new Date(Number(text.slice(0, 10)) * 1000).toISOString().slice(0, 19)}Z`
  const compact = /^(\d{4})(\d{2})(\d{2})(?:\d{6})?$/u.exec(text)
  if (compact !== null) {
    const day = `${compact[1]}-${compact[2]}-${compact[3]}`
    return parseEdtf(day).ok ? day : null
  }
  if (/^\d{4}(?:-\d{2})?$/u.test(text)) return parseEdtf(text).ok ? text : null
  return readDateLine(text.slice(0, 120), dayFirst)?.date.edtf ?? null
}

function canonicalLink(stating: readonly Element[]): string | null {
  const link = stating.find(
    (one) => one.localName === 'link' && /(?:^|\s)canonical(?:\s|$)/iu.test(one.getAttribute('rel') ?? ''),
  )
  return link?.getAttribute('href') ?? null
}

function readLinkedData(stating: readonly Element[]): Json {
  const found: Json[] = []
  for (const script of stating) {
    if (script.localName !== 'script') continue
    const source = (script.textContent ?? '').replace(/^\s*<!\[CDATA\[|\]\]>\s*$/gu, '')
    if (source.length <= mostLinkedData) collect(parseLoosely(source), found, 0)
  }
  const named = new Map(found.filter(({ name }) => name !== undefined).map((item) => [item['@id'], item]))
  const rank = (item: Json) => {
    const types = typesOf(item)
    if (types.some((type) => /Article$|BlogPosting|ClaimReview|Report$/u.test(type))) return 0
    return types.some((type) => articleTypes.test(type)) ? 1 : 2
  }
  const [best] = found.filter((item) => rank(item) < 2).sort((a, b) => rank(a) - rank(b))
  if (best === undefined) return {}
  // Graphs state a person once, and elsewhere only by its id.
  const resolve = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(resolve)
      : isJson(value) && value.name === undefined && typeof value['@id'] === 'string'
        ? (named.get(value['@id']) ?? value)
        : value
  return { ...best, author: resolve(best.author), publisher: resolve(best.publisher) }
}

function parseLoosely(source: string): unknown {
  try {
    return JSON.parse(source)
  } catch (error) {
    // Pages print JSON-LD with raw line breaks inside strings; anything worse is no data.
    if (!(error instanceof SyntaxError)) throw error
  }
  try {
    return JSON.parse(source.replace(/[\p{Cc}]+/gu, ' '))
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

function collect(value: unknown, found: Json[], depth: number): void {
  if (depth > 4 || found.length > 200) return
  if (Array.isArray(value)) for (const item of value) collect(item, found, depth + 1)
  else if (isJson(value)) {
    found.push(value)
    collect(value['@graph'], found, depth + 1)
    collect(value.mainEntity, found, depth + 1)
  }
}

const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const typesOf = (item: Json) => [item['@type']].flat().filter((type) => typeof type === 'string')

function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return textOf(value[0])
  return isJson(value) ? textOf(value['@id'] ?? value.url ?? value['@value']) : null
}

function nameOf(value: unknown): string | null {
  return namesOf(value)[0] ?? null
}

function namesOf(value: unknown): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [withoutEntities(value).trim()]
  if (Array.isArray(value)) return value.slice(0, 64).flatMap(namesOf)
  return isJson(value) && value.name !== undefined ? namesOf(value.name) : []
}

/** JSON-LD is no markup, but pages print their marked-up names into it. */
function withoutEntities(text: string): string {
  return /&#?\w{2,10};/u.test(text)
    ? (parsePage(text.replace(/</gu, '&lt;')).document.body.textContent ?? text)
    : text
}

function readMetaTags(stating: readonly Element[]): Map<string, string> {
  const found = new Map<string, string>()
  for (const element of stating) {
    if (element.localName !== 'meta') continue
    const content = element.getAttribute('content')?.trim() ?? ''
    if (content === '') continue
    for (const key of ['property', 'name', 'itemprop', 'http-equiv']) {
      for (const name of (element.getAttribute(key) ?? '').toLowerCase().split(/\s+/u))
        if (name !== '' && !found.has(name)) found.set(name, content.slice(0, 4096))
    }
  }
  return found
}

/** The time that the page marks as its date of publication; a lone `<time>` may be a comment's. */
function timeElement(stating: readonly Element[]): string | null {
  const marked = stating.find(
    (one) =>
      /(?:^|\s)datePublished(?:\s|$)/u.test(one.getAttribute('itemprop') ?? '') ||
      (one.localName === 'time' &&
        (one.hasAttribute('pubdate') ||
          /(?:^|\s)(?:published|entry-date)(?:\s|$)/u.test(one.getAttribute('class') ?? ''))),
  )
  const element =
    marked ??
    stating.find(
      (one) =>
        one.localName === 'time' && one.hasAttribute('datetime') && isInside(one, ['article', 'header']),
    ) ??
    onlyTime(stating)
  return element?.getAttribute('datetime') ?? element?.getAttribute('content') ?? element?.textContent ?? null
}

/** The time of a page that names no other day in its times. */
function onlyTime(stating: readonly Element[]): Element | undefined {
  const times = stating.filter((one) => one.localName === 'time' && one.hasAttribute('datetime'))
  const days = new Set(times.map((one) => one.getAttribute('datetime')?.slice(0, 10)))
  return days.size === 1 ? times[0] : undefined
}

function isInside(element: Element, names: readonly string[]): boolean {
  for (let around = element.parentNode; around !== null; around = around.parentNode)
    if (names.includes((around as Element).localName)) return true // a document has no such name
  return false
}

function readLanguage(document: Document, meta: Map<string, string>, linked: Json): string | null {
  const stated = [
    document.documentElement.getAttribute('lang'),
    document.documentElement.getAttribute('xml:lang'),
    document.body.getAttribute('lang'),
    meta.get('content-language'),
    textOf(linked.inLanguage),
    meta.get('og:locale'),
    meta.get('language'),
    meta.get('dc.language'),
  ]
  for (const tag of stated) {
    const plain = tag?.trim().replace(/_/gu, '-') ?? ''
    if (/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/iu.test(plain)) return plain
  }
  return null
}

function firstUrl(...values: (string | null | undefined)[]): string | null {
  return (
    values
      .map((value) => value?.trim() ?? '')
      .find((value) => /^https?:\/\/[^\s<>"]{3,4000}$/iu.test(value)) ?? null
  )
}

function firstLine(most: number, ...values: (string | null | undefined)[]): string | null {
  const line = values.map((value) => value?.replace(/\s+/gu, ' ').trim() ?? '').find((value) => value !== '')
  return line?.slice(0, most) ?? null
}

function firstDate(dayFirst: boolean | null, ...values: (string | null | undefined)[]): string | null {
  for (const value of values) {
    const date = value === null || value === undefined || value === '' ? null : readPageDate(value, dayFirst)
    if (date !== null) return date
  }
  return null
}
