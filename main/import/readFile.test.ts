import { describe, expect, it } from 'vitest'
import { bytesOf, makeDocx, makeOdt, makePdf, makeZip, prose } from './formats/testFiles.ts'
import { readFile } from './readFile.ts'
import { recognise } from './recognise.ts'

const page = `<!doctype html><html><body>${['bridge', 'audit', 'letter', 'vote'].map((about) => `<p>${prose(about)}</p>`).join('')}</body></html>`

describe('recognising', () => {
  it.each([
    ['html', bytesOf(page)],
    ['pdf', makePdf([[]])],
    ['docx', makeDocx('')],
    ['odt', makeOdt('')],
    ['rtf', bytesOf('{\\rtf1 x}')],
    ['zip', makeZip({ 'a.txt': 'x' })],
    ['json', bytesOf('[{"title": "x"}]')],
    ['feed', bytesOf('<?xml version="1.0"?><rss version="2.0"/>')],
    ['eml', bytesOf('From: a@example.org\nSubject: x\nDate: Mon, 2 May 2011 10:00:00 +0000\n\nx')],
    ['csv', bytesOf('title,text,url,date\na,b,c,d\n')],
    ['text', bytesOf('Some words.')],
  ])('goes by content before the name: %s', (format, bytes) => {
    expect(recognise(bytes, 'misnamed.bin').id).toBe(format)
    if (format !== 'csv' && format !== 'text') expect(recognise(bytes, 'misnamed.txt').id).toBe(format)
  })

  it('goes by the name where content says nothing', () => {
    expect(recognise(bytesOf('Some *words*.'), 'a.md').id).toBe('markdown')
    expect(recognise(bytesOf('a,b'), 'a.csv').id).toBe('csv')
  })
})

