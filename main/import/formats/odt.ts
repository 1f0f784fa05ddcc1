/**
 * OpenDocument text (`.odt`): a walk over its XML. Notes follow the text, numbered
 * as they are cited; tracked deletions are gone and insertions stay; annotations,
 * page heads and pictures are left out.
 * Format: OASIS OpenDocument 1.3, part 3, sections 5 (text) and 9 (tables).
 */
import { GainsayError } from '../../../app/errors.ts'
import { readByline } from '../../../app/extract/bylines.ts'
import { paragraph, type ReadBlock } from '../../../app/extract/document.ts'
import type { Metadata } from '../../../app/model.ts'
import { tryList } from './docx.ts'
import { type Format, hasExtension, oneDocument } from './format.ts'
import { decodeMarkup } from './markupText.ts'
import { readPageDate } from './pageMetadata.ts'
import { findEntry, isZip, listEntries, type ZipEntry } from './unzip.ts'
import { childElements, parseXml, textAt } from './xml.ts'

/** OpenDocument texts. */
export const odtFormat: Format = {
  id: 'odt',
  label: 'OpenDocument text',
  extensions: ['.odt', '.ott'],
  mediaType: 'application/vnd.oasis.opendocument.text',
  mostBytes: 128 * 1024 * 1024,
  recognise(bytes, name) {
    if (!isZip(bytes)) return 0
    const entries = tryList(bytes)
    const has = (file: string) => entries.some((entry) => entry.name === file)
    if (has('content.xml') && (has('META-INF/manifest.xml') || has('mimetype'))) return 0.97
    return hasExtension(name, ['.odt', '.ott']) ? 0.7 : 0
  },
  async read(bytes, name) {
    const entries = listEntries(bytes)
    const content = findEntry(bytes, entries, 'content.xml')
    if (content === null)
      throw new GainsayError('unreadable', 'The OpenDocument file is damaged: it has no content.')
    const xml = await parseXml(decodeMarkup(content).text)
    const body = xml.getElementsByTagName('office:text')[0]
    if (body === undefined)
      throw new GainsayError(
        'unreadable',
        'The OpenDocument file is no text (it may be a table or a presentation).',
      )
    const blocks = new Walk(parentStyles(xml)).read(body)
    if (blocks.length === 0) throw new GainsayError('unreadable', 'The OpenDocument file holds no text.')
    return oneDocument({
      name,
      blocks,
      judged: false,
      authored: true,
      metadata: await readMeta(bytes, entries),
      warnings: [],
    })
  },
}

/** Automatic styles by the style they are made of. */
function parentStyles(xml: Document): Map<string, string> {
  return new Map(
    [...xml.getElementsByTagName('style:style')].map((style) => [
      style.getAttribute('style:name') ?? '',
      style.getAttribute('style:parent-style-name') ?? '',
    ]),
  )
}

const leftOut = new Set(
  'text:tracked-changes office:annotation office:annotation-end text:sequence-decls office:forms text:table-of-content text:note-citation draw:image svg:title svg:desc text:bookmark text:variable-decls'.split(
    ' ',
  ),
)

class Walk {
  private readonly blocks: ReadBlock[] = []
  private readonly notes: ReadBlock[] = []
  private readonly styles: ReadonlyMap<string, string>

  constructor(styles: ReadonlyMap<string, string>) {
    this.styles = styles
  }

  read(body: Element): ReadBlock[] {
    this.visit(body, 'paragraph')
    return [...this.blocks, ...this.notes].filter(({ text }) => text !== '')
  }

  private visit(parent: Element, type: 'paragraph' | 'listItem'): void {
    for (const child of childElements(parent)) {
      const name = child.localName
      if (leftOut.has(name)) continue
      if (name === 'text:h') this.add(child, 'heading', Number(child.getAttribute('text:outline-level') ?? 2))
      else if (name === 'text:p') this.paragraph(child, type)
      else if (name === 'text:list') this.visit(child, 'listItem')
      else if (name === 'table:table-row') this.row(child)
      else this.visit(child, type)
    }
  }

