/** Bringing articles in, going between them, correcting them, taking them out. */
import { isFurniture } from '../../app/blocks.ts'
import type { ArticleId } from '../../app/ids.ts'
import { fromBase64 } from '../library/base64.ts'
import { chooseFiles, chooseFolder } from '../library/chooseFiles.ts'
import type { CaptureChoice } from '../library/importQueue.ts'
import { placeOf } from '../library/placeOf.ts'
import { findReaderContent, isOlder, olderRefusal } from '../read/readerContent.ts'
import type { Parts } from '../workspace/context.ts'
import type { Workspace } from '../workspace/workspace.ts'
import type { Commands, IdsOf } from './commandRunner.ts'
import { openRevisionPair } from './revisionSteps.ts'

const needsArticle = ({ workspace }: Parts): string | null =>
  workspace.activeArticle() === null ? 'Open an article first.' : null

const needsText = ({ workspace }: Parts): string | null =>
  workspace.activeReader() === null ? 'Open an article in the read or compare view first.' : null

export const articleCommands: Commands<IdsOf<'article'>> = {
  'article.import': { run: async (parts) => importFiles(parts, await chooseFiles()) },
  'article.importFolder': { run: async (parts) => importFiles(parts, await chooseFolder()) },
  'article.paste': { run: ({ workspace }) => workspace.patch({ dialog: { dialog: 'paste', text: '' } }) },
  'article.next': { when: needsSome, run: (parts) => step(parts, 1) },
  'article.previous': { when: needsSome, run: (parts) => step(parts, -1) },
  'article.metadata': {
    when: needsArticle,
    run(parts) {
      const articleId = parts.workspace.activeArticle()
      if (articleId !== null) correctMetadata(parts, [articleId])
    },
  },
  'article.correct': { when: needsText, run: beginCorrecting },
  'article.revisions': {
    when: needsArticle,
    run: ({ workspace }) => showDialog(workspace, 'revisions'),
  },
  'article.compareRevisions': {
    when: needsArticle,
    async run(parts) {
      const articleId = parts.workspace.activeArticle()
      if (articleId === null) return
      const { length } = await parts.client.call('article.revisions', { id: articleId })
      if (length > 1) openRevisionPair(parts, articleId)
      else
        parts.workspace.notify(
          'refused',
          'This article has had one text only, so there is nothing to compare.',
        )
    },
  },
  'article.sharing': { when: needsArticle, run: showSharing },
  'article.reread': { when: needsArticle, run: ({ workspace }) => showDialog(workspace, 'reread') },
  'article.furniture': { when: needsText, run: turnBlock },
  'article.showFurniture': {
    when: needsArticle,
    run: ({ workspace }) => workspace.set((state) => ({ ...state, showFurniture: !state.showFurniture })),
  },
  'article.related': { when: needsArticle, run: ({ workspace }) => showDialog(workspace, 'relatedArticles') },
  'article.source': { when: needsArticle, run: saveSource },
  'article.remove': {
    when: needsArticle,
    run: (parts) => {
      const id = parts.workspace.activeArticle()
      return id === null ? undefined : removeArticles(parts, [id])
    },
  },
}

function showDialog(workspace: Workspace, dialog: 'revisions' | 'reread' | 'relatedArticles'): void {
  const articleId = workspace.activeArticle()
  if (articleId === null) return
  workspace.patch({
    dialog: dialog === 'reread' ? { dialog, articleId, articleIds: [articleId] } : { dialog, articleId },
  })
}

/** Goes over to the editing mode, in the read view. */
function beginCorrecting({ workspace }: Parts): void {
  const articleId = workspace.activeArticle()
  const reader = workspace.activeReader()
  const content = reader === null ? null : findReaderContent(reader)
  if (articleId === null || reader === null || content === null) return
  if (isOlder(content)) workspace.notify('refused', olderRefusal)
  else {
    const correcting = { articleId, caret: reader.caret(), caretTop: reader.caretTop(), dirty: false }
    workspace.patch({ view: 'read', articleId, correcting, editingId: null, find: null, remark: null })
  }
}

/** Imports files. Where nothing is being read, the first of them that becomes an article is opened; what is read stays. */
export function importFiles(parts: Parts, files: readonly File[]): Promise<void> {
  return parts.imports.add(files, (id) => {
    if (parts.workspace.get().articleId === null) showImported(parts, id)
  })
}

/** Imports a text that was pasted, and opens the article it becomes: somebody who pastes wants to see how it was taken. */
export function importText(parts: Parts, text: string): Promise<void> {
  return parts.imports.addText(text, 'Pasted text', (id) => showImported(parts, id))
}

/** Decides on later captures. A revision would take the ground from under an edit, so one that holds changes comes first. */
export async function settleCaptures(
  { imports, workspace }: Parts,
  lines: readonly number[],
  choice: CaptureChoice,
): Promise<void> {
  if (choice !== 'revision' || workspace.leaveCorrecting()) await imports.settle(lines, choice)
}

function showImported({ workspace }: Parts, articleId: ArticleId): void {
  // What is being corrected stays on the screen.
  if (workspace.get().correcting === null) {
    workspace.patch({ view: 'read', articleId, older: null, focusId: null, editingId: null })
  }
}

/** The host removes so many in one step. */
const mostRemoved = 1000

