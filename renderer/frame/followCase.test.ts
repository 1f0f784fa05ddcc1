import { expect, test } from 'vitest'
import type { Committed } from '../../app/changes.ts'
import type { ArticleId } from '../../app/ids.ts'
import type { Article } from '../../app/model.ts'
import { initialWorkspace, type WorkspaceState } from '../workspace/workspace.ts'
import { withoutRemoved, wordsOfLoss, wordsOfRemoval } from './followCase.ts'

// Only ids matter here; hence the casts.
const removed = (...ids: string[]) =>
  ({ changes: ids.map((id) => ({ type: 'article', id, before: {}, after: null })) }) as unknown as Committed
const state = {
  ...initialWorkspace,
  articleId: 'art_1',
  columns: ['art_1', 'art_2', 'art_3'],
  activeColumn: 2,
  focusId: 'ann_1',
  editingId: 'ann_1',
} as unknown as WorkspaceState

test('what was removed leaves the screen', () => {
  expect(withoutRemoved(state, removed('art_1', 'art_3', 'ann_1'))).toEqual({
    ...state,
    articleId: null,
    columns: ['art_2'],
    activeColumn: 0,
    focusId: null,
    editingId: null,
  })
})

test('the column that keys act on stays the same where one before it was removed', () => {
  const at = (activeColumn: number, ...ids: string[]) =>
    withoutRemoved({ ...state, activeColumn }, removed(...ids))
  expect(at(1, 'art_1')).toMatchObject({ columns: ['art_2', 'art_3'], activeColumn: 0 })
  expect(at(1, 'art_2')).toMatchObject({ columns: ['art_1', 'art_3'], activeColumn: 1 })
  expect(at(2, 'art_3')).toMatchObject({ columns: ['art_1', 'art_2'], activeColumn: 1 })
})

test('two revisions of an article that was removed give way to the read view', () => {
  const pair = { articleId: 'art_1', fromId: null, toId: null, at: -1, changes: null }
  const shown = { ...state, view: 'revisions', revisionPair: pair } as unknown as WorkspaceState
  expect(withoutRemoved(shown, removed('art_1'))).toMatchObject({ view: 'read', revisionPair: null })
  expect(withoutRemoved(shown, removed('art_2'))).toMatchObject({ view: 'revisions', revisionPair: pair })
})

test('the screen stays the same value when nothing of it was removed', () => {
  expect(withoutRemoved(state, removed('art_9'))).toBe(state)
  expect(withoutRemoved(state, removed())).toBe(state)
})

test('a correction and an import that end because another case is opened are named, and nothing else is', () => {
  const records = { article: () => ({ headline: 'Port of Varn stays closed' }) as Article }
  const correcting = (dirty: boolean) => ({
    correcting: { articleId: 'art_1' as ArticleId, caret: 0, caretTop: null, dirty },
  })
  const idle = { total: 0, done: 0 }
  expect(wordsOfLoss({ correcting: null }, idle, records)).toBeNull()
  expect(wordsOfLoss(correcting(false), { total: 3, done: 3 }, records)).toBeNull()
  expect(wordsOfLoss(correcting(true), idle, records)).toBe(
    'Another case was opened: the correction of “Port of Varn stays closed” was not saved, its text is as it was before.',
  )
  expect(wordsOfLoss(correcting(true), { total: 3, done: 1 }, records)).toBe(
    'Another case was opened: the correction of “Port of Varn stays closed” was not saved, its text is as it was before; 2 files of the import did not go in.',
  )
})

test('a correction that ends because its article is removed is named, and nothing else is', () => {
  const { changes } = removed('art_1', 'art_2')
  const before = { headline: 'Port of Varn stays closed' } as Article
  const told = changes.map((change) => ({ ...change, before })) as unknown as Committed['changes']
  const correcting = (articleId: string, dirty: boolean) => ({
    correcting: { articleId: articleId as ArticleId, caret: 0, caretTop: null, dirty },
  })
  expect(wordsOfRemoval({ correcting: null }, { changes: told })).toBeNull()
  expect(wordsOfRemoval(correcting('art_1', false), { changes: told })).toBeNull()
  expect(wordsOfRemoval(correcting('art_3', true), { changes: told })).toBeNull()
  expect(wordsOfRemoval(correcting('art_2', true), { changes: told })).toBe(
    '“Port of Varn stays closed” was removed: its correction was not saved.',
  )
})
