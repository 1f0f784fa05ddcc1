/**
 * Keeping ProseMirror's selection level with the browser's, and the keys and
 * presses for which the browser does what a read-only text has no use for.
 */
import { type EditorState, TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import type { Range } from '../../app/model.ts'
import { toPosition } from './schema.ts'

/**
 * Reads the browser's selection now. ProseMirror hears of it by an event that
 * comes a moment later, or ignores it just after a click: too late for a command
 * key pressed right after selecting.
 */
export function syncSelection(view: EditorView): void {
  const dom = document.getSelection()
  if (!dom?.anchorNode || !dom.focusNode || !view.hasFocus()) return
  if (!view.dom.contains(dom.anchorNode) || !view.dom.contains(dom.focusNode)) return
  const anchor = view.posAtDOM(dom.anchorNode, dom.anchorOffset, -1)
  const head = view.posAtDOM(dom.focusNode, dom.focusOffset, -1)
  const { selection, doc } = view.state
  if (anchor === selection.anchor && head === selection.head) return
  const read = TextSelection.between(doc.resolve(anchor), doc.resolve(head))
  if (!read.eq(selection)) view.dispatch(view.state.tr.setSelection(read))
}

/**
 * Puts the browser's selection where ours is, for a text about to take the keys: one that
 * has none is given a caret at its start by the browser, which lays it out for that, and
 * then again where it belongs. That was most of what closing a card took.
 */
export function placeSelection(view: EditorView): void {
  const { anchor, head } = view.state.selection
  const [from, to] = [view.domAtPos(anchor), view.domAtPos(head)]
  document.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset)
}

/**
 * The selection that Ctrl+Home or Ctrl+End (on macOS ⌘↑, ⌘↓), with or without
 * Shift, leads to; null for any other key. `shown` spans the text that is not folded away.
 */
export function selectionToEdge(
  state: EditorState,
  event: KeyboardEvent,
  shown: Range,
): TextSelection | null {
  const up = (event.ctrlKey && event.key === 'Home') || (event.metaKey && event.key === 'ArrowUp')
  const down = (event.ctrlKey && event.key === 'End') || (event.metaKey && event.key === 'ArrowDown')
  if (event.altKey || (!up && !down)) return null
  const head = toPosition(up ? shown.start : shown.end)
  return TextSelection.create(state.doc, event.shiftKey ? state.selection.anchor : head, head)
}

/**
 * A press begins a new selection where it is. On selected words the browser would begin to drag
 * them, which leads nowhere in a text that takes nothing in. And to a text that had no focus our
 * former selection comes back with the focus, in the middle of the press (see readOnly.ts): the
 * browser would select on from there.
 */
export function beginSelection(view: EditorView, event: MouseEvent): void {
  if (event.button !== 0 || event.shiftKey || event.detail > 1) return
  const at = view.posAtCoords({ left: event.clientX, top: event.clientY })
  if (!at) return
  const { selection, doc, tr } = view.state
  const onSelected = !selection.empty && at.pos >= selection.from && at.pos <= selection.to
  if (view.hasFocus() && !onSelected) return
  view.dispatch(tr.setSelection(TextSelection.near(doc.resolve(at.pos))))
}