/** Removes articles with their passages and links, which undo brings back; opens the next one where the open one goes. */
export async function removeArticles(parts: Parts, ids: readonly ArticleId[]): Promise<void> {
  const { client, library, workspace } = parts
  const open = workspace.get().articleId
  const heir =
    open !== null && ids.includes(open)
      ? ((await library.findNeighbour(open, 1)) ?? (await library.findNeighbour(open, -1)))
      : null
  let removed = 0
  for (let at = 0; at < ids.length; at += mostRemoved) {
    const some = ids.slice(at, at + mostRemoved)
    removed += (await client.call('article.remove', { ids: some })).removed
  }
  if (heir !== null && !ids.includes(heir) && workspace.get().articleId === null) {
    workspace.patch({ articleId: heir })
  }
  const what = removed === 1 ? 'Removed the article' : `Removed ${removed} articles`
  workspace.notify('done', `${what} with its passages and links. Undo brings everything back.`)
}

/** Opens the dialog in which the metadata of an article, or the same of several, are corrected. */
export function correctMetadata({ workspace }: Parts, ids: readonly ArticleId[]): void {
  const [articleId] = ids
  if (articleId === undefined) return
  const one = ids.length === 1
  workspace.patch({
    dialog: one ? { dialog: 'metadata', articleId } : { dialog: 'manyMetadata', articleIds: ids },
  })
}

/** Shows an article: in the read view, or as the active column when it is being compared. */
export function openArticle({ workspace }: Parts, id: ArticleId): void {
  if (!workspace.leaveCorrecting()) return
  const { view, columns } = workspace.get()
  const column = columns.indexOf(id)
  workspace.leaveStop()
  if (view === 'compare' && column !== -1) workspace.patch({ activeColumn: column })
  else workspace.patch({ view: 'read', articleId: id, older: null, focusId: null, editingId: null })
}

/** Lists the articles that are one source with the open one, to go to another of them. */
async function showSharing(parts: Parts): Promise<void> {
  const { client, records, workspace } = parts
  const id = workspace.activeArticle()
  if (id === null) return
  const group = await client.call('article.sharing', { id })
  if (group.length === 1) {
    workspace.notify('refused', 'No other article of the case shares its text with this one.')
    return
  }
  records.rememberArticles(group)
  const choices = group.flatMap((article, index) =>
    article.id === id
      ? []
      : [
          {
            key: article.id,
            title: article.headline,
            under: `${index === 0 ? 'first of them · ' : ''}${placeOf(article)}`,
            kind: null,
          },
        ],
  )
  workspace.patch({
    dialog: {
      dialog: 'choose',
      chooser: {
        title: `${group.length} articles with one text, one source`,
        label: 'Articles with the same text',
        choices: () => choices,
        onChoose(key) {
          const chosen = group.find((article) => article.id === key)
          if (chosen !== undefined) openArticle(parts, chosen.id)
        },
      },
    },
  })
}

function needsSome({ records }: Parts): string | null {
  return records.info()?.articles === 0 ? 'There is no article yet: import one first.' : null
}

/** To the next article of the list; in the compare view to the next column, since those are the articles at hand. */
async function step(parts: Parts, direction: 1 | -1): Promise<void> {
  const { library, workspace } = parts
  const { view, columns, activeColumn } = workspace.get()
  if (view === 'compare' && columns.length > 0) {
    const id = columns[activeColumn + direction]
    if (id === undefined)
      workspace.notify('refused', `This is the ${direction === 1 ? 'last' : 'first'} column.`)
    else {
      workspace.patch({ activeColumn: activeColumn + direction })
      workspace.readers.get(id)?.focus()
    }
    return
  }
  const next = await library.findNeighbour(workspace.activeArticle(), direction)
  if (next === null) {
    workspace.notify('refused', direction === 1 ? 'This is the last article.' : 'This is the first article.')
    return
  }
  workspace.patch({ view: 'read', articleId: next, older: null, focusId: null, editingId: null })
}

/** Folds the block at the caret away, or restores it. */
async function turnBlock({ client, workspace }: Parts): Promise<void> {
  const id = workspace.activeArticle()
  const reader = workspace.activeReader()
  const content = reader === null ? null : findReaderContent(reader)
  const block = reader?.blockAt() ?? null
  if (content !== null && isOlder(content)) {
    workspace.notify('refused', olderRefusal)
    return
  }
  if (id === null || block === null || content === null) {
    workspace.notify('refused', 'Put the caret into the block that should be folded away or restored.')
    return
  }
  const { article, revision } = await client.call('article.get', { id })
  const there = revision.blocks[block]
  if (there === undefined) return
  const furniture = !isFurniture(there, block, article)
  await client.call('article.setFurniture', {
    id,
    blocks: [block],
    furniture,
    revisionId: content.revision.id,
  })
  workspace.notify('done', furniture ? 'Folded the block away.' : 'Restored the block.')
}

async function saveSource({ client, shell, workspace }: Parts): Promise<void> {
  const id = workspace.activeArticle()
  if (id === null) return
  const { source, bytes } = await client.call('article.source', { id })
  const name = source.origin === 'paste' ? `${source.name}.txt` : source.name
  const where = await shell.saveFile({ name, mediaType: source.mediaType, bytes: fromBase64(bytes) })
  if (where !== null) workspace.notify('done', `Saved the imported file as ${where}`)
}
