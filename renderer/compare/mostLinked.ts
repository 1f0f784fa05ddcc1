/** Which article to set beside one that is to be compared. Pure. */
import type { ArticleId } from '../../app/ids.ts'
import type { RecordStore } from '../records/recordStore.ts'

type Read = Pick<RecordStore, 'annotation' | 'annotationsOf' | 'linksOf'>

/** The other article that has most links to this one, the first met where several have as many; null without any. */
export function findMostLinked(records: Read, id: ArticleId): ArticleId | null {
  const counts = new Map<ArticleId, number>()
  for (const annotation of records.annotationsOf(id)) {
    for (const link of records.linksOf(annotation.id)) {
      const other = records.annotation(link.fromId === annotation.id ? link.toId : link.fromId)
      if (other === null || other.articleId === id) continue
      counts.set(other.articleId, (counts.get(other.articleId) ?? 0) + 1)
    }
  }
  let best: ArticleId | null = null
  for (const [other, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = other
  return best
}
