/**
 * What is on the screen: view, open articles, the chosen passage, the open dialog.
 * Nothing of it is part of the case; the records are never copied here.
 */
import type { ActorId, AnnotationId, ArticleId, RevisionId } from '../../app/ids.ts'
import type { Range } from '../../app/model.ts'
import type { Kind } from '../../app/vocabulary.ts'
import type { RevisionPair } from '../compare/revisionPair.ts'
import type { Reader } from '../reader/reader.ts'
import type { RelatedState } from '../related/relatedState.ts'
import { createStore, type Store } from '../ui/store.ts'
import type { Picture } from '../views/exportPicture.ts'

/** `revisions` is the compare view of two revisions of one article. */
export type View = 'read' | 'compare' | 'revisions' | 'ledger' | 'timeline' | 'graph' | 'report'

/** Where the person was, so that a key leads back there. */
export type Stop = Pick<
  WorkspaceState,
  'view' | 'articleId' | 'columns' | 'activeColumn' | 'revisionPair' | 'focusId'
>

/** What the view on the screen gives away as a file. */
export type ViewExports = {
  /** The file's name without its ending, such as `Timeline`. */
  readonly name: string
  /** The lines of its table, the heads first; null where it shows none. */
  readonly table: (() => readonly (readonly (string | number)[])[]) | null
  /** Null where it shows none; what it gives is null while it is not drawn. */
  readonly picture: (() => Picture | null) | null
}

/** One of several things to choose in a searchable list. */
export type Choice = {
  readonly key: string
  readonly title: string
  readonly under: string
  readonly kind: Kind | null
}
export type Chooser = {
  readonly title: string
  readonly label: string
  readonly choices: () => readonly Choice[]
  readonly onChoose: (key: string) => void
}

/** Words of an article that are to be tagged; the range lies in the text of the revision. */
export type Untagged = {
  readonly articleId: ArticleId
  readonly revisionId: RevisionId
  readonly range: Range
  readonly text: string
}

/** The dialog that is open, with what it is about. */
export type DialogState =
  | { readonly dialog: 'palette' }
  | { readonly dialog: 'keys' }
  | { readonly dialog: 'history' }
  | { readonly dialog: 'cases'; readonly mode: 'open' | 'create' }
  | { readonly dialog: 'check' }
  /** `text` is what the dialog opens with. */
  | { readonly dialog: 'paste'; readonly text: string }
  | { readonly dialog: 'metadata'; readonly articleId: ArticleId }
  | { readonly dialog: 'link'; readonly fromId: AnnotationId; readonly toId: AnnotationId | null }
  /** Tag a selection and link it in one step. */
  | {
      readonly dialog: 'tagAndLink'
      readonly articleId: ArticleId
      /** The revision in whose text the segments lie. */
      readonly revisionId: RevisionId
      readonly segments: readonly Range[]
      readonly text: string
      /** The passage to link to, where it is chosen already. */
      readonly toId: AnnotationId | null
    }
  /** Tag two passages that stand beside each other, and link them. */
  | { readonly dialog: 'linkPair'; readonly here: Untagged; readonly there: Untagged }
  /** Which of several linked passages to go to. */
  | { readonly dialog: 'partner'; readonly ofId: AnnotationId }
  | { readonly dialog: 'pickArticle' }
  | { readonly dialog: 'relatedArticles'; readonly articleId: ArticleId }
  /** What other articles say of this text of an article. */
  | { readonly dialog: 'relatedPassages'; readonly articleId: ArticleId; readonly text: string }
  /** Passages that wait on older revisions, of one article or of all; `startId` is the one to begin with. */
  | { readonly dialog: 'review'; readonly articleId: ArticleId | null; readonly startId?: AnnotationId }
  | { readonly dialog: 'revisions'; readonly articleId: ArticleId }
  /** Reads the kept bytes in another way; `articleIds` are all articles that came from the same file. */
  | {
      readonly dialog: 'reread'
      readonly articleId: ArticleId
      readonly articleIds: readonly ArticleId[]
    }
  /** Corrects the same metadata of several articles. */
  | { readonly dialog: 'manyMetadata'; readonly articleIds: readonly ArticleId[] }
  | { readonly dialog: 'choose'; readonly chooser: Chooser }
  | { readonly dialog: 'threadTitle'; readonly threadKey: string }
  | { readonly dialog: 'splitThread'; readonly threadKey: string }
  | { readonly dialog: 'editActor'; readonly actorId: ActorId }
  | { readonly dialog: 'splitActor'; readonly actorId: ActorId }

/** The editing mode of the read view. */
export type Correcting = {
  readonly articleId: ArticleId
  /** The offset at which it began. */
  readonly caret: number
  /** How far down the window the caret stood, in pixels; null where it was not in sight. */
  readonly caretTop: number | null
  readonly dirty: boolean
}

/**
 * A short message at the foot of the window. It belongs to the act that made it: what was
 * done goes once there was time to read it, what was refused once it is `past` as well,
 * which the next act that succeeds makes it, and leaving the place.
 */
export type Notice = {
  readonly tone: 'done' | 'refused'
  readonly text: string
  /** When it was said, in milliseconds since 1970. */
  readonly at: number
  readonly past: boolean
}

