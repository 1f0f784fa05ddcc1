import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { constants, getPriority, tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { maxFileBytes } from '../../app/limits.ts'
import { openTestCase, type TestCase } from '../testCase.ts'
import type { ParsedFile } from './parsed.ts'
import { makeParser, type Parser } from './parser.ts'

let open: TestCase
beforeEach(() => {
  open = openTestCase()
})
afterEach(() => open.close())

const asRead = (parsed: ParsedFile) => parsed
const story = (number: number) =>
  `Story ${number} of the day\n\nThe minister of region ${number} said on Monday that the harvest of ${number} would be good, and that prices would fall in all markets.\n`
const send = async (name: string, bytes: Uint8Array | string) =>
  (await open.call('article.import', { name, origin: 'file', bytes: Buffer.from(bytes).toString('base64') }))
    .outcomes
const encode = (text: string) => new TextEncoder().encode(text)

/** Every file that is refused has its sentence, whatever was wrong with it. */
function expectRefused(outcomes: Awaited<ReturnType<typeof send>>): void {
  for (const outcome of outcomes) {
    expect(outcome.outcome).toBe('refused')
    if (outcome.outcome === 'refused') {
      expect(outcome.error.code).not.toBe('internal')
      expect(outcome.error.message).toMatch(/^[A-Z“].*\.$/s)
    }
  }
}

describe('hostile files', () => {
  test('an archive that swells is left alone, one inside it too, and what else it holds goes in', async () => {
    const zeros = new Uint8Array(40 * 1024 * 1024)
    expectRefused(await send('bomb.zip', zipSync({ 'zeros.txt': zeros }, { level: 9 })))
    const nested = zipSync({ 'zeros.txt': zeros }, { level: 9 })
    const outcomes = await send('mixed.zip', zipSync({ 'inner.zip': nested, 'good.txt': encode(story(1)) }))
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['imported', 'refused'])
  }, 30_000)

  test('a path in an archive leads nowhere and is shown without its way up', async () => {
    const outcomes = await send(
      'up.zip',
      zipSync({ '../../etc/passwd.txt': encode(story(1)), '/root/x.txt': encode(story(2)) }),
    )
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['imported', 'imported'])
    for (const { name } of outcomes) expect(name).not.toMatch(/\.\.|^\//)
  })

  test('entities that expand without end do not', async () => {
    const entities = Array.from(
      { length: 12 },
      (_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(10)}">`,
    ).join('')
    const feed = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e0 "lol"><!ENTITY f SYSTEM "file:///etc/passwd">${entities}]><rss version="2.0"><channel><title>T</title><item><title>A headline of the day</title><description>&e12; &f; ${story(1)}</description></item></channel></rss>`
    for (const outcome of await send('lol.xml', feed)) {
      if (outcome.outcome !== 'imported') continue
      const { revision } = await open.call('article.get', { id: outcome.article.id })
      expect(revision.text.length).toBeLessThan(10_000)
      expect(revision.text).not.toContain('root:')
    }
  })

  test('broken documents are refused with a sentence', async () => {
    expectRefused(
      await send(
        'broken.pdf',
        `%PDF-1.7\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\nxref\n0 99999999\ntrailer <</Root 1 0 R>>\nstartxref\n9\n%%EOF`,
      ),
    )
    expectRefused(
      await send('broken.docx', zipSync({ 'word/document.xml': encode('<w:document><w:body><w:p>') })),
    )
    expectRefused(await send('cut.zip', zipSync({ 'a.txt': encode(story(1)) }).subarray(0, 60)))
  }, 30_000)

  test('markup nested a hundred thousand deep ends, in an article or in a sentence', async () => {
    const deep = `<html><body>${'<div>'.repeat(100_000)}<p>${story(1)}</p></body></html>`
    const [outcome] = await send('deep.html', deep)
    expect(['imported', 'refused']).toContain(outcome?.outcome)
    if (outcome?.outcome === 'refused') expectRefused([outcome])
  }, 60_000)

  test('a table of a million rows is refused, and a file beyond the limit before it is read', async () => {
    expectRefused(await send('million.csv', `title,text\n${'a,b\n'.repeat(1_000_000)}`))
    expectRefused(await send('large.txt', Buffer.alloc(maxFileBytes + 1, 'a')))
    expect(await open.call('case.info', {})).toMatchObject({ counter: 0, articles: 0 })
  }, 60_000)

  test('no script, handler, frame or address of a page becomes more than words', async () => {
    const page = `<html><head><script>alert(1)</script><meta http-equiv="refresh" content="0;url=http://evil.example"></head><body><article><h1>The talks have begun</h1><p onclick="alert(2)">The minister said on Monday that the talks had begun <img src=x onerror=alert(3)> in the capital, and that they would go on.</p><iframe src="javascript:alert(4)"></iframe><form action="http://evil.example"><input autofocus onfocus=alert(5)></form><p>The rebels denied on Tuesday that any of their men had been there, or would ever go there.</p></article></body></html>`
    const [outcome] = await send('page.html', page)
    if (outcome?.outcome !== 'imported') throw new Error('The page was not imported.')
    const { revision } = await open.call('article.get', { id: outcome.article.id })
    expect(revision.text).not.toMatch(/alert|onerror|onclick|javascript:/)
    const report = await open.call('report.render', { format: 'html', articleIds: null })
    expect(report.text).not.toMatch(/<(?:script|iframe|form|img|input)|alert\(/)
  })

  test('markup that would run comes out of every format as words or not at all', async () => {
    const attack =
      '<img src=x onerror=alert(1)><script>alert(2)</script><svg onload=alert(3)></svg><a href="javascript:alert(4)">so</a><iframe src="javascript:alert(5)"></iframe>'
    const escaped = attack.replace(/</g, '&lt;')
    const text = (name: string) =>
      `${story(name.length)}${attack}\n\nThe ${name} was read on Monday, said the man who had made it for the test.`
    const files: Record<string, string> = {
      'a.txt': text('text'),
      'b.md': `---\ntitle: '${attack.replace(/'/g, '')}'\n---\n\n${text('markdown')}`,
      'c.eml': `From: <a@example.org>\nTo: b@example.org\nSubject: ${attack}\nDate: Mon, 2 May 2011 10:00:00 +0000\nContent-Type: text/html\n\n<p>${text('mail')}</p>`,
      'd.rss': `<?xml version="1.0"?><rss version="2.0"><channel><title>T</title><item><title>${escaped}</title><description>${escaped} ${story(7)}</description></item></channel></rss>`,
      'e.json': JSON.stringify([
        { title: attack, text: text('record'), author: attack, url: 'javascript:alert(6)' },
      ]),
      'f.csv': `title,text,url\n"${attack.replace(/"/g, '""')}","${text('table').replace(/"/g, '""')}",javascript:alert(6)\n`,
    }
    for (const [name, file] of Object.entries(files)) {
      const outcomes = await send(name, file)
      expect([name, ...outcomes.map(({ outcome }) => outcome)]).toEqual([name, 'imported'])
    }
    const { text: report } = await open.call('report.render', { format: 'html', articleIds: null })
    expect(report).not.toMatch(/<(?:script|iframe|form|img|input|svg\s+onload)|href="?javascript:/i)
    const { articles } = await open.call('case.records', {})
    expect(articles.filter(({ url }) => url?.startsWith('javascript:'))).toEqual([])
  }, 30_000)
})

