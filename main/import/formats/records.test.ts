import { describe, expect, it } from 'vitest'
import { readFile } from '../readFile.ts'
import { guessMapping } from './recordFields.ts'
import { bytesOf, prose } from './testFiles.ts'

const record = (about: string) => ({
  title: `What was known of the ${about}`,
  maintext: prose(about),
  authors: ['Ada Moor', 'Ben Lund'],
  date_publish: '2011-05-02 10:00:00',
  source_domain: 'example.org',
  url: `https://example.org/${about}`,
  language: 'en',
})

describe('a feed of articles', () => {
  it('in JSON gives one article for each record, with what the record states', async () => {
    const { format, articles, mapping } = await readFile(
      bytesOf(JSON.stringify({ articles: [record('bridge'), record('audit')] })),
      'a.json',
    )
    expect(format).toBe('json')
    expect(mapping).toEqual({
      headline: 'title',
      text: 'maintext',
      authors: 'authors',
      published: 'date_publish',
      publisher: 'source_domain',
      url: 'url',
      language: 'language',
    })
    expect(articles).toHaveLength(2)
    expect(articles[0]?.metadata).toEqual({
      headline: 'What was known of the bridge',
      headlineProposed: false,
      publisher: 'example.org',
      authors: ['Ada Moor', 'Ben Lund'],
      credits: [],
      dateline: null,
      datelineDate: null,
      published: '2011-05-02T10:00:00',
      url: 'https://example.org/bridge',
      language: 'en',
      correction: null,
    })
    expect(articles[0]?.text).toBe(`What was known of the bridge\n\n${prose('bridge')}`)
  })

  it('in JSON reads a text that lies in a list of paragraphs, within nested records', async () => {
    const nested = {
      status: 'ok',
      data: {
        results: [
          {
            headline: { main: 'What was known' },
            body: [
              { type: 'p', text: prose('bridge') },
              { type: 'p', text: prose('audit') },
            ],
            byline: { original: 'By Ada Moor' },
          },
        ],
      },
    }
    const { articles } = await readFile(bytesOf(JSON.stringify(nested)), 'nested.json')
    expect(articles.map(({ text, metadata }) => [text, metadata.authors])).toEqual([
      [['What was known', prose('bridge'), prose('audit')].join('\n\n'), ['Ada Moor']],
    ])
  })

  it('in Atom names every author of an entry', async () => {
    const feed = `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>The Day</title><entry><title>A head</title><author><name>Ada Moor</name></author><author><name>Ben Lund</name></author><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>${prose('bridge')}</p></div></content></entry></feed>`
    const { articles } = await readFile(bytesOf(feed), 'a.atom')
    expect(articles.map(({ metadata }) => metadata.authors)).toEqual([['Ada Moor', 'Ben Lund']])
  })

  it('in a table takes a name that is turned around for one name', async () => {
    const table = `\ufefftitle;text;author\n"One; two";"${prose('bridge')}\n\n${prose('audit')}";"Moor, Ada"\n`
    const { articles } = await readFile(bytesOf(table), 'a.csv')
    expect(articles.map(({ text, metadata }) => [metadata.headline, metadata.authors, text])).toEqual([
      ['One; two', ['Ada Moor'], ['One; two', prose('bridge'), prose('audit')].join('\n\n')],
    ])
  })

  it('in JSON lines goes on after broken lines, however many, and says which they were', async () => {
    const [first, second] = [JSON.stringify(record('bridge')), JSON.stringify(record('audit'))]
    const cut = ['{"title": "cut', '{"title"', '{']
    for (const lines of [
      [first, ...cut, second],
      ['[', `${first},`, ...cut, second],
    ]) {
      const { articles, refused } = await readFile(bytesOf(lines.join('\n')), 'a.jsonl')
      expect(articles).toHaveLength(2)
      const at = lines.indexOf('{') + 1
      expect(refused).toEqual(
        [at - 2, at - 1, at].map((line) => ({
          name: `a.jsonl, line ${line}`,
          error: {
            code: 'unreadable',
            message: 'The line breaks the rules of JSON; it may have been cut off.',
          },
        })),
      )
    }
  })

  it('is refused where no field holds text, with the first of its fields and how many more', async () => {
    const columns = Array.from({ length: 1000 }, (_, at) => `c${at}`)
    const table = `${columns.join(',')}\n${columns.map(() => 'ab').join(',')}\n`
    await expect(readFile(bytesOf(table), 'a.csv')).rejects.toThrow(
      '(it has: c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, 988 more)',
    )
    const long = JSON.stringify([{ ['x'.repeat(100_000)]: 1, b: 2 }])
    await expect(readFile(bytesOf(long), 'a.json')).rejects.toMatchObject({
      message: expect.stringMatching(/^.{1,300}$/u),
    })
  })

  it('may hold records of several makes: each is read by the fields that it has', async () => {
    const lines = [
      { title: 'The bridge', maintext: prose('bridge'), date_publish: '2011-05-02', authors: ['Ada Moor'] },
      { headline: 'The audit', text: prose('audit'), published: '2011-05-03', byline: 'Ben Lund' },
      { title: 'The vote', maintext: '', text: prose('vote'), published: '2011-05-04' },
    ]
    const file = bytesOf(lines.map((line) => JSON.stringify(line)).join('\n'))
    const { articles, mapping } = await readFile(file, 'a.jsonl')
    expect(mapping).toEqual({
      headline: 'headline | title',
      text: 'maintext | text',
      authors: 'authors | byline',
      published: 'date_publish | published',
    })
    expect(
      articles.map(({ text, metadata }) => [metadata.headline, metadata.authors, metadata.published, text]),
    ).toEqual([
      ['The bridge', ['Ada Moor'], '2011-05-02', `The bridge\n\n${prose('bridge')}`],
      ['The audit', ['Ben Lund'], '2011-05-03', `The audit\n\n${prose('audit')}`],
      ['The vote', [], '2011-05-04', `The vote\n\n${prose('vote')}`],
    ])
    const chosen = await readFile(file, 'a.jsonl', { mapping: { headline: 'title|headline', text: 'text' } })
    expect(chosen.articles.map(({ text }) => text)).toEqual([
      `The audit\n\n${prose('audit')}`,
      `The vote\n\n${prose('vote')}`,
    ])
    expect(chosen.refused).toHaveLength(1)
  })

  it('may have line separators of Unicode within its texts, which JSON allows', async () => {
    const text = `${prose('bridge')}\u2028${prose('audit')}`
    const lines = [
      JSON.stringify({ title: 'One', text }),
      JSON.stringify({ title: 'Two', text: prose('vote') }),
    ]
    const { articles } = await readFile(bytesOf(lines.join('\n')), 'a.jsonl')
    expect(articles.map((article) => article.text)).toEqual([
      `One\n\n${prose('bridge')} ${prose('audit')}`,
      `Two\n\n${prose('vote')}`,
    ])
  })

  it('is refused where none of its lists holds text', async () => {
    const rows = Array.from({ length: 3 }, (_, id) => ({ id, kind: 'a' }))
    await expect(readFile(bytesOf(JSON.stringify(rows)), 'a.json')).rejects.toThrow('no list of articles')
  })

  it('is refused with the name of the field that should hold text and is empty', async () => {
    const table = 'title,text,url\nA title,,https://example.org/a\n'
    await expect(readFile(bytesOf(table), 'a.csv')).rejects.toThrow('The field “text”')
  })

  it('in RSS takes the full content before the summary and reads its markup', async () => {
    const feed = `<?xml version="1.0"?><rss version="2.0"><channel><title>The Daily</title><language>en-gb</language>
      <item><title>The bridge &amp; the vote</title><link>https://example.org/bridge</link><pubDate>Mon, 02 May 2011 10:00:00 GMT</pubDate><dc:creator>Ada Moor</dc:creator>
      <description>Short.</description><content:encoded><![CDATA[<p>${prose('bridge')}</p><p>${prose('audit')}</p>]]></content:encoded></item></channel></rss>`
    const { format, articles } = await readFile(bytesOf(feed), 'a.xml')
    expect(format).toBe('feed')
    expect(articles[0]?.metadata).toMatchObject({
      headline: 'The bridge & the vote',
      publisher: 'The Daily',
      authors: ['Ada Moor'],
      published: '2011-05-02',
      url: 'https://example.org/bridge',
      language: 'en-gb',
    })
    expect(articles[0]?.text).toBe(
      `The bridge & the vote\n\nShort.\n\n${prose('bridge')}\n\n${prose('audit')}`,
    )
  })

  it('in Atom takes link and author from their elements', async () => {
    const feed = `<feed xmlns="http://www.w3.org/2005/Atom"><title>The Daily</title><entry><title>The bridge</title><link rel="alternate" href="https://example.org/b"/><author><name>Ada Moor</name></author><published>2011-05-02T10:00:00Z</published><content type="html">&lt;p&gt;${prose('bridge')}&lt;/p&gt;</content></entry></feed>`
    const { articles } = await readFile(bytesOf(feed), 'a.atom')
    expect(articles[0]?.metadata).toMatchObject({
      headline: 'The bridge',
      authors: ['Ada Moor'],
      published: '2011-05-02T10:00:00Z',
      url: 'https://example.org/b',
    })
  })
})

