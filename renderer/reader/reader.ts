/**
 * The reader: an article as read-only text with a caret, its passages painted,
 * its furniture folded. ProseMirror without React. It knows positions and pixels;
 * what a passage means, and all records, belong to whoever mounts it.
 *
 * Everything seen is derived from (content, annotations, emphasis, folds, find)
 * by `paint`; nothing seen is stored twice.
 */
import { EditorState, TextSelection, type Transaction } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import type { AnnotationId } from '../../app/ids.ts'
import type { Annotation, Range } from '../../app/model.ts'
import type { ArticleContent } from '../../app/results.ts'
import { blockViews } from './blockViews.ts'
import { passageAtCaret } from './caretFocus.ts'
import { beginSelection, placeSelection, selectionToEdge, syncSelection } from './caretKeys.ts'
import { createFinder, type FindResult } from './finder.ts'
import { blockIndexAt } from './folds.ts'
import { type FoldActions, foldsIn, foldsPlugin, setFolds } from './foldWidgets.ts'
import { createGrip, type DragMark, type Grip } from './grip.ts'
import { createHighlights } from './highlights.ts'
import { createPainter, type Emphasis, highlightPriority, marksPlugin } from './painter.ts'
import { createPaintLoop } from './paintLoop.ts'
import { createPassages } from './passages.ts'
import { readOnlyPlugin } from './readOnly.ts'
import { createReveal, type RevealHow } from './reveal.ts'
import { docOf, toOffset, toPosition } from './schema.ts'
import { type ReaderSelection, selectionOf, wholeGraphemes } from './selection.ts'
import { growToSentence } from './sentence.ts'
import { createShades, type Shade } from './shades.ts'
import { createViewport } from './viewport.ts'

export type { ReaderSelection } from './selection.ts'

export type ReaderOptions = {
  /** The reader fills it. */
  mount: HTMLElement
  /** The element that scrolls. */
  scroller: HTMLElement
  /** Accessible name, such as the headline. */
  label: string
  content: ArticleContent
  annotations: readonly Annotation[]
  /** The selection changed; null when no words are selected. */
  onSelect?(selection: ReaderSelection | null): void
  /** The person went into a passage by caret or click, or (null) left all passages. */
  onFocusAnnotation?(id: AnnotationId | null): void
  /** The person asked to restore blocks (`furniture` false) or to fold them away (true). */
  onToggleFold?(blocks: number[], furniture: boolean): void
  /** Text moved on the screen: whoever draws beside it measures again. At most once a frame. */
  onLayout?(): void
  /** The person drags a passage's grip. Without it there are no grips. */
  onDragMark?(event: DragMark): void
}

export type Reader = {
  /** Shows other content; of the same revision only the folds change, and caret and scroll stay. */
  setContent(content: ArticleContent): void
  /** Shows this list of annotations; unchanged items must be the same objects. */
  setAnnotations(annotations: readonly Annotation[]): void
  setFocus(id: AnnotationId | null, partners: ReadonlySet<AnnotationId>, dimOthers: boolean): void
  /** Scrolls a passage or range into view and opens the fold it lies in. */
  reveal(target: AnnotationId | Range, how?: RevealHow): void
  /** Offset of the text at the top of the window; 0 while the head above it is seen. */
  place(): number
  select(range: Range): void
  selection(): ReaderSelection | null
  /** Grows the selection to its sentence; a whole sentence grows by the next. */
  growToSentence(): void
  /** Offset of the caret, the moving end of the selection. */
  caret(): number
  /** How far down the window the caret stands, in pixels; null where it is out of sight. */
  caretTop(): number | null
  /** Index of the block with the caret; null in an empty article. */
  blockAt(): number | null
  find(query: string): FindResult
  findStep(direction: 1 | -1): FindResult
  endFind(): void
  /** Shades these passages and no others. */
  shade(shades: readonly Shade[]): void
  /** Client rects of a passage; null if it is not near the screen. */
  boxes(id: AnnotationId): DOMRect[] | null
  /** Whether `boxes` tells of all of a passage: none of it lies beyond what is painted. */
  wholeOnScreen(id: AnnotationId): boolean
  /** Pixels from the top of `mount` to the passage, estimated if it is far away; null if unknown. */
  top(id: AnnotationId): number | null
  /** Shows all folded furniture, faded, without changing the record; or hides all, also what was opened fold by fold. */
  showFolded(show: boolean): void
  focus(): void
  destroy(): void
}

