import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CheckResult } from '../../app/contract.ts'
import type { Annotation, Link } from '../../app/model.ts'
import { openHost } from '../host.ts'
import { gainsay, spawnGainsay } from './testCli.ts'

const story = `The camp on the hill

KABUL (Reuters) - The guard said on Monday that the camp on the hill belongs to the army and always did.

The army said on Tuesday that it has no camp on any hill, and that the guard was mistaken about it.`
const other = `The answer of the army

KABUL (Reuters) - An officer said on Wednesday that nobody of the army was ever on the hill or near it.`

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gainsay-cli-'))
  file = join(folder, 'a.gainsay')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Writes a text file into the folder and gives its path. */
function textFile(name: string, content: string | Uint8Array = story): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

/** Runs a command with `--json`, which must succeed, and gives its value. */
async function json<T>(...args: string[]): Promise<T> {
  const { status, out, err } = await gainsay(...args, '--json', '--case', file)
  expect({ status, err }).toEqual({ status: 0, err: '' })
  return JSON.parse(out) as T // each test names what its command prints
}

/** Imports the two stories and gives the ids of their articles. */
async function importStories(): Promise<[string, string]> {
  const { outcomes } = await json<{ outcomes: { id: string }[] }>(
    'import',
    textFile('1.txt'),
    textFile('2.txt', other),
  )
  return [outcomes[0]!.id, outcomes[1]!.id]
}

test('a case is made, read, tagged, linked, undone, redone, reported and checked by processes of their own', async () => {
  const run = async (...args: string[]) => {
    const ended = await spawnGainsay([...args, '--case', file])
    expect(ended).toMatchObject({ status: 0, err: '' })
    return ended.out
  }
  const imported = await run('import', textFile('1.txt'), textFile('2.txt', other), '--json')
  const [first, second] = (JSON.parse(imported) as { outcomes: { id: string }[] }).outcomes.map(
    ({ id }) => id,
  ) // as printed
  expect(await run('list')).toMatch(
    new RegExp(`^ID .*\\n${first} .*\\n${second} .*\\n\\n2 articles, 0 links\\n$`),
  )
  expect(await run('show', first!)).toContain('    KABUL (Reuters) - The guard said on Monday')
  const claim = JSON.parse(
    await run(
      'annotate',
      first!,
      '--kind',
      'claim',
      '--quote',
      'the camp on the hill belongs to the army',
      '--json',
    ),
  ) as Annotation // as printed
  const denial = JSON.parse(
    await run(
      'annotate',
      second!,
      '--kind',
      'denial',
      '--quote',
      'nobody of the army was ever on the hill',
      '--json',
    ),
  ) as Annotation // as printed
  expect(await run('link', denial.id, 'denies', claim.id)).toMatch(
    /^Linked lnk_\w+: ann_\w+ denies ann_\w+\n$/,
  )
  expect(await run('undo')).toMatch(/^Undone: .+\n/)
  expect(await run('redo')).toMatch(/^Done again: .+\n/)
  await run('export', '--format', 'html', '--out', join(folder, 'r.html'))
  expect(readFileSync(join(folder, 'r.html'), 'utf8')).toContain('Denied by')
  expect(await run('check')).toBe(
    'Checked 2 articles, 2 annotations, 1 link, 5 steps of history.\nThe case is whole.\n',
  )
  expect(await spawnGainsay(['undo', '--case', join(folder, 'none.gainsay')])).toEqual({
    status: 1,
    out: '',
    err: `There is no case at ${join(folder, 'none.gainsay')}.\n`,
  })
}, 40_000)

test('a reader that stops early is no failure', async () => {
  await importStories()
  expect(await spawnGainsay(['show', '--json', '--case', file, '--', await firstId()], true)).toMatchObject({
    status: 0,
    err: '',
  })
}, 20_000)

async function firstId(): Promise<string> {
  return (await json<{ article: { id: string } }[]>('list'))[0]!.article.id
}

