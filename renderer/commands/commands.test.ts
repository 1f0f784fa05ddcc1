import { beforeEach, expect, test } from 'vitest'
import { commandTable } from '../../app/commandTable.ts'
import type { AnnotationId, ArticleId } from '../../app/ids.ts'
import { defaultSettings, type Settings } from '../../app/inputForms.ts'
import type { Annotation } from '../../app/model.ts'
import { createClient } from '../client/client.ts'
import { createTestTransport, type TestTransport } from '../client/testTransport.ts'
import { createArticleList } from '../library/articleList.ts'
import { createImportQueue } from '../library/importQueue.ts'
import { createRecordStore } from '../records/recordStore.ts'
import { info, records } from '../records/testCase.ts'
import { createStore } from '../ui/store.ts'
import type { Parts } from '../workspace/context.ts'
import { createWorkspace } from '../workspace/workspace.ts'
import { commandIds, commands, isCommandId, listenToShell, runCommand, whyNot } from './commands.ts'

let transport: TestTransport
let parts: Parts

/** Opens a case of articles alone. */
const load = async () => {
  const loaded = parts.records.load()
  transport.answer('case.info', info(1, { articles: 4 }))
  transport.answer('case.records', records(1))
  await loaded
}

beforeEach(async () => {
  transport = createTestTransport()
  const client = createClient(transport)
  const workspace = createWorkspace()
  const store = createRecordStore(client)
  parts = {
    client,
    workspace,
    records: store,
    shell: {
      kind: 'browser',
      mac: false,
      transport,
      chooseCase: null,
      saveFile: async (file) => file.name,
    },
    settings: createStore<Settings>(defaultSettings),
    library: createArticleList(client, store, workspace),
    imports: createImportQueue(client),
  }
  transport.open()
  await load()
})

const notice = () => parts.workspace.get().notice
const openArticle = () => parts.workspace.patch({ articleId: 'art_1' as ArticleId })

test('every command of the table has a runner, and no other has', () => {
  expect(Object.keys(commands).sort()).toEqual(Object.keys(commandTable).sort())
  expect(commandIds.every(isCommandId)).toBe(true)
  expect(isCommandId('toString')).toBe(false)
})

test('a command that cannot be run says why and is not run', async () => {
  await runCommand(parts, 'article.metadata')
  expect(notice()).toMatchObject({ tone: 'refused', text: 'Open an article first.' })
  await runCommand(parts, 'history.undo')
  expect(notice()).toMatchObject({ tone: 'refused', text: 'There is nothing to undo.' })
  expect(transport.sent).toEqual([])
})

test('an error of the host becomes a notice with its sentence', async () => {
  openArticle()
  const run = runCommand(parts, 'article.source')
  transport.refuse('article.source', 'The file is not in the case.')
  await run
  expect(notice()).toMatchObject({ tone: 'refused', text: 'The file is not in the case.' })
})

test('while the host cannot be reached nothing that changes the case is tried, and looking goes on', async () => {
  openArticle()
  transport.lose()
  for (const id of ['tag.claim', 'history.undo', 'article.import', 'case.open'] as const) {
    expect(whyNot(parts, id)).toMatch(/cannot be reached/)
  }
  await runCommand(parts, 'help.keys')
  expect(parts.workspace.get().dialog).toEqual({ dialog: 'keys' })
})

test('while a case is opened what has to do with passages waits for them, and looking does not', async () => {
  transport.tell({ event: 'case-opened', value: info(1, { path: '/b.gainsay' }) })
  transport.answer('case.info', info(1, { path: '/b.gainsay' }))
  await Promise.resolve()
  openArticle()
  parts.workspace.patch({ focusId: 'ann_1' as AnnotationId })
  void runCommand(parts, 'annotation.edit')
  await runCommand(parts, 'help.keys')
  expect(parts.workspace.get()).toMatchObject({ dialog: { dialog: 'keys' }, editingId: null })
  expect(transport.sent.map(({ method }) => method)).toEqual(['case.records'])
  // Only the parts of a record that are looked at are made; hence the cast.
  const only = { id: 'ann_1', articleId: 'art_1', kind: 'claim', segments: [{ start: 3, end: 9 }] }
  transport.answer('case.records', records(1, { annotations: [only as unknown as Annotation] }))
  await new Promise((resolve) => setTimeout(resolve, 0))
  expect(parts.workspace.get().editingId).toBe('ann_1')
  expect(notice()).toBe(null)
})

