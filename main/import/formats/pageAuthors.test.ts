import { describe, expect, it } from 'vitest'
import { composeArticle } from '../../../app/extract/document.ts'
import { parsePage } from './htmlDom.ts'
import { readPage } from './page.ts'
import { readAuthors, readMarkedAuthors } from './pageAuthors.ts'
import { prose } from './testFiles.ts'

it.each([
  ['By\n\t Ada Moor', ['Ada Moor']],
  ['Ada Moor and Ben Lund', ['Ada Moor', 'Ben Lund']],
  ['BBC News', ['BBC News']],
  ['Written by Ada Moor\n Edited by Ben Lund', ['Ada Moor']],
  ['Follow Author', []],
  ['Posted on', []],
  ['Posted at 5:04', []],
  ['Published by', []],
  ['Veröffentlicht am', []],
  ['Veröffentlicht von Ada Moor', ['Ada Moor']],
  ['Geschrieben vonAda Moor', ['Ada Moor']],
  ['Eingestellt von ada um 21:11', ['ada']],
  ['Von Ada Moor Fr, 18. Oktober 2019', ['Ada Moor']],
  ['~ Ada Moor', ['Ada Moor']],
  [', par Ada Moor', ['Ada Moor']],
  ['Name (erforderlich)', []],
  ['By', []],
  ['8 January 2020', []],
  ['ByA.B. Lund', ['A.B. Lund']],
  ['Byron Smith', ['Byron Smith']],
  ['Zeige alle Beiträge von Max Fährmann →', ['Max Fährmann']],
  ['Artikel von: hafenblatt', ['hafenblatt']],
  ['Autor: przyklad.pl', ['przyklad.pl']],
  ['', []],
])('reads the byline %j as %j', (printed, expected) => {
  expect(readAuthors(printed)).toEqual(expected)
})

it.each([
  ['by a link', '<p><a rel="author" href="/ada">Ada Moor</a></p>', ['Ada Moor']],
  [
    'by the classes of hCard',
    '<p><span class="author vcard">by <a class="fn">Ada Moor</a></span></p>',
    ['Ada Moor'],
  ],
  [
    'by the class of a theme',
    '<div class="entry-meta">1 May, <span class="by-author">von ada</span></div>',
    ['ada'],
  ],
  [
    'beside each other',
    '<ul><li class="author">Ada Moor</li><li class="author">Ben Lund</li></ul>',
    ['Ada Moor', 'Ben Lund'],
  ],
  ['not as who commented', '<ol class="comments"><li><cite class="author">Ada Moor</cite></li></ol>', []],
  ['not as who wrote another story', '<div class="related"><b class="author">Ada Moor</b></div>', []],
  [
    'not in a box about them',
    `<div class="author">${'Ada Moor has written for this paper. '.repeat(5)}</div>`,
    [],
  ],
])('finds authors that the markup names %s', (_, markup, authors) => {
  expect(readMarkedAuthors(parsePage(`<body>${markup}</body>`))).toEqual(authors)
})

describe('the authors of a page', () => {
  const story = ['bridge', 'report', 'letter', 'contract', 'audit'].map((about) => `<p>${prose(about)}</p>`)
  const authors = (author: unknown, mark: string) => {
    const data = { '@type': 'NewsArticle', author, publisher: { name: 'The Daily' } }
    const markup = `<head><script type="application/ld+json">${JSON.stringify(data)}</script></head><body><article>${mark}${story.join('')}</article></body>`
    return composeArticle(readPage(markup, 'page.html')).metadata.authors
  }

  it('are those that it names, where the stated one is but the publisher', () => {
    const mark = '<p class="author">Ada Moor</p>'
    expect(authors({ name: 'The Daily' }, mark)).toEqual(['Ada Moor'])
    expect(authors({ name: 'Ben Lund' }, mark)).toEqual(['Ben Lund'])
    expect(authors({ name: 'The Daily' }, '')).toEqual(['The Daily'])
  })
})