describe('import', () => {
  test('says of each file what became of it, and fails only where nothing came in', async () => {
    const good = textFile('odd\nname 😀.txt')
    const empty = textFile('empty.txt', '')
    const missing = join(folder, 'missing.txt')
    const { status, out, err } = await gainsay('import', good, good, empty, missing, '--case', file)
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line) =>
        line
          .replace(folder, '')
          .replace(/ +/g, ' ')
          .replace(/art_\w+/, 'ID'),
      )
    expect({ status, err, lines }).toEqual({
      status: 0,
      err: '',
      lines: [
        '/odd⏎name 😀.txt imported ID The camp on the hill',
        '/odd⏎name 😀.txt duplicate of ID The camp on the hill',
        expect.stringMatching(/^\/empty\.txt refused because: .*empty/),
        '/missing.txt refused because: There is no such file.',
      ],
    })
    const again = await gainsay('import', empty, missing, '--json', '--case', file)
    expect({ ...again, out: JSON.parse(again.out) }).toMatchObject({
      status: 1,
      out: {
        outcomes: [
          { outcome: 'refused' },
          { path: missing, outcome: 'refused', error: { code: 'not-found' } },
        ],
      },
      err: 'Nothing was imported: all 2 files were refused.\n',
    })
  })

  test('goes through folders for files with text, and leaves the case itself alone', async () => {
    mkdirSync(join(folder, 'in/deep'), { recursive: true })
    textFile('in/1.txt')
    textFile('in/deep/2.txt', other)
    textFile('in/.hidden', story)
    textFile('in/picture.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]))
    file = join(folder, 'in/case.gainsay')
    const run = () => json<{ outcomes: { path: string; outcome: string }[] }>('import', join(folder, 'in'))
    const fates = async () =>
      (await run()).outcomes.map(({ path, outcome }) => `${path.slice(folder.length)} ${outcome}`)
    expect(await fates()).toEqual([
      '/in/1.txt imported',
      '/in/deep/2.txt imported',
      '/in/picture.png passed over',
    ])
    expect(await fates()).toEqual([
      '/in/1.txt duplicate',
      '/in/case.gainsay passed over',
      '/in/deep/2.txt duplicate',
      '/in/picture.png passed over',
    ])
    expect(await gainsay('import', file, '--case', file)).toMatchObject({
      status: 1,
      out: expect.stringContaining('refused because: It is the case itself.'),
    })
  })

  test('makes no case when there is nothing to put into it', async () => {
    expect(await gainsay('import', join(folder, 'missing.txt'), '--case', file)).toMatchObject({ status: 1 })
    expect(readdirSync(folder)).toEqual([])
  })
})

describe('list, search and show', () => {
  test('show gives the article whole as one JSON value', async () => {
    const [id] = await importStories()
    const shown = await json<{
      text: string
      blocks: { index: number; start: number; end: number; text: string }[]
    }>('show', id.slice(4, 12))
    expect(shown).toMatchObject({
      article: { id, headline: 'The camp on the hill', publisher: 'Reuters' },
      source: { name: '1.txt', encoding: 'utf-8', size: story.length },
      annotations: [],
      links: [],
    })
    expect(shown.blocks.map(({ index, text }) => [index, text])).toEqual(
      story.split('\n\n').map((text, at) => [at, text]),
    )
    for (const { start, end, text } of shown.blocks) expect(shown.text.slice(start, end)).toBe(text)
    expect(shown.blocks[0]).toMatchObject({ furniture: true, reason: 'head' })
    expect(Object.keys(shown.blocks[0]!)).toEqual([
      'index',
      'type',
      'level',
      'start',
      'end',
      'text',
      'furniture',
      'reason',
    ])
  })

  test('search finds articles by their words', async () => {
    const [, id] = await importStories()
    expect(await json('search', 'officer', 'Wednesday')).toMatchObject([{ article: { id } }])
    expect(await gainsay('search', 'zebra', '--case', file)).toEqual({
      status: 0,
      out: 'No article has these words.\n',
      err: '',
    })
  })

  test('words that drive a terminal or turn a line round are shown by name', async () => {
    await importStories()
    const id = await firstId()
    await json('annotate', id, '--kind', 'claim', '--segment', '30:40', '--note', 'a\u001b[2J\u202eb\nc')
    expect((await gainsay('show', id, '--case', file)).out).toContain('Note:  a⟨U+001B⟩[2J⟨U+202E⟩b⏎c\n')
  })
})

