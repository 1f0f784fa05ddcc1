/**
 * From a page's markup to a document that nothing can run in. parse5 reads the
 * markup as browsers do; its tree is copied into a document of Readability's own
 * light DOM, without scripts (but for JSON-LD, which is data), styles, frames,
 * templates and drawings. That DOM holds a tree and nothing else: it runs and loads
 * nothing, and making and walking it costs a fraction of what a full DOM does. Of
 * its elements only what Readability itself asks for is there: no selectors, no
 * `nodeValue`, and `getAttribute` of what is not there is undefined.
 *
 * The copy is made with a loop and is never deeper than `deepest`: what is nested
 * deeper hangs from there, so that no later walk can overflow the stack.
 */
import JSDOMParser from '@mozilla/readability/JSDOMParser.js'
import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5'
import { GainsayError } from '../../../app/errors.ts'

type Tree = DefaultTreeAdapterTypes.ParentNode

const deepest = 200
const states = new Set(['meta', 'link', 'time', 'script'])
const mostNodes = 400_000
/** Of those that parse5 makes, what is left out of the copy too: it opens formatting that was left open again in every paragraph, so a short page can ask for any number. */
const mostMade = 600_000
const unread = new Set(
  'script style template iframe frame frameset object embed applet portal noembed'.split(' '),
)
const emptied = new Set('svg canvas audio video select datalist textarea'.split(' '))
/** Attributes that tell what an element is; all others (styling, handlers, data of scripts) say nothing of the text. */
const told = new Set(
  'class id style role href rel lang xml:lang dir hidden itemprop itemtype itemscope property content name datetime pubdate title type summary datatable colspan rowspan http-equiv aria-hidden aria-modal'.split(
    ' ',
  ),
)
/** Pictures keep what shows that they are there: Readability counts them. */
const pictures = new Set(['img', 'picture', 'figure', 'source'])
const pictureAttribute = /^(?:src|srcset|alt|data-[\w-]+)$/u
/** Elements whose blanks are never shown. */
const wordless = new Set(
  'html head body table tbody thead tfoot tr ul ol dl figure picture nav section article main header footer aside'.split(
    ' ',
  ),
)
/** What a document has from the start. */
const fixed: ReadonlyMap<string, (document: Document) => Element> = new Map([
  ['html', (document: Document): Element => document.documentElement],
  ['head', (document: Document): Element => document.head],
  ['body', (document: Document): Element => document.body],
])
/** Elements that show something, or part words, without content. */
const shownEmpty = new Set(['br', 'hr', 'img'])
/** Elements that are nothing without content. */
const boxes = new Set('div section p span'.split(' '))
const elementName = /^[a-zA-Z][\w-]*$/u

/** A page as it was read. */
export type Page = {
  document: Document
  /** The address that a browser noted in a comment when it saved the page. */
  savedFrom: string | null
  /** Elements that state metadata, in document order: `meta`, `link`, `time`, JSON-LD, marked properties, names of authors. */
  stating: Element[]
}

/** Reads markup. Throws `too-large` for more elements than any article has. */
export function parsePage(markup: string): Page {
  const tree = parse(markup, { scriptingEnabled: false, treeAdapter: boundedAdapter() })
  const document = new JSDOMParser().parse('<html><head></head><body></body></html>')
  const copied = copyTree(tree, document)
  document.title = document.getElementsByTagName('title')[0]?.textContent ?? ''
  return { document, ...copied }
}

function boundedAdapter(): typeof defaultTreeAdapter {
  let made = 0
  return {
    ...defaultTreeAdapter,
    createElement(name, namespace, attributes) {
      made += 1
      if (made > mostMade) throw tooManyElements()
      return defaultTreeAdapter.createElement(name, namespace, attributes)
    },
  }
}

const tooManyElements = () =>
  new GainsayError(
    'too-large',
    'The markup has more elements than Gainsay reads of one file; it was not imported.',
  )

/** One element whose children are being copied: texts go into `own`, elements into `container`. */
type Frame = {
  nodes: DefaultTreeAdapterTypes.ChildNode[]
  next: number
  own: Element
  container: Element
  depth: number
  /** Where `own` is to stand; null once it stands there. */
  around: Element | null
}

