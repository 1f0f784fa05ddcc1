import { expect, test } from 'vitest'
import type { Change } from '../../app/changes.ts'
import type { ArticleId } from '../../app/ids.ts'
import { findPlace } from './historyCommands.ts'

// Only ids matter here; hence the casts.
const change = (type: string, id: string, before: object | null, after: object | null) =>
  ({ type, id, before, after: after && { id, ...after } }) as unknown as Change
const nowhere = () => null

test('the place of a step is the passage it changed', () => {
  const put = change('annotation', 'ann_1', null, { articleId: 'art_1' })
  expect(findPlace([change('actor', 'act_1', null, {}), put], nowhere)).toEqual({
    articleId: 'art_1',
    focusId: 'ann_1',
  })
})

test('a passage that is gone leaves its article as the place', () => {
  const taken = change('annotation', 'ann_1', { articleId: 'art_1' }, null)
  expect(findPlace([taken], nowhere)).toEqual({ articleId: 'art_1', focusId: null })
})

test('an article that is gone is no place, nor are the passages that went with it', () => {
  const step = [
    change('annotation', 'ann_1', { articleId: 'art_1' }, null),
    change('article', 'art_1', {}, null),
  ]
  expect(findPlace(step, nowhere)).toBe(null)
})

test('an article that is back, or was corrected, is the place', () => {
  expect(findPlace([change('article', 'art_1', null, {})], nowhere)).toEqual({
    articleId: 'art_1',
    focusId: null,
  })
})

test('the place of a link is the passage it begins at', () => {
  const link = change('link', 'lnk_1', { fromId: 'ann_7', toId: 'ann_8' }, null)
  const articleOf = (id: string) => (id === 'ann_7' ? ('art_3' as ArticleId) : null)
  expect(findPlace([link], articleOf)).toEqual({ articleId: 'art_3', focusId: 'ann_7' })
})