describe('annotate and link', () => {
  test('every field is kept', async () => {
    const [id] = await importStories()
    const common = ['--note', 'N', '--label', 'x', '--label', 'y', '--reliability', 'B', '--credibility', '2']
    const claim = await json<Annotation>(
      ...['annotate', id, '--kind', 'claim', '--quote', 'belongs to the army', '--speaker', 'The guard'],
      ...[
        '--attribution',
        'indirect',
        '--certainty',
        'alleged',
        '--about',
        'the camp',
        '--said',
        '2011-05-02~',
      ],
      ...common,
    )
    expect(claim).toMatchObject({
      segments: [{ exact: 'belongs to the army' }],
      fields: { attribution: 'indirect', certainty: 'alleged', about: 'the camp', said: '2011-05-02~' },
      note: 'N',
      labels: ['x', 'y'],
      reliability: 'B',
      credibility: '2',
    })
    const event = await json<Annotation>(
      ...['annotate', id, '--kind', 'event', '--segment', '40:50', '--segment', '60:70', '--title', 'T'],
      ...['--when', '2011-05', '--where', 'Kabul', '--participant', 'The guard', '--participant', 'The army'],
    )
    expect(event).toMatchObject({
      segments: [
        { start: 40, end: 50 },
        { start: 60, end: 70 },
      ],
      fields: { title: 'T', when: '2011-05', where: 'Kabul' },
    })
    const shown = (await gainsay('show', id, '--case', file)).out
    expect(shown).toContain('Participants:  The guard, The army\n')
    expect(shown).toContain('Speaker:      The guard\n')
    const denial = await json<Annotation>(
      'annotate',
      id,
      '--kind',
      'denial',
      '--quote',
      'no camp',
      '--stance',
      'retracts',
    )
    expect(denial.fields).toMatchObject({ stance: 'retracts' })
    const link = await json<Link>('link', denial.id.slice(4), 'denies', claim.id, '--note', 'L')
    expect(link).toMatchObject({ fromId: denial.id, toId: claim.id, relation: 'denies', note: 'L' })
    const refused = await gainsay('link', claim.id, 'denies', denial.id, '--case', file)
    expect(refused).toEqual({
      status: 1,
      out: '',
      err: '“denies” leads from a denial to a claim, not from a claim to a denial.\n',
    })
  })

  test('says when the words are only near the quote', async () => {
    const [id] = await importStories()
    const { out } = await gainsay(
      'annotate',
      id,
      '--kind',
      'claim',
      '--quote',
      'it has no kamp on any hill',
      '--case',
      file,
    )
    expect(out).toMatch(
      /^Tagged ann_\w+ as claim at \d+:\d+: “it has no camp on any hill”\nThese are the words nearest/,
    )
  })

  test('what cannot be done is one sentence on standard error, and the case stays as it was', async () => {
    const [id] = await importStories()
    const annotate = (...args: string[]) =>
      gainsay('annotate', id, '--kind', 'claim', ...args, '--case', file)
    const failures = [
      await annotate('--quote', 'guard'),
      await annotate('--quote', 'nothing at all of the sort'),
      await annotate('--quote', 'The guard', '--segment', '0:5'),
      await annotate('--segment', '0:999999'),
      await annotate('--quote', 'no camp', '--said', 'yesterday'),
      await annotate('--quote', 'no camp', '--stance', 'denies'),
      await gainsay('show', 'art_zzzzzz', '--case', file),
      await gainsay('redo', '--case', file),
    ]
    for (const { status, out, err } of failures) {
      expect({ status, out }).toEqual({ status: 1, out: '' })
      expect(err).toMatch(/^[^\n]+[.?]\n$/)
    }
    expect(failures[0]?.err).toMatch(/stands in \d places \(\d+:\d+, .*; say which with --segment\.\n$/)
    expect(await json('show', id)).toMatchObject({ annotations: [] })
  })
})

describe('export and backup', () => {
  test('a report takes the place of an older one, and names only the articles asked for', async () => {
    const [first] = await importStories()
    const out = textFile('report.md', 'old')
    expect(await json('export', '--format', 'markdown', '--out', out, first)).toMatchObject({
      out,
      format: 'markdown',
    })
    const report = readFileSync(out, 'utf8')
    expect(report).toContain('## Article 1: The camp on the hill')
    expect(report).not.toContain('The answer of the army')
    expect(readdirSync(folder).filter((name) => name.includes('.part'))).toEqual([])
  })

  test('a report never takes the place of the case, a folder, or of what cannot be written', async () => {
    await importStories()
    const before = readFileSync(file)
    for (const out of [
      file,
      `${file}-wal`,
      join(folder, '.', 'a.gainsay'),
      folder,
      join(folder, 'no/where.html'),
    ]) {
      const ended = await gainsay('export', '--format', 'html', '--out', out, '--case', file)
      expect(ended).toMatchObject({ status: 1, out: '', err: expect.stringMatching(/^[^\n]+\.\n$/) })
    }
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  test('a backup is a case of its own, and never written over anything', async () => {
    await importStories()
    const out = join(folder, 'copy.gainsay')
    await json('backup', '--out', out)
    expect(await gainsay('backup', '--out', out, '--case', file)).toMatchObject({ status: 1, out: '' })
    file = out
    expect(await json<CheckResult>('check')).toMatchObject({ ok: true, checked: { articles: 2 } })
  })
})

describe('a case that cannot be had', () => {
  test('one that is not there is not made by a command that reads', async () => {
    const id = 'art_abcdef'
    const out = join(folder, 'x')
    for (const args of [
      ['list'],
      ['show', id],
      ['search', 'x'],
      ['check'],
      ['export', '--format', 'html', '--out', out],
      ['backup', '--out', out],
      ['undo'],
    ]) {
      expect(await gainsay(...args, '--case', file)).toEqual({
        status: 1,
        out: '',
        err: `There is no case at ${file}.\n`,
      })
    }
    expect(existsSync(file)).toBe(false)
  })

  test('one that is open elsewhere, or no case, is refused with a sentence', async () => {
    await importStories()
    const host = openHost({ casePath: file, profile: null })
    try {
      expect(await spawnGainsay(['list', '--case', file])).toEqual({
        status: 1,
        out: '',
        err: expect.stringMatching(/^[^\n]*open[^\n]*\.\n$/),
      })
    } finally {
      host.close()
    }
    const text = textFile('text.gainsay')
    expect(await gainsay('list', '--case', text)).toMatchObject({ status: 1, out: '' })
    expect(readFileSync(text, 'utf8')).toBe(story)
  }, 20_000)
})

test('wrong usage is told apart from failure', async () => {
  const wrong = [
    [],
    ['bogus'],
    ['list'],
    ['list', '--bogus', '--case', file],
    ['list', 'too', 'many', '--case', file],
    ['show', '--case', file],
    ['import', '--case', file],
    ['annotate', 'x', '--quote', 'q', '--case', file],
    ['annotate', 'x', '--kind', 'claim', '--case', file],
    ['annotate', 'x', '--kind', 'rumour', '--quote', 'q', '--case', file],
    ['annotate', 'x', '--kind', 'claim', '--segment', '5', '--case', file],
    ['annotate', 'x', '--kind', 'claim', '--segment', '5:5', '--case', file],
    ['link', 'a', 'sleeps', 'b', '--case', file],
    ['export', '--format', 'pdf', '--out', 'x', '--case', file],
    ['export', '--format', 'html', '--case', file],
  ]
  const ended = await Promise.all(wrong.map((args) => gainsay(...args)))
  expect(ended.map(({ status, out }, at) => [wrong[at], status, out])).toEqual(
    wrong.map((args) => [args, 2, '']),
  )
  expect(ended.every(({ err }) => err !== '')).toBe(true)
  expect(existsSync(file)).toBe(false)
  expect(await gainsay('--help')).toMatchObject({
    status: 0,
    out: expect.stringContaining('Usage: gainsay'),
    err: '',
  })
})
