/** The read view: the open article with its margin, or what to do while none is open. */

import { CommandButton } from '../frame/CommandButton.tsx'
import { OpeningCase } from '../frame/OpeningCase.tsx'
import { useCommand } from '../frame/useCommand.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useRecords, useWorkspace } from '../workspace/context.ts'
import { CommandKey } from './CommandKey.tsx'
import { ReaderPane } from './ReaderPane.tsx'
import './read.css'

export function ReadView() {
  const articleId = useWorkspace((state) => state.articleId)
  const whole = useRecords((records) => records.whole())
  if (articleId === null) return whole ? <NothingOpen /> : <OpeningCase />
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
          <CommandButton id="article.import" primary />
          <CommandButton id="article.importFolder" />
          <CommandButton id="article.paste" />
        </>
      }
    >
      Import files of any kind (<kbd>{files.keys}</kbd>) or a whole folder (<kbd>{folder.keys}</kbd>), paste a
      text (<kbd>{paste.keys}</kbd>), or drop files and folders anywhere in this window.
    </EmptyState>
  )
}
