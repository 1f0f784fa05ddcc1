import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Annotation } from '../model.ts'
import { kinds } from '../vocabulary.ts'
import { markText } from './marks.ts'
import { outlineOf } from './outline.ts'
import { renderReport } from './renderReport.ts'
import type { ReportModel } from './reportModel.ts'
import { rangesOf, testActorId, testAnnotation, testArticle, testLink, testModel } from './testModel.ts'
import { between, decode, read, text } from './testReport.ts'
import { visible } from './visible.ts'

/** A claim in one article, denied in another, with every field filled. */
function filledModel(): ReportModel {
  const first = testArticle(
    1,
    'Menu\n\nHe said: the camp is ours.',
    {
      headline: 'The camp',
      headlineProposed: true,
      publisher: 'The Post',
      authors: ['Ann Bee'],
      credits: [
        { role: 'editing', name: 'C. Dee' },
        { role: 'editing', name: 'E. Eff' },
      ],
      dateline: 'KABUL',
      datelineDate: 'May 2',
      published: '2011-05-03',
      url: 'https://example.org/a?b=1&c=2',
      language: 'en',
      correction: { status: 'corrected', notice: 'the camp, not the cave' },
    },
    (paragraph) => (paragraph === 'Menu' ? 'menu' : null),
  )
  const second = testArticle(2, 'They have no camp there.', { headline: 'No camp', publisher: 'The Times' })
  const claim = testAnnotation(1, 'claim', first, rangesOf(first, 'the camp is ours'))
  const denial = testAnnotation(2, 'denial', second, rangesOf(second, 'They', 'no camp'))
  const annotations: Annotation[] = [
    {
      ...claim,
      kind: 'claim',
      fields: {
        speakerId: testActorId(1),
        attribution: 'indirect',
        certainty: 'alleged',
        about: 'the camp',
        said: '2011-05-02~',
      },
      labels: ['camps'],
      note: 'First mention.',
      reliability: 'B',
      credibility: '2',
    },
    { ...denial, kind: 'denial', fields: { speakerId: null, stance: 'no comment', said: null } },
  ]
  return testModel({
    articles: [first, second],
    annotations,
    links: [{ ...testLink(1, denial, 'denies', claim), note: 'Late.' }],
    actors: [{ id: testActorId(1), name: 'The guard', type: null, aliases: [], note: '' }],
  })
}

