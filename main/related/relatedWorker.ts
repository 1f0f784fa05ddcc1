/** Runs in a worker thread: keeps the index of all articles of a case and answers from it. */
import { parentPort } from 'node:worker_threads'
import type { Article, Block } from '../../app/model.ts'
import { type ComparedArticle, comparedArticle } from '../../app/relate/collection.ts'
import { createArticleIndex } from '../../app/relate/relatedArticles.ts'
import type { ArticleToRelate } from '../../db/related.ts'
import type { FromRelater, ToRelater } from './messages.ts'

const index = createArticleIndex()
const tell = (message: FromRelater) => parentPort?.postMessage(message)

parentPort?.on('message', (message: ToRelater) => {
  if (message.say === 'put') {
    for (const article of message.articles) index.put(readArticle(article))
    tell({ say: 'taken' })
  } else if (message.say === 'remove') for (const id of message.ids) index.remove(id)
  else if (message.say === 'ask') {
    const { id, articleId, most } = message
    tell({ say: 'related', id, found: index.relatedTo(articleId, most) })
  } else {
    const { id, query, most } = message
    tell({ say: 'passages', id, found: index.passagesLike(query, most) })
  }
})

function readArticle({ id, language, published, text, ...json }: ArticleToRelate): ComparedArticle {
  const flippedBlocks = JSON.parse(json.flippedBlocks) as Article['flippedBlocks'] // as the case file holds it
  const blocks = JSON.parse(json.blocks) as Block[] // as the case file holds it
  return comparedArticle({ id: id as Article['id'], language, published, flippedBlocks }, { text, blocks })
}
