import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Annotation } from '../../app/model.ts'
import { openHost } from '../host.ts'
import { gainsay, otherStory, spawnGainsay, story, tempCaseForEachTest } from './testCli.ts'

const at = tempCaseForEachTest()

test('a case is made, read, tagged, linked, undone, redone, reported and checked by processes of their own', async () => {
  const run = async (...args: string[]) => {
    const ended = await spawnGainsay([...args, '--case', at.file])
    expect(ended).toMatchObject({ status: 0, err: '' })
    return ended.out
  }
  const imported = await run('import', at.textFile('1.txt'), at.textFile('2.txt', otherStory), '--json')
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
  await run('export', '--format', 'html', '--out', join(at.folder, 'r.html'))
  expect(readFileSync(join(at.folder, 'r.html'), 'utf8')).toContain('Denied by')
  expect(await run('check')).toBe(
    'Checked 2 articles, 2 annotations, 1 link, 5 steps of history.\nThe case is whole.\n',
  )
  expect(await spawnGainsay(['undo', '--case', join(at.folder, 'none.gainsay')])).toEqual({
    status: 1,
    out: '',
    err: `There is no case at ${join(at.folder, 'none.gainsay')}.\n`,
  })
}, 40_000)

test('a reader that stops early is no failure', async () => {
  await at.importStories()
  expect(
    await spawnGainsay(['show', '--json', '--case', at.file, '--', await at.firstId()], true),
  ).toMatchObject({
    status: 0,
    err: '',
  })
}, 20_000)

describe('a case that cannot be had', () => {
  test('one that is not there is not made by a command that reads', async () => {
    const id = 'art_abcdef'
    const out = join(at.folder, 'x')
    for (const args of [
      ['list'],
      ['show', id],
      ['search', 'x'],
      ['check'],
      ['export', '--format', 'html', '--out', out],
      ['backup', '--out', out],
      ['undo'],
    ]) {
      expect(await gainsay(...args, '--case', at.file)).toEqual({
        status: 1,
        out: '',
        err: `There is no case at ${at.file}.\n`,
      })
    }
    expect(existsSync(at.file)).toBe(false)
  })

  test('one that is open elsewhere, or no case, is refused with a sentence', async () => {
    await at.importStories()
    const host = openHost({ casePath: at.file, profile: null })
    try {
      expect(await spawnGainsay(['list', '--case', at.file])).toEqual({
        status: 1,
        out: '',
        err: expect.stringMatching(/^[^\n]*open[^\n]*\.\n$/),
      })
    } finally {
      host.close()
    }
    const text = at.textFile('text.gainsay')
    expect(await gainsay('list', '--case', text)).toMatchObject({ status: 1, out: '' })
    expect(readFileSync(text, 'utf8')).toBe(story)
  }, 20_000)
})

test('wrong usage is told apart from failure', async () => {
  const wrong = [
    [],
    ['bogus'],
    ['list'],
    ['list', '--bogus', '--case', at.file],
    ['list', 'too', 'many', '--case', at.file],
    ['show', '--case', at.file],
    ['import', '--case', at.file],
    ['annotate', 'x', '--quote', 'q', '--case', at.file],
    ['annotate', 'x', '--kind', 'claim', '--case', at.file],
    ['annotate', 'x', '--kind', 'rumour', '--quote', 'q', '--case', at.file],
    ['annotate', 'x', '--kind', 'claim', '--segment', '5', '--case', at.file],
    ['annotate', 'x', '--kind', 'claim', '--segment', '5:5', '--case', at.file],
    ['link', 'a', 'sleeps', 'b', '--case', at.file],
    ['export', '--format', 'pdf', '--out', 'x', '--case', at.file],
    ['export', '--format', 'html', '--case', at.file],
  ]
  const ended = await Promise.all(wrong.map((args) => gainsay(...args)))
  expect(ended.map(({ status, out }, at) => [wrong[at], status, out])).toEqual(
    wrong.map((args) => [args, 2, '']),
  )
  expect(ended.every(({ err }) => err !== '')).toBe(true)
  expect(existsSync(at.file)).toBe(false)
  expect(await gainsay('--help')).toMatchObject({
    status: 0,
    out: expect.stringContaining('Usage: gainsay'),
    err: '',
  })
})