describe('reading a file', () => {
  it('refuses what has no word, and takes in a single one', async () => {
    for (const text of ['a', '17', '1, 2, 3\n', 'a. b. c.', '… 🙂 —', '[ [ [ ['])
      await expect(readFile(bytesOf(text), 'a.txt')).rejects.toThrow(
        'The file holds no words that could be an article.',
      )
    for (const text of ['No', 'Нет', '否', 'لا'])
      expect((await readFile(bytesOf(text), 'a.txt')).articles.map((article) => article.text)).toEqual([text])
    const { refused } = await readFile(makeZip({ 'a.txt': '17', 'b.txt': 'No' }), 'a.zip')
    expect(refused).toEqual([
      {
        name: 'a.txt',
        error: { code: 'unreadable', message: 'It holds no words that could be an article.' },
      },
    ])
  })

  it('names no part of a file at length', async () => {
    const name = `${'x'.repeat(30_000)}.txt`
    await expect(readFile(makeZip({ [name]: '17' }), 'a.zip')).rejects.toMatchObject({
      message: expect.stringMatching(/^.{1,300}$/u),
    })
    const { refused } = await readFile(makeZip({ [name]: '17', 'b.txt': 'No' }), 'a.zip')
    expect(refused.map((part) => part.name.length)).toEqual([1000])
  })

  it('refuses signs among which a few words stray, and says how many', async () => {
    const noise = `${'{|}~'.repeat(800)} ab ${'<>=#'.repeat(200)}`
    await expect(readFile(bytesOf(noise), 'a.txt')).rejects.toThrow(
      'The file is almost all signs: 1 word among 4,000 of them are no article.',
    )
  })

  it('gives blocks that tile the text, with their pages', async () => {
    const { articles } = await readFile(
      makePdf([[{ x: 60, y: 700, text: prose('bridge').slice(0, 90) }]]),
      'a.pdf',
    )
    const [article] = articles
    expect(article?.blocks).toEqual([
      { type: 'heading', level: 1, start: 0, end: article?.text.length, furniture: null, page: 1 },
    ])
  })

  it('reads front matter and marks of Markdown', async () => {
    const { articles } = await readFile(
      bytesOf(
        `---\ntitle: The bridge\nauthor: Ada Moor\ndate: 2011-05-02\n---\n\n## A head\n\n${prose('bridge')}\n\n> ${prose('audit')}\n\n- an item\n`,
      ),
      'a.md',
    )
    expect(articles[0]?.metadata).toMatchObject({
      headline: 'The bridge',
      authors: ['Ada Moor'],
      published: '2011-05-02',
    })
    expect(articles[0]?.blocks.map(({ type }) => type)).toEqual(['heading', 'paragraph', 'quote', 'listItem'])
  })

  it('goes into archives, and says of each entry why it was refused', async () => {
    const inner = makeZip({ 'b.html': page })
    const { articles, refused } = await readFile(
      makeZip({
        'a/one.txt': prose('bridge'),
        'inner.zip': inner,
        'a/broken.pdf': '%PDF-1.4 nothing',
        'page_files/x.html': page,
        'page.html': page,
        'style.css': 'p{}',
        '../../up.txt': prose('audit'),
      }),
      'a.zip',
    )
    expect(articles.map(({ name }) => name)).toEqual(['a/one.txt', 'b.html', 'page.html', 'up.txt'])
    expect(refused).toEqual([
      {
        name: 'a/broken.pdf',
        error: { code: 'unreadable', message: 'The PDF is damaged: its table of contents cannot be read.' },
      },
    ])
  })

  it('refuses an archive that swells', async () => {
    await expect(
      readFile(makeZip({ 'a.txt': new Uint8Array(20 * 1024 * 1024) }), 'a.zip'),
    ).rejects.toMatchObject({ code: 'too-large' })
  })

  it('says what lies under the name of an archive', async () => {
    await expect(readFile(new Uint8Array([0x1f, 0x8b, 8, 0, 0, 0]), 'a.zip')).rejects.toThrow(
      'The file is not a ZIP archive: it looks like a gzip archive.',
    )
  })

  it('refuses an archive whose files lie over one another', async () => {
    const bytes = makeZip({ 'a.txt': prose('bridge'), 'b.txt': prose('bridge') })
    expect((await readFile(bytes, 'a.zip')).articles.length).toBe(2)
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const end = bytes.length - 22
    const entry = bytes.slice(view.getUint32(end + 16, true), end - (46 + 'b.txt'.length))
    const entries = Array<Uint8Array>(10).fill(entry)
    const laid = Buffer.concat([
      bytes.subarray(0, view.getUint32(end + 16, true)),
      ...entries,
      bytes.subarray(end),
    ])
    laid.writeUInt16LE(entries.length, laid.length - 12)
    await expect(readFile(laid, 'a.zip')).rejects.toMatchObject({ code: 'too-large' })
  })

  it('says of a file whose every part was refused how many there are, and why the first was', async () => {
    await expect(readFile(makeZip({ 'a.txt': '17' }), 'a.zip')).rejects.toThrow(
      'Its only part, “a.txt”, was refused: It holds no words that could be an article.',
    )
    await expect(readFile(makeZip({ 'a.txt': '17', 'b.txt': '18' }), 'a.zip')).rejects.toThrow(
      'The first of its 2 parts, “a.txt”, was refused: It holds no words that could be an article.',
    )
  })

  it('looks no deeper than a few archives in each other', async () => {
    let bytes = makeZip({ 'a.txt': prose('bridge') })
    for (let depth = 0; depth < 8; depth += 1) bytes = makeZip({ 'a.zip': bytes })
    await expect(readFile(bytes, 'a.zip')).rejects.toMatchObject({ code: 'refused' })
  })

  it('refuses XML that defines entities, and markup nested without end', async () => {
    await expect(
      readFile(
        bytesOf('<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aa">]><rss><channel/></rss>'),
        'a.rss',
      ),
    ).rejects.toThrow()
    await expect(readFile(bytesOf(`<rss>${'<a>'.repeat(5000)}</rss>`), 'a.rss')).rejects.toMatchObject({
      code: 'unreadable',
    })
    await expect(readFile(bytesOf('> '.repeat(20_000)), 'a.md')).rejects.toMatchObject({ code: 'unreadable' })
    await expect(readFile(bytesOf(`[{"a":${'['.repeat(100_000)}`), 'a.json')).rejects.toMatchObject({
      code: 'unreadable',
    })
  })

  it('reads text of a doubtful encoding by the best guess, says so, and again as the analyst chooses', async () => {
    const bytes = new Uint8Array([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2])
    const guessed = await readFile(bytes, 'a.txt')
    expect(guessed.encodingSure).toBe(false)
    expect(guessed.articles[0]?.warnings).toEqual([
      `The encoding ${guessed.encoding} is a guess; choose another if letters look wrong.`,
    ])
    const chosen = await readFile(bytes, 'a.txt', { encoding: 'windows-1251' })
    expect([chosen.encoding, chosen.encodingSure, chosen.articles[0]?.text]).toEqual([
      'windows-1251',
      true,
      'Привет',
    ])
  })

  it('refuses a page that is larger than any page, before it is parsed', async () => {
    const bytes = new Uint8Array(33 * 1024 * 1024).fill(32)
    bytes.set(bytesOf('<!doctype html><p>Words'))
    await expect(readFile(bytes, 'a.html')).rejects.toMatchObject({ code: 'too-large' })
  })

  it('refuses what is no text with what it looks like', async () => {
    await expect(readFile(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0]), 'a.png')).rejects.toThrow(
      'a PNG image',
    )
  })
})