describe('a parser that goes wrong', () => {
  const space = { beside: { heap: 64, memory: 200 }, byItself: () => ({ heap: 64, memory: 400 }) }
  let parser: Parser
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'gainsay-hostile-'))
    const program = join(folder, 'program.mjs')
    writeFileSync(
      program,
      `import { getPriority } from 'node:os'
      import { serveReader } from ${JSON.stringify(new URL('readerProgram.ts', import.meta.url).href)}
      const given = []
      serveReader(({ name }) => {
        const read = (text) => ({ ok: true, value: { articles: [{ text }] } })
        if (name === 'hangs') for (;;);
        if (name === 'sleeps') return new Promise(() => {})
        if (name === 'waits') return new Promise((done) => setTimeout(done, 2000, read(name)))
        if (name === 'grows') for (const all = []; ;) all.push({ at: all.length, name: name + all.length })
        if (name === 'swells') for (const all = []; ;) all.push(new Uint8Array(4 * 1024 * 1024).fill(1))
        if (name === 'spreads') {
          const all = new Uint8Array(180 * 1024 * 1024).fill(1)
          return new Promise((done) => setTimeout(done, 1000, read(String(all.length))))
        }
        if (name === 'dies') process.exit(1)
        if (name === 'many') {
          const text = (index) => Buffer.alloc(2 * 1024 * 1024, 'word ' + index).toString('latin1')
          const articles = Array.from({ length: 24 }, (_, index) => ({ text: text(index) }))
          given.push(...articles.map((article) => new WeakRef(article)))
          return { ok: true, value: { articles } }
        }
        if (name === 'kept') return read(String(given.filter((one) => one.deref()).length))
        if (name === 'rank') return read(String(getPriority()))
        if (name === 'throws') throw new Error('inside')
        return read(name)
      })`,
    )
    parser = makeParser({ program: pathToFileURL(program), timeLimit: 15_000, ...space })
  })
  afterEach(() => {
    parser.close()
    rmSync(folder, { recursive: true })
  })
  const parse = async (name: string) => {
    const { articles } = await parser.parse({ bytes: new Uint8Array(0), name }, asRead)
    return { articles: articles.map(({ text }) => text) }
  }
  const parseAll = async (names: readonly string[]) =>
    (await Promise.allSettled(names.map(parse))).map((one) =>
      one.status === 'fulfilled' ? one.value : one.reason.code,
    )

  test('costs its own file only: each has its sentence, and the others are read', async () => {
    expect(await parseAll(['good', 'grows', 'throws', 'better', 'dies', 'best'])).toEqual([
      { articles: ['good'] },
      'too-large',
      'unreadable',
      { articles: ['better'] },
      'unreadable',
      { articles: ['best'] },
    ])
  }, 60_000)

  test('is ended when it asks for arrays without end, which no limit of its heap holds', async () => {
    expect(await parseAll(['swells', 'good'])).toEqual(['too-large', { articles: ['good'] }])
  }, 60_000)

  test('has all the memory there is when what a process has beside others is too little', async () => {
    expect(await parseAll(['spreads', 'good'])).toEqual([
      { articles: [String(180 * 1024 * 1024)] },
      { articles: ['good'] },
    ])
  }, 60_000)

  test('is ended when it hangs, and the next file is read', async () => {
    parser.close()
    parser = makeParser({ program: pathToFileURL(join(folder, 'program.mjs')), timeLimit: 500 })
    expect(await parseAll(['hangs', 'good'])).toEqual(['refused', { articles: ['good'] }])
  }, 60_000)

  test('has the time of its own work: waiting, as on a busy machine, is none, but it does not wait for ever', async () => {
    parser.close()
    const program = pathToFileURL(join(folder, 'program.mjs'))
    parser = makeParser({ program, timeLimit: 1000, patience: 4 })
    expect(await parseAll(['waits', 'sleeps', 'good'])).toEqual([
      { articles: ['waits'] },
      'refused',
      { articles: ['good'] },
    ])
  }, 60_000)

  test('gives back the memory of many articles while they are on their way', async () => {
    expect((await parse('many')).articles.map((text) => text.length)).toEqual(Array(24).fill(2 * 1024 * 1024))
    const { articles } = await parse('kept')
    expect(Number(articles[0])).toBeLessThan(12)
  }, 30_000)

  test('stands back behind whoever works meanwhile', async () => {
    const rank = Math.max(getPriority(), constants.priority.PRIORITY_BELOW_NORMAL)
    expect(await parse('rank')).toEqual({ articles: [String(rank)] })
  }, 30_000)

  test('is stopped by whoever called the import back', async () => {
    const stop = new AbortController()
    const hanging = parser.parse({ bytes: new Uint8Array(0), name: 'hangs', signal: stop.signal }, asRead)
    stop.abort()
    await expect(hanging).rejects.toMatchObject({ code: 'cancelled' })
    expect(await parse('good')).toEqual({ articles: ['good'] })
  }, 30_000)
})
