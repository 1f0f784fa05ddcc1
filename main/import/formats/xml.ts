/**
 * XML as a tree that cannot bite: no entity of a document's own is expanded, no
 * DTD is read, nothing is fetched, and nesting without end is refused before it
 * is parsed.
 */
import { DOMParser } from 'linkedom'
import { GainsayError } from '../../../app/errors.ts'

const deepest = 400

/** Parses XML text. Throws `unreadable` where it defines entities or is nested beyond reason. */
export function parseXml(text: string): Document {
  if (/<!ENTITY\b/iu.test(text))
    throw new GainsayError(
      'unreadable',
      'The file defines XML entities of its own, which Gainsay does not expand; it was not imported.',
    )
  checkDepth(text)
  // linkedom's types are its own; it implements the DOM's interfaces as far as they are used here.
  return new DOMParser().parseFromString(text, 'text/xml') as unknown as Document
}

function checkDepth(text: string): void {
  let depth = 0
  for (const match of text.matchAll(
    /<(?:!--[\s\S]*?-->|!\[CDATA\[[\s\S]*?\]\]>|[?!][^>]*>|(\/)?[^\s<>/][^<>]*>)/gu,
  )) {
    if (/^<[!?]/u.test(match[0])) continue
    if (match[1] === '/') depth -= 1
    else if (!match[0].endsWith('/>')) depth += 1
    if (depth > deepest)
      throw new GainsayError(
        'unreadable',
        'The file is nested more deeply than any document is; it was not imported.',
      )
  }
}

/** Child elements, all or those of that name (with its prefix). */
export function childElements(parent: ParentNode, name?: string): Element[] {
  return [...parent.children].filter((child) => name === undefined || child.localName === name)
}

/** Trimmed text of the first element of that name below `parent`; null where it is missing or empty. */
export function textAt(parent: Document | Element, name: string): string | null {
  const text = parent.getElementsByTagName(name)[0]?.textContent?.replace(/\s+/gu, ' ').trim() ?? ''
  return text === '' ? null : text
}