describe('a table of articles', () => {
  it('is read by the names of its columns, whatever sign parts them', async () => {
    const table = `Titel;Text;Datum;Quelle\n"Die Brücke";"${prose('bridge')}\n\n${prose('audit')}";2.5.2011;Die Zeitung\n`
    const { format, articles, mapping } = await readFile(bytesOf(table), 'a.csv')
    expect(format).toBe('csv')
    expect(mapping).toEqual({ headline: 'Titel', text: 'Text', published: 'Datum', publisher: 'Quelle' })
    expect(articles[0]?.metadata).toMatchObject({ headline: 'Die Brücke', publisher: 'Die Zeitung' })
    expect(articles[0]?.text).toBe(`Die Brücke\n\n${prose('bridge')}\n\n${prose('audit')}`)
  })

  it('follows the mapping that the analyst gives', async () => {
    const table = `a,b\n${prose('bridge')},Not the text\n`.replace(/, and/u, ' and')
    const { articles } = await readFile(bytesOf(table), 'a.csv', { mapping: { text: 'b', headline: 'a' } })
    expect(articles[0]?.text).toContain('Not the text')
  })

  it('is refused where a quotation mark is never closed', async () => {
    await expect(readFile(bytesOf(`title,text,url\n"${'a,b\n'.repeat(50)}`), 'a.csv')).rejects.toThrow(
      'quotation mark',
    )
  })
})

it('a mapping is guessed from values where names tell nothing', () => {
  const row = new Map([
    ['x1', prose('bridge')],
    ['x2', 'https://example.org/a'],
    ['x3', '2011-05-02'],
    ['x4', 'What was known of it'],
  ])
  expect(guessMapping(['x1', 'x2', 'x3', 'x4'], [row])).toEqual({
    text: 'x1',
    url: 'x2',
    published: 'x3',
    headline: 'x4',
  })
})

it('says of a table with a row that is too long what is wrong with it, and of one with too many rows how many it takes', async () => {
  await expect(
    readFile(bytesOf(`title,text\na,"${'b '.repeat(5 * 1024 * 1024)}"\n`), 'a.csv'),
  ).rejects.toThrow('a row has more than 8 MB')
  await expect(readFile(bytesOf(`title,text\n${'a,b\n'.repeat(60_000)}`), 'a.csv')).rejects.toThrow(
    'more than 50,000 records',
  )
})
