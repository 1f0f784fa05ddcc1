import { describe, expect, test } from 'vitest'
import type { Thread } from '../ledger/threads.ts'
import type { ReportModel } from './reportModel.ts'
import { rangesOf, testAnnotation, testArticle, testLink, testModel } from './testModel.ts'
import { between, read, text } from './testReport.ts'

/** Three articles; the report is of the thread of a claim and its denial, which also answers a claim set apart. */
function threadModel(wholeText: boolean): ReportModel {
  const [first, second, third] = [
    testArticle(1, 'They met.\n\nThe camp is ours.\n\nThey left.', { headline: 'The camp' }),
    testArticle(2, 'There is no camp. There was a cave.', { headline: 'No camp' }),
    testArticle(3, 'The cave is deep.', { headline: 'The cave' }),
  ]
  const claim = testAnnotation(1, 'claim', first, rangesOf(first, 'The camp is ours'))
  const denial = testAnnotation(2, 'denial', second, rangesOf(second, 'no camp'))
  const apart = testAnnotation(3, 'claim', second, rangesOf(second, 'a cave'))
  const far = testAnnotation(4, 'claim', third, rangesOf(third, 'cave is deep'))
  const thread: Thread = {
    key: claim.id,
    leadId: claim.id,
    title: 'The *camp*',
    otherTitles: ['Whose camp'],
    members: [claim, denial, far],
    first: claim,
    links: [],
    records: [],
  }
  return testModel({
    articles: [first, second],
    annotations: [claim, denial],
    otherAnnotations: [apart, far],
    otherArticles: [third.article],
    links: [
      testLink(1, denial, 'denies', claim),
      testLink(2, denial, 'denies', apart),
      testLink(3, far, 'supports', claim),
      testLink(4, far, 'supports', apart),
    ],
    threads: [thread],
    ofThreads: true,
    wholeText,
    inCase: { articles: 12, threads: 40 },
  })
}

describe('the report of chosen threads', () => {
  const html = text(threadModel(false), 'html')
  const markdown = text(threadModel(false), 'markdown')

  test('says on top how much of the case it holds', () => {
    expect(read(between(html, '<header class="cover">', '</header>'))).toContain(
      '1 of 40 threads · 2 of 12 articles · 1 claim · 1 denial · 0 events · 3 links',
    )
    expect(markdown).toContain(': 1 of 40 threads, 2 of 12 articles, 1 claim, 1 denial, 0 events, 3 links.\n')
  })

  test('names each thread with the passages that it leads to, and says what of it is left out', () => {
    expect(between(html, '<h3 id="threads">', '<h3 id="claims">')).toBe(`<h3 id="threads">Threads</h3>
<ol class="threads">
<li><p class="title"><bdi>The *camp*</bdi></p>
<p class="none">Also called <bdi>Whose camp</bdi></p>
<ul class="refs">
<li><a class="ref claim" href="#C1">C1</a> Speaker not named</li>
<li><a class="ref denial" href="#D1">D1</a> Speaker not named</li>
</ul>
<p class="none">1 passage of this thread stands in articles that are not in this report.</p>
</li>
</ol>
`)
    expect(between(markdown, '### Threads', '### Claims')).toBe(`### Threads

- The \\*camp\\*

  Also called Whose camp

  - [C1] Speaker not named
  - [D1] Speaker not named

  1 passage of this thread stands in articles that are not in this report.

`)
  })

  test('names a linked passage that is not in it and says so, and has no way to it', () => {
    const entry = between(html, 'id="D1"', '</ol>')
    expect(read(entry)).toContain('Denies Claim Speaker not named a cave No camp , publisher not stated')
    expect(read(entry)).toContain('(this passage is not in this report)')
    expect(read(between(html, 'id="C1"', '</ol>'))).toContain('date not stated (not in this report)')
    expect(markdown).toContain('(article 2, this passage is not in this report)')
    const targets = new Set([...html.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]))
    const ways = [...html.matchAll(/href="#([^"]+)"/g)].map((match) => match[1])
    expect(ways.filter((way) => way === undefined || !targets.has(way))).toEqual([])
    // Its words are no mark in the text of its article, which is in the report.
    expect(html.match(/<mark [^>]*data-ref/g)).toHaveLength(2)
  })

  test('names a claim for its denial alone, without answers that are not in it', () => {
    const claims = read(between(html, '<h3 id="claims">', '<h3 id="denials">'))
    expect(claims.match(/Supported by/g)).toHaveLength(1)
  })

  test('prints the paragraphs in which its passages lie, and of the others their number', () => {
    expect(between(html, '<div class="text">', '<h3')).toBe(`<div class="text">
<p class="gap">[…]</p>
<p dir="auto"><a class="ref claim" href="#C1" id="text-C1" aria-label="C1, claim">C1</a><mark class="claim lane0" data-ref="C1">The camp is ours</mark>.</p>
<p class="gap">[…]</p>
</div>
<p class="aside">2 paragraphs without a passage of this report not shown.</p>
</section>
<section>
`)
    expect(between(markdown, '### Text', '### Passages')).toBe(`### Text

\\[…\\]

**[C1]** ⟦The camp is ours⟧.

\\[…\\]

*2 paragraphs without a passage of this report not shown.*

`)
    const whole = text(threadModel(true), 'html')
    expect(whole).toContain('They met.')
    expect(whole).not.toContain('[…]')
  })

  test('says what it lacks in its own words', () => {
    expect(read(between(html, '<h3 id="events">', '</section>'))).toBe(
      'Events and their accounts No event is tagged in these threads.',
    )
    const empty = testModel({ ofThreads: true, inCase: { articles: 12, threads: 40 } })
    for (const format of ['html', 'markdown'] as const) {
      expect(text(empty, format)).toContain('No passage of the chosen threads stands in these articles.')
      expect(text(empty, format)).toMatch(/0 of 40 threads/)
    }
  })
})

test('of a claim that stands elsewhere too, and of an event, it is said how much is not in the report', () => {
  const [here, there] = [testArticle(1, 'The camp is ours.'), testArticle(2, 'The camp is ours.')]
  const [a, b] = [here, there].map((article, index) => testAnnotation(index + 1, 'claim', article, [[4, 8]]))
  const [c, d] = [here, there].map((article, index) => testAnnotation(index + 3, 'event', article, [[0, 3]]))
  const model = testModel({
    articles: [here],
    annotations: [a!, c!],
    otherAnnotations: [b!, d!],
    otherArticles: [there.article],
    links: [testLink(1, a!, 'same claim', b!), testLink(2, c!, 'same event', d!)],
  })
  for (const format of ['html', 'markdown'] as const) {
    const report = text(model, format)
    expect(report).toContain('Stands in 2 articles (1 of them not in this report), of 2 independent sources.')
    expect(report).toContain('2 accounts (1 of them not in this report).')
  }
})
