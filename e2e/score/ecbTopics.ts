/** Reads topics of the ECB+ corpus: news articles whose mentions of one event share a chain. */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'zod'
import type { ComparedArticle } from '../../app/relate/collection.ts'

/** A sentence that mentions at least one event. */
export type EventSentence = {
  readonly articleId: string
  /** Place among the article's sentences, which are its passages. */
  readonly index: number
  readonly text: string
  readonly chains: ReadonlySet<string>
}

/** One topic: two affairs of the same sort, `Necb` and `Necbplus` together. */
export type Topic = {
  readonly name: string
  readonly articles: readonly ComparedArticle[]
  readonly sentences: readonly EventSentence[]
}

const mentionsSchema = z.array(
  z.object({ coref_chain: z.string(), conll_doc_key: z.string(), sent_id: z.number() }),
)

/**
 * All topics of a folder, in the order of their numbers.
 * @throws when the folder holds none, or a file is not what the corpus has.
 */
export function readTopics(folder: string): Topic[] {
  const byNumber = new Map<number, string[]>()
  for (const name of readdirSync(folder)) {
    const number = /^(\d+)ecb(?:plus)?$/.exec(name)?.[1]
    if (number !== undefined)
      byNumber.set(Number(number), [...(byNumber.get(Number(number)) ?? []), join(folder, name)])
  }
  if (byNumber.size === 0) throw new Error(`${folder} holds no topic such as 1ecb and 1ecbplus.`)
  return [...byNumber].sort(([a], [b]) => a - b).map(([number, parts]) => readTopic(String(number), parts))
}

function readTopic(name: string, folders: readonly string[]): Topic {
  const sentences = new Map<string, string[][]>()
  const chains = new Map<string, Set<string>>()
  for (const folder of folders) {
    readSentences(folder, sentences)
    const mentions = mentionsSchema.parse(
      JSON.parse(readFileSync(join(folder, 'event_mentions.json'), 'utf8')),
    )
    for (const { coref_chain, conll_doc_key, sent_id } of mentions) {
      const key = `${conll_doc_key}#${sent_id}`
      chains.set(key, (chains.get(key) ?? new Set()).add(coref_chain))
    }
  }
  const articles = [...sentences].map(([id, words]) => articleOf(id, words))
  return { name, articles, sentences: articles.flatMap((article) => eventSentences(article, chains)) }
}

/**
 * Lines of `document, sentence, token, word, …` between tabs. Some files hold documents
 * of other topics too; a document's second part (`2/2ecb/11`) says where it belongs.
 */
function readSentences(folder: string, into: Map<string, string[][]>): void {
  const part = basename(folder)
  for (const line of readFileSync(join(folder, 'sentences.conll'), 'utf8').split('\n')) {
    const [document, sentence, , word] = line.split('\t')
    if (document === undefined || sentence === undefined || word === undefined) continue
    if (document.split('/')[1] !== part) continue
    const all = into.get(document) ?? []
    into.set(document, all)
    const words = all[Number(sentence)] ?? []
    all[Number(sentence)] = words
    words.push(word)
  }
}

function articleOf(id: string, sentences: readonly (string[] | undefined)[]): ComparedArticle {
  let text = ''
  const passages = Array.from(sentences, (words = []) => {
    const start = text.length
    text += `${words.join(' ')}\n`
    return { start, end: text.length - 1 }
  })
  return { id, language: 'en', published: null, text, passages }
}

function eventSentences(article: ComparedArticle, chains: ReadonlyMap<string, Set<string>>): EventSentence[] {
  return article.passages.flatMap(({ start, end }, index) => {
    const found = chains.get(`${article.id}#${index}`)
    return found === undefined
      ? []
      : [{ articleId: article.id, index, text: article.text.slice(start, end), chains: found }]
  })
}
