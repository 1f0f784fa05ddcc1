import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { CheckResult } from '../../app/results.ts'
import { gainsay, tempCaseForEachTest } from './testCli.ts'

const at = tempCaseForEachTest()

describe('export and backup', () => {
  test('a report takes the place of an older one, and names only the articles asked for', async () => {
    const [first] = await at.importStories()
    const out = at.textFile('report.md', 'old')
    expect(await at.json('export', '--format', 'markdown', '--out', out, first)).toMatchObject({
      out,
      format: 'markdown',
    })
    const report = readFileSync(out, 'utf8')
    expect(report).toContain('## Article 1: The camp on the hill')
    expect(report).not.toContain('The answer of the army')
    expect(readdirSync(at.folder).filter((name) => name.includes('.part'))).toEqual([])
  })

  test('a report of threads has the articles and paragraphs in which they stand, or their whole text', async () => {
    const [first, second] = await at.importStories()
    const tag = async (article: string, kind: string, quote: string) =>
      (await at.json<{ id: string }>('annotate', article, '--kind', kind, '--quote', quote)).id
    const claim = await tag(first, 'claim', 'the camp on the hill belongs to the army')
    const denial = await tag(first, 'denial', 'it has no camp on any hill')
    const alone = await tag(second, 'claim', 'nobody of the army was ever on the hill')
    await at.json('link', denial, 'denies', claim)
    expect(await at.json('threads')).toMatchObject([
      { id: claim, kind: 'claim', states: ['denied'], sources: 1, passages: [claim, denial] },
      { id: alone, kind: 'claim', states: ['unanswered'], sources: 1, passages: [alone] },
    ])
    expect((await gainsay('threads', '--case', at.file)).out).toMatch(
      /^ID +Kind +Passages +State +Title\nann_\w+ +claim +2 +denied +the camp on .*\nann_\w+ .*\n\n2 threads\n$/,
    )

    const out = join(at.folder, 'threads.md')
    const report = async (...args: string[]) => {
      await at.json('export', '--format', 'markdown', '--out', out, ...args)
      return readFileSync(out, 'utf8')
    }
    const part = await report('--thread', denial)
    expect(part).toContain('1 of 2 threads, 1 of 2 articles, 1 claim, 1 denial, 0 events, 1 link.')
    expect(part).not.toContain('The answer of the army')
    expect(part).not.toContain('not shown')
    expect(await report('--thread', alone.slice(4), '--thread', claim)).toContain(
      '2 threads, 2 articles, 2 claims',
    )
    expect(await report('--thread', alone)).toContain('1 of 2 threads, 1 of 2 articles, 1 claim')
    expect(await report('--text', 'passages')).toContain('2 threads, 2 articles')
    expect(
      await gainsay('export', '--format', 'html', '--out', out, '--thread', 'ann_zzzzzz', '--case', at.file),
    ).toEqual({ status: 1, out: '', err: 'No annotation of this case has the id ann_zzzzzz.\n' })
  })

  test('a report never takes the place of the case, a at.folder, or of what cannot be written', async () => {
    await at.importStories()
    const before = readFileSync(at.file)
    for (const out of [
      at.file,
      `${at.file}-wal`,
      join(at.folder, '.', 'a.gainsay'),
      at.folder,
      join(at.folder, 'no/where.html'),
    ]) {
      const ended = await gainsay('export', '--format', 'html', '--out', out, '--case', at.file)
      expect(ended).toMatchObject({ status: 1, out: '', err: expect.stringMatching(/^[^\n]+\.\n$/) })
    }
    expect(readFileSync(at.file).equals(before)).toBe(true)
  })

  test('a backup is a case of its own, and never written over anything', async () => {
    await at.importStories()
    const out = join(at.folder, 'copy.gainsay')
    await at.json('backup', '--out', out)
    expect(await gainsay('backup', '--out', out, '--case', at.file)).toMatchObject({ status: 1, out: '' })
    at.file = out
    expect(await at.json<CheckResult>('check')).toMatchObject({ ok: true, checked: { articles: 2 } })
  })
})
