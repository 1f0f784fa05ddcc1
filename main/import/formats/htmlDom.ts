/**
 * From a page's markup to a document that nothing can run in. parse5 reads the
 * markup as browsers do; its tree is copied into a linkedom document, without
 * scripts (but for JSON-LD, which is data), styles, frames, templates and
 * drawings. linkedom has no script engine and loads nothing.
 *
 * The copy is made with a loop and is never deeper than `deepest`: what is nested
 * deeper hangs from there, so that no later walk can overflow the stack.
 */
import { DOMParser } from 'linkedom'
import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5'
import { GainsayError } from '../../../app/errors.ts'

type Tree = DefaultTreeAdapterTypes.ParentNode

const deepest = 200
const mostNodes = 400_000
const unread = new Set(
  'script style template iframe frame frameset object embed applet portal noembed'.split(' '),
)
const emptied = new Set('svg canvas audio video select datalist textarea'.split(' '))
const attributeName = /^[a-zA-Z_][\w.:-]*$/u
const elementName = /^[a-zA-Z][\w-]*$/u

/** The page's document, and the words of comments a browser leaves in what it saves. */
export type Page = { document: Document; savedFrom: string | null }

/** Reads markup. Throws `too-large` for more elements than any article has. */
export function parsePage(markup: string): Page {
  const tree = parse(markup, { scriptingEnabled: false })
  // linkedom's types are its own; it implements the DOM's interfaces as far as they are used here.
  const document = new DOMParser().parseFromString(
    '<html><head></head><body></body></html>',
    'text/html',
  ) as unknown as Document
  const root = document.documentElement
  let savedFrom: string | null = null
  let nodes = 0
  const todo: { from: Tree; to: Element; depth: number }[] = []
  const visit = (from: Tree, to: Element, depth: number) => {
    for (const child of from.childNodes) {
      nodes += 1
      if (nodes > mostNodes)
        throw new GainsayError(
          'too-large',
          'This page has more elements than Gainsay reads; it was not imported.',
        )
      if (defaultTreeAdapter.isTextNode(child)) {
        to.appendChild(document.createTextNode(child.value))
      } else if (defaultTreeAdapter.isCommentNode(child)) {
        savedFrom ??= readSavedFrom(child.data)
      } else if (defaultTreeAdapter.isElementNode(child)) {
        const name = child.tagName
        if (name === 'script' ? !isLinkedData(child) : unread.has(name)) continue
        const made =
          name === 'html'
            ? root
            : name === 'head' || name === 'body'
              ? (root.querySelector(name) ?? to)
              : create(document, name)
        for (const { name: key, value } of child.attrs)
          if (attributeName.test(key) && !key.startsWith('on')) made.setAttribute(key, value)
        if (made.parentNode === null) to.appendChild(made)
        if (emptied.has(name)) continue
        todo.push({ from: child, to: depth < deepest ? made : to, depth: depth + 1 })
      }
    }
  }
  visit(tree, root, 0)
  for (let step = todo.pop(); step !== undefined; step = todo.pop()) visit(step.from, step.to, step.depth)
  return { document, savedFrom }
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
