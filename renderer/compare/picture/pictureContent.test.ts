import { expect, test } from 'vitest'
import type { RevisionId } from '../../../app/ids.ts'
import type { Annotation, Article } from '../../../app/model.ts'
import { articleId, claim, denial, event, link } from '../../margin/testPassages.ts'
import type { RelatedState } from '../../related/relatedState.ts'
import type { ComparedColumn } from '../compareTable.ts'
import { relatedLook, threadLooks } from '../threadLook.ts'
import { pictureContent } from './pictureContent.ts'

const column = (tail: string, publisher: string | null, text: string): ComparedColumn => ({
  article: {
    id: articleId(tail),
    headline: `The report of ${tail}`,
    publisher,
    published: publisher === null ? null : '2011-09-15',
    dateline: null,
  } as Article, // only what names an article is looked at
  revision: { id: 'rev_000001' as RevisionId, text },
})
const left = column('one', 'صحيفة', 'Nine guards died.\n\nBread rose.')
const right = column('two', null, '12 guards died.')
const said = claim('said01', 'one', 'Nine guards\ndied.', 'panetta', 5)
const rose = event('rose01', 'one', 'Bread rose.', 'Bread rises', 0)
const denied: Annotation = {
  ...denial('denied', 'two', '12 guards died.'),
  reliability: 'B',
  credibility: '3',
}
const passages = new Map([
  [left, [said, rose]],
  [right, [denied]],
])
const passagesOf = (of: ComparedColumn) => passages.get(of) ?? []
const nameOf = () => 'Leon Panetta'
const denies = { link: link('000001', denied.id, 'denies', said.id), from: denied, to: said }

test('each column has its article and its passages in the order of the text, and links are threads between them', () => {
  expect(pictureContent([left, right], passagesOf, [denies], null, nameOf)).toEqual({
    columns: [
      {
        headline: 'The report of one',
        // Each part in its own direction: the paper reads leftwards, the date does not.
        source: '\u2068صحيفة\u2069 · \u206815 September 2011\u2069',
        cards: [
          {
            id: rose.id,
            kind: 'event',
            sort: 'Event',
            title: 'Bread rises',
            details: '',
            quote: 'Bread rose.',
          },
          {
            id: said.id,
            kind: 'claim',
            sort: 'Claim',
            title: 'Leon Panetta',
            details: '',
            quote: 'Nine guards died.',
          },
        ],
      },
      {
        headline: 'The report of two',
        source: 'No publisher or date',
        cards: [
          {
            id: denied.id,
            kind: 'denial',
            sort: 'Denial',
            title: '',
            details: 'B3',
            quote: '12 guards died.',
          },
        ],
      },
    ],
    threads: [{ from: denied.id, to: said.id, label: 'denies', look: threadLooks.denies, directed: true }],
  })
})

test('a link to an article that is no column has no thread', () => {
  expect(pictureContent([left], passagesOf, [denies], null, nameOf).threads).toEqual([])
})

test('related passages stand among the others while they are shown, as pairs or as what only one says', () => {
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
          score: 0.504,
          words: [],
          here: { start: 0, end: 17 },
          there: { start: 0, end: 15 },
          differences: [],
        },
      ],
      onlyHere: [{ start: 19, end: 30 }],
      onlyThere: [],
    },
  }
  const nothing = () => []
  const pairs = pictureContent([left, right], nothing, [], state, nameOf)
  const card = { kind: null, sort: 'Both say', title: '', details: '' }
  expect(pairs.columns.map(({ cards }) => cards)).toEqual([
    [{ ...card, id: 'art_one 0', quote: 'Nine guards died.' }],
    [{ ...card, id: 'art_two 0', quote: '12 guards died.' }],
  ])
  expect(pairs.threads).toEqual([
    { from: 'art_one 0', to: 'art_two 0', label: 'reworded, 50 %', look: relatedLook, directed: false },
  ])
  const only = pictureContent([left, right], nothing, [], { ...state, list: 'only' }, nameOf)
  expect(only.columns.map(({ cards }) => cards)).toEqual([
    [{ ...card, sort: 'Only here', id: 'art_one 19', quote: 'Bread rose.' }],
    [],
  ])
  expect(only.threads).toEqual([])
})
