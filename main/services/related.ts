/** Which articles tell of the same as one, which print its text, and which passages say what one of them says. */
import { findArticle } from '../../db/articles.ts'
import type { Handlers } from '../handlers.ts'
import { getArticle } from './lookUp.ts'

export const relatedHandlers: Handlers<
  'article.related' | 'article.relatedPassages' | 'article.stopRelating'
> = {
  async 'article.related'(context, { id, most }) {
    const { db, related } = context
    getArticle(db, id)
    const { found, ...progress } = await related.ask(db, id, most)
    context.assertStillOpen()
    const own = getArticle(db, id)
    const sourceOf = (article: typeof own) => article.reprintOf ?? article.id
    const rows = found.flatMap(({ articleId, ...rest }) => {
      const article = findArticle(db, articleId)
      return article === null ? [] : [{ article, sameSource: sourceOf(article) === sourceOf(own), ...rest }]
    })
    return { rows, ...progress }
  },
  async 'article.relatedPassages'(context, { id, text, most }) {
    const { db, related } = context
    const { language } = getArticle(db, id)
    const { found, ...progress } = await related.askPassages(db, { articleId: id, text, language }, most)
    context.assertStillOpen()
    const rows = found.flatMap(({ articleId, ...rest }) => {
      const article = findArticle(db, articleId)
      return article === null ? [] : [{ article, ...rest }]
    })
    return { rows, ...progress }
  },
  'article.stopRelating'({ related }) {
    related.stop()
    return null
  },
}
