/**
 * The editing mode of the reader: a view of the same document in which typing is
 * allowed. It keeps every step's map since it began, so that one save takes text
 * and passages on together. Its own undo puts former states back whole, maps and
 * all; undone steps are as if they had never been.
 */
import {
  type EditorState,
  Plugin,
  EditorState as State,
  TextSelection,
  type Transaction,
} from 'prosemirror-state'
import { Decoration, DecorationSet, EditorView } from 'prosemirror-view'
import type { CorrectedBlock } from '../../app/inputForms.ts'
import type { Annotation } from '../../app/model.ts'
import type { ArticleContent } from '../../app/results.ts'
import { type BlockType, blockTypes } from '../../app/vocabulary.ts'
import {
  blocksOf,
  correctionDoc,
  insertText,
  joinAtCaret,
  mayBreakLine,
  rangesOf,
  setType,
  splitAtCaret,
  tidy,
  turnFurniture,
  typeOfNode,
} from './correction.ts'
import { toPosition } from './schema.ts'

/** What the bar over the text shows. */
export type CorrectorState = {
  /** Of the block at the caret. */
  readonly type: BlockType
  readonly furniture: boolean
  readonly dirty: boolean
  readonly canUndo: boolean
  readonly canRedo: boolean
}

/** The edit as the host takes it. */
export type Correction = { readonly blocks: CorrectedBlock[]; readonly steps: number[][] }

export type CorrectorOptions = {
  /** The corrector fills it. */
  mount: HTMLElement
  /** Accessible name. */
  label: string
  content: ArticleContent
  annotations: readonly Annotation[]
  /** Offset at which the caret begins. */
  caret: number
  onChange(state: CorrectorState): void
  onSave(): void
}

export type Corrector = {
  state(): CorrectorState
  setType(type: BlockType): void
  turnFurniture(): void
  undo(): void
  redo(): void
  /** The edit so far, tidied; null where nothing was changed. */
  correction(): Correction | null
  /** How far down the window the caret stands, in pixels. */
  caretTop(): number
  focus(): void
  destroy(): void
}

type Moment = { readonly state: EditorState; readonly steps: readonly number[][] }

/** Typing within this many milliseconds is undone as one. */
const together = 600

