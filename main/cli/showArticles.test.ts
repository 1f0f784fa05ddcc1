import { describe, expect, test } from 'vitest'
import { gainsay, story, tempCaseForEachTest } from './testCli.ts'

const at = tempCaseForEachTest()

describe('list, search and show', () => {
  test('show gives the article whole as one JSON value', async () => {
    const [id] = await at.importStories()
    const shown = await at.json<{
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
      'page',
      'reason',
    ])
  })

  test('search finds articles by their words', async () => {
    const [, id] = await at.importStories()
    expect(await at.json('search', 'officer', 'Wednesday')).toMatchObject([{ article: { id } }])
    expect(await gainsay('search', 'zebra', '--case', at.file)).toEqual({
      status: 0,
      out: 'No article has these words.\n',
      err: '',
    })
  })

  test('words that drive a terminal or turn a line round are shown by name', async () => {
    await at.importStories()
    const id = await at.firstId()
    await at.json('annotate', id, '--kind', 'claim', '--segment', '30:40', '--note', 'a\u001b[2J\u202eb\nc')
    const printed = (await gainsay('show', id, '--json', '--case', at.file)).out
    expect(printed).toContain('"note": "a\\u001b[2J\\u202eb\\nc"')
    expect((await gainsay('show', id, '--case', at.file)).out).toContain('Note:  a⟨U+001B⟩[2J⟨U+202E⟩b⏎c\n')
  })
})