test('what is chosen in the native menu is run, and a word that is no command is not', () => {
  listenToShell(parts)
  transport.tell({ event: 'menu', value: { command: 'nonsense' } })
  expect(parts.workspace.get().dialog).toBe(null)
  transport.tell({ event: 'menu', value: { command: 'palette' } })
  expect(parts.workspace.get().dialog).toEqual({ dialog: 'palette' })
})

test('a case opened outside of the window is opened here, but not over a correction that is not finished', () => {
  listenToShell(parts)
  const open = () => transport.tell({ event: 'open-case', value: { path: '/b.gainsay' } })
  const correcting = { articleId: 'art_1' as ArticleId, caret: 0, caretTop: null, dirty: true }
  parts.workspace.patch({ correcting })
  open()
  expect(notice()).toMatchObject({ tone: 'refused' })
  expect(transport.sent).toEqual([])
  parts.workspace.patch({ correcting: { ...correcting, dirty: false } })
  open()
  expect(transport.sent).toMatchObject([{ method: 'case.open', input: { path: '/b.gainsay' } }])
})

test('a removal is told with how to take it back', async () => {
  openArticle()
  const run = runCommand(parts, 'article.remove')
  await Promise.resolve()
  await new Promise((resolve) => setTimeout(resolve, 0))
  expect(transport.sent.map((request) => request.input)).toEqual([{ ids: ['art_1'] }])
  transport.answer('article.remove', { removed: 1 })
  await run
  expect(notice()).toMatchObject({ tone: 'done', text: expect.stringMatching(/Undo brings everything back/) })
})

test('in the compare view the article keys go from column to column', async () => {
  const columns = ['art_1', 'art_2'] as ArticleId[]
  parts.workspace.patch({ view: 'compare', columns, activeColumn: 0 })
  await runCommand(parts, 'article.next')
  expect(parts.workspace.get()).toMatchObject({ view: 'compare', activeColumn: 1 })
  await runCommand(parts, 'article.next')
  expect(notice()).toMatchObject({ tone: 'refused', text: 'This is the last column.' })
})

test('closing a column leaves the one beside it active', async () => {
  const columns = ['art_1', 'art_2', 'art_3'] as ArticleId[]
  parts.workspace.patch({ view: 'compare', columns, activeColumn: 2 })
  await runCommand(parts, 'compare.remove')
  expect(parts.workspace.get()).toMatchObject({ columns: ['art_1', 'art_2'], activeColumn: 1 })
})

test('text cannot be made smaller than the settings allow', async () => {
  parts.settings.set({ ...defaultSettings, textSize: 12 })
  await runCommand(parts, 'text.smaller')
  expect(notice()).toMatchObject({ tone: 'refused', text: 'The text has its smallest size.' })
  expect(transport.sent).toEqual([])
})

test('what was refused is past once another act succeeds, and not before', async () => {
  await runCommand(parts, 'article.metadata')
  await runCommand(parts, 'history.undo')
  expect(notice()).toMatchObject({ text: 'There is nothing to undo.', past: false })
  await runCommand(parts, 'palette')
  expect(notice()).toMatchObject({ tone: 'refused', text: 'There is nothing to undo.', past: true })
  openArticle()
  const run = runCommand(parts, 'article.source')
  transport.refuse('article.source', 'The file is not in the case.')
  await run
  expect(notice()).toMatchObject({ text: 'The file is not in the case.', past: false })
})

test('what a column is needed for says so where there is none', () => {
  expect(whyNot(parts, 'compare.remove')).toBe('There are no columns here: this works in the compare view.')
  parts.workspace.patch({ view: 'compare' })
  for (const id of ['compare.remove', 'compare.next', 'compare.moveLeft', 'compare.threadsAbove'] as const) {
    expect(whyNot(parts, id)).toBe('There is no column yet: Shift C adds an article.')
  }
  // the ids of four articles; hence the cast
  parts.workspace.patch({ columns: ['art_1', 'art_2', 'art_3', 'art_4'] as ArticleId[] })
  expect(whyNot(parts, 'compare.remove')).toBeNull()
  expect(whyNot(parts, 'compare.add')).toMatch(/^Four articles stand side by side already/)
})
