/** Tags and links the sample articles as `annotated.json` says, through the contract. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Call } from '../app/contract.ts'
import type { AnnotationId, ArticleId } from '../app/ids.ts'
import { rangeOfQuote, type Sample, sampleSchema } from '../app/sample.ts'

/** The sample's annotations, links and actors. Throws what reading or checking the file throws. */
export function readSample(seedsFolder: string): Sample {
  return sampleSchema.parse(JSON.parse(readFileSync(join(seedsFolder, 'annotated.json'), 'utf8')))
}

/** `articles`: the ids of the sample articles by file name. Errors: those of the calls. */
export async function annotateSample(
  call: Call,
  articles: ReadonlyMap<string, ArticleId>,
  seedsFolder: string,
): Promise<void> {
  const sample = readSample(seedsFolder)
  const texts = new Map<ArticleId, string>()
  const made = new Map<string, AnnotationId>()
  const get = <T>(map: ReadonlyMap<string, T>, key: string): T => {
    const value = map.get(key)
    if (value === undefined) throw new Error(`The sample names “${key}”, which it does not have.`)
    return value
  }
  for (const { key, file, quotes, ...details } of sample.annotations) {
    const articleId = get(articles, file)
    const text = texts.get(articleId) ?? (await call('article.get', { id: articleId })).revision.text
    texts.set(articleId, text)
    const segments = quotes.map((quote) => rangeOfQuote(text, quote))
    made.set(key, (await call('annotation.create', { articleId, segments, ...details })).id)
  }
  for (const { from, relation, to } of sample.links) {
    await call('link.create', { fromId: get(made, from), relation, toId: get(made, to) })
  }
  const { actors } = await call('case.records', {})
  const byName = new Map(actors.map((actor) => [actor.name, actor.id]))
  for (const { name, type, aliases } of sample.actors) {
    await call('actor.update', { id: get(byName, name), patch: { type, aliases } })
  }
}
