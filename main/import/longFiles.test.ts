/**
 * Files of moderate size that once took time or steps by the square of their length, and so ran into
 * the time limit of a file. Each is read within the time of a test, with a wide margin.
 */
import { expect, test } from 'vitest'
import { bytesOf, makeDocx, makeZip, prose } from './formats/testFiles.ts'
import { makeParser } from './parser.ts'
import { readFile } from './readFile.ts'
import { recognise } from './recognise.ts'

const many = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, at) => make(at))

test('a page that begins with many comments is told by what follows them', () => {
  const comments = '<!-- saved -->'.repeat(200)
  expect(recognise(bytesOf(`${comments}<div><p>${prose('bridge')}</p></div>`), 'a.html').id).toBe('html')
  expect(recognise(bytesOf(`${comments}<!doctype html><p>x`), 'a.bin').id).toBe('html')
  expect(recognise(bytesOf(`<?xml version="1.0"?>${comments}<rss version="2.0"/>`), 'a.bin').id).toBe('feed')
})

test('a feed of many entries is read, each with what the feed says of all', async () => {
  const items = many(
    12_000,
    (at) => `<item><title>Entry ${at}</title><description>Said ${at} on Monday.</description></item>`,
  )
  const feed = `<?xml version="1.0"?><rss version="2.0"><channel>${items.join('')}<title>The Daily</title></channel></rss>`
  const { articles } = await readFile(bytesOf(feed), 'a.rss')
  expect(articles.length).toBe(12_000)
  expect(articles.at(-1)?.metadata).toMatchObject({ headline: 'Entry 11999', publisher: 'The Daily' })
}, 30_000)

test('comments that never end are looked through once', async () => {
  const feed = `<?xml version="1.0"?><rss version="2.0"><channel><item><title>A</title><description>${prose('bridge')}</description></item></channel></rss>${'<!--'.repeat(300_000)}`
  const { articles } = await readFile(bytesOf(feed), 'a.rss')
  expect(articles.length).toBe(1)
}, 30_000)

test('a paragraph of many wrapped lines is one text', async () => {
  const line = 'the minister said on Monday that the harvest would be good, and that all'
  const { articles } = await readFile(bytesOf(`${many(100_000, () => line).join('\n')}\n`), 'a.txt')
  expect(articles[0]?.text.length).toBe(100_000 * (line.length + 1) - 1)
}, 30_000)

test('a table cell of many paragraphs is one text', async () => {
  const { articles } = await readFile(
    bytesOf(`{\\rtf1\\ansi {\\intbl ${'said \\par '.repeat(100_000)}\\cell\\row}}`),
    'a.rtf',
  )
  expect(articles[0]?.text.length).toBe(100_000 * 5 - 1)
}, 30_000)

test('an archive of many files in the folder of a page is gone through', async () => {
  const beside = Object.fromEntries(
    many(15_000, (at) => `page_files/frame${at}.html`).map((name) => [name, 'x']),
  )
  const { articles, refused } = await readFile(
    makeZip({ ...beside, 'page.html': `<p>${prose('bridge')}</p>` }),
    'a.zip',
  )
  expect([articles.length, refused.length]).toEqual([1, 0])
}, 30_000)

test('lists within lists without end are refused before each is read again and again', async () => {
  const deep = `${'* '.repeat(100_000)}a`
  await expect(readFile(bytesOf(deep), 'a.md')).rejects.toMatchObject({
    message: 'The file is nested more deeply than any document is; it was not imported.',
  })
}, 10_000)

test('of archives full of archives only so many files are looked at, those that are refused too', async () => {
  const pictures = makeZip(Object.fromEntries(many(600, (at) => [`${at}.bin`, '\0\u0001'])))
  const all = makeZip({
    'a.txt': prose('bridge'),
    ...Object.fromEntries(many(90, (at) => [`${at}.zip`, pictures])),
  })
  const { articles, refused } = await readFile(all, 'a.zip')
  expect(articles.length).toBe(1)
  expect(refused.length).toBeLessThan(51_000)
  expect(refused.at(-1)?.error.message).toBe('The file holds more than 50,000 files; the rest was left out.')
}, 30_000)

