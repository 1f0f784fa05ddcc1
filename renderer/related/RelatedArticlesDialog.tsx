/** The articles of the case that tell of the same as one, and those that print its text: to be set beside it by one key. */
import { useCallback, useRef } from 'react'
import type { ArticleId } from '../../app/ids.ts'
import type { RelatedArticle } from '../../app/results.ts'
import { openArticle } from '../commands/articleCommands.ts'
import { compareBeside } from '../compare/columnSet.ts'
import { counted } from '../frame/counted.ts'
import { placeFacts, placeOf } from '../library/placeOf.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { Facts } from '../ui/Facts.tsx'
import { fold } from '../ui/matching.ts'
import { Picker } from '../ui/Picker.tsx'
import { useArticle, useParts, useWorkspace } from '../workspace/context.ts'
import { emptyWords, percent, Relating } from './Relating.tsx'
import { useRelating } from './useRelating.ts'
import './related.css'

const most = 60

export function RelatedArticlesDialog({ articleId }: { readonly articleId: ArticleId }) {
  const parts = useParts()
  const { client, workspace } = parts
  const headline = useArticle(articleId)?.headline ?? 'the article'
  const columns = useWorkspace((state) => state.columns)
  const comparing = useWorkspace((state) => state.view === 'compare')
  const question = useCallback(
    () => client.call('article.related', { id: articleId, most }),
    [client, articleId],
  )
  const lookUp = useRelating(question)
  const { found } = lookUp
  const chosen = useRef<{ readonly id: ArticleId; readonly alone: boolean } | null>(null)
  const source = useCallback(
    (query: string) => {
      const words = fold(query).split(/\s+/)
      return (found?.rows ?? []).filter(({ article, words: shared }) => {
        const text = fold([article.headline, placeOf(article), ...shared].join(' '))
        return words.every((word) => text.includes(word))
      })
    },
    [found],
  )
  const isColumn = (id: ArticleId) => comparing && columns.includes(id)
  return (
    <Dialog
      wide
      title="Related articles"
      description={
        <>
          What tells of the same as <q dir="auto">{headline}</q>. <kbd>Enter</kbd> sets it beside it,{' '}
          <kbd>Shift Enter</kbd> opens it alone.
        </>
      }
      onClose={() => workspace.patch({ dialog: null })}
      onClosed={() => {
        if (chosen.current === null) return
        const { id, alone } = chosen.current
        if (alone) openArticle(parts, id)
        else compareBeside(parts, articleId, id)
      }}
      foot={<Relating lookUp={lookUp} noun="related article" />}
    >
      <Picker<RelatedArticle>
        label="Related articles"
        source={source}
        keyOf={({ article }) => article.id}
        render={(row) => <Row row={row} column={isColumn(row.article.id)} />}
        onPick={(row, { shift }) => {
          chosen.current = { id: row.article.id, alone: shift }
          workspace.patch({ dialog: null })
        }}
        empty={(query) =>
          emptyWords(
            lookUp,
            `None of the related articles has the words “${query}”.`,
            'No other article in this case tells of the same. Import more, or add one by its name with Shift C.',
          )
        }
      />
    </Dialog>
  )
}

function Row({ row, column }: { readonly row: RelatedArticle; readonly column: boolean }) {
  const { article, words } = row
  return (
    <>
      <div className="picker-row">
        <span className="main" dir="auto">
          {article.headline}
        </span>
        {row.reprint ? <span className="badge">reprint</span> : null}
        {column ? <span className="side">is a column</span> : null}
        <span className="side">{row.reprint ? '' : `likeness ${percent(row.score)}`}</span>
      </div>
      <div className="picker-under">
        <Facts facts={placeFacts(article)} />
        {sharedWords(row) === '' ? '' : ` · ${sharedWords(row)}`}
      </div>
      <div className="picker-under" dir="auto">
        {words.length === 0 ? '' : `both: ${words.join(' · ')}`}
      </div>
    </>
  )
}

/** What the two have word for word; the empty string where that is nothing. */
function sharedWords({ shared, reprint, score, sameSource }: RelatedArticle): string {
  const source = sameSource ? ', counted as one source' : ''
  if (shared === null) return sameSource ? 'counted as one source' : ''
  if (reprint) return `${percent(score)} of the shorter text word for word${source}`
  return `shares ${counted(shared.runs, 'run')} of words, ${counted(shared.words, 'word')} in all${source}`
}
