/**
 * What one article has in common with ten thousand others. First exact reuse by itself: the
 * time in which the index answers for one article, beside its floor, the search of every
 * other text for each eight words in a row of the asked one, which also says whether any
 * article was missed. Then the built browser shell with the same texts in a case: how soon a
 * first question is answered, when all is read, and how long questions take from then on.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import type { ArticleId } from '../../app/ids.ts'
import { type ComparedArticle, comparedArticle } from '../../app/relate/collection.ts'
import { createReuseIndex } from '../../app/relate/reuse.ts'
import { plainWordsOf } from '../../app/relate/verbatim.ts'
import { startShell } from '../harness/program.ts'
import { importAll } from './importAll.ts'
import { type MadeFile, makeTexts } from './madeFiles.ts'
import { quantile } from './measure.ts'
import { openSocketCaller } from './socketCaller.ts'
import { seeded } from './text.ts'

/** Words in a row that count as taken over. */
const run = 8
/** Of so many texts one takes words over from another. */
const everyTaker = 20
/** How many articles are asked about, and how many of these are searched for one by one. */
const [asked, searched] = [200, 5]

/** Prints as it goes; flag `--quick`. */
export async function benchRelated(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { quick: { type: 'boolean' } } })
  const files = withReuse(makeTexts(values.quick ? 1_000 : 10_000))
  benchReuse(files)
  await benchQuestions(files)
}

/** Some of the texts with a run of 8 to 40 words of another one among their own. */
function withReuse(files: readonly MadeFile[]): MadeFile[] {
  const random = seeded(files.length)
  return files.map((file, at) => {
    if (at % everyTaker !== 0) return file
    const words = (files[Math.floor(random() * files.length)]?.text ?? '').split(' ')
    const start = Math.floor(random() * (words.length - 60))
    const taken = words.slice(start, start + run + Math.floor(random() * 33)).join(' ')
    return { ...file, text: `${file.text}\n${taken.replace(/\s+/g, ' ')} was said there.\n` }
  })
}

function benchReuse(files: readonly MadeFile[]): void {
  const articles = files.map(toArticle)
  const index = createReuseIndex()
  const begun = performance.now()
  for (const article of articles) index.put(article)
  const each = (performance.now() - begun) / articles.length
  const step = Math.floor(articles.length / asked)
  const subjects = articles.filter((_, at) => at % step === 0)
  const times: number[] = []
  let found = 0
  for (const { id } of subjects) {
    const from = performance.now()
    found += index.reuseOf(id).length
    times.push(performance.now() - from)
  }
  const floor = subjects.slice(0, searched).map((subject) => searchAll(subject, articles))
  const missed = floor.flatMap(({ id, holders }) => {
    const known = new Set(index.reuseOf(id).map(({ articleId }) => articleId))
    return holders.filter((holder) => !known.has(holder))
  })
  const searching = floor.map(({ took }) => took)
  console.log(
    `exact reuse in ${articles.length} articles: ${each.toFixed(2)} ms to take one in; for one article median ${quantile(times, 0.5).toFixed(2)} ms, slowest ${Math.max(...times).toFixed(1)} ms (${found} found for ${subjects.length}); each text searched instead ${quantile(searching, 0.5).toFixed(0)} ms, of what that finds ${missed.length} missed`,
  )
}

function toArticle({ name, text }: MadeFile): ComparedArticle {
  const about = { id: name as ArticleId, language: 'en', published: null, flippedBlocks: [] } // names are as good as ids here
  const block = { type: 'paragraph', level: null, furniture: null, start: 0, end: text.length } as const
  return comparedArticle(about, { text, blocks: [block] })
}

const runsOf = (words: readonly string[]) =>
  words.slice(run - 1).map((_, at) => words.slice(at, at + run).join(' '))

/** The other articles that hold any of its runs, looked for in each of them. */
function searchAll(subject: ComparedArticle, articles: readonly ComparedArticle[]) {
  const from = performance.now()
  const wanted = new Set(runsOf(plainWordsOf(subject.text)))
  const holders = articles.filter(
    (other) => other !== subject && runsOf(plainWordsOf(other.text)).some((words) => wanted.has(words)),
  )
  return { id: subject.id, holders: holders.map(({ id }) => id), took: performance.now() - from }
}

async function benchQuestions(files: readonly MadeFile[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'gainsay-related-bench-'))
  const path = join(folder, 'Bench.gainsay')
  const profile = join(folder, 'profile')
  try {
    await importAll(profile, path, files)
    const shell = await startShell(profile, path)
    const { call, close } = await openSocketCaller(shell.address)
    const { rows } = await call('article.list', { offset: 0, limit: 100 })
    const subjects = rows.map(({ article }) => article)
    const timed = async <T>(ask: () => Promise<T>) => {
      const from = performance.now()
      const value = await ask()
      return { value, took: performance.now() - from }
    }
    const [first] = subjects
    if (first === undefined) throw new Error('Nothing was imported.')
    const related = (id: ArticleId) => call('article.related', { id, most: 20 })
    const begun = performance.now()
    const soon = await timed(() => related(first.id))
    let { read, of } = soon.value
    while (read < of) {
      await setTimeout(200)
      ;({ read, of } = await related(first.id))
    }
    const all = performance.now() - begun
    const articles: number[] = []
    const passages: number[] = []
    for (const { id } of subjects) {
      articles.push((await timed(() => related(id))).took)
      const { revision } = await call('article.get', { id })
      const text = revision.text.slice(0, 350).slice(-150)
      passages.push((await timed(() => call('article.relatedPassages', { id, text, most: 20 }))).took)
    }
    const words = (times: number[]) =>
      `median ${quantile(times, 0.5).toFixed(0)}, slowest ${Math.max(...times).toFixed(0)} ms`
    console.log(
      `related in a case of ${files.length}: first answer after ${soon.took.toFixed(0)} ms, all read after ${(all / 1000).toFixed(1)} s; then articles ${words(articles)}; passages ${words(passages)}`,
    )
    await close()
    await shell.stop()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
