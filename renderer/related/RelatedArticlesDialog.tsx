/** The articles of the case that tell of the same as one, and those that print its text: to be set beside it by one key. */
import { useCallback, useRef } from 'react'
import type { ArticleId } from '../../app/ids.ts'
import type { RelatedArticle } from '../../app/results.ts'
import { openArticle } from '../commands/articleCommands.ts'
import { compareBeside } from '../compare/columnSet.ts'
import { counted } from '../frame/counted.ts'
import { placeFacts, placeOf } from '../library/placeOf.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { fold } from '../ui/matching.ts'
import { Picker } from '../ui/Picker.tsx'
import { useArticle, useParts, useWorkspace } from '../workspace/context.ts'
import { type RelatedLookUp, useRelatedArticles } from './useRelatedArticles.ts'
import './related.css'
import { Facts } from '../ui/Facts.tsx'

export function RelatedArticlesDialog({ articleId }: { readonly articleId: ArticleId }) {
  const parts = useParts()
  const { workspace } = parts
  const headline = useArticle(articleId)?.headline ?? 'the article'
  const columns = useWorkspace((state) => state.columns)
  const comparing = useWorkspace((state) => state.view === 'compare')
  const lookUp = useRelatedArticles(articleId)
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
      foot={<Reading lookUp={lookUp} />}
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
        empty={(query) => emptyWords(lookUp, query)}
      />
    </Dialog>
  )
}

function emptyWords({ found, fault }: RelatedLookUp, query: string): string {
  if (fault !== null) return fault
  if (found === null) return 'Looking through the articles …'
  if (found.rows.length > 0) return `None of the related articles has the words “${query}”.`
  return found.read < found.of
    ? 'Nothing so far.'
    : 'No other article in this case tells of the same. Import more, or add one by its name with Shift C.'
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

const percent = (share: number) => `${Math.round(share * 100)} %`

/** What the two have word for word; the empty string where that is nothing. */
function sharedWords({ shared, reprint, score, sameSource }: RelatedArticle): string {
  const source = sameSource ? ', counted as one source' : ''
  if (shared === null) return sameSource ? 'counted as one source' : ''
  if (reprint) return `${percent(score)} of the shorter text word for word${source}`
  return `shares ${counted(shared.runs, 'run')} of words, ${counted(shared.words, 'word')} in all${source}`
}

/** How far the reading of the articles is, and the way to stop it. */
function Reading({ lookUp }: { readonly lookUp: RelatedLookUp }) {
  const { found, progress, stop, goOn } = lookUp
  const number = (value: number) => value.toLocaleString('en')
  const reading = progress !== null && progress.read < progress.of
  return (
    <div className="relating">
      <p role="status">
        {progress === null
          ? 'Looking through the articles …'
          : reading
            ? `${number(progress.read)} of ${number(progress.of)} articles looked through${progress.stopped ? '; stopped' : ' so far'}`
            : `${counted(found?.rows.length ?? 0, 'related article')} among ${number(progress.of)}`}
      </p>
      {reading && <progress value={progress.read} max={progress.of} aria-label="Articles looked through" />}
      {reading &&
        (progress.stopped ? <Button onClick={goOn}>Go on</Button> : <Button onClick={stop}>Stop</Button>)}
    </div>
  )
}