export type Remark = {
  readonly id: AnnotationId
  /** The article whose queue it is of; null for the queue of the case. */
  readonly scope: ArticleId | null
  /** Where in the current text it seems to stand; null where nothing comes near. */
  readonly place: Range | null
}

export type WorkspaceState = {
  readonly view: View
  /** The article of the read view. */
  readonly articleId: ArticleId | null
  /** The older revision that is being read in place of the current one; null as a rule. */
  readonly older: { readonly articleId: ArticleId; readonly revisionId: RevisionId } | null
  /** The article whose text is being corrected; null outside of that mode. */
  readonly correcting: Correcting | null
  /** The passage of the review queue for which words are being chosen in the reader. */
  readonly remark: Remark | null
  /** The articles chosen in the library, for what is done to several. */
  readonly chosen: ReadonlySet<ArticleId>
  /** The articles of the compare view, from left to right. */
  readonly columns: readonly ArticleId[]
  /** Index into `columns` of the column that keys act on. */
  readonly activeColumn: number
  /** How much of the width each column has, by article; columns that nobody sized are left out. */
  readonly columnShares: ReadonlyMap<ArticleId, number>
  /** What the view `revisions` shows; null before it was shown. */
  readonly revisionPair: RevisionPair | null
  /** What is shown of related passages; null while they are not shown. */
  readonly related: RelatedState | null
  /** The chosen passage. */
  readonly focusId: AnnotationId | null
  /** The passage whose card is open for editing. */
  readonly editingId: AnnotationId | null
  readonly showFurniture: boolean
  /** Whether the list of articles stands at the left. */
  readonly libraryOpen: boolean
  readonly search: string
  /** What is looked for in the open article; null while the find bar is closed. */
  readonly find: string | null
  readonly dialog: DialogState | null
  /** Where Back leads, the last at the end. */
  readonly trail: readonly Stop[]
  /** While the view is printed, every line of it is drawn. */
  readonly printing: boolean
  readonly notice: Notice | null
}

export const initialWorkspace: WorkspaceState = {
  view: 'read',
  articleId: null,
  older: null,
  correcting: null,
  remark: null,
  chosen: new Set(),
  columns: [],
  activeColumn: 0,
  columnShares: new Map(),
  revisionPair: null,
  related: null,
  focusId: null,
  editingId: null,
  showFurniture: false,
  libraryOpen: true,
  search: '',
  find: null,
  dialog: null,
  trail: [],
  printing: false,
  notice: null,
}

export type Workspace = Store<WorkspaceState> & {
  /** Changes some of the state and leaves the rest. */
  patch(part: Partial<WorkspaceState>): void
  /** The readers on screen, by article; a reader registers when it is mounted. */
  readonly readers: Map<ArticleId, Reader>
  /** The article that keys act on: the open one, or that of the active column. */
  activeArticle(): ArticleId | null
  activeReader(): Reader | null
  notify(tone: Notice['tone'], text: string): void
  /** Makes a message one of a former act, where it is still the one that is shown. */
  passNotice(notice: Notice | null): void
  /** Leaves the editing mode if nothing was changed in it; otherwise says what to do first, and is false. */
  leaveCorrecting(): boolean
  /** Keeps the place that is left, so that `back` leads there. */
  leaveStop(): void
  /** To where the person was before; false where there is nothing to go back to. */
  back(): boolean
  /** What the view on the screen gives away; a view sets it while it is mounted. */
  readonly exports: { current: ViewExports | null }
}

/** Said where something else is asked for while a text is being corrected. */
export const correctingRefusal =
  'Finish correcting the text first: Esc saves what you changed, “Leave as it was” drops it.'

/** More stops than this nobody retraces. */
const mostStops = 50

export function createWorkspace(): Workspace {
  const store = createStore<WorkspaceState>(initialWorkspace)
  const readers = new Map<ArticleId, Reader>()
  const activeArticle = () => {
    const state = store.get()
    return state.view === 'compare' ? (state.columns[state.activeColumn] ?? null) : state.articleId
  }
  const patch = (part: Partial<WorkspaceState>) => store.set((state) => ({ ...state, ...part }))
  const notify = (tone: Notice['tone'], text: string) =>
    patch({ notice: { tone, text, at: Date.now(), past: tone === 'done' } })
  return {
    ...store,
    readers,
    patch,
    activeArticle,
    activeReader() {
      const id = activeArticle()
      return id === null ? null : (readers.get(id) ?? null)
    },
    notify,
    passNotice(notice) {
      if (notice === null || notice.past || store.get().notice !== notice) return
      patch({ notice: { ...notice, past: true } })
    },
    leaveCorrecting() {
      const { correcting } = store.get()
      if (correcting === null) return true
      if (correcting.dirty) notify('refused', correctingRefusal)
      else patch({ correcting: null })
      return !correcting.dirty
    },
    exports: { current: null },
    leaveStop: () =>
      store.set((state) => {
        const { view, articleId, columns, activeColumn, revisionPair, focusId } = state
        const stop: Stop = { view, articleId, columns, activeColumn, revisionPair, focusId }
        return { ...state, trail: [...state.trail, stop].slice(-mostStops) }
      }),
    back() {
      const { trail } = store.get()
      const stop = trail.at(-1)
      if (stop === undefined) return false
      store.set((state) => ({ ...state, ...stop, editingId: null, trail: trail.slice(0, -1) }))
      return true
    },
  }
}
