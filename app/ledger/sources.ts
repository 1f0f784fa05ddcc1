/** Independent sources: articles that are prints of one text count as one. */
import { UnionFind } from './unionFind.ts'

/** The source of an article, by an id of its choosing; equal for prints of one text. */
export type SourceOf = (articleId: string) => string

/** Groups articles by the pairs that are prints of one text; an article in no pair is a source of its own. */
export function sourcesFrom(reprints: readonly (readonly [a: string, b: string])[]): SourceOf {
  const ids = [...new Set(reprints.flat())].sort()
  const places = new Map(ids.map((id, place) => [id, place]))
  const sets = new UnionFind(ids.length)
  for (const [a, b] of reprints) sets.union(places.get(a) ?? 0, places.get(b) ?? 0)
  const firsts = new Map<number, string>()
  ids.forEach((id, place) => {
    const root = sets.find(place)
    if (!firsts.has(root)) firsts.set(root, id)
  })
  return (articleId) => {
    const place = places.get(articleId)
    return place === undefined ? articleId : (firsts.get(sets.find(place)) ?? articleId)
  }
}
