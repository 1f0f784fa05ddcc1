import { expect, test } from 'vitest'
import type { Committed } from '../../app/changes.ts'
import { initialWorkspace, type WorkspaceState } from '../workspace/workspace.ts'
import { withoutRemoved } from './followCase.ts'

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
