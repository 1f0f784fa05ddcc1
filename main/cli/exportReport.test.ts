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
