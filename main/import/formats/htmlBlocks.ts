/**
 * The words of a page as flat blocks, in document order, whatever the page is
 * built of. Nothing is judged here but what an element *is*; what belongs to the
 * article is decided afterwards, by the marks this walk leaves: each element that
 * is no mere phrasing and holds text gets a number, so that a text node can be found again after
 * Readability has moved it about (it keeps attributes when it renames elements).
 */
import type { BlockType, FurnitureReason } from '../../../app/vocabulary.ts'

/** The attribute that carries an element's number. */
export const numberAttribute = 'data-gainsay'

/** One block as it stands on the page. */
export type PageBlock = {
  type: BlockType
  level: number | null
  text: string
  /** For each text node in it: where it stands (see `textKey`) and how many characters it gives. */
  parts: { key: string; length: number }[]
  /** What the element or one around it calls itself; null where nothing tells. */
  hint: FurnitureReason | null
  /** Targets of the links in it, in order. */
  links: { text: string; target: string }[]
  /** How many of its characters stand in links that lead to other pages of the same site. */
  linked: number
}

const phrasing = new Set(
  'a abbr acronym b bdi bdo big blink cite code data del dfn em font i ins kbd label mark meter nobr output q rb rp rt ruby s samp small span strike strong sub sup time tt u var wbr img picture source button'.split(
    ' ',
  ),
)
const skipped = new Set(
  'script style template noscript head title meta link svg canvas audio video select datalist textarea map progress rp'.split(
    ' ',
  ),
)
const headings: Readonly<Record<string, number>> = { h1: 1, h2: 2, h3: 3, h4: 4, h5: 5, h6: 6 }
const invisible = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\b/iu

type Place = {
  type: BlockType
  level: number | null
  hint: FurnitureReason | null
  around: Element
  pre: boolean
}

/** All blocks with words under `root`; `url` is the page's address, if it is known. Numbers the elements on its way. */
export function readPageBlocks(root: Element, url: string | null = null): PageBlock[] {
  const walk = new Walk(url)
  walk.children(root, { type: 'paragraph', level: null, hint: null, around: root, pre: false })
  walk.flush(null)
  return walk.blocks
}

/** White space that is not one plain space already: prose has little of it. */
const unevenSpace = /\s{2,}|[^\S ]/gu

/** How a text node is known again: the number around it, and its words. */
export function textKey(number: string, text: string): string {
  return `${number}|${text.replace(unevenSpace, ' ').trim()}`
}

