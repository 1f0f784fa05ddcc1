import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blockSeparator } from '../../app/blocks.ts'
import { docOf, toOffset, toPosition } from './schema.ts'
import { contentOf } from './testContent.ts'

test('every character of every block stands at its offset plus one', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 12 }), { maxLength: 8 }), (paragraphs) => {
      const { revision } = contentOf(paragraphs)
      const doc = docOf(revision)
      for (const { start, end } of revision.blocks) {
        const words = doc.textBetween(toPosition(start), toPosition(end))
        expect(words).toBe(revision.text.slice(start, end))
        expect(doc.resolve(toPosition(start)).parent.isTextblock).toBe(true)
      }
      const whole = doc.textBetween(0, doc.content.size, blockSeparator)
      expect(whole).toBe(revision.text)
    }),
  )
})

test('a line feed inside a block is one position, as it is one code unit', () => {
  const { revision } = contentOf(['a\nb', 'c'])
  const doc = docOf(revision)
  expect(doc.textBetween(toPosition(2), toPosition(3))).toBe('b')
  expect(doc.textBetween(toPosition(5), toPosition(6))).toBe('c')
})

test('positions and offsets lead back to each other, and no offset is negative', () => {
  expect(toOffset(toPosition(41))).toBe(41)
  expect(toOffset(0)).toBe(0)
})

test('headings begin below the headline of the page', () => {
  const { revision } = contentOf(['Part one'])
  const blocks = revision.blocks.map((block) => ({ ...block, type: 'heading' as const, level: 1 }))
  expect(docOf({ ...revision, blocks }).child(0).attrs).toMatchObject({ level: 2 })
})
