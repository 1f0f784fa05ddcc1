/** Chooses an article to set beside those being compared. */
import { useCallback, useRef } from 'react'
import type { ArticleId } from '../../app/ids.ts'
import type { ArticleRow } from '../../app/results.ts'
import { reporting } from '../commands/commands.ts'
import { addToCompare } from '../commands/viewCommands.ts'
import { placeFacts } from '../library/placeOf.ts'
import { focusText } from '../read/focusText.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { Facts } from '../ui/Facts.tsx'
import { Picker } from '../ui/Picker.tsx'
import { type Parts, useParts, useWorkspace } from '../workspace/context.ts'
import { useClose } from './useClose.ts'

const most = 200

export function PickArticleDialog() {
  const parts = useParts()
  const close = useClose()
  const chosen = useRef<ArticleId | null>(null)
  const columns = useWorkspace((state) => state.columns)
  const source = useCallback(
    async (query: string) => {
      const input = { offset: 0, limit: most, ...(query === '' ? {} : { search: query.slice(0, 500) }) }
      const { rows } = await parts.client.call('article.list', input)
      // Without words to go by, what can be added comes first; a column that is there is only gone to.
      if (query !== '') return rows
      return rows.toSorted(
        (a, b) => Number(columns.includes(a.article.id)) - Number(columns.includes(b.article.id)),
      )
    },
    [parts, columns],
  )
  const onError = useCallback((error: unknown) => void reporting(parts, () => Promise.reject(error)), [parts])
  return (
    <Dialog
      bare
      title="Add an article to compare"
      description="Type words of its headline, publisher or text. The arrow keys choose, Enter adds it as a column."
      onClose={close}
      // Not before the focus is back: the column that gets it becomes the active one.
      onClosed={() => {
        if (chosen.current !== null) goToColumn(parts, chosen.current)
      }}
    >
      <Picker<ArticleRow>
        label="Add an article to compare"
        source={source}
        onError={onError}
        keyOf={(row) => row.article.id}
        onPick={(row) => {
          chosen.current = row.article.id
          close()
        }}
        render={(row) => (
          <>
            <div className="picker-row">
              <span className="main" dir="auto">
                {row.article.headline}
              </span>
              {columns.includes(row.article.id) ? <span className="side">is a column</span> : null}
            </div>
            <div className="picker-under">
              <Facts facts={placeFacts(row.article)} />
            </div>
          </>
        )}
        empty={(query) =>
          query === ''
            ? 'There is no article in this case yet: import one first.'
            : `No article has the words “${query}”. Fewer or shorter words find more.`
        }
      />
    </Dialog>
  )
}

/** The keys go on in the column that was added. */
function goToColumn(parts: Parts, id: ArticleId): void {
  addToCompare(parts, id)
  focusText(parts)
}
