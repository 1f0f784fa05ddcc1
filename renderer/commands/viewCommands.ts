/** What is on the screen and where the focus is: views, columns, search, text size, theme, help. */
import type { ArticleId } from '../../app/ids.ts'
import { settingsSchema } from '../../app/inputForms.ts'
import { mostColumns } from '../../app/layout.ts'
import {
  closeColumn,
  compareThread,
  fullRefusal,
  needColumns,
  needThread,
  withColumn,
} from '../compare/columnSet.ts'
import { keepPlaces } from '../compare/keepPlaces.ts'
import { findMostLinked } from '../compare/mostLinked.ts'
import { moveColumn, needPlace } from '../compare/moveColumn.ts'
import { goToThreads } from '../compare/threadEdges.ts'
import { type LedgerTab, ledgerState } from '../ledger/ledgerState.ts'
import { findViewPlace } from '../views/viewPlace.ts'
import type { Parts } from '../workspace/context.ts'
import type { WorkspaceState } from '../workspace/workspace.ts'
import type { Commands, IdsOf } from './commandRunner.ts'
import type { RelatedId } from './relatedCommands.ts'

type Ids =
  | Exclude<IdsOf<'compare'>, RelatedId>
  | IdsOf<'view' | 'find' | 'focus' | 'text' | 'theme' | 'help'>
  | 'palette'

export const viewCommands: Commands<Ids> = {
  palette: { run: ({ workspace }) => workspace.patch({ dialog: { dialog: 'palette' } }) },
  'help.keys': { run: ({ workspace }) => workspace.patch({ dialog: { dialog: 'keys' } }) },

  'view.read': { run: showRead },
  'view.compare': { run: showCompare },
  'view.report': { run: (parts) => showView(parts, { view: 'report' }) },
  'view.ledger': { run: (parts) => showLedger(parts, null) },
  'view.openItems': { run: (parts) => showLedger(parts, 'open') },
  'view.actors': { run: (parts) => showLedger(parts, 'actors') },
  'view.timeline': { run: (parts) => showView(parts, { view: 'timeline' }) },
  'view.graph': { run: (parts) => showView(parts, { view: 'graph' }) },
  'view.back': {
    when: ({ workspace }) => (workspace.get().trail.length === 0 ? 'There is nothing to go back to.' : null),
    run: goBack,
  },
  'compare.add': {
    when: needRoom,
    run: ({ workspace }) => workspace.patch({ dialog: { dialog: 'pickArticle' } }),
  },
  'compare.remove': {
    when: needColumns,
    run: (parts) => closeColumn(parts, parts.workspace.get().activeColumn),
  },

  'compare.threadsAbove': { when: needColumns, run: (parts) => goToThreads(parts, 'above') },
  'compare.threadsBelow': { when: needColumns, run: (parts) => goToThreads(parts, 'below') },
  'compare.thread': { when: needThread, run: compareThread },
  'compare.next': { when: needColumns, run: (parts) => stepColumn(parts, 1) },
  'compare.previous': { when: needColumns, run: (parts) => stepColumn(parts, -1) },
  'compare.moveLeft': { when: (parts) => needPlace(parts, -1), run: (parts) => moveActive(parts, -1) },
  'compare.moveRight': { when: (parts) => needPlace(parts, 1), run: (parts) => moveActive(parts, 1) },

  'find.article': {
    when: ({ workspace }) =>
      workspace.activeReader() === null ? 'Open an article in the read or compare view first.' : null,
    run({ workspace }) {
      const selected = workspace.activeReader()?.selection()?.text ?? ''
      const short = selected !== '' && selected.length <= 100 && !selected.includes('\n')
      workspace.patch({ find: short ? selected : (workspace.get().find ?? '') })
      focusSoon('.find-bar input')
    },
  },
  'find.case': {
    run({ workspace }) {
      workspace.patch({ libraryOpen: true })
      focusSoon('#library-search')
    },
  },

  'focus.library': {
    async run({ workspace, library, records }) {
      workspace.patch({ libraryOpen: true })
      // The first articles of a case are listed a moment after they came in.
      const empty = (records.info()?.articles ?? 0) === 0
      if (library.get().total === 0 && !empty) await library.refresh()
      focusSoon(library.get().total === 0 ? '#library-search' : '#library-list')
    },
  },
  'focus.reader': {
    when: ({ workspace }) => (workspace.activeReader() === null ? 'There is no text open to go to.' : null),
    run: ({ workspace }) => workspace.activeReader()?.focus(),
  },
  'focus.margin': { run: focusMargin },
  'focus.imports': {
    when: ({ imports }) => (imports.get().total === 0 ? 'There is no import list at the moment.' : null),
    run: () => focusSoon('.import-panel'),
  },

  'text.larger': { run: (parts) => sizeText(parts, 1) },
  'text.smaller': { run: (parts) => sizeText(parts, -1) },
  'theme.toggle': {
    async run({ client }) {
      const dark = document.documentElement.dataset.theme === 'dark'
      await client.call('settings.set', { theme: dark ? 'light' : 'dark' })
    },
  },
}

