import { expect, test } from 'vitest'
import { bodyText, isFurniture } from './blocks.ts'
import type { Block } from './model.ts'

const block = (start: number, end: number, furniture: Block['furniture']): Block => ({
  type: 'paragraph',
  start,
  end,
  level: null,
  furniture,
})
const revision = {
  text: 'Menu\n\nBody one\n\nBody two',
  blocks: [block(0, 4, 'menu'), block(6, 14, null), block(16, 24, null)],
}

test('a block is furniture where the importer or the analyst says so, and not where both do', () => {
  const flippedBlocks = [0, 2]
  expect(revision.blocks.map((each, index) => isFurniture(each, index, { flippedBlocks }))).toEqual([
    false,
    false,
    true,
  ])
  expect(revision.blocks.map((each, index) => isFurniture(each, index, { flippedBlocks: [] }))).toEqual([
    true,
    false,
    false,
  ])
})

test('the body is the text without furniture', () => {
  expect(bodyText(revision, { flippedBlocks: [] })).toBe('Body one\n\nBody two')
  expect(bodyText(revision, { flippedBlocks: [0, 1, 2] })).toBe('Menu')
  expect(bodyText(revision, { flippedBlocks: [1, 2] })).toBe('')
})
