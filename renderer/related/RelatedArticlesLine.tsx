/** Above an open article: the way to the articles that tell of the same. */
import { useCommand } from '../frame/useCommand.ts'

export function RelatedArticlesLine() {
  const { title, keys, run } = useCommand('article.related')
  return (
    <p className="standing">
      <button type="button" className="quiet" onClick={run}>
        {title} {keys === undefined ? null : <kbd>{keys}</kbd>}
      </button>
    </p>
  )
}