/** Adds an article as the last column of the compare view, or goes to it when it is a column already; says so where there is no room. */
export function addToCompare({ workspace }: Parts, id: ArticleId): void {
  if (!workspace.leaveCorrecting()) return
  const { columns, articleId } = workspace.get()
  const start = columns.length === 0 && articleId !== null && articleId !== id ? [articleId] : columns
  const next = withColumn(start, id)
  if (next === null) workspace.notify('refused', fullRefusal)
  else
    keepPlaces({ workspace }, () =>
      workspace.patch({ view: 'compare', columns: next, activeColumn: next.indexOf(id) }),
    )
}

/**
 * Shows a view and brings the keys there, wherever they were: the stage has them until the
 * view takes them as it appears. In the view that is shown already they go to its text,
 * its picture or its table.
 */
function showView({ workspace }: Parts, part: Partial<WorkspaceState>): void {
  const stage = document.getElementById('stage')
  const stays = part.view === workspace.get().view
  stage?.focus({ preventScroll: true })
  workspace.patch(part)
  if (!stays) return
  const reader = workspace.activeReader()
  if (reader !== null) reader.focus()
  else findViewPlace(stage)?.focus()
}

function showLedger(parts: Parts, tab: LedgerTab | null): void {
  ledgerState.set((state) => ({ ...state, tab: tab ?? (state.tab === 'matrix' ? 'matrix' : 'threads') }))
  showView(parts, { view: 'ledger' })
}

/** Back to where a passage was opened from; in a text the passage is brought on the screen again. */
function goBack({ records, workspace }: Parts): void {
  workspace.back()
  const { focusId } = workspace.get()
  const annotation = focusId === null ? null : records.annotation(focusId)
  const reader = annotation === null ? undefined : workspace.readers.get(annotation.articleId)
  if (annotation === null || reader === undefined) return
  reader.reveal(annotation.id, 'center')
  reader.focus()
}

function showRead(parts: Parts): void {
  const { workspace } = parts
  const articleId = workspace.activeArticle() ?? workspace.get().articleId
  showView(parts, { view: 'read', articleId })
}

/** The first time with the open article and the one that has most links to it. */
function showCompare(parts: Parts): void {
  const { workspace, records } = parts
  const { columns, articleId } = workspace.get()
  if (columns.length === 0 && articleId !== null) {
    const partner = findMostLinked(records, articleId)
    const both = partner === null ? [articleId] : [articleId, partner]
    showView(parts, { view: 'compare', columns: both, activeColumn: 0 })
    return
  }
  const at = articleId === null ? -1 : columns.indexOf(articleId)
  showView(parts, { view: 'compare', activeColumn: at === -1 ? workspace.get().activeColumn : at })
}

function needRoom({ records, workspace }: Parts): string | null {
  if (records.info()?.articles === 0) return 'There is no article yet: import one first.'
  return workspace.get().columns.length < mostColumns ? null : fullRefusal
}

function moveActive(parts: Parts, step: 1 | -1): void {
  const { activeColumn } = parts.workspace.get()
  moveColumn(parts, activeColumn, activeColumn + step)
}

/** Goes to the neighbouring column; beyond the last one nothing happens. */
export function stepColumn({ workspace }: Parts, step: 1 | -1): void {
  const { columns, activeColumn } = workspace.get()
  const next = activeColumn + step
  if (columns[next] === undefined) return
  workspace.patch({ activeColumn: next })
  workspace.activeReader()?.focus()
}

/** The chosen card, else the first; the margin marks its cards with `data-card`. */
function focusMargin({ workspace }: Parts): void {
  const { focusId } = workspace.get()
  const cards = [...document.querySelectorAll<HTMLElement>('[data-card]')]
  const card = cards.find((element) => element.dataset.card === focusId) ?? cards[0]
  // In the card that is open its first field, where the cursor was when it opened.
  const field = card?.closest('.editing')?.querySelector<HTMLElement>('.card-first input')
  if (card) (field ?? card).focus()
  else workspace.notify('refused', 'The margin is empty: select words and press C, D or E to tag them.')
}

async function sizeText({ client, settings, workspace }: Parts, step: 1 | -1): Promise<void> {
  const textSize = settingsSchema.shape.textSize.safeParse(settings.get().textSize + step)
  if (!textSize.success) {
    workspace.notify(
      'refused',
      step === 1 ? 'The text has its largest size.' : 'The text has its smallest size.',
    )
    return
  }
  await client.call('settings.set', { textSize: textSize.data })
}

/** Focuses what matches: at once where it is there, so that the next key already falls into it, else once it is drawn. */
function focusSoon(selector: string): void {
  const there = document.querySelector<HTMLElement>(selector)
  if (there) focusOn(there)
  else requestAnimationFrame(() => focusOn(document.querySelector<HTMLElement>(selector)))
}

function focusOn(element: HTMLElement | null): void {
  element?.focus()
  if (element instanceof HTMLInputElement) element.select()
}