  private paragraph(element: Element, type: 'paragraph' | 'listItem'): void {
    const own = element.getAttribute('text:style-name') ?? ''
    const style = /^(?:P|T|Standard)\d*$/u.test(own) ? (this.styles.get(own) ?? own) : own
    if (/^(?:Title|Titel)$/u.test(style)) this.add(element, 'heading', 1)
    else if (/^(?:Subtitle|Untertitel)$/u.test(style)) this.add(element, 'heading', 2)
    else if (/^(?:Quotations|Quote)/u.test(style)) this.add(element, 'quote', null)
    else if (/^(?:Caption|Illustration|Figure|Drawing)$/u.test(style)) this.add(element, 'caption', null)
    else this.add(element, type, null)
  }

  private add(element: Element, type: ReadBlock['type'], level: number | null): void {
    // A text box stands inside the paragraph it is anchored to, and is read after it.
    const boxes: Element[] = []
    const text = tidy(this.words(element, boxes))
    if (text !== '')
      this.blocks.push({
        type,
        level: level === null ? null : Math.min(6, Math.max(1, level || 2)),
        text,
        furniture: null,
        page: null,
      })
    for (const box of boxes) this.visit(box, 'paragraph')
  }

  private row(element: Element): void {
    const cells = childElements(element, 'table:table-cell').map((cell) => {
      const boxes: Element[] = []
      return tidy(
        childElements(cell)
          .map((child) => this.words(child, boxes))
          .join(' '),
      )
    })
    const text = cells.join('\t').trim()
    if (text !== '') this.blocks.push(paragraph(text))
  }

  private words(element: Element, boxes: Element[]): string {
    let text = ''
    for (const child of element.childNodes) {
      if (child.nodeType === 3 || child.nodeType === 4) text += (child.nodeValue ?? '').replace(/\s+/gu, ' ')
      else if (child.nodeType === 1) text += this.inline(child as Element, boxes) // node type 1 is an element
    }
    return text
  }

  private inline(element: Element, boxes: Element[]): string {
    const name = element.localName
    if (leftOut.has(name)) return ''
    if (name === 'text:s') return ' '.repeat(Math.min(200, Number(element.getAttribute('text:c') ?? 1) || 1))
    if (name === 'text:tab') return ' '
    if (name === 'text:line-break') return '\n'
    if (name === 'draw:text-box') {
      boxes.push(element)
      return ''
    }
    return name === 'text:note' ? this.note(element) : this.words(element, boxes)
  }

  private note(element: Element): string {
    const sign = textAt(element, 'text:note-citation') ?? String(this.notes.length + 1)
    const body = childElements(element, 'text:note-body')[0]
    const text = body === undefined ? '' : tidy(this.words(body, []))
    this.notes.push({ type: 'listItem', level: null, text: `[${sign}] ${text}`, furniture: null, page: null })
    return `[${sign}]`
  }
}

const tidy = (text: string) =>
  text
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ *\n[ \n]*/gu, '\n')
    .replace(/\u00ad/gu, '')
    .trim()

async function readMeta(bytes: Uint8Array, entries: readonly ZipEntry[]): Promise<Partial<Metadata>> {
  const meta = findEntry(bytes, entries, 'meta.xml')
  if (meta === null) return {}
  const xml = await parseXml(decodeMarkup(meta).text)
  const metadata: Partial<Metadata> = {}
  const title = textAt(xml, 'dc:title')
  const author = textAt(xml, 'meta:initial-creator') ?? textAt(xml, 'dc:creator')
  if (title !== null) metadata.headline = title
  const authors = author === null ? [] : (readByline(`By ${author}`)?.authors ?? [])
  if (authors.length > 0) metadata.authors = authors
  const language = textAt(xml, 'dc:language')
  if (language !== null) metadata.language = language
  const published = readPageDate(textAt(xml, 'dcterms:issued') ?? '')
  if (published !== null) metadata.published = published
  return metadata
}
