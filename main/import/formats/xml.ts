/**
 * XML as a tree that cannot bite: no entity of a document's own is expanded, no
 * DTD is read, nothing is fetched, and nesting without end is refused before it
 * is parsed.
 */
import { GainsayError } from '../../../app/errors.ts'
import { afterProlog, tooDeep } from './format.ts'
import { decodeMarkup, statedEncoding } from './markupText.ts'

const deepest = 400

/** Parses XML text. Throws `unreadable` where it defines entities or is nested beyond reason. */
export async function parseXml(text: string): Promise<Document> {
  refuseEntities(text)
  checkDepth(text)
  // Loaded with the first such file: it is a third of what a reader takes to start.
  const { DOMParser } = await import('linkedom')
  // linkedom's types are its own; it implements the DOM's interfaces as far as they are used here.
  return new DOMParser().parseFromString(text, 'text/xml') as unknown as Document
}

/** XML as UTF-8, whichever encoding it is in, for parsers that know no other. Throws `unreadable` where it defines entities. */
export function xmlAsUtf8(bytes: Uint8Array): Uint8Array {
  const stated = statedEncoding(bytes) ?? 'utf-8'
  const utf8 = stated === 'utf-8' ? bytes : new TextEncoder().encode(decodeMarkup(bytes).text)
  // Looked for among the bytes first: the text of a large part is a second copy of it.
  if (Buffer.from(utf8.buffer, utf8.byteOffset, utf8.length).includes('<!ENTITY'))
    refuseEntities(new TextDecoder().decode(utf8))
  return utf8
}

/** Entities are defined before the first element; further on the same signs are words. */
function refuseEntities(text: string): void {
  if (!/^<!DOCTYPE\b/iu.test(afterProlog(text)) || !/<!ENTITY\b/iu.test(text)) return
  throw new GainsayError(
    'unreadable',
    'The file defines XML entities of its own, which Gainsay does not expand; it was not imported.',
  )
}

function checkDepth(text: string): void {
  let depth = 0
  let tagEnd = -1
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
    const close = asides.find(([open]) => text.startsWith(open, at))?.[1]
    if (close !== undefined) {
      at = text.indexOf(close, at + 2)
      // What never ends holds all the rest, and is not searched for again from the next sign on.
      if (at < 0) return
      continue
    }
    if (tagEnd <= at) tagEnd = text.indexOf('>', at)
    if (tagEnd < 0) return
    const next = text.indexOf('<', at + 1)
    const stray = (next >= 0 && next < tagEnd) || /[\s>]/u.test(text.charAt(at + 1))
    if (stray) continue
    if (text[at + 1] === '/') depth -= 1
    else if (text[tagEnd - 1] !== '/') depth += 1
    if (depth > deepest) throw tooDeep()
  }
}

/** What opens with such a sign and is no element, and how it ends. */
const asides = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<!', '>'],
  ['<?', '>'],
] as const

/** Child elements, all or those of that name (with its prefix). */
export function childElements(parent: ParentNode, name?: string): Element[] {
  return [...parent.children].filter((child) => name === undefined || child.localName === name)
}

/** Trimmed text of the first element of that name below `parent`; null where it is missing or empty. */
export function textAt(parent: Document | Element, name: string): string | null {
  const text = parent.getElementsByTagName(name)[0]?.textContent?.replace(/\s+/gu, ' ').trim() ?? ''
  return text === '' ? null : text
}
