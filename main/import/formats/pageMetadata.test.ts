import { expect, it } from 'vitest'
import { parsePage } from './htmlDom.ts'
import { readPageDate, readPageMetadata, readTaggedAuthors } from './pageMetadata.ts'

it.each([
  ['2015-07-24T05:36:09+01:00', '2015-07-24T05:36:09+01:00'],
  ['2018-04-05T06:00', '2018-04-05T06:00:00'],
  ['2024-12-06T22:00:40.000Z', '2024-12-06T22:00:40Z'],
  ['2020-02-30', null],
  ['20110502', '2011-05-02'],
  ['2 May 2011', '2011-05-02'],
  ['2011-05', '2011-05'],
  ['1425600000', '2015-03-06T00:00:00Z'],
  ['1425600000123', '2015-03-06T00:00:00Z'],
  ['Wed, 21 Dec 2016 12:55:00 GMT', '2016-12-21'],
  ['yesterday', null],
])('reads the date %s as %s', (printed, expected) => {
  expect(readPageDate(printed)).toBe(expected)
})

const stated = (head: string, body = '', attributes = '') =>
  readPageMetadata(parsePage(`<html ${attributes}><head>${head}</head><body>${body}</body></html>`))
const linked = (data: unknown) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`

it.each([
  [
    'a NewsArticle with several authors',
    linked({
      '@type': 'NewsArticle',
      author: [{ '@type': 'Person', name: 'Ada Moor' }, { name: 'Ben Lund' }],
      datePublished: '2020-05-01T10:00:00Z',
      publisher: { name: 'The Daily' },
      inLanguage: 'fr',
      mainEntityOfPage: { '@id': 'https://daily.example/a' },
    }),
    {
      authors: ['Ada Moor', 'Ben Lund'],
      published: '2020-05-01T10:00:00Z',
      publisher: 'The Daily',
      language: 'fr',
      url: 'https://daily.example/a',
    },
  ],
  [
    'an article within a graph, beside the page and the site',
    linked({
      '@graph': [
        { '@type': 'WebSite', name: 'Site', author: 'Nobody' },
        { '@type': 'WebPage', datePublished: '2001-01-01' },
        { '@type': ['Article', 'Report'], datePublished: '2020-05-01', author: 'Redacci&oacute;n Sur' },
      ],
    }),
    { authors: ['Redacción Sur'], published: '2020-05-01' },
  ],
  [
    'authors that a graph states elsewhere, as bylines print them, without their addresses',
    linked({
      '@graph': [
        { '@type': 'Person', '@id': '#ada', name: 'By Ada Moor' },
        {
          '@type': 'NewsArticle',
          datePublished: { '@value': '2020-05-01' },
          author: [{ '@id': '#ada' }, 'https://daily.example/ben', 'Ben Lund and Eva March'],
        },
      ],
    }),
    { authors: ['Ada Moor', 'Ben Lund', 'Eva March'], published: '2020-05-01' },
  ],
  [
    'a ClaimReview',
    linked({ '@type': 'ClaimReview', datePublished: '2020-05-01', author: { name: 'The Checkers' } }),
    { authors: ['The Checkers'], published: '2020-05-01' },
  ],
  [
    'tags of Open Graph',
    '<meta property="og:site_name" content="The Daily"><meta property="article:published_time" content="2020-05-01"><meta property="og:locale" content="de_AT"><meta property="og:url" content="https://daily.example/b">',
    { published: '2020-05-01', publisher: 'The Daily', language: 'de-AT', url: 'https://daily.example/b' },
  ],
  [
    'a canonical link, whose address names the day',
    '<link rel="canonical" href="https://daily.example/2014/03/05/bridge">',
    { published: '2014-03-05', url: 'https://daily.example/2014/03/05/bridge' },
  ],
  ['JSON-LD that is no JSON', '<script type="application/ld+json">{ oops</script>', {}],
])('reads %s', (_, head, expected) => {
  expect(stated(head)).toEqual(expected)
})

it('reads the language of the page, and the time marked as that of publication', () => {
  const body =
    '<div class="comment"><time datetime="2001-01-01">x</time></div><time class="entry-date" datetime="2020-05-01">May</time>'
  expect(stated('', body, 'lang="ar" dir="rtl"')).toEqual({ published: '2020-05-01', language: 'ar' })
})

it('reads authors off the tags of papers, without addresses', () => {
  const head = (content: string) =>
    parsePage(
      `<head><meta name="parsely-author" content="https://daily.example/ada"><meta name="byl" content="${content}"></head>`,
    )
  expect(readTaggedAuthors(head('By Ada Moor and Ben Lund'))).toEqual(['Ada Moor', 'Ben Lund'])
  expect(readTaggedAuthors(head(''))).toEqual([])
})
