import { formatEdtf } from '../../app/dates.ts'
import type { Article } from '../../app/model.ts'

/** Publisher, date and place, as far as they are known. */
export function placeFacts(article: Article): string[] {
  const date = article.published === null ? null : formatEdtf(article.published)
  const words = [article.publisher ?? '', date ?? '', article.dateline ?? ''].filter((word) => word !== '')
  return words.length === 0 ? ['No publisher or date'] : words
}

/** The same in one line, where no element can part them. */
export const placeOf = (article: Article): string => placeFacts(article).join(' · ')
