/** What the other articles of the case say of the same as one passage: to be set beside it by one key, with its words chosen. */
import { useCallback, useRef } from 'react'
import type { ArticleId } from '../../app/ids.ts'
import type { RelatedPassage } from '../../app/results.ts'
import { placeFacts, placeOf } from '../library/placeOf.ts'
import { quoted, shorten } from '../margin/passageWords.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { Facts } from '../ui/Facts.tsx'
import { fold } from '../ui/matching.ts'
import { Picker } from '../ui/Picker.tsx'
import { useParts, useWorkspace } from '../workspace/context.ts'
import { goToWords } from './alike.ts'
import { markedWords } from './markedWords.ts'
import { emptyWords, percent, Relating } from './Relating.tsx'
import { useRelating } from './useRelating.ts'
import './related.css'

const most = 60

type Props = { readonly articleId: ArticleId; readonly text: string }

export function RelatedPassagesDialog({ articleId, text }: Props) {
  const parts = useParts()
  const { client, workspace } = parts
  const columns = useWorkspace((state) => (state.view === 'compare' ? state.columns : noColumns))
  const question = useCallback(
    () => client.call('article.relatedPassages', { id: articleId, text, most }),
    [client, articleId, text],
  )
  const lookUp = useRelating(question)
  const { found } = lookUp
  const chosen = useRef<{ readonly row: RelatedPassage; readonly alone: boolean } | null>(null)
  const source = useCallback(
    (query: string) => {
      const words = fold(query).split(/\s+/)
      return (found?.rows ?? []).filter(({ article, text: passage }) => {
        const all = fold([passage, article.headline, placeOf(article)].join(' '))
        return words.every((word) => all.includes(word))
      })
    },
    [found],
  )
  return (
    <Dialog
      wide
      title="Passages that say the same"
      description={
        <>
          What other articles say of <span dir="auto">{quoted(shorten(text, 160))}</span> <kbd>Enter</kbd>{' '}
          sets it beside it, <kbd>Shift Enter</kbd> opens it alone.
        </>
      }
      onClose={() => workspace.patch({ dialog: null })}
      onClosed={() => {
        if (chosen.current === null) return
        const { row, alone } = chosen.current
        goToWords(
          parts,
          { articleId: row.article.id, range: row.range, text: row.text },
          alone ? null : articleId,
        )
      }}
      foot={<Relating lookUp={lookUp} noun="passage" />}
    >
      <Picker<RelatedPassage>
        label="Passages that say the same"
        source={source}
        keyOf={({ article, range }) => `${article.id} ${range.start}`}
        render={(row) => <Row row={row} column={columns.includes(row.article.id)} />}
        onPick={(row, { shift }) => {
          chosen.current = { row, alone: shift }
          workspace.patch({ dialog: null })
        }}
        empty={(query) =>
          emptyWords(
            lookUp,
            `None of these passages has the words “${query}”.`,
            'No other article in this case says this. Shift T lists the articles that tell of the same.',
          )
        }
      />
    </Dialog>
  )
}

const noColumns: readonly ArticleId[] = []

function Row({ row, column }: { readonly row: RelatedPassage; readonly column: boolean }) {
  const { article, sort, score, text, words } = row
  const pieces = markedWords(
    text,
    { start: 0, end: text.length },
    words.map(({ there }) => there),
    [],
  )
  return (
    <>
      <div className="picker-row">
        <span className="related-passage" dir="auto">
          {pieces.map(({ start, text: piece, look }) =>
            look === 'plain' ? piece : <b key={start}>{piece}</b>,
          )}
        </span>
        {sort === 'exact' ? <span className="badge">word for word</span> : null}
        {column ? <span className="side">is a column</span> : null}
        <span className="side">likeness {percent(Math.min(1, score))}</span>
      </div>
      <div className="picker-under" dir="auto">
        {article.headline} · <Facts facts={placeFacts(article)} />
      </div>
    </>
  )
}
