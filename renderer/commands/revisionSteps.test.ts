import { expect, test } from 'vitest'
import type { ArticleId } from '../../app/ids.ts'
import { createWorkspace } from '../workspace/workspace.ts'
import { openRevisionPair, stepChange } from './revisionSteps.ts'

const articleId = 'art_1' as ArticleId

test('changes are gone through one by one, and the ends are said', () => {
  const workspace = createWorkspace()
  openRevisionPair({ workspace }, articleId)
  const { revisionPair: pair } = workspace.get()
  expect(pair).toEqual({ articleId, fromId: null, toId: null, at: -1, changes: null })
  if (pair === null) return
  workspace.patch({ revisionPair: { ...pair, changes: 2 } })
  const places = [1, 1, 1, -1, -1].map((step) => {
    stepChange({ workspace }, step as 1 | -1)
    return workspace.get().revisionPair?.at
  })
  expect(places).toEqual([0, 1, 1, 0, 0])
  expect(workspace.get().notice?.text).toBe('This is the first change.')
  expect(workspace.back()).toBe(true)
  expect(workspace.get().view).toBe('read')
})