const nobody: ReadonlySet<AnnotationId> = new Set()

export function createReader(options: ReaderOptions): Reader {
  const { mount, scroller } = options
  let content = options.content
  let label = options.label
  let emphasis: Emphasis = { focus: null, partners: nobody }
  let caretIds: AnnotationId[] = []
  let lastSelection: ReaderSelection | null = null

  const passages = createPassages()
  passages.set(options.annotations)
  mount.classList.add('reader')

  const folds = (): FoldActions => ({
    toggle: toggleFold,
    restore: (blocks, furniture) => options.onToggleFold?.(blocks, furniture),
  })
  const stateOf = () =>
    EditorState.create({
      doc: docOf(content.revision),
      plugins: [
        readOnlyPlugin(label, content.article.language, () => currentSelection()?.text ?? null),
        foldsPlugin(content, folds()),
        marksPlugin(),
      ],
    })
  const view: EditorView = new EditorView(mount, {
    state: stateOf(),
    nodeViews: blockViews(),
    dispatchTransaction: (transaction) => dispatch(transaction),
    // Scrolling is ours: the reader's own margins, and no jump while a person reads.
    handleScrollToSelection: () => true,
    handleDOMEvents: {
      keydown: (_view, event) => {
        syncSelection(view)
        const edge = selectionToEdge(view.state, event, shownText())
        if (edge) {
          event.preventDefault()
          goTo(edge)
        }
        return true
      },
      mousedown: (_view, event) => {
        idsAtPress = caretIds
        focusAtPress = emphasis.focus
        beginSelection(view, event)
        return false
      },
    },
    handleClick: (_view, position) => {
      const ids = idsAt(toOffset(position))
      if (ids.length > 0) tellFocus(passageAtCaret(idsAtPress, ids, focusAtPress, true))
      return false
    },
  })
  let idsAtPress: AnnotationId[] = []
  let focusAtPress: AnnotationId | null = null

  const viewport = createViewport(view.dom, scroller)
  const highlights = createHighlights(viewport.range, highlightPriority)
  const painter = createPainter(view, highlights)
  const finder = createFinder(highlights)
  const shades = createShades(highlights)
  const reveal = createReveal(scroller)

  const isHidden = (index: number) => foldsIn(view.state).hidden[index] === true
  const range = (): Range => ({
    start: toOffset(view.state.selection.from),
    end: toOffset(view.state.selection.to),
  })
  const idsAt = (offset: number) => passages.at(offset).map(({ annotation }) => annotation.id)

  const selectionNow = () => {
    if (view.state.selection.empty) return null
    const { text, blocks } = content.revision
    return selectionOf(text, blocks, range(), foldsIn(view.state).furniture, isHidden)
  }
  const currentSelection = () => {
    syncSelection(view)
    return selectionNow()
  }
  const shownText = (): Range => {
    const shown = content.revision.blocks.filter((_, index) => !isHidden(index))
    return { start: shown[0]?.start ?? 0, end: shown.at(-1)?.end ?? 0 }
  }
  function goTo(selection: TextSelection) {
    view.dispatch(view.state.tr.setSelection(selection))
    // One letter on that side of the caret where the text is: beyond the edge begins what is folded.
    const at = toOffset(selection.head)
    const start = at === shownText().start ? at : at - 1
    show({ start, end: start + 1 }, 'nearest')
  }

  let focusTold: AnnotationId | null = null
  function tellFocus(id: AnnotationId | null) {
    if (id === focusTold && id === emphasis.focus) return
    focusTold = id
    options.onFocusAnnotation?.(id)
  }

  function dispatch(transaction: Transaction) {
    const before = view.state.selection
    view.updateState(view.state.apply(transaction))
    if (!transaction.selectionSet || view.state.selection.eq(before)) return
    const next = selectionNow()
    if (next !== null || lastSelection !== null) options.onSelect?.(next)
    lastSelection = next
    if (transaction.getMeta('programmatic') || !view.state.selection.empty) return
    const ids = idsAt(range().start)
    const id = passageAtCaret(caretIds, ids, emphasis.focus, false)
    caretIds = ids
    if (id !== emphasis.focus) tellFocus(id)
  }

  const loop = createPaintLoop({
    view,
    mount,
    scroller,
    viewport,
    passages,
    painter,
    overlays: [shades, finder],
    blocks: () => content.revision.blocks,
    emphasis: () => emphasis,
    onLayout: () => options.onLayout?.(),
  })
  const redrawn = () => {
    viewport.refresh(content.revision.blocks, isHidden)
    finder.refresh(content.revision.text, content.revision.blocks, isHidden)
    loop.relayout()
  }

  function toggleFold(first: number) {
    const open = new Set(foldsIn(view.state).open)
    if (!open.delete(first)) open.add(first)
    view.dispatch(setFolds(view.state, { open }))
    // The button was drawn anew; whoever pressed it stays on it.
    view.dom.querySelector<HTMLElement>(`button[data-fold="${first}"]`)?.focus()
    redrawn()
  }
  const unfold = (offset: number) => {
    const index = blockIndexAt(content.revision.blocks, offset)
    if (index === null || !isHidden(index)) return
    const { folds, open } = foldsIn(view.state)
    const fold = folds.find(({ first, last }) => first <= index && index <= last)
    if (!fold) return
    view.dispatch(setFolds(view.state, { open: new Set([...open, fold.first]) }))
    redrawn()
  }

  redrawn()

  const boxes = (id: AnnotationId) => {
    const passage = passages.find(id)
    const stretch = loop.stretch()
    if (!passage || !stretch) return null
    const { start, end } = stretch
    const near = passage.intervals.filter((i) => i.end > start && i.start < end)
    if (near.length === 0) return null
    return near.flatMap((i) => viewport.rects({ start: Math.max(start, i.start), end: Math.min(end, i.end) }))
  }
  const passageUnder = (x: number, y: number) => {
    const at = view.posAtCoords({ left: x, top: y })
    if (!at) return null
    const ids = idsAt(toOffset(at.pos))
    return (
      ids.find((id) => boxes(id)?.some((r) => r.left <= x && x <= r.right && r.top <= y && y <= r.bottom)) ??
      null
    )
  }
  const { onDragMark } = options
  const grip: Grip | null = onDragMark ? createGrip(mount, passageUnder, boxes, onDragMark) : null

  const select = (wanted: Range) => {
    const size = content.revision.text.length
    const start = Math.max(0, Math.min(wanted.start, size))
    const whole = wholeGraphemes(content.revision.text, {
      start,
      end: Math.max(start, Math.min(wanted.end, size)),
    })
    const selection = TextSelection.create(view.state.doc, toPosition(whole.start), toPosition(whole.end))
    view.dispatch(view.state.tr.setSelection(selection).setMeta('programmatic', true))
  }
  /** Where the text was brought to the top last. */
  let broughtToTop = 0
  const show = (target: Range, how: RevealHow) => {
    unfold(target.start)
    if (how === 'top') broughtToTop = target.start
    const block = blockIndexAt(content.revision.blocks, target.start)
    reveal.to(() => {
      const rects = viewport.rects(target)
      const last = rects.at(-1)
      if (rects[0] && last) return new DOMRect(rects[0].x, rects[0].y, 1, last.bottom - rects[0].top)
      return block === null ? null : (viewport.element(block)?.getBoundingClientRect() ?? null)
    }, how)
    loop.schedule()
  }
  const paintFound = () => {
    const stretch = loop.stretch()
    if (stretch) finder.paint(stretch)
  }
  const showFound = (result: FindResult) => {
    const match = finder.current()
    if (match) show(match, 'center')
    paintFound()
    return result
  }

  return {
    setContent(next) {
      const sameText = next.revision.id === content.revision.id
      const sameArticle = next.article.id === content.article.id
      content = next
      if (sameText) {
        const inside = view.dom.contains(document.activeElement)
        view.dispatch(setFolds(view.state, { content }))
        // The fold is gone with the button that restored it; the keys go on in the text.
        if (inside && !view.dom.contains(document.activeElement)) view.focus()
      } else {
        label = next.article.headline
        painter.reset()
        reveal.forget()
        shades.set([])
        if (!sameArticle) emphasis = { focus: null, partners: nobody }
        loop.restart()
        view.updateState(stateOf())
        if (!sameArticle) scroller.scrollTop = 0
      }
      redrawn()
    },
    setAnnotations(annotations) {
      if (!passages.set(annotations)) return
      grip?.hide()
      loop.changed()
    },
    setFocus(id, partners, dimOthers) {
      emphasis = { focus: id, partners }
      mount.toggleAttribute('data-dim', dimOthers)
      loop.changed()
    },
    reveal(target, how = 'nearest') {
      if (typeof target !== 'string') return show(target, how)
      const first = passages.find(target)?.intervals[0]
      if (first) show(first, how)
    },
    place() {
      const { left, top } = mount.getBoundingClientRect()
      const edge = scroller.getBoundingClientRect().top
      // What was brought there may stand within its line by now; its line's start would be further up each time.
      if (reveal.rests()) return broughtToTop
      const at = top > edge ? null : view.posAtCoords({ left: left + 4, top: edge + 4 })
      return at === null ? 0 : toOffset(at.pos)
    },
    select,
    selection: currentSelection,
    growToSentence() {
      syncSelection(view)
      const { text, blocks } = content.revision
      const grown = growToSentence(text, blocks, range(), isHidden)
      if (!grown) return
      select(grown)
      show({ start: Math.max(grown.start, grown.end - 1), end: grown.end }, 'nearest')
    },
    caret() {
      syncSelection(view)
      return toOffset(view.state.selection.head)
    },
    caretTop() {
      syncSelection(view)
      const { top, bottom } = view.coordsAtPos(view.state.selection.head)
      const seen = scroller.getBoundingClientRect()
      return top >= seen.top && bottom <= seen.bottom ? top : null
    },
    blockAt() {
      syncSelection(view)
      return blockIndexAt(content.revision.blocks, toOffset(view.state.selection.head))
    },
    find: (query) => showFound(finder.find(query, range().start)),
    findStep: (direction) => showFound(finder.step(direction)),
    endFind() {
      const match = finder.current()
      finder.end()
      paintFound()
      if (match) select(match)
    },
    shade(next) {
      shades.set(next)
      const stretch = loop.stretch()
      if (stretch) shades.paint(stretch)
    },
    boxes,
    wholeOnScreen(id) {
      const stretch = loop.stretch()
      const intervals = passages.find(id)?.intervals ?? []
      return (
        stretch !== null && intervals.every(({ start, end }) => start >= stretch.start && end <= stretch.end)
      )
    },
    top(id) {
      const start = passages.find(id)?.intervals[0]?.start
      const top = start === undefined ? null : viewport.top(start)
      return top === null ? null : top - mount.getBoundingClientRect().top
    },
    showFolded(showAll) {
      view.dispatch(setFolds(view.state, showAll ? { showAll } : { showAll, open: new Set() }))
      redrawn()
    },
    focus() {
      placeSelection(view)
      view.focus()
    },
    destroy() {
      // Whoever ends the find later finds none: nothing is selected in a view that is gone.
      finder.end()
      loop.destroy()
      reveal.cancel()
      grip?.destroy()
      highlights.clear()
      view.destroy()
      mount.classList.remove('reader')
      mount.removeAttribute('data-dim')
    },
  }
}
