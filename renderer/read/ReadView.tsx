/** The read view: the open article with its margin, or what to do while none is open. */
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useParts, useRecords, useWorkspace } from '../workspace/context.ts'
import { ReaderPane } from './ReaderPane.tsx'
import './read.css'

export function ReadView() {
  const articleId = useWorkspace((state) => state.articleId)
  if (articleId === null) return <NothingOpen />
  return <ReaderPane articleId={articleId} />
}

function NothingOpen() {
  const { workspace } = useParts()
  const articles = useRecords((records) => records.info()?.articles ?? 0)
  if (articles > 0) {
    return (
      <EmptyState title="No article is open">
        Choose one from the list, or press <kbd>]</kbd> for the next.
      </EmptyState>
    )
  }
  return (
    <EmptyState
      title="This case has no articles yet"
      actions={
        <Button onClick={() => workspace.patch({ dialog: { dialog: 'paste', text: '' } })}>
          Paste a text …
        </Button>
      }
    >
      Drop text files here, paste a text, or import files with <kbd>Ctrl-I</kbd>.
    </EmptyState>
  )
}
