import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { bodyText } from '../../app/blocks.ts'
import { listRows } from '../../db/connection.ts'
import { fingerprint, sha256 } from '../../db/fingerprint.ts'
import { type CaseFile, createCaseFile } from '../../db/open.ts'
import { writeFileArticles } from './fileWriter.ts'
import { type ImportDesk, makeImportDesk } from './importDesk.ts'
import { readFile } from './readFile.ts'

let folder: string
let file: CaseFile
let desk: ImportDesk
let published: number
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gainsay-desk-'))
  file = createCaseFile(join(folder, 'a.gainsay'))
  desk = makeImportDesk()
  published = 0
  vi.spyOn(console, 'error').mockImplementation(() => {})
})
afterEach(() => {
  file.close()
  rmSync(folder, { recursive: true })
  vi.restoreAllMocks()
})

const subjects = ['bridge', 'harvest', 'election', 'strike', 'flood', 'trial', 'museum', 'budget']
const story = (at: number) => Array.from({ length: 60 }, (_, line) => sentence(at * 100 + line)).join(' ')
const sentence = (at: number) =>
  `The ${subjects[at % 8]} of region ${at} was the matter of day ${at}. The governor ${at} said that nobody in town ${at} need fear for the ${subjects[(at + 3) % 8]} in year ${at}.`

/** Gives a feed of those stories to the desk; answers with its outcomes, or the code of its error. */
async function give(name: string, stories: readonly number[]): Promise<string[]> {
  const lines = stories.map((at) => JSON.stringify({ title: `Story ${at} of the day`, maintext: story(at) }))
  const bytes = new TextEncoder().encode(lines.join('\n'))
  const { signal, moment } = desk.open(undefined)
  const read = await readFile(bytes, name)
  const articles = read.articles.map((article) => ({
    ...article,
    fingerprint: fingerprint(bodyText(article, { flippedBlocks: [] })),
  }))
  const parsed = { ...read, articles }
  const target = { db: file.db, publish: () => (published += 1) }
  try {
    const { outcomes } = await desk.enter(
      target,
      writeFileArticles({
        name,
        origin: 'file',
        bytes,
        sha256: sha256(bytes),
        parsed,
        places: null,
        onSimilar: 'offer',
        signal,
        moment,
        begin: () => {},
      }),
    )
    return outcomes.map((one) => (one.outcome === 'refused' ? `${one.name}: ${one.error.code}` : one.outcome))
  } catch (error) {
    return [error instanceof Error && 'code' in error ? String(error.code) : 'unknown']
  } finally {
    desk.close(undefined)
  }
}
const giveAll = () =>
  Promise.all([give('a.jsonl', [1]), give('b.jsonl', [2, 3, 4]), give('c.jsonl', [5]), give('d.jsonl', [6])])
const refuseStory = (at: number) =>
  file.db.connection.exec(
    `CREATE TEMP TRIGGER refusing BEFORE INSERT ON article WHEN NEW.headline LIKE 'Story ${at} %' BEGIN SELECT RAISE(ABORT, 'not this one'); END`,
  )
const headlines = () =>
  listRows<{ headline: string }>(file.db, 'SELECT headline FROM article').map(({ headline }) => headline)

test('an article that cannot be written is refused alone; its file and those of its transaction go in', async () => {
  refuseStory(3)
  expect(await giveAll()).toEqual([
    ['imported'],
    ['imported', 'b.jsonl, record 2: internal', 'imported'],
    ['imported'],
    ['imported'],
  ])
  expect(headlines().sort()).toEqual([1, 2, 4, 5, 6].map((at) => `Story ${at} of the day`))
  expect(published).toBe(5)
  expect(console.error).toHaveBeenCalledTimes(1)
})

test('a fault of the disk is told of the file it came up with, and what is written stays', async () => {
  const pages = Number(file.db.connection.pragma('page_count', { simple: true }))
  file.db.connection.pragma(`max_page_count = ${pages}`)
  expect(await giveAll()).toEqual(Array(4).fill(['SQLITE_FULL']))
  expect([headlines(), published]).toEqual([[], 0])
  file.db.connection.pragma('max_page_count = 100000')
  expect(await give('e.jsonl', [7, 8])).toEqual(['imported', 'imported'])
})
