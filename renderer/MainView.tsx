/** The view that is chosen. A new view gets its line here, its name in workspace.ts and its command in the table. */
import { CompareView } from './compare/CompareView.tsx'
import { RevisionColumns } from './compare/RevisionColumns.tsx'
import { GraphView } from './graph/GraphView.tsx'
import { LedgerView } from './ledger/LedgerView.tsx'
import { ReadView } from './read/ReadView.tsx'
import { ReportView } from './report/ReportView.tsx'
import { TimelineView } from './timeline/TimelineView.tsx'
import { useWorkspace } from './workspace/context.ts'

export function MainView() {
  const view = useWorkspace((state) => state.view)
  switch (view) {
    case 'read':
      return <ReadView />
    case 'compare':
      return <CompareView />
    case 'revisions':
      return <RevisionColumns />
    case 'ledger':
      return <LedgerView />
    case 'timeline':
      return <TimelineView />
    case 'graph':
      return <GraphView />
    case 'report':
      return <ReportView />
  }
}
