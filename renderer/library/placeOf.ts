import { formatEdtf } from '../../app/dates.ts'
import type { Article } from '../../app/model.ts'

/** Publisher, date and place, as far as they are known. */
export function placeOf(article: Article): string {
  const date = article.published === null ? null : formatEdtf(article.published)
  const words = [article.publisher, date, article.dateline].filter((word) => word !== null && word !== '')
  return words.length === 0 ? 'No publisher or date' : words.join(' · ')
}
