/** Edits as the editing mode makes them, judged by the rule the host holds them to. */
import { EditorState, TextSelection, type Transaction } from 'prosemirror-state'
import { expect, test } from 'vitest'
import { makeEditMap } from '../../app/carry/stepMaps.ts'
import type { ArticleContent } from '../../app/results.ts'
import {
  blocksOf,
  correctionDoc,
  insertText,
  joinAtCaret,
  rangesOf,
  setType,
  splitAtCaret,
  tidy,
  turnFurniture,
} from './correction.ts'
import { toPosition } from './schema.ts'

const texts = ['Menu', 'A headine', 'He said it was\nso.', 'Then he denied it.']
const text = texts.join('\n\n')

/** Only what the document is made of; the rest of the records plays no part here. */
const content = {
  article: { flippedBlocks: [] },
  revision: {
    text,
    blocks: texts.map((one, index) => ({
      type: index === 1 ? 'heading' : 'paragraph',
      start: text.indexOf(one),
      end: text.indexOf(one) + one.length,
      level: index === 1 ? 2 : null,
      furniture: index === 0 ? 'menu' : null,
      page: index + 1,
    })),
  },
} as unknown as ArticleContent

function edit(words: string, change: (transaction: Transaction) => unknown, collapse?: 'start' | 'end') {
  const doc = correctionDoc(content)
  const at = text.indexOf(words)
  const [from, to] = [toPosition(at), toPosition(at + words.length)]
  const selection =
    collapse === 'start'
      ? TextSelection.create(doc, from)
      : collapse === 'end'
        ? TextSelection.create(doc, to)
        : TextSelection.create(doc, from, to)
  const { tr } = EditorState.create({ doc, selection })
  change(tr)
  tidy(tr)
  const blocks = blocksOf(tr.doc)
  const after = blocks.map((block) => block.text).join('\n\n')
  const map = makeEditMap(text, after, tr.mapping.maps.map(rangesOf))
  const start = text.indexOf('denied')
  const segment = { start, end: start + 'denied it'.length, exact: 'denied it', prefix: '', suffix: '' }
  return { blocks, carried: map([segment]) }
}
const textsOf = (blocks: readonly { readonly text: string }[]) => blocks.map((block) => block.text)
const quote = { segments: [{ exact: 'denied it' }] }

test('an untouched document gives back the blocks of the revision, line breaks, pages and furniture with them', () => {
  expect(edit('Menu', () => {}).blocks).toEqual([
    { type: 'paragraph', level: null, furniture: 'menu', page: 1, text: 'Menu' },
    { type: 'heading', level: 2, furniture: null, page: 2, text: 'A headine' },
    { type: 'paragraph', level: null, furniture: null, page: 3, text: 'He said it was\nso.' },
    { type: 'paragraph', level: null, furniture: null, page: 4, text: 'Then he denied it.' },
  ])
})

test('a word corrected before a passage moves it and keeps its words', () => {
  const { blocks, carried } = edit('headine', (tr) => insertText(tr, 'headline'))
  expect(textsOf(blocks)).toEqual(['Menu', 'A headline', texts[2], texts[3]])
  expect(carried).toMatchObject(quote)
})

test('blocks are split at the caret and joined at their border, and passages go along', () => {
  const split = edit('said', splitAtCaret, 'start')
  expect(textsOf(split.blocks)).toEqual(['Menu', 'A headine', 'He ', 'said it was\nso.', texts[3]])
  expect(split.carried).toMatchObject(quote)
  const joined = edit('Then', (tr) => joinAtCaret(tr, -1), 'start')
  expect(textsOf(joined.blocks)).toEqual(['Menu', 'A headine', 'He said it was\nso.Then he denied it.'])
  expect(joined.carried).toMatchObject(quote)
  expect(edit('said', (tr) => expect(joinAtCaret(tr, -1)).toBe(null), 'start').blocks).toHaveLength(4)
})

test('a block that is emptied goes, a blank line parts a block, pasted text becomes blocks', () => {
  expect(textsOf(edit('Menu', (tr) => tr.deleteSelection()).blocks)).toEqual(texts.slice(1))
  expect(textsOf(edit(' ', (tr) => tr.insertText('\n\n')).blocks).slice(1, 3)).toEqual(['A', 'headine'])
  const pasted = edit('so.', (tr) => insertText(tr, 'so,\r\n\r\nthey said.'))
  expect(textsOf(pasted.blocks).slice(2)).toEqual(['He said it was\nso,', 'they said.', texts[3]])
  expect(pasted.carried).toMatchObject(quote)
})

test('type and furniture are changed for all blocks of a selection without moving a passage', () => {
  const typed = edit('was\nso.\n\nThen', (tr) => setType(tr, 'quote'))
  expect(typed.blocks.map(({ type }) => type)).toEqual(['paragraph', 'heading', 'quote', 'quote'])
  expect(typed.carried).toMatchObject({ ...quote, fate: 'kept' })
  expect(edit('Menu', turnFurniture).blocks[0]?.furniture).toBe(null)
  expect(edit('so.', turnFurniture).blocks[2]?.furniture).toBe('debris')
})

test('a selection over several blocks is erased into one', () => {
  const { blocks, carried } = edit('was\nso.\n\nThen', (tr) => tr.deleteSelection())
  expect(textsOf(blocks)).toEqual(['Menu', 'A headine', 'He said it  he denied it.'])
  expect(carried).toMatchObject(quote)
})