/** Copies in document order, by a loop. An element is put in its place when it is whole, or, below the deepest, with its first text. */
function copyTree(tree: Tree, document: Document): Omit<Page, 'document'> {
  const stating: Element[] = []
  const root = document.documentElement
  const frames: Frame[] = [
    { nodes: tree.childNodes, next: 0, own: root, container: root, depth: 0, around: null },
  ]
  let savedFrom: string | null = null
  let count = 0
  for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
    const node = frame.nodes[frame.next]
    frame.next += 1
    if (node === undefined) {
      frames.pop()
      if (frame.around !== null && !addsNothing(frame)) frame.around.appendChild(frame.own)
      continue
    }
    count += 1
    if (count > mostNodes) throw tooManyElements()
    if (defaultTreeAdapter.isTextNode(node)) {
      if (wordless.has(frame.own.localName) && !/\S/u.test(node.value)) continue
      frame.own.appendChild(document.createTextNode(node.value))
      if (frame.depth > deepest && frame.around !== null) {
        frame.around.appendChild(frame.own)
        frame.around = null
      }
    } else if (defaultTreeAdapter.isCommentNode(node)) savedFrom ??= readSavedFrom(node.data)
    else if (defaultTreeAdapter.isElementNode(node)) {
      const own = copyElement(node, document)
      if (own === null) continue
      if (states.has(node.tagName) || own.hasAttribute('itemprop') || marksAuthor(own)) stating.push(own)
      frames.push({
        nodes: emptied.has(node.tagName) ? [] : node.childNodes,
        next: 0,
        own,
        container: frame.depth < deepest ? own : frame.container,
        depth: frame.depth + 1,
        around: fixed.has(node.tagName) ? null : frame.container,
      })
    }
  }
  return { savedFrom, stating }
}

/**
 * True for an empty box after an empty box: one parts what stands around it as well as a hundred
 * thousand do, which Readability would take away one by one, each from the front of a list. Below
 * the deepest, what got no text shows nothing either, and every element around it would be searched
 * through all of it.
 */
function addsNothing({ own, around, depth }: Frame): boolean {
  if (depth > deepest && !shownEmpty.has(own.localName)) return true
  const last = (around?.lastChild ?? null) as Element | null // a text has no local name, and so is no box
  return isEmptyBox(own) && last !== null && isEmptyBox(last)
}

const isEmptyBox = (element: Element) => boxes.has(element.localName) && element.childNodes.length === 0

/** The element without what could run; null for what is left out whole. */
function copyElement(element: DefaultTreeAdapterTypes.Element, document: Document): Element | null {
  const name = element.tagName
  if (name === 'script' ? !isLinkedData(element) : unread.has(name)) return null
  const made = fixed.get(name)?.(document) ?? create(document, name)
  const picture = pictures.has(name)
  for (const { name: key, value } of element.attrs)
    if (told.has(key) || (picture && pictureAttribute.test(key))) made.setAttribute(key, value)
  return made
}

/** True where the element itself says that it names the author. */
function marksAuthor(element: Element): boolean {
  return (
    /author|byline/iu.test(element.getAttribute('class') ?? '') ||
    /author/iu.test(element.getAttribute('rel') ?? '')
  )
}

function create(document: Document, name: string): Element {
  return document.createElement(elementName.test(name) ? name : 'span')
}

function isLinkedData(element: DefaultTreeAdapterTypes.Element): boolean {
  return element.attrs.some(
    ({ name, value }) => name === 'type' && /^application\/ld\+json\b/iu.test(value.trim()),
  )
}

/** `saved from url=(0042)https://…` and the like, as browsers write it. */
function readSavedFrom(comment: string): string | null {
  const found =
    /(?:saved from url=\(\d+\)|^\s*Page saved with SingleFile[\s\S]{0,20}url:)\s*(https?:\/\/[^\s<>"]+)/u.exec(
      comment.slice(0, 4000),
    )
  return found?.[1] ?? null
}