export function createCorrector(options: CorrectorOptions): Corrector {
  const doc = correctionDoc(options.content)
  const size = doc.content.size
  const start = State.create({
    doc,
    plugins: [passagesPlugin(options.annotations)],
    selection: TextSelection.near(doc.resolve(Math.min(size, toPosition(options.caret)))),
  })
  let steps: readonly number[][] = []
  const past: Moment[] = []
  let future: Moment[] = []
  let lastAt = Number.NEGATIVE_INFINITY

  const stateOf = (): CorrectorState => {
    const { parent } = view.state.selection.$from
    return {
      type: parent.isTextblock ? typeOfNode(parent) : 'paragraph',
      furniture: parent.isTextblock && parent.attrs.furniture !== null,
      dirty: steps.length > 0,
      canUndo: past.length > 0,
      canRedo: future.length > 0,
    }
  }
  const tell = () => options.onChange(stateOf())

  const dispatch = (transaction: Transaction) => {
    const before = view.state
    if (transaction.docChanged) {
      const typing = transaction.time - lastAt < together && past.length > 0
      if (!typing) past.push({ state: before, steps })
      lastAt = transaction.time
      future = []
      steps = [...steps, ...transaction.mapping.maps.map(rangesOf)]
    }
    view.updateState(before.apply(transaction))
    if (transaction.docChanged || transaction.selectionSet) tell()
  }
  const act = (change: (transaction: Transaction) => Transaction | null): boolean => {
    const transaction = change(view.state.tr)
    if (transaction === null) return false
    if (transaction.docChanged || transaction.selectionSet) {
      // What is done by a key of its own is undone by itself.
      lastAt = Number.NEGATIVE_INFINITY
      view.dispatch(transaction.scrollIntoView())
    }
    return true
  }
  const travel = (from: Moment[], to: Moment[]) => {
    const moment = from.pop()
    if (moment === undefined) return
    to.push({ state: view.state, steps })
    steps = moment.steps
    lastAt = Number.NEGATIVE_INFINITY
    view.updateState(moment.state)
    tell()
  }
  const undo = () => travel(past, future)
  const redo = () => travel(future, past)

  const view: EditorView = new EditorView(options.mount, {
    state: start,
    dispatchTransaction: dispatch,
    attributes: {
      role: 'textbox',
      'aria-label': options.label,
      'aria-multiline': 'true',
      translate: 'no',
      ...(options.content.article.language === null ? {} : { lang: options.content.article.language }),
    },
    handleKeyDown: (_view, event) => onKey(event),
    handlePaste: (_view, event) => {
      const text = event.clipboardData?.getData('text/plain') ?? ''
      return act((transaction) => insertText(transaction, text))
    },
    handleDOMEvents: {
      // ProseMirror swallows this key, as that of a format; here it is the window's, which imports by it.
      keydown: (_view, event) => (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'i',
      // Words are dragged nowhere: a slip of the hand must not move text.
      dragstart: (_view, event) => refuse(event),
      drop: (_view, event) => refuse(event),
    },
  })

  function onKey(event: KeyboardEvent): boolean {
    const mod = event.ctrlKey || event.metaKey
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
    if (event.isComposing) return false
    if (key === 'Escape' || (key === 'Enter' && mod)) {
      options.onSave()
      return true
    }
    if (mod && event.altKey) {
      const type = blockTypes[Number(event.code.replace('Digit', ''))]
      return event.code.startsWith('Digit') && type !== undefined && act((tr) => setType(tr, type))
    }
    if (mod && key === 'z') {
      if (event.shiftKey) redo()
      else undo()
      return true
    }
    if (mod && key === 'y') {
      redo()
      return true
    }
    if (mod && event.shiftKey && key === 'b') return act(turnFurniture)
    if (key === 'Enter') return act(event.shiftKey ? breakLine : splitAtCaret)
    if (key === 'Backspace' || key === 'Delete') return act((tr) => erase(tr, key === 'Backspace' ? -1 : 1))
    return false
  }

  // The page may scroll under a bar; the editor says for itself where the caret is.
  view.focus()
  view.dispatch(view.state.tr.scrollIntoView())

  return {
    state: stateOf,
    setType: (type) => {
      act((transaction) => setType(transaction, type))
      view.focus()
    },
    turnFurniture: () => {
      act(turnFurniture)
      view.focus()
    },
    undo,
    redo,
    correction() {
      if (steps.length === 0) return null
      const transaction = tidy(view.state.tr)
      return {
        blocks: blocksOf(transaction.doc),
        steps: [...steps, ...transaction.mapping.maps.map(rangesOf)],
      }
    },
    caretTop: () => view.coordsAtPos(view.state.selection.head).top,
    focus: () => view.focus(),
    destroy: () => view.destroy(),
  }
}

/** Erases what is selected, or joins two blocks at their border; within a block the browser erases. */
function erase(transaction: Transaction, side: -1 | 1): Transaction | null {
  if (!transaction.selection.empty) return transaction.deleteSelection()
  return joinAtCaret(transaction, side)
}

function breakLine(transaction: Transaction): Transaction {
  const { $from } = transaction.deleteSelection().selection
  return mayBreakLine($from.parent.textContent, $from.parentOffset)
    ? transaction.insertText('\n')
    : transaction
}

function refuse(event: Event): boolean {
  event.preventDefault()
  return true
}

/** The passages as they go along with the edit. */
function passagesPlugin(annotations: readonly Annotation[]): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    state: {
      init: (_config, state) =>
        DecorationSet.create(
          state.doc,
          annotations.flatMap(({ segments, kind }) =>
            segments.map(({ start, end }) =>
              Decoration.inline(toPosition(start), toPosition(end), {
                nodeName: 'mark',
                class: `passage ${kind} lane-0`,
              }),
            ),
          ),
        ),
      apply: (transaction, marks) => marks.map(transaction.mapping, transaction.doc),
    },
    props: {
      decorations(state) {
        return this.getState(state)
      },
    },
  })
}