describe('the HTML report', () => {
  const html = text(filledModel(), 'html')

  test('allows nothing from outside and no script', () => {
    expect(html).toContain(
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    )
    expect(html).not.toMatch(/<script|\ssrc=|url\(|@import|\son\w+=|href="(?!#)/)
  })

  test('sums up claims with their denials, each with who, when, the words and the source', () => {
    expect(read(between(html, '<h3 id="claims">', '<h3 id="denials">'))).toBe(
      'Claims and what answers them C1 The guard , said about 2 May 2011 the camp is ours The camp , The Post , 3 May 2011 Denied by D1 Speaker not named , no comment They … no camp No camp , The Times , date not stated Note on the link: Late.',
    )
    expect(read(between(html, '<h3 id="denials">', '</section>'))).toBe(
      'Denials without their claim Every denial is linked to the claim it denies. Events and their accounts No event is tagged in these articles.',
    )
  })

  test('gives each article its head, correction, provenance, marked text and passages with every field', () => {
    expect(read(between(html, '<article id="article-1"', '</article>'))).toBe(
      [
        '1 The camp Proposed headline: the file has none; it was made from the first sentence.',
        'Corrected story : the camp, not the cave Publisher The Post By Ann Bee Editing C. Dee, E. Eff Dateline KABUL, May 2',
        'Published 3 May 2011 Address https://example.org/a?b=1&c=2 Language en',
        `Provenance File 1.txt SHA-256 ${'00000001'.repeat(8)} Size 32 bytes Format text Encoding utf-8 Imported 23 November 2026, 08:00 UTC`,
        'Text He said: C1 the camp is ours . 1 line of page furniture not shown.',
        'Passages C1 Claim the camp is ours Speaker The guard Attribution indirect Certainty alleged About the camp Said about 2 May 2011',
        'Labels camps Grading B2: source usually reliable; information probably true Note First mention.',
        'Denied by D1 Speaker not named , no comment They … no camp No camp , The Times , date not stated Note on the link: Late. C1 in the text',
      ].join(' '),
    )
    expect(read(between(html, 'id="D1"', '</li>'))).toContain(
      'Left empty speaker, said, labels, grading, note',
    )
  })

  test('leads from the text to the entry and back, and nowhere that does not exist', () => {
    const targets = new Set([...html.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]))
    const links = [...html.matchAll(/href="#([^"]+)"/g)].map((match) => match[1])
    expect(links).toEqual(expect.arrayContaining(['C1', 'text-C1', 'D1', 'article-2', 'summary']))
    expect(links.filter((link) => !targets.has(link))).toEqual([])
    expect(targets.size).toBe([...html.matchAll(/\sid="/g)].length)
  })

  test('keeps its headings in order', () => {
    const levels = [...html.matchAll(/<h(\d)/g)].map((match) => Number(match[1]))
    expect(levels[0]).toBe(1)
    for (const [index, level] of levels.entries())
      expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1)
  })

  test('lets articles of another script run in their own direction and say their language', () => {
    const article = testArticle(1, 'قال المسؤول إنه لا دليل', { language: 'ar', headline: 'عنوان' })
    const page = text(testModel({ articles: [article] }), 'html')
    expect(page).toContain('<div class="text" lang="ar">\n<p dir="auto">قال المسؤول إنه لا دليل</p>')
    expect(page).toContain('<bdi>عنوان</bdi>')
  })
})

describe('the Markdown report', () => {
  test('tells the same as plain text', () => {
    const markdown = text(filledModel(), 'markdown')
    expect(between(markdown, '### Claims', '### Denials')).toBe(`### Claims and what answers them

- **[C1]** The guard, said about 2 May 2011

  > the camp is ours

  The camp, The Post, 3 May 2011 (article 1)

  - Denied by:

    **[D1]** Speaker not named, no comment

    > They … no camp

    No camp, The Times, date not stated (article 2)

    Note on the link: Late.

`)
    expect(between(markdown, '### Text', '#### [C1]')).toBe(`### Text

He said: **[C1]** ⟦the camp is ours⟧.

*1 line of page furniture not shown.*

### Passages

`)
    expect(markdown).toContain('- Address: https\\://example.org/a?b=1\\&c=2\n')
  })

  test('names what a bracket closes where passages overlap', () => {
    const article = testArticle(1, 'ab cd ef gh')
    const markdown = text(
      testModel({
        articles: [article],
        annotations: [
          testAnnotation(1, 'claim', article, [[0, 5]]),
          testAnnotation(2, 'denial', article, [[3, 8]]),
        ],
      }),
      'markdown',
    )
    expect(markdown).toContain('\n**[C1]** ⟦ab **[D1]** ⟦cd⟧[C1] ef⟧ gh\n')
  })
})

test('the proposed file name is one that every file system takes', () => {
  const name = (caseName: string) => renderReport(testModel({ caseName }), 'html').fileName
  expect(['Safe havens', '../a/b:c', '', '\u202egnp', '..'].map(name)).toEqual([
    'Safe havens report.html',
    'a b c report.html',
    'Gainsay report.html',
    'U+202E gnp report.html',
    'Gainsay report.html',
  ])
})

describe('whatever the words are', () => {
  const hostile = fc.constantFrom(
    '<script>alert(1)</script>',
    '</style><img src=x onerror=alert(1)>',
    '"><a href="javascript:alert(1)">',
    '\u202e\u2066]]>',
    '<!--',
    '&lt;b&amp;',
    '[x](javascript:alert(1))',
    '`code` **bold** ~~gone~~ $x$',
    '# heading',
    '- item\n\n1. item',
    '    code',
    '| a | b |\n|---|---|',
    'http://example.org www.example.org a@b.c',
    '\u0000\u001b[2J',
    '\ud800',
    '😀漢字',
  )
  const words = fc
    .array(fc.oneof(hostile, fc.string({ unit: 'binary', maxLength: 12 })), { minLength: 1, maxLength: 8 })
    .map((parts) => parts.join(' ').replace(/\r/g, '') || ' ')

  const models = fc
    .record({
      body: words,
      other: words,
      cuts: fc.array(fc.array(fc.nat(400), { minLength: 2, maxLength: 6 }), { maxLength: 8 }),
    })
    .map(({ body, other, cuts }) => {
      const article = testArticle(1, body, {
        headline: other,
        publisher: other,
        authors: [other],
        url: other,
        language: other,
        dateline: other,
        correction: { status: 'updated', notice: other },
      })
      const annotations = cuts.flatMap((points, index): Annotation[] => {
        const sorted = [...new Set(points.map((point) => point % (body.length + 1)))].sort((a, b) => a - b)
        const ranges: [number, number][] = []
        for (let at = 0; at + 1 < sorted.length; at += 2) ranges.push([sorted[at]!, sorted[at + 1]!])
        if (ranges.length === 0) return []
        const annotation = testAnnotation(index + 1, kinds[index % 3]!, article, ranges)
        return [{ ...annotation, note: other, labels: [other] }]
      })
      return testModel({ caseName: other, articles: [article], annotations })
    })

  test('the HTML is well-formed, and holds no tag or attribute of theirs', () => {
    fc.assert(
      fc.property(models, (model) => {
        const page = text(model, 'html')
        expect(wellFormed(page)).toBe('whole')
        expect(page.split('</style>').length).toBe(2)
      }),
      { numRuns: 150 },
    )
  })

  test('the words of every segment can be read back out of the marks, in order', () => {
    fc.assert(
      fc.property(models, (model) => {
        const page = text(model, 'html')
        const { revision } = model.articles[0]!
        const separators = new Set(revision.blocks.flatMap(({ end }) => [end, end + 1]))
        const marked = markedWords(between(page, '<div class="text"', '<h3 id="article-1-passages">'))
        const refs = [...page.matchAll(/<li class="entry" id="([CDE]\d+)">/g)].map((match) => match[1]!)
        expect(refs.length).toBe(model.annotations.length)
        const expected = model.annotations.map(({ segments }) =>
          segments
            .map(({ start, end }) =>
              [...Array(end - start).keys()]
                .filter((at) => !separators.has(start + at))
                .map((at) => revision.text[start + at])
                .join(''),
            )
            .join(''),
        )
        expect(refs.map((ref) => plain(marked.get(ref) ?? '')).sort()).toEqual(expected.map(plain).sort())
      }),
      { numRuns: 150 },
    )
  })

  test('the Markdown keeps every special character behind a backslash', () => {
    fc.assert(
      fc.property(models, (model) => {
        const own = text(model, 'markdown')
          .replace(/\*\*(\[[CDE]\d+\]|[A-Z][a-z]+ story)\*\*|\[[CDE]\d+\]|^\*\d.*\*$/gm, 'x')
          .replace(/^ *(- )?(#{1,4} |> )?/gm, '')
        expect(own.replace(/\\[!-/:-@[-`{-~]/g, 'x')).not.toMatch(/[*_`[\]<>|~$@#]|:\/\/|^\s*[-+=]/m)
      }),
      { numRuns: 150 },
    )
  })

  test('the same model gives the same text', () => {
    fc.assert(
      fc.property(models, fc.constantFrom('html', 'markdown'), (model, format) => {
        expect(text(structuredClone(model), format)).toBe(text(model, format))
      }),
      { numRuns: 30 },
    )
  })
})

/** Text without what a surrogate pair cut in two or a control character becomes: compared by what surely stays. */
const plain = (words: string) =>
  visible(words)
    .replace(/\ufffd|[\ud800-\udfff]/g, '')
    .replace(/\s+/g, ' ')

/** The words inside the marks of each reference. */
function markedWords(markup: string): Map<string, string> {
  const words = new Map<string, string>()
  const open: string[] = []
  const bare = markup.replace(/<a class="ref[^>]*>[^<]*<\/a>/g, '')
  for (const [token] of bare.matchAll(/<[^>]*>|[^<]+/g)) {
    if (token.startsWith('<mark')) open.push(/data-ref="([^"]+)"/.exec(token)![1]!)
    else if (token === '</mark>') open.pop()
    else if (!token.startsWith('<')) {
      for (const ref of open) words.set(ref, (words.get(ref) ?? '') + decode(token))
    }
  }
  return words
}

const voidTags = ['meta', '!doctype']
const ownTags = new Set(
  'html head meta title style body header nav main section article h1 h2 h3 h4 p ul ol li dl div dt dd a span strong bdi cite time mark blockquote'.split(
    ' ',
  ),
)
const ownAttributes =
  /^(\s(lang|dir|charset|http-equiv|content|name|class|id|href|datetime|role|aria-label|aria-labelledby|data-ref)="[^"<>]*")*$/

/** `whole`, or what is wrong: each tag is one of ours, quoted as ours are, closed in order. */
function wellFormed(page: string): string {
  const open: string[] = []
  const body = page.replace('<!doctype html>', '').replace(/<style>[^<]*<\/style>/, '')
  for (const [tag, close, name, attributes] of body.matchAll(/<(\/?)([a-z0-9]*)([^>]*)>?/g)) {
    if (name === undefined || !ownTags.has(name)) return `a foreign tag: ${tag}`
    if (!tag.endsWith('>') || !ownAttributes.test(attributes ?? '')) return `a foreign attribute: ${tag}`
    if (close === '/') {
      if (open.pop() !== name) return `out of order: ${tag}`
    } else if (!voidTags.includes(name)) open.push(name)
  }
  return open.length === 0 ? 'whole' : `not closed: ${open.join(' ')}`
}

test('what stands in an article and its reprint is said to be of one source', () => {
  const [first, second, third] = [1, 2, 3].map((number) => testArticle(number, 'The camp is ours.'))
  if (first === undefined || second === undefined || third === undefined) return
  const reprint = { ...second, article: { ...second.article, reprintOf: first.article.id } }
  const [a, b, c] = [first, reprint, third].map((article, index) =>
    testAnnotation(index + 1, 'claim', article, [[4, 8]]),
  )
  const [d, e] = [first, reprint].map((article, index) =>
    testAnnotation(index + 4, 'event', article, [[0, 8]]),
  )
  const model = testModel({
    articles: [first, reprint, third],
    annotations: [a!, b!, c!, d!, e!],
    links: [
      testLink(1, a!, 'same claim', b!),
      testLink(2, b!, 'same claim', c!),
      testLink(3, d!, 'same event', e!),
    ],
  })
  for (const format of ['html', 'markdown'] as const) {
    const { text } = renderReport(model, format)
    expect(text.match(/Stands in 3 articles, of 2 independent sources\./g)).toHaveLength(3)
    expect(text).toContain('2 accounts, 1 independent source.')
  }
})

test('pages, reprints and passages of an earlier revision are said in both formats', () => {
  const first = testArticle(1, 'The camp is ours.')
  const paged = {
    ...first,
    revision: { ...first.revision, blocks: first.revision.blocks.map((block) => ({ ...block, page: 3 })) },
  }
  const second = testArticle(2, 'The camp is ours.')
  const reprint = { ...second, article: { ...second.article, reprintOf: first.article.id } }
  const older = {
    ...testAnnotation(2, 'claim', first, [[4, 8]]),
    revisionId: second.revision.id,
    segments: [{ start: 4, end: 9, exact: 'cave!', prefix: '', suffix: '' }],
  }
  const model = testModel({
    articles: [paged, reprint],
    annotations: [testAnnotation(1, 'claim', first, [[4, 8]]), older],
  })
  for (const format of ['html', 'markdown'] as const) {
    const { text } = renderReport(model, format)
    expect(text).toMatch(/2 articles(?:,| ·) 1 independent source/)
    expect(text).toMatch(/p\\?\. 3/)
    expect(text).toContain('on an earlier revision of the text, to be reviewed')
    expect(text).toContain('Shares its text with')
  }
  // The words of the earlier revision are quoted, but mark nothing in the text shown.
  expect(
    markText(paged, outlineOf(model).sections[0]?.passages ?? [], true).blocks[0]?.pieces.filter(
      ({ type }) => type === 'open',
    ).length,
  ).toBe(1)
})