test('tables in tables without end are read as one', async () => {
  const page = `<!doctype html><body><p>${prose('bridge')}</p>${'<table><tr><td>'.repeat(20_000)}${prose('vote')}`
  const { articles } = await readFile(bytesOf(page), 'a.html')
  expect(articles[0]?.text).toBe(`${prose('bridge')}\n\n${prose('vote')}`)
}, 20_000)

test('a mail of tags that never end is looked through once', async () => {
  const head =
    'From: a@example.org\nSubject: The day\nDate: Mon, 2 May 2011 10:00:00 +0000\nMIME-Version: 1.0\nContent-Type: text/html\n\n'
  const { articles } = await readFile(
    bytesOf(`${head}<p>${prose('bridge')}</p>${'<'.repeat(400_000)}`),
    'a.eml',
  )
  expect(articles[0]?.text).toContain(prose('bridge'))
}, 30_000)

test('a mail of more lines than a text may have is refused before each is kept, and one that ends in blank lines is read', async () => {
  const mail = (body: string) =>
    `From a@example.org Mon May  2 10:00:00 2011\nFrom: a@example.org\nSubject: The day\nDate: Mon, 2 May 2011 10:00:00 +0000\n\n${body}\n\n`
  const long = mail('He said so.\n'.repeat(1_000_000))
  const blank = mail(`${prose('bridge')}${'\n'.repeat(5_000_000)}`)
  const { articles, refused } = await readFile(bytesOf(long + blank + mail(prose('vote'))), 'a.mbox')
  expect(articles.map(({ text }) => text)).toEqual([
    `The day\n\n${prose('bridge')}`,
    `The day\n\n${prose('vote')}`,
  ])
  expect(refused.map(({ error }) => error.message)).toEqual([
    'The mail has more than 200,000 lines of text, which is more than an article has, so nothing was imported of it.',
  ])
}, 30_000)

test('an archived page of blanks without end is decoded once', async () => {
  const head =
    'From: <Saved by Blink>\nSnapshot-Content-Location: http://example.org/\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n'
  const page = `<!doctype html><p>${prose('bridge').slice(0, 60)} =\n${prose('bridge').slice(60)}</p>${' \t'.repeat(400_000)}.`
  const { format, articles } = await readFile(bytesOf(head + page), 'a.mhtml')
  expect([format, articles[0]?.text.startsWith(prose('bridge').slice(0, 50))]).toEqual(['mhtml', true])
}, 30_000)

test('a Word file of many runs is read in the memory that a process has beside another', async () => {
  const runs = many(
    100_000,
    (at) =>
      `<w:r w:rsidR="00A7"><w:rPr><w:sz w:val="24"/></w:rPr><w:t xml:space="preserve">word${at} </w:t></w:r>`,
  )
  const { text } = await readBesideOthers(makeDocx(`<w:p>${runs.join('')}</w:p>`), 'a.docx')
  expect([text.slice(0, 11), text.slice(-9)]).toEqual(['word0 word1', 'word99999'])
}, 30_000)

test('formatting that is opened again in every paragraph is refused for what it is, before it takes the memory', async () => {
  const page = `<!doctype html><p>${prose('bridge')}${many(5_000, (at) => `<font size=${at}>x<p>`).join('')}`
  await expect(readBesideOthers(bytesOf(page), 'a.html')).rejects.toMatchObject({
    message: 'The markup has more elements than Gainsay reads of one file; it was not imported.',
  })
}, 30_000)

/** The first article of a file, by a process that has no more than its share. */
async function readBesideOthers(bytes: Uint8Array, name: string): Promise<{ readonly text: string }> {
  const beside = { heap: 288, memory: 340 }
  const parser = makeParser({ beside, byItself: () => beside })
  try {
    return await parser.parse({ bytes, name }, ({ articles }) => ({ text: articles[0]?.text ?? '' }))
  } finally {
    parser.close()
  }
}