/** How often each text stands in what Readability took for the article. */
export function countTexts(root: Element): Map<string, number> {
  const found = new Map<string, number>()
  const visit = (element: Element, outer: string) => {
    const number = element.getAttribute(numberAttribute) ?? outer
    // Readability may read its own markup again, and then a text comes back cut at each character reference.
    let text = ''
    let goesOn = false
    const close = () => {
      const key = textKey(number, text)
      if (text !== '') found.set(key, (found.get(key) ?? 0) + 1)
      text = ''
    }
    for (let child = element.firstChild; child !== null; child = child.nextSibling) {
      if (child.nodeType === 3) {
        const piece = child.textContent ?? ''
        const reference = /^[\u00a0&<>"]$/u.test(piece)
        if (!goesOn && !reference) close()
        text += piece
        goesOn = reference
      } else if (isElement(child)) {
        close()
        visit(child, number)
      }
    }
    close()
  }
  visit(root, '')
  return found
}

class Walk {
  readonly blocks: PageBlock[] = []
  /** The host of the page, in small letters; null where it is not known. */
  private readonly host: string | null
  /** Pieces of the block under way. Looking at a text that grows, link by link, would copy it for each. */
  private text: string[] = []
  private parts: PageBlock['parts'] = []
  private links: PageBlock['links'] = []
  private linked = 0
  private place: Place | null = null
  /** How many pieces the block had when the last link ended, and where that one leads. */
  private linkEnd = 0
  private lastTarget: string | null = null
  private count = 0

  constructor(url: string | null) {
    this.host = /^https?:\/\/(?:www\.)?([^/?#]+)/iu.exec(url ?? '')?.[1]?.toLowerCase() ?? null
  }

  /** The element's number; one is given with the first text that stands in it. */
  private number(element: Element): string {
    const given = element.getAttribute(numberAttribute)
    if (given) return given
    this.count += 1
    const number = String(this.count)
    element.setAttribute(numberAttribute, number)
    return number
  }

  /** Ends the block under way; the next words stand in `next`. */
  flush(next: Place | null): void {
    const text = tidyBlock(this.text.join(''))
    if (/[\p{L}\p{N}]/u.test(text) || (text !== '' && this.parts.length > 0 && text.length > 2)) {
      const { type, level, hint } = this.place ?? { type: 'paragraph', level: null, hint: null }
      this.blocks.push({ type, level, text, parts: this.parts, hint, links: this.links, linked: this.linked })
    }
    this.text = []
    this.parts = []
    this.links = []
    this.linked = 0
    this.linkEnd = 0
    this.place = next
  }

  children(element: Element, place: Place): void {
    for (let child = element.firstChild; child !== null; child = child.nextSibling) {
      if (child.nodeType === 3) this.words(child.textContent ?? '', place)
      else if (isElement(child)) this.element(child, place)
    }
  }

  private words(raw: string, place: Place): void {
    const text = place.pre ? raw : raw.replace(/[\t\n\f\r ]{2,}|[\t\n\f\r]/gu, ' ')
    const length = text.trim().length
    if (length > 0) {
      this.place ??= place
      this.parts.push({ key: textKey(this.number(place.around), raw), length })
    }
    this.text.push(text)
  }

  private element(element: Element, place: Place): void {
    const name = element.localName
    if (skipped.has(name) || isHidden(element)) return
    if (name === 'br') {
      this.lineBreak(element)
      return
    }
    if (phrasing.has(name)) {
      if (name === 'a') this.partLinks(element)
      const before = this.text.length
      this.children(element, place)
      if (name === 'a') this.link(element, before)
      if (name === 'button' || name === 'label') this.text.push(' ')
      return
    }
    if (name === 'tr' && isDataRow(element)) {
      this.row(element, place)
      return
    }
    const inner = enter(element, place)
    this.flush(inner)
    this.children(element, inner)
    this.flush(place)
  }

  /** Two breaks part paragraphs; one is a line of the block. */
  private lineBreak(element: Element): void {
    let next = element.nextSibling
    while (next !== null && next.nodeType === 3 && (next.textContent ?? '').trim() === '')
      next = next.nextSibling
    if (next !== null && isElement(next) && next.localName === 'br') this.flush(this.place)
    else if (this.parts.length > 0) this.text.push('\n')
  }

  private row(element: Element, place: Place): void {
    this.flush({ ...place, around: element })
    for (const cell of element.children) {
      const inner = { ...place, around: cell, pre: false }
      if (this.parts.length > 0) this.text.push('\t')
      this.cell(cell, inner)
    }
    this.flush(place)
  }

  private cell(element: Element, place: Place): void {
    for (let child = element.firstChild; child !== null; child = child.nextSibling) {
      if (child.nodeType === 3) this.words(child.textContent ?? '', place)
      else if (isElement(child) && !skipped.has(child.localName) && !isHidden(child)) {
        const inner = phrasing.has(child.localName) ? place : { ...place, around: child }
        if (child.localName === 'a') this.partLinks(child)
        const before = this.text.length
        if (child.localName === 'br' || inner !== place) this.text.push(' ')
        this.cell(child, inner)
        if (child.localName === 'a') this.link(child, before)
      }
    }
  }

  /** Links of a menu stand apart on the page by its style alone; their words would run into each other. */
  private partLinks(element: Element): void {
    if (this.linkEnd === 0 || this.linkEnd !== this.text.length) return
    if (element.getAttribute('href') === this.lastTarget) return
    const meet = /\p{L}$/u.test(this.text.at(-1) ?? '') && /^\p{L}/u.test(element.textContent ?? '')
    if (meet) this.text.push(' ')
  }

  /** True for the address of another page of the site; where the page's own is not known, only if it names no host. */
  private isOwn(target: string): boolean {
    const host = /^(?:https?:)?\/\/(?:www\.)?([^/?#]+)/iu.exec(target)?.[1]
    return host === undefined
      ? /^[^#]/u.test(target) && !/^\w+:/u.test(target)
      : host.toLowerCase() === this.host
  }

  /** Notes a link whose words begin with that piece of the block. */
  private link(element: Element, from: number): void {
    this.linkEnd = this.text.length
    this.lastTarget = element.getAttribute('href')
    const target = element.getAttribute('href') ?? ''
    const text = this.text.slice(from).join('').trim()
    if (/^https?:\/\//iu.test(target) && text !== '') this.links.push({ text, target })
    if (this.isOwn(target)) this.linked += text.length
  }
}

function enter(element: Element, place: Place): Place {
  const name = element.localName
  const level = headings[name]
  const hint = readHint(element) ?? place.hint
  const inner = {
    ...place,
    hint,
    around: element,
    pre: place.pre || name === 'pre' || name === 'xmp' || name === 'listing',
  }
  if (level !== undefined) return { ...inner, type: 'heading', level }
  if (name === 'li' || name === 'dd' || name === 'dt') return { ...inner, type: 'listItem', level: null }
  if (name === 'blockquote') return { ...inner, type: 'quote', level: null }
  if (name === 'figcaption' || name === 'caption') return { ...inner, type: 'caption', level: null }
  if (name === 'table' || name === 'section' || name === 'article')
    return { ...inner, type: 'paragraph', level: null }
  return inner
}

const blockInCell = new Set(
  'p div ul ol dl table blockquote h1 h2 h3 h4 h5 h6 pre section article form figure center'.split(' '),
)

/** True for a row of figures or words, false for one that only lays out the page. */
function isDataRow(row: Element): boolean {
  const cells = [...row.children]
  if (cells.length < 2 || (row.textContent ?? '').length > 1200) return false
  return cells.every((cell) => {
    const blocks = Array.from(cell.getElementsByTagName('*')).filter((one) => blockInCell.has(one.localName))
    return (
      blocks.length === 0 ||
      (blocks.length === 1 && cell.children.length === 1 && /^(?:p|div)$/u.test(blocks[0]?.localName ?? ''))
    )
  })
}

function isHidden(element: Element): boolean {
  return element.hasAttribute('hidden') || invisible.test(element.getAttribute('style') ?? '')
}

const hints: readonly (readonly [FurnitureReason, RegExp])[] = [
  ['comments', /\b(?:comments?|disqus\w*|replies|respond|commentlist|livefyre|fb-comments)\b/u],
  ['share', /\b(?:share|sharing|social|sharebar|sharedaddy|addthis|addtoany|sociable|follow)\b/u],
  [
    'related',
    /\b(?:related|recirc\w*|recommend\w*|more|outbrain|taboola|teasers?|promo\w*|popular|trending|most|readmore|also)\b/u,
  ],
  [
    'menu',
    /\b(?:nav|navbar|navigation|menu|menubar|breadcrumbs?|tabs?|toolbar|pagination|pager|topbar|masthead|skip)\b/u,
  ],
  [
    'notice',
    /\b(?:cookies?|consent|gdpr|banner|newsletter|subscri\w*|paywall|ad|ads|advert\w*|sponsor\w*|copyright|legal|footer|contentinfo|disclaimer|signup|login)\b/u,
  ],
  ['sidebar', /\b(?:sidebar|aside|rail|widgets?|complementary)\b/u],
]

function readHint(element: Element): FurnitureReason | null {
  const name = element.localName
  if (name === 'nav') return 'menu'
  const own =
    `${element.getAttribute('class') ?? ''} ${element.id ?? ''} ${element.getAttribute('role') ?? ''} ${name}`.slice(
      0,
      400,
    )
  const words = own
    .replace(/([a-z])([A-Z])/gu, '$1 $2')
    .replace(/[_-]+/gu, ' ')
    .toLowerCase()
  return hints.find(([, pattern]) => pattern.test(words))?.[0] ?? null
}

/** Spaces folded, line breaks kept, none of them doubled: a blank line parts blocks and never stands in one. */
function tidyBlock(text: string): string {
  return text
    .replace(/[\u00ad\u200b\ufeff]/gu, '')
    .replace(/[^\S\n\t]{2,}|[^\S\n\t ]/gu, ' ')
    .replace(/ ?([\n\t]) ?/gu, '$1')
    .replace(/\n[\n\t]+/gu, '\n')
    .trim()
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1
}
