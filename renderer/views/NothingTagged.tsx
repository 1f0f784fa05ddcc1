/** What the ledger, the timeline and the graph say in a case without passages. */

import { CommandButton } from '../frame/CommandButton.tsx'
import { useCommand } from '../frame/useCommand.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useRecords } from '../workspace/context.ts'

/** What to do in a case without passages. */
export function NothingTagged({ where }: { readonly where: string }) {
  const articles = useRecords((records) => records.info()?.articles ?? 0)
  const files = useCommand('article.import')
  const read = useCommand('view.read')
  return (
    <EmptyState
      title={`Nothing is ${where} yet`}
      actions={
        articles === 0 ? (
          <CommandButton id="article.import" primary />
        ) : (
          <CommandButton id="view.read" primary>
            Go and read
          </CommandButton>
        )
      }
    >
      {articles === 0 ? (
        <>
          Import an article (<kbd>{files.keys}</kbd>), select words in it and tag them as claim (<kbd>C</kbd>
          ), denial (<kbd>D</kbd>) or event (<kbd>E</kbd>).
        </>
      ) : (
        <>
          Open an article (<kbd>{read.keys}</kbd>), select words and tag them as claim (<kbd>C</kbd>), denial
          (<kbd>D</kbd>) or event (<kbd>E</kbd>); link them with <kbd>L</kbd>.
        </>
      )}
    </EmptyState>
  )
}
