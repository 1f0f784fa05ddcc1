import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { gainsay, otherStory, story, tempCaseForEachTest } from './testCli.ts'

const at = tempCaseForEachTest()
/** As programs on Windows save it, without a byte order mark. */
const wideStory =
  'The harvest is in\n\nThe governor of Herat said on Friday that the harvest had been brought in before the rains.\n'

describe('import', () => {
  test('says of each file what became of it, and fails only where nothing came in', async () => {
    const good = at.textFile('odd\nname 😀.txt')
    const empty = at.textFile('empty.txt', '')
    const missing = join(at.folder, 'missing.txt')
    const { status, out, err } = await gainsay('import', good, good, empty, missing, '--case', at.file)
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line) =>
        line
          .replace(at.folder, '')
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
    const again = await gainsay('import', empty, missing, '--json', '--case', at.file)
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
    mkdirSync(join(at.folder, 'in/deep'), { recursive: true })
    at.textFile('in/1.txt')
    at.textFile('in/deep/2.txt', otherStory)
    at.textFile('in/.hidden', story)
    at.textFile('in/picture.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]))
    at.textFile('in/wide.txt', Buffer.from(wideStory, 'utf16le'))
    at.file = join(at.folder, 'in/case.gainsay')
    const run = () =>
      at.json<{ outcomes: { path: string; outcome: string }[] }>('import', join(at.folder, 'in'))
    const fates = async () =>
      (await run()).outcomes.map(({ path, outcome }) => `${path.slice(at.folder.length)} ${outcome}`)
    expect(await fates()).toEqual([
      '/in/1.txt imported',
      '/in/deep/2.txt imported',
      '/in/picture.png passed over',
      '/in/wide.txt imported',
    ])
    expect(await fates()).toEqual([
      '/in/1.txt duplicate',
      '/in/case.gainsay passed over',
      '/in/deep/2.txt duplicate',
      '/in/picture.png passed over',
      '/in/wide.txt duplicate',
    ])
    expect(await gainsay('import', at.file, '--case', at.file)).toMatchObject({
      status: 1,
      out: expect.stringContaining('refused because: It is the case itself.'),
    })
  })

  test('makes no case when there is nothing to put into it', async () => {
    expect(await gainsay('import', join(at.folder, 'missing.txt'), '--case', at.file)).toMatchObject({
      status: 1,
    })
    expect(readdirSync(at.folder)).toEqual([])
  })
})
