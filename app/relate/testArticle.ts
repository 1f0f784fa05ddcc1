/** Articles for tests: one passage a line. */
import type { ComparedArticle } from './collection.ts'

export function testArticle(
  id: string,
  lines: readonly string[],
  published: string | null = null,
): ComparedArticle {
  const text = lines.join('\n')
  let start = 0
  const passages = lines.map((line) => {
    const range = { start, end: start + line.length }
    start = range.end + 1
    return range
  })
  return { id, language: 'en', published, text, passages }
}
