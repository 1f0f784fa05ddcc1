import { describe, expect, it } from 'vitest'
import { composeArticle } from '../../../app/extract/document.ts'
import { readPage } from './page.ts'
import { prose } from './testFiles.ts'

const story = ['bridge', 'report', 'letter', 'contract', 'audit'].map((about) => `<p>${prose(about)}</p>`)

function read(markup: string) {
  const { metadata, text, blocks } = composeArticle(readPage(markup, 'page.html'))
  return {
    metadata,
    blocks: blocks.map(({ type, start, end, furniture }) => [type, furniture, text.slice(start, end)]),
  }
}

describe('a saved page', () => {
  it('keeps what stands around the article as furniture, with the reason its element gives', () => {
    const { blocks } =
      read(`<html lang="en"><head><title>Ministry kept bridge report from the public</title></head><body>
      <nav><ul><li>Home</li><li>Weather</li></ul></nav>
      <article><h1>Ministry kept bridge report from the public</h1><p class="byline">By Ada Moor</p>
      ${story.join('')}<blockquote>We never knew of any report on the bridge, said the minister of transport.</blockquote></article>
      <div class="share-bar"><a href="#">Tweet</a></div>
      <div class="related"><h3>Related stories</h3><a href="/a">A harbour closes</a></div>
      <footer class="footer">About this newspaper and its owners</footer></body></html>`)
    expect(blocks).toEqual([
      ['listItem', 'menu', 'Home'],
      ['listItem', 'menu', 'Weather'],
      ['heading', 'head', 'Ministry kept bridge report from the public'],
      ['paragraph', 'head', 'By Ada Moor'],
      ...['bridge', 'report', 'letter', 'contract', 'audit'].map((about) => [
        'paragraph',
        null,
        prose(about),
      ]),
      ['quote', null, 'We never knew of any report on the bridge, said the minister of transport.'],
      ['paragraph', 'share', 'Tweet'],
      ['heading', 'related', 'Related stories'],
      ['paragraph', 'related', 'A harbour closes'],
      ['paragraph', 'notice', 'About this newspaper and its owners'],
    ])
  })

  it('keeps the links of a menu apart that touch in the markup, and no others', () => {
    const { blocks } = read(
      `<body><div class="menu"><a href="/">Home</a><a href="/world">World</a><span><a href="/uk">UK</a></span></div>
      <article><p>${prose('bridge')} The <a href="/m">min</a><a href="/m">ister</a> knew<a href="#1">[1]</a><a href="#2">[2]</a> it.</p>${story.join('')}</article></body>`,
    )
    expect(blocks[0]?.[2]).toBe('Home World UK')
    expect(blocks[1]?.[2]).toBe(`${prose('bridge')} The minister knew[1][2] it.`)
  })

  it('lists the targets of the article’s links after it, folded away', () => {
    const { blocks } = read(
      `<body><article>${story.join('')}<p>${prose('leak')} See <a href="https://example.org/doc">the document</a>.</p></article></body>`,
    )
    expect(blocks.at(-1)).toEqual(['listItem', 'related', 'the document: https://example.org/doc'])
  })

  it('keeps headings, lists, captions and rows of tables for what they are', () => {
    const { blocks } = read(
      `<body><article>${story.join('')}<h2>The figures</h2><ul><li>${prose('list')}</li></ul><figure><figcaption>The bridge in May, seen from the river bank.</figcaption></figure><table><tr><th>Year</th><th>Cost in euro</th></tr><tr><td>2011</td><td>4 million</td></tr></table>${story.join('')}</article></body>`,
    )
    expect(blocks.slice(5, 10)).toEqual([
      ['heading', null, 'The figures'],
      ['listItem', null, prose('list')],
      ['caption', null, 'The bridge in May, seen from the river bank.'],
      ['paragraph', null, 'Year\tCost in euro'],
      ['paragraph', null, '2011\t4 million'],
    ])
  })

  it('takes metadata from JSON-LD before Open Graph before other tags', () => {
    const linked = {
      '@context': 'https://schema.org',
      '@graph': [
        { '@type': 'Organization', name: 'Somebody' },
        {
          '@type': 'NewsArticle',
          headline: 'The headline of the linked data',
          datePublished: '2021-03-04T05:06:07+01:00',
          author: [{ name: 'Ada Moor' }, { name: 'Ben Lund' }],
          publisher: { name: 'The Daily' },
        },
      ],
    }
    const { metadata } = read(`<html lang="en-GB"><head><title>Something else</title>
      <script type="application/ld+json">${JSON.stringify(linked)}</script>
      <meta property="og:site_name" content="The Daily Online"><meta property="article:published_time" content="2020-01-01">
      <link rel="canonical" href="https://example.org/story"></head><body><article>${story.join('')}</article></body></html>`)
    expect(metadata).toEqual({
      headline: 'The headline of the linked data',
      headlineProposed: false,
      publisher: 'The Daily Online',
      authors: ['Ada Moor', 'Ben Lund'],
      credits: [],
      dateline: null,
      datelineDate: null,
      published: '2021-03-04T05:06:07+01:00',
      url: 'https://example.org/story',
      language: 'en-GB',
      correction: null,
    })
  })

  it('knows where a browser saved it from', () => {
    const { metadata } = read(
      `<!-- saved from url=(0027)https://example.org/a/story --><html><body>${story.join('')}</body></html>`,
    )
    expect(metadata.url).toBe('https://example.org/a/story')
  })

  it('gives nothing but text, whatever the page would like to run', () => {
    const { blocks } = read(`<body onload="alert(1)"><article>${story.join('')}
      <script>alert(2)</script><style>p{}</style><iframe src="https://example.org/f">frame</iframe>
      <form action="https://example.org"><input value="typed"><button onclick="alert(3)">Send</button></form>
      <img src=x onerror="alert(4)"><svg><script>alert(5)</script><text>drawn</text></svg>
      <a href="javascript:alert(6)">a link</a><template>hidden</template></article></body>`)
    const text = blocks.map(([, , words]) => words).join('\n')
    expect(text).not.toMatch(/alert|frame|typed|drawn|hidden|example\.org/u)
    expect(text).toContain('a link')
  })

  it('reads markup that is nested without end', () => {
    const { blocks } = read(`<body>${'<div>'.repeat(3000)}${story.join('')}`)
    expect(blocks.filter(([, furniture]) => furniture === null)).toHaveLength(5)
  })

  it('parts paragraphs at double line breaks and keeps single ones', () => {
    const { blocks } = read(
      `<body><div>${prose('one')}<br><br>${prose('two')}<br>with a second line</div></body>`,
    )
    expect(blocks.map(([, , words]) => words)).toEqual([prose('one'), `${prose('two')}\nwith a second line`])
  })
})
