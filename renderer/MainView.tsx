/** The view that is chosen. A new view gets its line here, its name in workspace.ts and its command in the table. */
import { CompareView } from './compare/CompareView.tsx'
import { RevisionColumns } from './compare/RevisionColumns.tsx'
import { OpeningCase } from './frame/OpeningCase.tsx'
import { GraphView } from './graph/GraphView.tsx'
import { LedgerView } from './ledger/LedgerView.tsx'
import { ReadView } from './read/ReadView.tsx'
import { ReportView } from './report/ReportView.tsx'
import { TimelineView } from './timeline/TimelineView.tsx'
import { useRecords, useWorkspace } from './workspace/context.ts'

export function MainView() {
  const view = useWorkspace((state) => state.view)
  const known = useRecords((records) => records.info() !== null)
  const whole = useRecords((records) => records.whole())
  // A text can be read before all that was made of it is here.
  if (view === 'read' ? !known : !whole) return <OpeningCase />
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
