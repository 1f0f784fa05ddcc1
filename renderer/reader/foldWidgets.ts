/**
 * The lines that stand where furniture is folded away, with real buttons, and
 * the class that hides or fades the blocks under them.
 */
import { type EditorState, Plugin, PluginKey } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import type { ArticleContent } from '../../app/results.ts'
import { type Fold, foldLabel, foldsOf, furnitureOf } from './folds.ts'
import { toPosition } from './schema.ts'

/** What of the furniture is open at present. */
export type FoldState = {
  readonly content: ArticleContent
  readonly furniture: readonly boolean[]
  readonly folds: readonly Fold[]
  /** First blocks of the folds that the person opened. */
  readonly open: ReadonlySet<number>
  readonly showAll: boolean
  /** For each block whether it cannot be seen. */
  readonly hidden: readonly boolean[]
  readonly decorations: DecorationSet
}

export type FoldActions = {
  /** The person opens or closes a fold, named by its first block. */
  toggle(first: number): void
  restore(blocks: number[], furniture: boolean): void
}

const key = new PluginKey<FoldState>('folds')

/** The state of the folds. */
export function foldsIn(state: EditorState): FoldState {
  const value = key.getState(state)
  if (!value) throw new Error('The reader has no folds plugin')
  return value
}

/** The transaction that changes what is folded or open. */
export const setFolds = (
  state: EditorState,
  change: Partial<Pick<FoldState, 'content' | 'open' | 'showAll'>>,
) => state.tr.setMeta(key, change)

export function foldsPlugin(content: ArticleContent, actions: FoldActions): Plugin<FoldState> {
  return new Plugin<FoldState>({
    key,
    state: {
      init: (_config, state) => derive(state, content, new Set(), false, actions),
      apply(transaction, value, _before, state) {
        const change: Partial<FoldState> | undefined = transaction.getMeta(key)
        if (!change) return value
        return derive(
          state,
          change.content ?? value.content,
          change.open ?? value.open,
          change.showAll ?? value.showAll,
          actions,
        )
      },
    },
    props: { decorations: (state: EditorState) => foldsIn(state).decorations },
  })
}

function derive(
  state: EditorState,
  content: ArticleContent,
  opened: ReadonlySet<number>,
  showAll: boolean,
  actions: FoldActions,
): FoldState {
  const furniture = furnitureOf(content)
  const folds = foldsOf(content, furniture)
  // A fold that was restored and comes back (by undo) comes back closed.
  const open = new Set(folds.map(({ first }) => first).filter((first) => opened.has(first)))
  const decorations: Decoration[] = []
  const hidden = furniture.map(() => false)
  for (const fold of folds) {
    const isOpen = showAll || open.has(fold.first)
    decorations.push(foldLine(content, fold, isOpen, actions))
    for (let index = fold.first; index <= fold.last; index++) {
      const block = content.revision.blocks[index]
      if (!block) continue
      hidden[index] = !isOpen
      const attributes = { class: isOpen ? 'furniture' : 'furniture hidden' }
      decorations.push(Decoration.node(block.start, toPosition(block.end) + 1, attributes))
      if (isOpen && fold.last > fold.first) decorations.push(blockButton(block.start, index, true, actions))
    }
  }
  for (const index of content.article.flippedBlocks) {
    const block = content.revision.blocks[index]
    if (block?.furniture && furniture[index] === false) {
      decorations.push(blockButton(block.start, index, false, actions))
    }
  }
  const set = DecorationSet.create(state.doc, decorations)
  return { content, furniture, folds, open, showAll, hidden, decorations: set }
}

// Widgets are the browser's and ours: ProseMirror neither reads their events nor puts the caret in.
const widgetSpec = (name: string) => ({
  key: name,
  side: -1,
  ignoreSelection: true,
  stopEvent: () => true,
})

function foldLine(content: ArticleContent, fold: Fold, isOpen: boolean, actions: FoldActions): Decoration {
  const start = content.revision.blocks[fold.first]?.start ?? 0
  const blocks = Array.from({ length: fold.last - fold.first + 1 }, (_, i) => fold.first + i)
  const label = foldLabel(fold)
  const make = () => {
    const line = widget('fold')
    line.setAttribute('role', 'group')
    line.setAttribute('aria-label', label)
    const words = document.createElement('span')
    words.textContent = label
    const show = button(isOpen ? 'Hide' : 'Show', () => actions.toggle(fold.first))
    show.setAttribute('aria-expanded', String(isOpen))
    show.dataset.fold = String(fold.first)
    line.append(
      words,
      show,
      button('Restore', () => actions.restore(blocks, false)),
    )
    return line
  }
  return Decoration.widget(start, make, widgetSpec(`fold ${fold.first} ${label} ${isOpen}`))
}

function blockButton(position: number, index: number, restores: boolean, actions: FoldActions): Decoration {
  const make = () => {
    const line = widget('fold-one')
    line.append(button(restores ? 'Restore' : 'Fold away', () => actions.restore([index], !restores)))
    return line
  }
  return Decoration.widget(position, make, widgetSpec(`one ${index} ${restores}`))
}

function widget(className: string): HTMLElement {
  const element = document.createElement('div')
  element.className = className
  element.contentEditable = 'false'
  element.dataset.widget = ''
  return element
}

function button(name: string, act: () => void): HTMLButtonElement {
  const element = document.createElement('button')
  element.type = 'button'
  element.textContent = name
  element.addEventListener('click', act)
  // The caret stays where it is when the pointer goes for a button.
  element.addEventListener('mousedown', (event) => event.preventDefault())
  return element
}
