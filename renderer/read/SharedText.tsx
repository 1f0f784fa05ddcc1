/** Says which articles print the same text, so that they are not taken for several sources, and leads to them. */
import type { Article } from '../../app/model.ts'
import { openArticle } from '../commands/articleCommands.ts'
import { reporting, runCommand } from '../commands/commands.ts'
import { counted } from '../frame/counted.ts'
import { useParts } from '../workspace/context.ts'
import { useSharing } from './useSharing.ts'

export function SharedText({ article }: { readonly article: Article }) {
  const parts = useParts()
  const group = useSharing(article.id, article.reprintOf ?? article.id)
  const others = group?.filter(({ id }) => id !== article.id) ?? []
  const [first, ...more] = others
  if (first === undefined) return null
  const isOwn = () =>
    void reporting(parts, async () => {
      await parts.client.call('article.update', { id: article.id, patch: { reprintOf: null } })
    })
  return (
    <p className="standing">
      <span>
        Shares its text with{' '}
        <button type="button" className="quiet" dir="auto" onClick={() => openArticle(parts, first.id)}>
          {first.headline}
        </button>
        {first.publisher === null ? '' : ` (${first.publisher})`}
        {more.length === 0 ? '' : ` and ${counted(more.length, 'more article')}`}:{' '}
        {more.length === 0 ? 'both are' : `all ${others.length + 1} are`} one source.
      </span>
      {more.length === 0 ? null : (
        <button type="button" className="quiet" onClick={() => void runCommand(parts, 'article.sharing')}>
          Show all …
        </button>
      )}
      {article.reprintOf === null ? null : (
        <button type="button" className="quiet" onClick={isOwn}>
          It is a source of its own
        </button>
      )}
    </p>
  )
}
