/** What differs between two revisions, asked of the host; the count of changes goes to the workspace, where keys find it. */
import { useEffect, useState } from 'react'
import type { ArticleId, RevisionId } from '../../app/ids.ts'
import type { RevisionComparison } from '../../app/results.ts'
import { reporting } from '../commands/commands.ts'
import { useParts } from '../workspace/context.ts'

/** Null until it is here, and while either revision is. */
export function useComparison(
  articleId: ArticleId,
  from: RevisionId | null,
  to: RevisionId | null,
): RevisionComparison | null {
  const parts = useParts()
  const [found, setFound] = useState<RevisionComparison | null>(null)
  useEffect(() => {
    if (from === null || to === null) return
    let wanted = true
    setFound(null)
    void reporting(parts, async () => {
      const comparison = await parts.client.call('article.compareRevisions', { id: articleId, from, to })
      const { revisionPair: pair } = parts.workspace.get()
      if (!wanted || pair === null) return
      setFound(comparison)
      const changes = comparison.blocks.filter(({ change }) => change !== 'same').length
      parts.workspace.patch({ revisionPair: { ...pair, changes } })
    })
    return () => {
      wanted = false
    }
  }, [parts, articleId, from, to])
  return found
}
