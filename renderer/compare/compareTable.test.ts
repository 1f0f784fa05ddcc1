import { expect, test } from 'vitest'
import type { RevisionId } from '../../app/ids.ts'
import type { Article } from '../../app/model.ts'
import { articleId, claim, denial, link } from '../margin/testPassages.ts'
import type { RelatedState } from '../related/relatedState.ts'
import { type ComparedColumn, compareCells, compareLines } from './compareTable.ts'

const column = (tail: string, publisher: string, text: string): ComparedColumn => ({
  // Only what names an article is looked at.
  article: { id: articleId(tail), headline: `${publisher} reports`, publisher, published: null } as Article,
  revision: { id: 'rev_000001' as RevisionId, text },
})
const left = column('one', 'Herald', 'Nine guards died.\n\nBread rose.')
const right = column('two', 'Post', '12 guards died.')
const said = claim('said01', 'one', 'Nine guards died.', null, 0)
const denied = denial('denied', 'two', '12 guards died.', null, 0)
const state: RelatedState = {
  hereId: articleId('one'),
  thereId: articleId('two'),
  revisionIds: [],
  list: 'pairs',
  at: -1,
  found: {
    pairs: [
      {
        sort: 'reworded',
        score: 0.5,
        words: [
          { here: 'guards', there: 'guards', weight: 1 },
          { here: 'died', there: 'dead', weight: 1 },
        ],
        here: { start: 0, end: 17 },
        there: { start: 0, end: 15 },
        differences: [
          {
            sort: 'number',
            here: { start: 0, end: 11 },
            there: { start: 0, end: 9 },
            says: ['Nine guards', '12 guards'],
          },
        ],
      },
    ],
    onlyHere: [{ start: 19, end: 30 }],
    onlyThere: [],
  },
}

test('links read from the left, whichever way they lead, and related passages follow with what they differ in', () => {
  const links = [{ link: link('000001', denied.id, 'denies', said.id), from: denied, to: said }]
  const lines = compareLines([left, right], links, state)
  expect(lines.map(compareCells)).toEqual([
    [
      'linked',
      expect.stringContaining('Herald'),
      'Nine guards died.',
      expect.stringContaining('Post'),
      '12 guards died.',
      '← denies',
      '',
      '',
    ],
    [
      'both say',
      expect.stringContaining('Herald'),
      'Nine guards died.',
      expect.stringContaining('Post'),
      '12 guards died.',
      'reworded, likeness 50 %',
      'guards · died – dead',
      'Number: Nine guards – 12 guards',
    ],
  ])
})

test('of the lists of what only one says, each line has one side', () => {
  const [line, ...others] = compareLines([left, right], [], { ...state, list: 'only' })
  expect(others).toEqual([])
  expect(line).toMatchObject({ what: 'only one says', left: 'Bread rose.', right: '', rightArticle: '' })
})

test('a link that leads out of the columns is no line, nor is anything while passages are looked for', () => {
  const links = [{ link: link('000001', denied.id, 'denies', said.id), from: denied, to: said }]
  expect(compareLines([left], links, { ...state, found: null })).toEqual([])
})

test('a link to a passage that stands in another text of its article is not shown, and is no line', () => {
  const older = { ...denied, revisionId: 'rev_000000' as RevisionId }
  const links = [{ link: link('000001', older.id, 'denies', said.id), from: older, to: said }]
  expect(compareLines([left, right], links, null)).toEqual([])
})
