import { expect, test } from 'vitest'
import type { Committed } from '../../app/changes.ts'
import type { Article } from '../../app/model.ts'
import { articleId } from '../margin/testPassages.ts'
import { type ReportChoice, withoutRemovedArticles } from './reportChoice.ts'

const removal = (tail: string): Committed => ({
  counter: 1,
  cause: 'do',
  label: 'Remove an article',
  // Only the id is looked at.
  changes: [{ type: 'article', id: articleId(tail), before: {} as Article, after: null }],
  history: { undo: null, redo: null },
})
const ticked: ReportChoice = { articleIds: [articleId('one'), articleId('two')], printWanted: false }

test('a removed article is ticked no more', () => {
  expect(withoutRemovedArticles(ticked, removal('one')).articleIds).toEqual([articleId('two')])
})

test('a choice that the removal does not touch stays the same value', () => {
  const all: ReportChoice = { articleIds: null, printWanted: false }
  expect(withoutRemovedArticles(ticked, removal('three'))).toBe(ticked)
  expect(withoutRemovedArticles(all, removal('one'))).toBe(all)
})
