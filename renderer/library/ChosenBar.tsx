/** What can be done with the articles that were chosen in the list. */
import { correctMetadata, removeArticles } from '../commands/articleCommands.ts'
import { reporting } from '../commands/commands.ts'
import { ofArticles, reportChoice } from '../report/reportChoice.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { useStore } from '../ui/store.ts'
import { useParts, useWorkspace } from '../workspace/context.ts'

export function ChosenBar() {
  const parts = useParts()
  const { library, workspace } = parts
  const total = useStore(library, (state) => state.total ?? 0)
  const chosen = useWorkspace((state) => state.chosen)
  if (chosen.size === 0) return null
  const articleIds = [...chosen]
  const report = () => {
    if (!workspace.leaveCorrecting()) return
    reportChoice.set(ofArticles(articleIds))
    workspace.patch({ view: 'report' })
  }
  return (
    <div className="chosen-bar" role="toolbar" aria-label="Chosen articles">
      <div className="chosen-count">
        <span role="status">{chosen.size.toLocaleString('en')} chosen</span>
        {chosen.size < total ? (
          <Button
            look="plain"
            onClick={() =>
              void reporting(parts, async () => workspace.patch({ chosen: new Set(await library.listIds()) }))
            }
          >
            Choose all {total.toLocaleString('en')}
          </Button>
        ) : null}
        <IconButton
          icon="close"
          label="Choose none"
          onClick={() => {
            workspace.patch({ chosen: new Set() })
            document.getElementById('library-list')?.focus()
          }}
        />
      </div>
      <Button look="plain" onClick={() => correctMetadata(parts, articleIds)}>
        Metadata …
      </Button>
      <Button look="plain" onClick={report}>
        Report
      </Button>
      <Button look="plain" onClick={() => void reporting(parts, () => removeArticles(parts, articleIds))}>
        Remove
      </Button>
    </div>
  )
}
