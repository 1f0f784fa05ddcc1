/** Feeds saved as files: RSS 0.9 to 2.0, RDF and Atom. One entry, one article. */
import { GainsayError } from '../../../app/errors.ts'
import { afterProlog, type Format, hasExtension, peek } from './format.ts'
import { decodeMarkup } from './markupText.ts'
import type { Row } from './records.ts'
import { readRecords } from './records.ts'
import { childElements, parseXml, textAt } from './xml.ts'

/** RSS and Atom files. */
export const feedFormat: Format = {
  id: 'feed',
  label: 'feed (RSS or Atom)',
  extensions: ['.rss', '.atom', '.rdf', '.xml'],
  mediaType: 'application/xml',
  recognise(bytes, name) {
    const head = afterProlog(peek(bytes, 4096))
    const root = afterProlog(head.replace(/^<!DOCTYPE rss[^>]*>/iu, ''))
    if (/^<(?:rss|feed|rdf:RDF|atom:feed)\b/iu.test(root)) return 0.98
    return hasExtension(name, ['.rss', '.atom', '.rdf']) ? 0.5 : 0
  },
  async read(bytes, name, options) {
    const { text, encoding, sure } = decodeMarkup(bytes, options.encoding)
    const xml = await parseXml(text)
    const entries = ['item', 'entry', 'atom:entry'].flatMap((tag) => [...xml.getElementsByTagName(tag)])
    if (entries.length === 0) throw new GainsayError('unreadable', 'The feed has no entries.')
    const top = xml.getElementsByTagName('channel')[0] ?? xml.documentElement
    const stated = readTop(top)
    const rows = entries.map((entry) => readEntry(entry, stated))
    return { ...readRecords(rows, name, options.mapping), encoding, encodingSure: sure }
  },
}

/** What a feed says of all its entries; its element has each of them as a child, so it is searched once. */
function readTop(top: Element) {
  return {
    authors: authorOf(top),
    title: own(top, 'title'),
    languages: [own(top, 'language'), own(top, 'dc:language'), top.getAttribute('xml:lang')],
  }
}

function readEntry(entry: Element, top: ReturnType<typeof readTop>): Row {
  const row = new Map<string, string>()
  const put = (name: string, ...values: (string | null)[]) => {
    const value = values.find((one) => one !== null && one.trim() !== '')
    if (value !== undefined && value !== null) row.set(name, value)
  }
  put('title', own(entry, 'title'), own(entry, 'atom:title'))
  put('content', markup(entry, 'content:encoded'), markup(entry, 'content'), markup(entry, 'atom:content'))
  put(
    'description',
    markup(entry, 'description'),
    markup(entry, 'summary'),
    markup(entry, 'media:description'),
  )
  put('author', own(entry, 'dc:creator'), authorOf(entry), top.authors)
  put(
    'published',
    own(entry, 'pubDate'),
    own(entry, 'published'),
    own(entry, 'dc:date'),
    own(entry, 'updated'),
  )
  put('url', linkOf(entry), own(entry, 'guid'), own(entry, 'id'))
  put('publisher', own(entry, 'source'), top.title)
  put('language', ...top.languages, entry.getAttribute('xml:lang'))
  return row
}

const own = (parent: Element, name: string) => childElements(parent, name)[0]?.textContent?.trim() ?? null

/** Markup of an element: escaped, in a CDATA section, or (in Atom) as elements. */
function markup(parent: Element, name: string): string | null {
  const element = childElements(parent, name)[0]
  if (element === undefined) return null
  return element.children.length > 0 ? element.innerHTML : (element.textContent ?? null)
}

function authorOf(parent: Element): string | null {
  const authors = childElements(parent, 'author').map((author) =>
    // RSS asks for an address with the name in brackets after it.
    (textAt(author, 'name') ?? author.textContent ?? '').replace(/^\S+@\S+\s*\((.*)\)\s*$/u, '$1').trim(),
  )
  const names = authors.filter((name) => name !== '').join('; ')
  return names === '' ? null : names
}

function linkOf(entry: Element): string | null {
  const links = childElements(entry, 'link')
  const chosen = links.find((link) => (link.getAttribute('rel') ?? 'alternate') === 'alternate') ?? links[0]
  return chosen?.getAttribute('href') ?? chosen?.textContent?.trim() ?? null
}
