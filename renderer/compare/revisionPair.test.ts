import { expect, test } from 'vitest'
import type { RevisionId } from '../../app/ids.ts'
import type { DiffBlock, RevisionInfo } from '../../app/results.ts'
import { revisionsOf, sideOf } from './revisionPair.ts'

test('the two revisions meant are those named, else the current one and the one before', () => {
  const list = ['rev_1', 'rev_2', 'rev_3'].map(
    // Only ids and which is current are looked at.
    (id) => ({ id, current: id === 'rev_2' }) as unknown as RevisionInfo,
  )
  const pair = (fromId: string | null, toId: string | null, of = list) => {
    const found = revisionsOf({ fromId: fromId as RevisionId | null, toId: toId as RevisionId | null }, of)
    return found === null ? null : [found.from.id, found.to.id]
  }
  expect(pair(null, null)).toEqual(['rev_1', 'rev_2'])
  expect(pair('rev_1', 'rev_3')).toEqual(['rev_1', 'rev_3'])
  expect(pair('rev_gone', 'rev_3')).toEqual(['rev_2', 'rev_3'])
  expect(pair(null, 'rev_1')).toEqual(['rev_2', 'rev_1'])
  expect(pair(null, null, list.slice(1, 2))).toBeNull()
})

test('each side shows its own words, and nothing where it has none', () => {
  const block = (...pieces: DiffBlock['pieces']): DiffBlock => ({
    type: 'paragraph',
    furniture: false,
    change: 'changed',
    pieces,
  })
  const changed = block(
    { change: 'same', text: 'The crane ', older: 0, newer: 0 },
    { change: 'removed', text: 'fell ', older: 10, newer: null },
    { change: 'added', text: 'stood ', older: null, newer: 10 },
  )
  expect(sideOf(changed, 'older').map(({ text }) => text)).toEqual(['The crane ', 'fell '])
  expect(sideOf(changed, 'newer').map(({ text }) => text)).toEqual(['The crane ', 'stood '])
  expect(sideOf(block({ change: 'added', text: 'New.', older: null, newer: 0 }), 'older')).toEqual([])
})
