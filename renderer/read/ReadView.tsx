/** The read view: the open article with its margin, or what to do while none is open. */
import { useCommand } from '../frame/useCommand.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useRecords, useWorkspace } from '../workspace/context.ts'
import { CommandKey } from './CommandKey.tsx'
import { ReaderPane } from './ReaderPane.tsx'
import './read.css'

export function ReadView() {
  const articleId = useWorkspace((state) => state.articleId)
  if (articleId === null) return <NothingOpen />
  return <ReaderPane articleId={articleId} />
}

function NothingOpen() {
  const files = useCommand('article.import')
  const folder = useCommand('article.importFolder')
  const paste = useCommand('article.paste')
  const articles = useRecords((records) => records.info()?.articles ?? 0)
  if (articles > 0) {
    return (
      <EmptyState title="No article is open">
        Choose one from the list, or press <CommandKey id="article.next" /> for the next.
      </EmptyState>
    )
  }
  return (
    <EmptyState
      title="This case has no articles yet"
      actions={
        <>
          <Button look="primary" onClick={files.run}>
            {files.title}
          </Button>
          <Button onClick={folder.run}>{folder.title}</Button>
          <Button onClick={paste.run}>{paste.title}</Button>
        </>
      }
    >
      Import files of any kind (<kbd>{files.keys}</kbd>) or a whole folder (<kbd>{folder.keys}</kbd>), paste a
      text (<kbd>{paste.keys}</kbd>), or drop files and folders anywhere in this window.
    </EmptyState>
  )
}
